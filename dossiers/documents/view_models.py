"""What the templates of templates/pdf/ print: plain data, frozen, so that its hash names one version of a document."""

from dataclasses import dataclass

from thidua.documents.layout import Letterhead, Signature


@dataclass(frozen=True)
class Line:
    """One nominee in a list."""

    name: str
    post: str
    award: str
    summary: str = ""


@dataclass(frozen=True)
class DecisionDoc:
    """Quyết định khen thưởng (NĐ 30/2020 PL III, Mẫu 1.2)."""

    letterhead: Letterhead
    title: str
    authority: str
    bases: tuple[str, ...]
    proposal: str
    grant: str
    lines: tuple[Line, ...]
    executors: str
    reference: str
    signature: Signature
    recipients: tuple[str, ...]
    bonus_sentence: str = ""
    total: str = ""
    is_draft: bool = False

    @property
    def lines_in_appendix(self):
        return len(self.lines) > 10

    @property
    def award_on_lines(self):
        return len({line.award for line in self.lines}) > 1


@dataclass(frozen=True)
class SubmissionLetterDoc:
    """Tờ trình đề nghị khen thưởng with its list (NĐ 152/2025 đ.33 k.11)."""

    letterhead: Letterhead
    title: str
    addressee: str
    issuer_name: str
    bases: tuple[str, ...]
    paragraphs: tuple[str, ...]
    count_words: str
    totals: tuple[str, ...]
    enclosures: tuple[str, ...]
    occasion: str
    reference: str
    lines: tuple[Line, ...]
    signature: Signature
    recipients: tuple[str, ...]
    is_draft: bool = False


@dataclass(frozen=True)
class ReportPart:
    title: str  # «I. …» where a new part of the form begins, else empty
    number: int
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class AchievementReportDoc:
    """Báo cáo thành tích on the form of its decree (NĐ 98/2023, NĐ 152/2025: Mẫu số 08)."""

    letterhead: Letterhead
    subject: str
    award: str
    occasion: str
    form_name: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[ReportPart, ...]
    signatures: tuple[Signature, ...]
    is_draft: bool = False
