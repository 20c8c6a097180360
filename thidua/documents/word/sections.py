"""Pages: A4 with the margins of the decree, numbered in the middle above, silent on the first."""

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Length, Mm

from .text import element, restyle, say

SHORT, LONG = 210, 297
TOP, RIGHT, BOTTOM, LEFT = 20, 15, 20, 30


def first_section(document):
    section = document.sections[0]
    section._sectPr.attrib.clear()  # the editing marks of the library's own template
    section._sectPr.remove(section._sectPr.find(element("w:docGrid").tag))
    _measure(section, landscape=False)
    _number_pages(section)
    return section


def annex_section(document, *, landscape):
    """An annex begins a new page and counts its own pages."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    restyle(document.paragraphs[-1], "Gap")
    _measure(section, landscape=landscape)
    for old in section._sectPr.findall(element("w:pgNumType").tag):
        section._sectPr.remove(old)
    section._sectPr.find(element("w:pgMar").tag).addnext(element("w:pgNumType", start=1))
    return section


def text_width(section):
    """Millimetres between the margins."""
    return round(Length(section.page_width - section.left_margin - section.right_margin).mm)


def _measure(section, *, landscape):
    width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True


def _number_pages(section):
    paragraph = section.header.paragraphs[0]
    field = element("w:fldSimple", instr="PAGE")
    field.append(say(paragraph, "2").runs[0]._r)
    paragraph._p.append(field)
