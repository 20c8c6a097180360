"""What a file really is: its first bytes say so, its name only claims it."""

from ..errors import Unreadable

PDF_HEAD = 1024  # scanners write a few bytes of their own in front of «%PDF-»
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"8BPS")
PAGES = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<table", b"<div", b"mime-version:")

DOC = "Tệp này là tệp Word kiểu cũ (.doc). Hãy mở bằng Word, chọn «Lưu thành» (Save As) loại .docx rồi tải lên lại."
LOCKED = "Tệp này có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên."
OTHER_OLE = "Tệp này không phải là văn bản Word. Hãy lưu kế hoạch thành .docx hoặc PDF rồi tải lên."
IMAGE = "Tệp này là hình ảnh, phần mềm không đọc được chữ trong ảnh. Hãy tải lên tệp Word (.docx) của kế hoạch."
RTF = "Tệp này là tệp RTF. Hãy mở bằng Word, chọn «Lưu thành» (Save As) loại .docx rồi tải lên lại."
PAGE = "Tệp này là trang web (HTML). Hãy sao chép nội dung vào Word, lưu thành .docx rồi tải lên."


def kind_of(data):
    """«docx», «pdf» or «txt»; what is clearly something else is refused. A zip is opened by the Word reader."""
    start = data[:PDF_HEAD]
    if start.startswith(b"PK\x03\x04"):
        return "docx"
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise Unreadable(_ole(data))
    if b"%PDF-" in start:
        return "pdf"
    _refuse_others(start)
    return "txt"


def _refuse_others(start):
    words = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if words.startswith(b"{\\rtf"):
        raise Unreadable(RTF)
    if words.lower().startswith(PAGES) or (words.startswith(b"<?xml") and b"<html" in words.lower()):
        raise Unreadable(PAGE)
    if _is_image(start):
        raise Unreadable(IMAGE)


def _is_image(start):
    riff = start.startswith(b"RIFF") and start[8:12] == b"WEBP"
    bitmap = start.startswith(b"BM") and b"\x00" not in start[:6] and start.isascii()  # text that begins with «BM»
    return riff or start[4:8] == b"ftyp" or (start.startswith(IMAGES) and not bitmap)


def _ole(data):
    """Word 97 files and password-protected new ones share a container; the names of its streams tell them apart."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return LOCKED
    return DOC if "WordDocument".encode("utf-16-le") in data else OTHER_OLE
