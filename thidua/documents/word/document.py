"""The builder: says one after another what stands in the document, knows nothing of campaigns."""

from io import BytesIO

from docx.shared import Mm

from ..layout import basis_lines
from . import ending, lists, package, sections, titles
from .letterhead import write_letterhead
from .text import clean, lines_of, restyle, say


class WordDocument:
    """An editable administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I); numbers are plain text.

    Word's automatic numbering is left out on purpose: whoever copies, quotes or reads the file gets «a)» and «1.» too.
    """

    def __init__(self, letterhead, kind, subject="", *, addressees=()):
        self.letterhead, self.kind = letterhead, clean(kind)
        self._document = package.blank()
        self._section = sections.first_section(self._document)
        self._last = None  # the last paragraph of running text, None after a table or a picture
        title = f"{self.kind.capitalize()} {clean(subject)}".strip()
        package.describe(self._document, title=title, author=clean(letterhead.issuer), day=letterhead.issued_on)
        write_letterhead(self._document, letterhead)
        titles.write_title(self._document, kind=kind, subject=subject, room=self.room)
        if addressees:
            titles.write_addressees(self._document, addressees)

    @property
    def room(self):
        """The width between the margins of the current page, in millimetres."""
        return sections.text_width(self._section)

    def bases(self, bases):
        """Căn cứ …; Căn cứ …."""
        for basis in basis_lines(bases):
            self._write("Basis", basis)

    def paragraph(self, text, *, bold=None, italic=None, keep=False):
        """Running text; each line that was typed is a paragraph. `keep`: on the page of what follows."""
        for line in lines_of(text):
            self._write("Normal", line, bold=bold, italic=italic).paragraph_format.keep_with_next = keep or None

    def heading(self, number, title):
        """«I. MỤC ĐÍCH, YÊU CẦU»"""
        self._write("Heading1", f"{_dotted(number)}{clean(title).upper()}")

    def clause(self, number, text, *, titled=True):
        """A khoản: bold when it is the title of what follows, upright when it is the whole sentence."""
        self._write("Heading2" if titled else "Normal", f"{_dotted(number)}{clean(text)}")

    def point(self, letter, text):
        """A điểm: «a) …»."""
        self._write("Normal", f"{letter.strip().rstrip(')')}) {clean(text)}")

    def dash(self, text):
        self._write("Normal", f"- {clean(text)}")

    def table(self, *, header, rows, widths=None, centred=(), strong=()):
        """A list with lines; a row given as a text stands alone across the table.

        `centred`: numbers of columns; `strong`: numbers of bold rows.
        """
        widths = lists.shared_out(widths, len(header), self.room)
        lists.write_list(self._document, header=header, rows=rows, widths=widths, centred=centred, strong=strong)
        self._gap()

    def picture(self, png, width_mm, alt=""):
        """A chart in the middle of the page; `alt` says what it shows to those who cannot see it."""
        paragraph = restyle(self._document.add_paragraph(), "Frame")
        shape = paragraph.add_run().add_picture(BytesIO(png), width=Mm(min(width_mm, self.room)))
        shape._inline.docPr.set("descr", clean(alt))
        self._gap()

    def close(self, *, recipients, signature):
        """End the text with «./.», then «Nơi nhận» and the signature."""
        ending.finish(self._last or self._write("Normal", ""))
        ending.write_ending(self._document, recipients=recipients, signature=signature)
        self._last = None

    def signing_place(self, place, post, hint):
        """Where a form is signed by whoever fills it in: «………, ngày … / THỦ TRƯỞNG ĐƠN VỊ / (Ký tên, đóng dấu)»."""
        ending.write_signing_place(self._document, place, post, hint, room=self.room)
        self._last = None

    def annex(self, label, title, *, landscape=False):
        """«Phụ lục I», on pages of its own."""
        self._section = sections.annex_section(self._document, landscape=landscape)
        reference = titles.reference(self.kind, self.letterhead)
        titles.write_annex_title(self._document, label=clean(label), title=title, reference=reference)
        self._last = None

    def save(self):
        """The bytes of the .docx; the same content gives the same bytes."""
        return package.packed(self._document)

    def _write(self, style, text, **looks):
        self._last = say(restyle(self._document.add_paragraph(), style), text, **looks)
        return self._last

    def _gap(self):
        """Word wants a paragraph after a table; text that ends here has no sentence to close."""
        restyle(self._document.add_paragraph(), "Gap")
        self._last = None


def _dotted(number):
    number = str(number).strip()
    return f"{number.rstrip('.')}. " if number else ""
