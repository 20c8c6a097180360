"""The text of a PDF, line by line; lines that Word has wrapped are put together again where that is certain."""

import re
from io import BytesIO
from time import thread_time
from unicodedata import normalize

from pypdf import PdfReader, apply_configuration
from pypdf.errors import LimitReachedError, PyPdfError

from ..errors import Unreadable
from .pdf_tables import TABLE_HEAD, with_rows

MOST_PAGES = 300
MOST_SECONDS = 10  # of work: a busy machine is not the fault of the plan
MOST_STREAM = 8 * 1024 * 1024  # the drawing of one page, unpacked; a page of text has some 20 KB
MOST_SIGNS = 400_000  # operators and operands of one page; a page of text has some 10,000
LIMITS = {
    "zlib_maximum_output_length": MOST_STREAM,
    "lzw_maximum_output_length": MOST_STREAM,
    "run_length_maximum_output_length": MOST_STREAM,
    "array_based_stream_maximum_output_length": MOST_STREAM,
    "stream_parsing_work_maximum_count": MOST_SIGNS,
}
FEWEST_LETTERS = 100  # on a page with a picture: less is a scan with a stamp of the digital signature

LOCKED = "Tệp này có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên."
DAMAGED = "Tệp này bị hỏng hoặc tải lên chưa trọn vẹn. Hãy xuất lại PDF từ Word rồi tải lên lần nữa."
SCANNED = "Tệp này là bản quét (ảnh chụp), không có chữ để đọc. Hãy tải lên tệp Word (.docx) hoặc PDF xuất từ Word."
TOO_LONG = "Tệp này quá dài hoặc quá phức tạp để đọc. Hãy tải lên riêng phần kế hoạch, tốt nhất là tệp Word (.docx)."

PAGE_NUMBER = re.compile(r"[-–—\s]*(?:Trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s]*")
BEGINS_ITEM = re.compile(r"[a-zđ]{1,2}[.)]\s")
BEGINS_PART = re.compile(
    r"[-–+•*]\s|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|[IVX]{1,5}\.\s|[A-ZĐ][.)]\s|(?:Căn cứ|Theo|Thực hiện|Điều|Phần|Mục|Nơi nhận|TT|STT|QUÝ)\b"
)
BLANKS = re.compile(r"[^\S\t\n]+")
FULL = 0.8  # of the usual length: what is shorter ended on purpose
ENDS = re.compile(r"[.;:!?…]$|\./\.$")


def read(data):
    try:
        with apply_configuration(**LIMITS):
            return joined(_lines(_pages(_opened(data))))
    except LimitReachedError as error:
        raise Unreadable(TOO_LONG) from error
    except PyPdfError as error:
        raise Unreadable(DAMAGED) from error


def _opened(data):
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):  # many may be read by all, only not changed
        raise Unreadable(LOCKED)
    if len(reader.pages) > MOST_PAGES:
        raise Unreadable(TOO_LONG)
    return reader


def _pages(reader):
    """The text of each page; refused when the pages are pictures of text."""
    began, texts, scans = thread_time(), [], 0
    for page in reader.pages:
        texts.append(page.extract_text() or "")
        scans += sum(map(str.isalnum, texts[-1])) < FEWEST_LETTERS and _has_picture(page)
        if TABLE_HEAD.search(texts[-1]):
            texts[-1] = with_rows(page.extract_text(extraction_mode="layout"))
        if thread_time() - began > MOST_SECONDS:
            raise Unreadable(TOO_LONG)
    if not texts:
        raise Unreadable(DAMAGED)
    if scans > len(texts) / 2 or not any(text.strip() for text in texts):
        raise Unreadable(SCANNED)
    return texts


def _has_picture(page):
    pictures = _resolved(_resolved(page.get("/Resources")).get("/XObject"))
    return any(_resolved(one).get("/Subtype") == "/Image" for one in pictures.values())


def _resolved(entry):
    """A dictionary of the file, wherever in the file it stands; an empty one when it is missing."""
    found = entry.get_object() if entry is not None else None
    return found if isinstance(found, dict) else {}


def _lines(pages):
    """The lines of all pages without the numbers of the pages."""
    for page in pages:
        lines = [BLANKS.sub(" ", line).strip(" ") for line in normalize("NFC", page).splitlines()]
        lines = [line for line in lines if line]
        for end in (0, -1):
            if lines and PAGE_NUMBER.fullmatch(lines[end]):
                del lines[end]
        yield from lines


def joined(lines):
    """Paragraphs from lines: a line goes on with the one before where that one has not ended and was full, or it begins small."""
    lines = list(lines)
    full = FULL * _usual_length(lines)
    paragraphs = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1][-1], line, full):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return "\n".join(" ".join(lines) for lines in paragraphs)


def _usual_length(lines):
    """How many letters a full line of running text has: nine lines in ten are no longer."""
    lengths = sorted(len(line) for line in lines if "\t" not in line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _goes_on(before, line, full):
    if "\t" in before or "\t" in line or BEGINS_ITEM.match(line):
        return False
    if before.endswith(":") and before.count("(") > before.count(")"):
        return True
    if ENDS.search(before):
        return False
    if line[0].islower():
        return True
    return len(before) >= full and not before.isupper() and not line.isupper() and not BEGINS_PART.match(line)
