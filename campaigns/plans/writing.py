"""From plain data to the rows of a campaign."""

from django.db import transaction

from awards.models import Award
from thidua.agencies.models import Agency

from ..enums import Certainty, CriterionRole
from ..models import Campaign, ComponentOffer, LegalDocument, ScoringRule
from ..models.named_unit import agencies_by_name, name_units

GENERAL = (
    "title", "theme", "slogan", "kind", "year", "plan_number", "plan_date", "starts_on", "ends_on", "purpose",
    "requirements", "funding", "dossier_copies", "recipients", "signer_title", "signer_name",
)  # fmt: skip
ROLES = {
    "contents": CriterionRole.CONTENT,
    "criteria": CriterionRole.CRITERION,
    "solutions": CriterionRole.SOLUTION,
}


@transaction.atomic
def write_plan(data, **extra):
    """A draft Campaign with every part that `data` has. `extra`: further fields of the Campaign."""
    general = {name: data[name] for name in GENERAL if name in data}
    campaign = Campaign.objects.create(organiser=_agency(data["organiser"]), **general, **extra)
    PlanWriter(campaign, data).write()
    return campaign


def _agency(code):
    return Agency.objects.get(code=code) if code else None


class PlanWriter:
    """Writes the parts in the order in which they refer to one another."""

    def __init__(self, campaign, data):
        self.campaign, self.data = campaign, data
        self.names = agencies_by_name()

    def part(self, name):
        return self.data.get(name, [])

    def write(self):
        self.legal_bases()
        self.movements = [self.movement(**row) for row in self.part("movements")]
        self.phases = [self.phase(**row) for row in self.part("phases")]
        self.rows("celebrations")
        self.milestones()
        self.groups()
        self.criteria()
        self.scoring()
        self.targets()
        self.awards = {award.code: award for award in Award.objects.all()}
        self.offers = [self.offer(**row) for row in self.part("offers")]
        self.rows("standards")
        self.components()
        self.tasks()
        self.responsibilities()
        self.participants()

    def rows(self, name):
        """A part whose rows refer to nothing."""
        manager = getattr(self.campaign, name)
        for position, row in enumerate(self.part(name), 1):
            place = {"position": position} if hasattr(manager.model, "position") else {}
            manager.create(**place, **row)

    def legal_bases(self):
        for position, cited in enumerate(self.part("legal_bases"), 1):
            document = LegalDocument.objects.filed(**cited)
            self.campaign.legal_bases.get_or_create(document=document, defaults={"position": position})

    def movement(self, document=None, **fields):
        filed = LegalDocument.objects.filed(**document) if document else None
        return self.campaign.movements.create(document=filed, **fields)

    def phase(self, celebrations=(), **fields):
        phase = self.campaign.phases.create(**fields)
        for day in celebrations:
            self.campaign.celebrations.create(phase=phase, **day)
        return phase

    def milestones(self):
        """First every milestone, then what each is counted from: an anchor may be younger than its followers."""
        made = [self.milestone(**row) for row in self.part("milestones")]
        for milestone, row in zip(made, self.part("milestones"), strict=True):
            if row.get("anchor") is not None:
                milestone.anchor, milestone.certainty = made[row["anchor"]], row["certainty"]
                milestone.awaits, milestone.offset_days = row.get("awaits", ""), row.get("offset_days")
                milestone.save()

    def milestone(self, units=(), anchor=None, phase=None, movement=None, **fields):
        if anchor is not None and fields["certainty"] == Certainty.RELATIVE:
            fields |= {"certainty": Certainty.AWAITED, "awaits": "mốc để tính ngày", "due_on": None}
        milestone = self.campaign.milestones.create(
            phase=self.at(self.phases, phase), movement=self.at(self.movements, movement), **fields
        )
        name_units(milestone.units, units, self.names)
        return milestone

    @staticmethod
    def at(rows, index):
        return None if index is None else rows[index]

    def groups(self):
        for position, row in enumerate(self.part("groups"), 1):
            fields = dict(row)
            under = _agency(fields.pop("under", ""))
            self.campaign.groups.create(position=position, under=under, **fields)

    def criteria(self):
        self.position = 0
        for part, role in ROLES.items():
            self.lines(self.part(part), role)

    def lines(self, rows, role, parent=None):
        for row in rows:
            self.position += 1
            fields = {key: value for key, value in row.items() if key != "children"}
            line = self.campaign.criteria.create(role=role, position=self.position, parent=parent, **fields)
            self.lines(row.get("children", ()), role, line)

    def scoring(self):
        if self.data.get("scoring"):
            ScoringRule.objects.create(campaign=self.campaign, **self.data["scoring"])
        self.rows("bands")

    def targets(self):
        for position, row in enumerate(self.part("targets"), 1):
            fields = dict(row)
            award = fields.pop("award", "")
            self.campaign.targets.create(
                position=position, award=Award.objects.get(code=award) if award else None, **fields
            )

    def offer(self, award, movement=None, **fields):
        return self.campaign.offers.create(
            award=self.awards[award], movement=self.at(self.movements, movement), **fields
        )

    def components(self):
        for position, row in enumerate(self.part("components"), 1):
            fields = dict(row)
            offers = fields.pop("offers", ())
            component = self.campaign.components.create(position=position, **fields)
            for index in offers:
                ComponentOffer.objects.create(component=component, offer=self.offers[index])

    def tasks(self):
        for position, row in enumerate(self.part("tasks"), 1):
            fields = {"position": position} | row
            units = fields.pop("units", ())
            name_units(self.campaign.tasks.create(**fields).units, units, self.names)

    def responsibilities(self):
        from thidua.agencies.names import fold

        for position, row in enumerate(self.part("responsibilities"), 1):
            agency = self.names.get(fold(row["name"]))
            self.campaign.responsibilities.create(position=position, agency=agency, **row)

    def participants(self):
        """The named agencies, and those that a rule of «Đối tượng» means."""
        joining = {agency.pk: agency for group in self.campaign.groups.all() for agency in group.matching()}
        for code in self.part("participants"):
            agency = _agency(code)
            joining[agency.pk] = agency
        for agency in joining.values():
            self.campaign.participants.create(agency=agency)
