"""Kế hoạch: the plan document of a campaign, as PDF and as an editable Word file from the same text."""

from itertools import cycle

from thidua.documents.layout import LETTERS, TITLE_LETTERS, Letterhead, Signature, balanced, lower_first, roman

from ..models import Campaign
from ..selectors import campaign_plan
from .annexes import annexes_of
from .blocks import Block, TextDocument
from .wording import (
    KIND_WORDS,
    celebration,
    component_words,
    criterion_words,
    dashes,
    milestone_words,
    offer_words,
    period,
    sentence,
)


def build_plan(campaign_id):
    """(title, TextDocument) of the campaign's plan as it stands."""
    campaign = Campaign.objects.select_related("organiser__current").get(pk=campaign_id)
    version = campaign.organiser.current
    number, _slash, symbol = campaign.plan_number.partition("/")
    letterhead = Letterhead(
        superior=version.superior_name,
        issuer=version.legal_name,
        symbol=symbol or f"KH-{version.symbol}",
        number=number,
        place=version.place_name,
        issued_on=campaign.plan_date,
    )
    plan = campaign_plan(campaign)
    doc = TextDocument(
        letterhead=letterhead,
        kind="KẾ HOẠCH",
        title=campaign.title,
        title_lines=tuple(balanced(campaign.title, TITLE_LETTERS)),
        basis_lines=tuple(f"Căn cứ {basis}" for basis in plan["legal_bases"]),
        blocks=tuple(PlanText(campaign, plan).blocks()),
        recipients=tuple(campaign.recipients),
        signature=Signature(
            ((campaign.signer_title or version.head_title).upper(),), campaign.signer_name, ""
        ),
        annexes=tuple(annexes_of(campaign, plan)),
        reference_lines=(f"(Kèm theo Kế hoạch số {campaign.plan_number or f'……/{letterhead.symbol}'} của {version.legal_name})",),
        is_draft=campaign.is_draft,
    )  # fmt: skip
    return f"Kế hoạch {campaign.title}"[:200], doc


