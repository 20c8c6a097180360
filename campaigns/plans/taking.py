"""From the rows of a campaign to plain data: the inverse of writing."""

from ..enums import CriterionRole
from .writing import GENERAL, ROLES

CITED = ("kind", "number", "issued_on", "issuer", "subject")


def plan_data(campaign):
    """The whole plan as write_plan takes it."""
    return PlanTaker(campaign).data()


def _fields(row, *names):
    return {name: getattr(row, name) for name in names}


class PlanTaker:
    def __init__(self, campaign):
        self.campaign = campaign
        self.movements = list(campaign.movements.select_related("document"))
        self.phases = list(campaign.phases.prefetch_related("celebrations"))
        self.milestones = list(campaign.milestones.stated().prefetch_related("units").order_by("id"))
        self.offers = list(campaign.offers.select_related("award"))

    def data(self):
        campaign = self.campaign
        return {
            **_fields(campaign, *GENERAL),
            "organiser": campaign.organiser.code,
            "legal_bases": [
                _fields(basis.document, *CITED) for basis in campaign.legal_bases.select_related("document")
            ],
            "movements": [self.movement(row) for row in self.movements],
            "phases": [self.phase(row) for row in self.phases],
            "celebrations": [self.celebration(row) for row in campaign.celebrations.filter(phase__isnull=True)],
            "milestones": [self.milestone(row) for row in self.milestones],
            "groups": [self.group(row) for row in campaign.groups.select_related("under")],
            "participants": [row.agency.code for row in campaign.participants.select_related("agency")],
            **{part: self.criteria(role) for part, role in ROLES.items()},
            "targets": [self.target(row) for row in campaign.targets.select_related("award")],
            "offers": [self.offer(row) for row in self.offers],
            "standards": [_fields(row, "nominee_kind", "text") for row in campaign.standards.all()],
            "components": [self.component(row) for row in campaign.components.prefetch_related("only_for")],
            "scoring": self.scoring(),
            "bands": [_fields(row, "name", "min_points") for row in campaign.bands.all()],
            "tasks": [self.task(row) for row in campaign.tasks.prefetch_related("units")],
            "responsibilities": [_fields(row, "name", "text") for row in campaign.responsibilities.all()],
        }

    def movement(self, row):
        document = _fields(row.document, *CITED) if row.document else None
        names = ("name", "launcher", "starts_on", "ends_on", "platform_campaign_id")
        return {"document": document, **_fields(row, *names)}

    def phase(self, row):
        days = [self.celebration(day) for day in row.celebrations.all()]
        return {"celebrations": days, **_fields(row, "name", "starts_on", "ends_on")}

    def celebration(self, row):
        return _fields(row, "name", "founded_on", "celebrated_on")

    def milestone(self, row):
        return {
            **_fields(
                row, "kind", "name", "certainty", "due_on", "offset_days", "yearly_day", "yearly_month", "first_year",
                "last_year", "awaits", "set_by",
            ),
            "phase": _index(self.phases, row.phase_id),
            "movement": _index(self.movements, row.movement_id),
            "anchor": _index(self.milestones, row.anchor_id),
            "units": [unit.name for unit in row.units.all()],
        }  # fmt: skip

    def group(self, row):
        under = row.under.code if row.under else ""
        return {"under": under, **_fields(row, "nominee_kind", "text", "agency_kinds")}

    def criteria(self, role):
        under = {}
        for row in self.campaign.criteria.all():
            if row.role == CriterionRole(role):
                under.setdefault(row.parent_id, []).append(row)
        return self.lines(under, None)

    def lines(self, under, parent):
        """The lines under one heading, each with its own: however deep an older plan may go, nothing is left behind."""
        return [self.criterion(row) | {"children": self.lines(under, row.pk)} for row in under.get(parent, [])]

    def criterion(self, row):
        return _fields(row, "text", "max_points", "points_kind", "evidence_required")

    def scoring(self):
        rule = getattr(self.campaign, "scoring_rule", None)
        return _fields(rule, "self_score_until", "minus_cap", "bonus_cap", "tie_rules") if rule else None

    def target(self, row):
        award = row.award.code if row.award else ""
        names = ("text", "comparator", "value", "unit", "population", "agency_kinds", "measure", "grades")
        return {"award": award, **_fields(row, *names)}

    def offer(self, row):
        return {
            "award": row.award.code,
            "movement": _index(self.movements, row.movement_id),
            **_fields(
                row, "authority", "decided_here", "nominee_kind", "merit_kind", "agency_kinds", "selection",
                "quota_kind", "quota", "quota_percent", "quota_population", "reference", "standards",
            ),
        }  # fmt: skip

    def component(self, row):
        return {
            "offers": [_index(self.offers, link.offer_id) for link in row.only_for.all()],
            **_fields(row, "kind", "name", "form", "decree", "originals", "per_nominee", "required", "note"),
        }

    def task(self, row):
        units = [unit.name for unit in row.units.all()]
        return {"units": units, **_fields(row, "quarter", "position", "task", "due_on")}


def _index(rows, pk):
    """The place of a row in its list, or None."""
    return next((index for index, row in enumerate(rows) if row.pk == pk), None) if pk else None
