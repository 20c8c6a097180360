"""The zip around a Word file, opened with care: an upload may be damaged, locked, or a bomb."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from lxml import etree

from ..errors import Unreadable

MOST_FILES = 2_000
MOST_BYTES = 300 * 1024 * 1024  # all parts unpacked, as the zip declares them; pictures are never unpacked
MOST_XML = 12 * 1024 * 1024  # one part that is read; a plan of 100 pages has about 3 MB
MOST_TAGS = 600_000  # in one part: what the tree takes in memory

DAMAGED = "Tệp này bị hỏng hoặc tải lên chưa trọn vẹn. Hãy mở lại bằng Word, lưu thành .docx rồi tải lên lần nữa."
LOCKED = "Tệp này có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên."
TOO_MUCH = "Tệp này chứa quá nhiều dữ liệu để đọc. Hãy sao chép phần chữ của kế hoạch sang một tệp Word mới."
SHEET = "Tệp này là bảng tính Excel. Hãy tải lên văn bản kế hoạch dạng Word (.docx) hoặc PDF."
SLIDES = "Tệp này là bản trình chiếu PowerPoint. Hãy tải lên văn bản kế hoạch dạng Word (.docx) hoặc PDF."
ODT = "Tệp này là tệp OpenDocument (.odt). Hãy mở bằng Word hoặc LibreOffice, lưu thành .docx rồi tải lên."
OTHER = "Tệp này là tệp nén, không phải văn bản Word. Hãy giải nén rồi tải lên tệp .docx của kế hoạch."
# LibreOffice and newer Word may write the «strict» names of the same elements.
STRICT = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)


class Archive:
    """The parts of a Word file, each as an XML tree or nothing."""

    def __init__(self, data):
        if data.count(b"PK\x01\x02") > MOST_FILES:  # before the list of files is even built
            raise Unreadable(TOO_MUCH)
        try:
            self.zip = ZipFile(BytesIO(data))
        except BadZipFile as error:
            raise Unreadable(DAMAGED) from error
        self.files = {info.filename: info for info in self.zip.infolist()}
        if sum(info.file_size for info in self.files.values()) > MOST_BYTES:
            raise Unreadable(TOO_MUCH)
        if "word/document.xml" not in self.files and not self._named_main():
            raise Unreadable(self._other_kind())

    def main(self):
        """The root of the document itself."""
        root = self.tree(self._named_main() or "word/document.xml")
        if root is None:
            raise Unreadable(DAMAGED)
        return root

    def beside(self, name):
        """A part next to the document: «numbering.xml», «styles.xml»."""
        folder = (self._named_main() or "word/document.xml").rpartition("/")[0]
        return self.tree(f"{folder}/{name}")

    def tree(self, name):
        info = self.files.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise Unreadable(LOCKED)
        try:
            return _parsed(self._unpacked(info))
        except (BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError) as error:
            raise Unreadable(DAMAGED) from error

    def _unpacked(self, info):
        """At most MOST_XML bytes, whatever the zip claims: only «deflate» can be stopped half-way."""
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Unreadable(DAMAGED)
        with self.zip.open(info) as part:
            data = part.read(MOST_XML + 1)
        if len(data) > MOST_XML or data.count(b"<") > MOST_TAGS:
            raise Unreadable(TOO_MUCH)
        return data

    def _named_main(self):
        """Where the package says that its document is; Word itself always says word/document.xml."""
        if "word/document.xml" in self.files or "_rels/.rels" not in self.files:
            return ""
        for rel in self.tree("_rels/.rels"):
            target = (rel.get("Target") or "").lstrip("/")
            if (rel.get("Type") or "").endswith("/officeDocument") and target.startswith("word/"):
                return target
        return ""

    def _other_kind(self):
        folders = {name.partition("/")[0] for name in self.files}
        if "mimetype" in folders and "content.xml" in folders:
            return ODT
        for folder, sentence in (("xl", SHEET), ("ppt", SLIDES), ("word", DAMAGED)):
            if folder in folders:
                return sentence
        return OTHER


def _parsed(data):
    """XML without entities, without network, without unusual depth."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data.replace(*STRICT), parser)
    if root.getroottree().docinfo.doctype:  # Word never writes one
        raise Unreadable(DAMAGED)
    return root
