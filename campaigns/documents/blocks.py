"""What a text document consists of, one thing after another; PDF and Word are written from the same blocks."""

from dataclasses import dataclass, field

from thidua.documents.layout import Letterhead, Signature


@dataclass(frozen=True)
class Block:
    """A heading («I. …»), a clause («1. …», title or sentence), a point («a) …»), a dash or a paragraph."""

    kind: str  # heading, clause, sentence, point, dash, paragraph
    text: str
    number: str = ""


@dataclass(frozen=True)
class Table:
    """A list with lines. A row given as a str stands alone across the table; a cell of several lines is a tuple.

    `strong`: numbers of the rows that are printed bold: groups, sums.
    """

    header: tuple[str, ...]
    rows: tuple
    widths: tuple[int, ...] = ()  # mm
    centred: tuple[int, ...] = ()
    strong: tuple[int, ...] = ()
    kind: str = "table"

    @property
    def printed(self):
        """Rows as the PDF template draws them: (is across, is bold, cells as tuples of lines)."""
        return [
            (True, True, row) if isinstance(row, str) else (False, number in self.strong, self._cells(row))
            for number, row in enumerate(self.rows)
        ]

    def _cells(self, row):
        lines = [cell if isinstance(cell, tuple) else (cell,) for cell in row]
        return [(cell, index in self.centred) for index, cell in enumerate(lines)]


@dataclass(frozen=True)
class SigningPlace:
    """The end of a form that somebody else fills in: room for the place and the day, who signs, how."""

    text: str
    place: str = "………, ngày …… tháng …… năm ………"
    hint: str = "(Ký tên, đóng dấu)"
    kind: str = "signing"


@dataclass(frozen=True)
class Annex:
    label: str
    title: str
    blocks: tuple
    landscape: bool = False


@dataclass(frozen=True)
class TextDocument:
    """A document of continuous text in the layout of NĐ 30/2020: kế hoạch."""

    letterhead: Letterhead
    kind: str
    title: str
    title_lines: tuple[str, ...]
    basis_lines: tuple[str, ...]
    blocks: tuple
    recipients: tuple[str, ...]
    signature: Signature
    reference_lines: tuple[str, ...] = ()
    annexes: tuple = field(default_factory=tuple)
    is_draft: bool = False


def write_word(doc):
    """The bytes of the editable Word file of a TextDocument."""
    from thidua.documents.word import WordDocument  # loads python-docx: for workers, not for the web

    word = WordDocument(doc.letterhead, doc.kind, doc.title)
    word.bases(doc.basis_lines)
    for block in doc.blocks:
        _say(word, block)
    word.close(recipients=doc.recipients, signature=doc.signature)
    for annex in doc.annexes:
        word.annex(annex.label, annex.title, landscape=annex.landscape)
        for block in annex.blocks:
            _say(word, block)
    return word.save()


def _say(word, block):
    if block.kind == "table":
        rows = [row if isinstance(row, str) else [_cell(cell) for cell in row] for row in block.rows]
        word.table(
            header=list(block.header), rows=rows, widths=list(block.widths) or None, centred=block.centred,
            strong=block.strong,
        )  # fmt: skip
    elif block.kind == "signing":
        word.signing_place(block.place, block.text, block.hint)
    elif block.kind == "heading":
        word.heading(block.number, block.text)
    elif block.kind == "clause":
        word.clause(block.number, block.text)
    elif block.kind == "sentence":
        word.clause(block.number, block.text, titled=False)
    elif block.kind == "point":
        word.point(block.number, block.text)
    elif block.kind == "dash":
        word.dash(block.text)
    else:
        word.paragraph(block.text)


def _cell(cell):
    return "\n".join(cell) if isinstance(cell, tuple) else cell
