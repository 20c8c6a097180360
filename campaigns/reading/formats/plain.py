"""Plain text: Unicode of any kind, else the Vietnamese code page of Windows."""

import codecs
import re

from ..errors import Unreadable

BINARY = (
    "Tệp này không phải là văn bản đọc được. Hãy tải lên kế hoạch dạng Word (.docx), PDF hoặc văn bản thuần (.txt)."
)
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Signs that no text has: Windows leaves these places empty, and control signs do not come from a keyboard.
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def read(data):
    text = _decoded(data)
    if CONTROL.search(text.replace("\x1a", "").replace("\x85", "")):  # old editors end a file with 1A
        raise Unreadable(BINARY)
    return "\n".join(line.rstrip() for line in text.replace("\x1a", "").lstrip("\ufeff").splitlines())


def _decoded(data):
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, "cp1258")


def _strictly(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(BINARY) from error
