"""The Word file as a package: what stands in it beside the text, and how it becomes bytes."""

from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml

HERE = Path(__file__).parent
BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say: the same text gives the same file
NEEDED = {RT.STYLES, RT.SETTINGS}


def blank():
    """A document without a word, with the decree's styles and nothing of the library's own template."""
    document = Document()
    _refill(document.styles.element, "styles.xml")
    _refill(document.settings.element, "settings.xml")
    _drop(document.part.rels, lambda reltype: reltype not in NEEDED)
    _drop(document.part.package.rels, lambda reltype: reltype.endswith(("/thumbnail", "/extended-properties")))
    return document


def describe(document, *, title, author, day):
    """What the file manager shows: the title of the document, the agency that issues it, the day."""
    facts = document.core_properties
    facts.title, facts.author, facts.last_modified_by = title[:255], author[:255], author[:255]
    facts.comments, facts.language = "", "vi-VN"
    if day:
        facts.created = facts.modified = datetime.combine(day, time(), tzinfo=UTC)
    else:
        for child in [child for child in facts._element if child.tag.endswith(("}created", "}modified"))]:
            facts._element.remove(child)


def packed(document):
    """The bytes of the file; they depend on the content alone, not on the clock."""
    raw, clean = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as source, ZipFile(clean, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, BEGINNING_OF_TIME)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name), compresslevel=6)
    return clean.getvalue()


def _refill(root, name):
    for child in list(root):
        root.remove(child)
    root.extend(parse_xml((HERE / name).read_bytes()))


def _drop(rels, unwanted):
    for key in [key for key, rel in rels.items() if unwanted(rel.reltype)]:
        del rels[key]
