"""What a consolidated report holds, as plain data: the PDF template and the Word writer print the same parts."""

from dataclasses import dataclass

from thidua.documents.layout import TITLE_LETTERS, Letterhead, Signature, balanced, lower_first
from thidua.web.charts.columns import Columns
from thidua.web.charts.gauge import Gauge
from thidua.web.charts.ranking import RankBar

COLUMNS_UPRIGHT = 9


@dataclass(frozen=True)
class Words:
    """Paragraphs of running text."""

    paragraphs: tuple[str, ...]
    kind: str = "words"


@dataclass(frozen=True)
class Said:
    """What one unit wrote, under its name."""

    unit: str
    paragraphs: tuple[str, ...]
    kind: str = "said"


@dataclass(frozen=True)
class Table:
    """Widths are millimetres in proportion; from the column `centred_from` on, cells stand in the middle."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    totals: tuple[str, ...] = ()
    centred_from: int = 2
    kind: str = "table"

    @property
    def shares(self):
        """Widths in percent, for the columns of the PDF."""
        return [f"{width * 100 / sum(self.widths):.2f}%" for width in self.widths]

    @property
    def lines(self):
        """Rows of (text, stands in the middle)."""
        return [[(cell, self.is_centred(at)) for at, cell in enumerate(row)] for row in self.rows]

    @property
    def last_line(self):
        return [(cell, self.is_centred(at)) for at, cell in enumerate(self.totals)]

    def is_centred(self, at):
        return at == 0 or at >= self.centred_from


@dataclass(frozen=True)
class Chart:
    """Exactly one of the three: columns of units, gauges of targets, bars of ranks."""

    caption: str
    columns: Columns | None = None
    gauges: tuple[Gauge, ...] = ()
    bars: tuple[RankBar, ...] = ()
    kind: str = "chart"

    @property
    def svg(self):
        from thidua.documents import charts

        if self.columns:
            return charts.column_svg(self.columns)
        return charts.gauges_svg(self.gauges) if self.gauges else charts.ranking_svg(self.bars)

    @property
    def png(self):
        from thidua.documents import charts

        if self.columns:
            return charts.column_png(self.columns)
        return charts.gauges_png(self.gauges) if self.gauges else charts.ranking_png(self.bars)


@dataclass(frozen=True)
class Clause:
    """«1. …» inside a part; without a number the blocks stand in the part itself."""

    title: str
    blocks: tuple
    number: str = ""


@dataclass(frozen=True)
class Part:
    """«II. KẾT QUẢ»"""

    number: str
    title: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Annex:
    label: str
    title: str
    table: Table
    notes: tuple[str, ...] = ()

    @property
    def is_wide(self):
        """More columns than a page holds upright."""
        return len(self.table.header) > COLUMNS_UPRIGHT

    @property
    def title_lines(self):
        return balanced(self.title, TITLE_LETTERS)


@dataclass(frozen=True)
class ReviewReportDoc:
    """Báo cáo sơ kết, tổng kết phong trào thi đua (NĐ 30/2020 PL III, Mẫu 1.4)."""

    letterhead: Letterhead
    subject: str
    opening: str
    parts: tuple[Part, ...]
    closing: str
    annexes: tuple[Annex, ...]
    signature: Signature
    recipients: tuple[str, ...]
    is_draft: bool = False

    @property
    def title_lines(self):
        return balanced(self.subject, TITLE_LETTERS)

    @property
    def reference(self):
        """«Kèm theo Báo cáo số …/BC-SNV của Sở Nội vụ …», over the annexes."""
        number = lower_first(self.letterhead.number_line).replace(": ", " ")
        return f"Kèm theo Báo cáo {number} của {self.letterhead.issuer}"
