"""What the templates of templates/pdf/ print: plain data, frozen, so that its hash names one version of a document."""

from dataclasses import dataclass
from itertools import groupby

from thidua.documents.layout import (
    NOTE_LETTERS,
    TITLE_LETTERS,
    Letterhead,
    Signature,
    balanced,
    basis_lines,
    closed,
    lettered,
    roman,
)

INLINE_AT_MOST = 10  # more names than this stand in a list of their own behind the decision


@dataclass(frozen=True)
class Line:
    """One nominee in a list; lines of one `group` («Tập thể», «Cá nhân») stand together under its name."""

    name: str
    post: str
    award: str
    summary: str = ""
    group: str = ""

    @property
    def may_split(self):
        """A row of more than about half a page may go on overleaf; others stay whole."""
        return len(self.summary) > 700


@dataclass(frozen=True)
class Group:
    """Lines under one heading; `number` is roman («I») and empty where the list has no groups."""

    number: str
    title: str
    lines: tuple[Line, ...]


def grouped(lines):
    """Lines by their group, in the order in which the groups first appear."""
    order = list(dict.fromkeys(line.group for line in lines))
    by_group = groupby(sorted(lines, key=lambda line: order.index(line.group)), key=lambda line: line.group)
    return tuple(
        Group(roman(number) if title else "", title, tuple(members))
        for number, (title, members) in enumerate(by_group, 1)
    )


@dataclass(frozen=True)
class DecisionDoc:
    """Quyết định khen thưởng (NĐ 30/2020 PL III, Mẫu 1.2)."""

    letterhead: Letterhead
    title: str  # trích yếu: «Về việc tặng …»
    authority: str  # who decides: «Giám đốc Sở Nội vụ»
    bases: tuple[str, ...]  # «Luật …», «Nghị định …»; with or without «Căn cứ» and final marks
    proposal: str  # who proposes, after «Theo đề nghị của»
    grant: str  # Điều 1 up to its list, without a final mark
    lines: tuple[Line, ...]
    executors: str  # who carries it out, the last Điều
    reference: str  # «Quyết định số … ngày … của …», over the list
    signature: Signature
    recipients: tuple[str, ...]  # Nơi nhận, without dashes and final marks; the last is «Lưu: VT, …»
    bonus_sentence: str = ""  # «mỗi tập thể 1.520.000 đồng, mỗi cá nhân 760.000 đồng»
    total: str = ""  # empty: no money, no Điều about it
    is_draft: bool = False

    @property
    def title_lines(self):
        return balanced(self.title, TITLE_LETTERS)

    @property
    def bases_and_proposal(self):
        return basis_lines((*self.bases, f"Theo đề nghị của {self.proposal}"))

    @property
    def lines_in_appendix(self):
        return len(self.lines) > INLINE_AT_MOST

    @property
    def award_on_lines(self):
        return len({line.award for line in self.lines}) > 1

    @property
    def inline_lines(self):
        """Điều 1 as clauses and points: «1. Tập thể:», «a) …;»; without groups «1. …;»."""
        groups = grouped(self.lines)
        if not any(group.title for group in groups):
            return closed([f"{number}. {self._said(line)}" for number, line in enumerate(self.lines, 1)])
        points = []
        for number, group in enumerate(groups, 1):
            points += [f"{number}. {group.title}:", *lettered([f"{self._said(line)};" for line in group.lines])]
        return [*points[:-1], points[-1].removesuffix(";") + "."]

    def _said(self, line):
        post = f", {line.post}" if line.post else ""
        return f"{line.name}{post}: {line.award}" if self.award_on_lines else f"{line.name}{post}"

    @property
    def reference_lines(self):
        return balanced(f"(Kèm theo {self.reference})", NOTE_LETTERS)

    @property
    def groups(self):
        return grouped(self.lines)


@dataclass(frozen=True)
class SubmissionLetterDoc:
    """Tờ trình đề nghị khen thưởng with its list (NĐ 152/2025 đ.33 k.11)."""

    letterhead: Letterhead
    title: str  # trích yếu: «Về việc đề nghị …»
    addressee: str
    issuer_name: str
    bases: tuple[str, ...]
    paragraphs: tuple[str, ...]
    count_words: str  # «02 tập thể, 02 cá nhân»
    totals: tuple[str, ...]  # per award: «Giấy khen …: 02 tập thể, 02 cá nhân»
    enclosures: tuple[str, ...]
    occasion: str  # «trong phong trào …»
    reference: str  # «Tờ trình số … của …», over the list
    lines: tuple[Line, ...]
    signature: Signature
    recipients: tuple[str, ...]
    is_draft: bool = False

    @property
    def title_lines(self):
        return balanced(self.title, TITLE_LETTERS)

    @property
    def list_title_lines(self):
        return balanced(self.occasion[:1].upper() + self.occasion[1:], TITLE_LETTERS)

    @property
    def basis_lines(self):
        return basis_lines(self.bases)

    @property
    def reference_lines(self):
        return balanced(f"(Kèm theo {self.reference})", NOTE_LETTERS)

    @property
    def groups(self):
        return grouped(self.lines)


# What the forms of NĐ 91/2017, NĐ 98/2023 and NĐ 152/2025 print over the tables of a report.
TITLE_COLUMNS = (
    "Năm",
    "Danh hiệu thi đua",
    "Số, ngày, tháng, năm của quyết định công nhận danh hiệu thi đua; cơ quan ban hành quyết định",
)
AWARD_COLUMNS = (
    "Năm",
    "Hình thức khen thưởng",
    "Số, ngày, tháng, năm của quyết định khen thưởng; cơ quan ban hành quyết định",
)
RATING_COLUMNS = (
    "Năm",
    "Mức độ hoàn thành nhiệm vụ",
    "Số, ngày, tháng, năm của quyết định hoặc thông báo; cơ quan ban hành",
)


@dataclass(frozen=True)
class ReportTable:
    """A table of yearly facts in a report: «Năm | … | quyết định». Rows hold text: a year is not a quantity."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class ReportPart:
    """One section of a report as its form names it."""

    title: str  # «I. …» where a new part of the form begins, else empty
    number: int
    heading: str
    paragraphs: tuple[str, ...]
    tables: tuple[ReportTable, ...] = ()


@dataclass(frozen=True)
class AchievementReportDoc:
    """Báo cáo thành tích on the form of its decree (NĐ 98/2023, NĐ 152/2025: Mẫu số 08)."""

    letterhead: Letterhead
    subject: str
    award: str
    occasion: str
    form_name: str  # «Mẫu số 08 ban hành kèm theo …»
    facts: tuple[tuple[str, str], ...]
    parts: tuple[ReportPart, ...]
    signatures: tuple[Signature, ...]  # left: who confirms; right: who reports
    is_draft: bool = False
    form_note: str = ""  # a remark of the form, in italics under its name

    @property
    def form_lines(self):
        return balanced(f"({self.form_name})", NOTE_LETTERS)

    @property
    def occasion_lines(self):
        return balanced(self.occasion, TITLE_LETTERS)
