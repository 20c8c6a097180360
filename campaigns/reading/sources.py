"""The text of a plan that an office uploads: Word, PDF or plain text in, lines out.

One paragraph is one line; a row of a table is one line, its cells separated by TAB. What cannot be read raises
Unreadable with a sentence that says what to do. Nothing here touches the network or the database.
"""

import logging
import unicodedata
from importlib import import_module
from pathlib import Path

from .errors import Unreadable
from .formats import kinds, legacy

logger = logging.getLogger(__name__)
LARGEST = 20 * 1024 * 1024
READERS = {"docx": "word", "pdf": "pdf", "txt": "plain"}
THIS = "Tệp này"  # how every sentence begins; replaced by the name of the file where there is one


def text_of(path: Path, name: str = "") -> str:
    """The text of the file at `path`; `name` is what the officer calls it."""
    subject = f"Tệp «{name}»" if name else THIS
    try:
        return _text(Path(path))
    except Unreadable as reason:
        raise type(reason)(str(reason).replace(THIS, subject, 1)) from reason.__cause__
    except Exception as error:  # foreign bytes: whatever breaks inside a reader is the file's fault, never a crash
        logger.warning("An uploaded plan could not be read", exc_info=True)
        raise Unreadable(f"{subject} bị hỏng, không đọc được. Hãy mở tệp, lưu lại rồi tải lên lần nữa.") from error


def _text(path):
    size = path.stat().st_size
    if size == 0:
        raise Unreadable(f"{THIS} trống, không có nội dung. Hãy chọn lại tệp kế hoạch.")
    if size > LARGEST:
        limit = LARGEST // (1024 * 1024)
        raise Unreadable(f"{THIS} lớn hơn {limit} MB. Hãy bỏ bớt hình ảnh, hoặc chỉ tải lên phần kế hoạch bằng chữ.")
    text = unicodedata.normalize("NFC", _read(path.read_bytes())).strip("\n")
    if not any(sign.isalnum() for sign in text):
        raise Unreadable(f"{THIS} không có chữ nào. Hãy chọn tệp kế hoạch có nội dung bằng chữ.")
    legacy.refuse_old_typefaces(text)
    return text


def _read(data):
    """The libraries are loaded at the moment of use: a web process that only shows pages never pays for them."""
    reader = import_module(f"{__package__}.formats.{READERS[kinds.kind_of(data)]}")
    return reader.read(data)
