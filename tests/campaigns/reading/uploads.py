"""Files as offices upload them, made in memory: Word with real list definitions, PDF with and without a text."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NUMBERS = """
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
  <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="%2."/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
    <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%4."/></w:lvl>
    <w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="(%5)"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%1.%2"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="2">
    <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl>
    <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0A7;"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="OfficeList"/></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
  <w:num w:numId="6"><w:abstractNumId w:val="1"/>
    <w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1/"/></w:lvl></w:lvlOverride>
  </w:num>
</w:numbering>
"""


def blank():
    """A Word document whose lists are those of NUMBERS."""
    document = Document()
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    root.extend(parse_xml(NUMBERS))
    return document


def listed(document, text, list_id, depth=0):
    """A paragraph with an automatic number."""
    paragraph = document.add_paragraph(text)
    numbered = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(numbered))
    return paragraph


def style_listed(document, name, list_id):
    """A style whose paragraphs are numbered."""
    numbered = f'<w:numPr {nsdecls("w")}><w:numId w:val="{list_id}"/></w:numPr>'
    document.styles[name].element.get_or_add_pPr().append(parse_xml(numbered))


def add_xml(document, xml):
    """Blocks of the body as Word wrote them."""
    marked = xml.strip().replace(">", f" {nsdecls('w')}>", 1) if "xmlns:w" not in xml else xml.strip()
    document.element.body[-1].addprevious(parse_xml(marked))


def docx(document):
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def repacked(data, **changed):
    """The same package with some parts replaced: part names with «/» and «.» written as «__» and «_dot_»."""
    changed = {name.replace("__", "/").replace("_dot_", "."): part for name, part in changed.items()}
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.pop(name, None) or old.read(name))
    return target.getvalue()


def archive(*names, content=b"x"):
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in names:
            new.writestr(name, content)
    return target.getvalue()


def pdf(html):
    from weasyprint import HTML

    return HTML(string=f"<style>@page {{ size: A4; margin: 20mm }}</style>{html}").write_pdf()


def scan(pages=2, stamp=""):
    """Pages that are pictures, perhaps with the text of a digital signature."""
    import base64

    from PIL import Image

    data = BytesIO()
    Image.new("RGB", (60, 80), "gray").save(data, "PNG")
    picture = f'<img src="data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}">'
    return pdf("".join(f'<div style="break-after: page">{picture}{stamp}</div>' for _ in range(pages)))


def locked_pdf(data, *, user, owner):
    from pypdf import PdfReader, PdfWriter

    writer, target = PdfWriter(clone_from=PdfReader(BytesIO(data))), BytesIO()
    writer.encrypt(user_password=user, owner_password=owner, algorithm="AES-256")
    writer.write(target)
    return target.getvalue()


def drawn_pdf(drawing, pages=1):
    """Pages that draw these operators; packed, they take next to nothing."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    def names(**entries):
        return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})

    font = names(Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Times-Roman"))
    writer, target = PdfWriter(), BytesIO()
    for _ in range(pages):
        page, stream = writer.add_blank_page(200, 200), DecodedStreamObject()
        stream.set_data(drawing)
        page[NameObject("/Resources")] = names(Font=names(F1=font))
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    writer.write(target)
    return target.getvalue()


def ole(stream):
    """The beginning of an OLE container that names a stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(600)