class PlanText:
    """Writes the chapters that the plan has, in the order and with the words of such plans."""

    def __init__(self, campaign, plan):
        self.campaign, self.plan = campaign, plan
        self.count = 0

    def blocks(self):
        yield self.opening()
        for chapter in (
            self.purpose, self.theme, self.time, self.contents, self.criteria, self.targets, self.programme, self.solutions,
            self.offers, self.dossier, self.milestones, self.funding, self.responsibilities,
        ):  # fmt: skip
            yield from chapter()
        yield self.closing()

    def heading(self, title):
        self.count += 1
        return Block("heading", title, roman(self.count))

    def opening(self):
        issuer = self.campaign.organiser.current.legal_name
        return Block("paragraph", f"{issuer} xây dựng Kế hoạch {lower_first(self.campaign.title)} như sau:")

    def purpose(self):
        if not (self.campaign.purpose or self.campaign.requirements):
            return
        yield self.heading("Mục đích, yêu cầu")
        yield Block("clause", "Mục đích", "1")
        yield from dashes(self.campaign.purpose)
        yield Block("clause", "Yêu cầu", "2")
        yield from dashes(self.campaign.requirements)

    def theme(self):
        campaign = self.campaign
        said = [
            (label, words) for label, words in (("Chủ đề", campaign.theme), ("Khẩu hiệu", campaign.slogan)) if words
        ]
        if said:
            yield self.heading(f"{', '.join(label.lower() for label, _words in said).capitalize()} thi đua")
            yield from (Block("paragraph", f"{label}: “{words}”.") for label, words in said)

    def time(self):
        yield self.heading("Thời gian, đối tượng thi đua")
        yield Block("clause", "Thời gian thi đua", "1")
        whole = period(self.campaign.starts_on, self.campaign.ends_on)
        yield Block("paragraph", f"Phong trào thi đua{KIND_WORDS.get(self.campaign.kind, '')} được tổ chức {whole}.")
        yield from (self.movement(row) for row in self.plan["movements"])
        yield from (self.phase(row) for row in self.plan["phases"])
        if self.plan["celebrations"]:
            days = "; ".join(celebration(day) for day in self.plan["celebrations"])
            yield Block("paragraph", f"Lập thành tích chào mừng kỷ niệm {days}.")
        if self.plan["groups"]:
            yield Block("clause", "Đối tượng thi đua", "2")
            for group in self.plan["groups"]:
                yield Block("dash", sentence(f"{group.get_nominee_kind_display()}: {group.text}"))

    def movement(self, row):
        by = f"do {row.launcher} phát động"
        launched = [by] if by.lower() not in row.name.lower() else []
        launched += [f"theo {lower_first(str(row.document))}"] if row.document else []
        words = f"{row.name} ({' '.join(launched)})" if launched else row.name
        when = period(row.starts_on, row.ends_on)
        return Block("dash", sentence(f"{words}: tổ chức thực hiện {when}" if when else words))

    def phase(self, row):
        words = f"{row.name}: {period(row.starts_on, row.ends_on)}"
        days = "; ".join(celebration(day) for day in row.celebrations.all())
        return Block("dash", sentence(f"{words}, lập thành tích chào mừng kỷ niệm {days}" if days else words))

    def contents(self):
        yield from self.numbered("Nội dung thi đua", self.plan["contents"])

    def criteria(self):
        yield from self.numbered("Tiêu chí thi đua", self.plan["criteria"])

    def solutions(self):
        yield from self.numbered("Giải pháp chủ yếu", self.plan["solutions"])

    def numbered(self, title, nodes):
        """A tree: groups are lettered, their lines are numbered through."""
        if not nodes:
            return
        yield self.heading(title)
        letters = iter(LETTERS.upper())
        for node in nodes:
            if not node.children:
                yield Block("sentence", sentence(criterion_words(node.criterion)), node.number)
                continue
            yield Block("clause", criterion_words(node.criterion), next(letters, "-"))
            for leaf in node.children:
                yield Block("sentence", sentence(criterion_words(leaf.criterion)), leaf.number)

    def targets(self):
        if self.plan["targets"]:
            yield self.heading("Chỉ tiêu thi đua")
            for number, target in enumerate(self.plan["targets"], 1):
                yield Block("sentence", sentence(target.text), str(number))

    def programme(self):
        if self.plan["tasks"]:
            yield self.heading("Chương trình công tác")
            yield Block(
                "paragraph", "Nội dung công việc, thời gian và đơn vị thực hiện nêu tại Phụ lục kèm theo Kế hoạch này."
            )

    def offers(self):
        if not (self.plan["offers"] or self.plan["standards"]):
            return
        judged = self.plan["standards"] or any(offer.standards for offer in self.plan["offers"])
        standards = " và tiêu chuẩn" if judged else ""
        yield self.heading(f"Hình thức, số lượng{standards} khen thưởng")
        yield Block("clause", "Hình thức, số lượng khen thưởng", "1")
        for letter, offer in zip(cycle(LETTERS), self.plan["offers"], strict=False):
            yield Block("point", sentence(offer_words(offer)), letter)
        own = [(letter, offer) for letter, offer in zip(LETTERS, self.plan["offers"], strict=False) if offer.standards]
        if self.plan["standards"] or own:
            yield Block("clause", "Tiêu chuẩn khen thưởng", "2")
            yield from self.standards(own)

    def standards(self, own):
        """By kind of nominee, then what holds for all, then what single offers ask beyond that."""
        letters = cycle(LETTERS)
        for kind, label in (("collective", "Đối với tập thể"), ("individual", "Đối với cá nhân")):
            rows = [row for row in self.plan["standards"] if row.nominee_kind == kind]
            if rows:
                yield Block("point", label, next(letters))
                yield from (Block("dash", sentence(row.text)) for row in rows)
        for row in self.plan["standards"]:
            if not row.nominee_kind:
                yield Block("point", sentence(row.text), next(letters))
        for letter, offer in own:
            words = f"Đối với hình thức nêu tại điểm {letter} khoản 1 Mục này: {lower_first(offer.standards)}"
            yield Block("point", sentence(words), next(letters))

    def dossier(self):
        if not self.plan["components"]:
            return
        yield self.heading("Hồ sơ đề nghị khen thưởng")
        yield Block("clause", "Thành phần hồ sơ", "1")
        for component in self.plan["components"]:
            yield Block("dash", sentence(component_words(component)))
        yield Block("clause", "Số lượng hồ sơ", "2")
        yield Block("paragraph", f"{self.campaign.dossier_copies:02d} bộ (bản chính).")

    def milestones(self):
        if self.plan["milestones"]:
            yield self.heading("Mốc thời gian thực hiện")
            for milestone in self.plan["milestones"]:
                yield Block("dash", sentence(milestone_words(milestone)))

    def funding(self):
        if self.campaign.funding:
            yield self.heading("Kinh phí khen thưởng")
            yield Block("paragraph", self.campaign.funding)

    def responsibilities(self):
        if not self.plan["responsibilities"]:
            return
        yield self.heading("Tổ chức thực hiện")
        for number, duty in enumerate(self.plan["responsibilities"], 1):
            yield Block("clause", duty.name, str(number))
            yield Block("paragraph", duty.text)

    def closing(self):
        title = lower_first(self.campaign.title)
        return Block(
            "paragraph",
            f"Trên đây là Kế hoạch {title}. Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh "
            f"về {self.campaign.organiser.current.legal_name} để được hướng dẫn, giải quyết",
        )
