"""What may be uploaded: decided by the content of the file, never by its name alone."""

import hashlib
import unicodedata
import uuid
import zipfile
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import storages

from .models import StoredFile

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAIN = "text/plain"
EXTENSIONS = {
    PDF: ".pdf", DOCX: ".docx", XLSX: ".xlsx", PLAIN: ".txt", "image/jpeg": ".jpg", "image/png": ".png",
}  # fmt: skip
PAPERS = (PDF, DOCX, XLSX, "image/jpeg", "image/png")  # what a dossier's papers come as
TEXTS = (DOCX, PDF, PLAIN)  # what is read as text
LABELS = {PDF: "PDF", DOCX: "DOCX", XLSX: "XLSX", PLAIN: "TXT", "image/jpeg": "JPG", "image/png": "PNG"}
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # .doc, .xls; an encrypted .docx looks the same


def store_upload(upload, *, by, allowed=PAPERS):
    """Keep an uploaded file (Django UploadedFile) privately. Raises ValidationError with what to do instead.

    `allowed`: content types that are taken. Bytes that show no type of their own are plain text if that is allowed
    and the name ends in .txt.
    """
    check_size(upload)
    content_type = content_type_of(upload, allowed)
    name = safe_name(upload.name, EXTENSIONS[content_type])
    return _keep(upload, name, content_type, user_id=by.user_id)


def store_bytes(data, *, name, content_type=PDF):
    """Keep a file that the system itself has made."""
    from django.core.files.base import ContentFile

    return _keep(ContentFile(data), name, content_type, user_id=None)


def check_size(upload):
    if upload.size == 0:
        raise ValidationError(f"Tệp «{upload.name}» rỗng. Hãy mở lại tệp gốc, lưu và tải lên lần nữa.")
    if upload.size > settings.UPLOAD_MAX_BYTES:
        limit = settings.UPLOAD_MAX_BYTES // 1024 // 1024
        size = f"{upload.size / 1024 / 1024:.1f}".replace(".", ",")
        raise ValidationError(
            f"Tệp «{upload.name}» nặng {size} MB, quá giới hạn {limit} MB. "
            "Hãy giảm độ phân giải hình ảnh, bản quét, hoặc tách thành nhiều tệp."
        )


def content_type_of(upload, allowed=PAPERS):
    """The type that the bytes show. Raises ValidationError for anything that is not `allowed`."""
    upload.seek(0)
    head = upload.read(8)
    upload.seek(0)
    try:
        content_type = _shown_type(upload, head)
    finally:
        upload.seek(0)
    if content_type is None and PLAIN in allowed and upload.name.lower().endswith(".txt"):
        content_type = PLAIN
    if content_type not in allowed:
        raise ValidationError(_refusal(upload, head, allowed))
    return content_type


def _shown_type(upload, head):
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _office_type(upload)
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG")):
        return _image_type(upload)
    return OLD_OFFICE if head.startswith(OLD_OFFICE) else None


def _refusal(upload, head, allowed):
    labels = ", ".join(LABELS[content_type] for content_type in allowed)
    if head.startswith(OLD_OFFICE):
        return (
            f"Tệp «{upload.name}» là tệp Office đời cũ (.doc, .xls) hoặc có mật khẩu. Hãy mở bằng Word hoặc Excel, gỡ mật "
            f"khẩu nếu có, chọn «Lưu thành» dạng .docx hoặc .xlsx rồi tải lên. Chỉ nhận {labels}."
        )
    if head.startswith(b"PK\x03\x04"):
        return (
            f"Tệp «{upload.name}» không phải Word hoặc Excel đọc được. Hãy mở tệp, lưu lại rồi tải lên lần nữa. "
            f"Chỉ nhận {labels}."
        )
    kind = "loại này" if len(allowed) == 1 else "một trong các loại này"
    return (
        f"Không nhận tệp «{upload.name}»: bên trong không phải {labels}. Hãy mở tệp, lưu sang {kind} rồi tải lên lại."
    )


def _office_type(upload):
    try:
        names = set(zipfile.ZipFile(upload).namelist())
    except (zipfile.BadZipFile, OSError):
        names = set()
    if any(name.endswith("vbaProject.bin") for name in names):
        raise ValidationError(f"Tệp «{upload.name}» có macro nên không được nhận. Hãy lưu lại thành .docx hoặc .xlsx.")
    if "word/document.xml" in names:
        return DOCX
    return XLSX if "xl/workbook.xml" in names else None


def _image_type(upload):
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(upload, formats=("JPEG", "PNG")) as image:
            image.verify()
            return "image/jpeg" if image.format == "JPEG" else "image/png"
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise ValidationError(f"Ảnh «{upload.name}» bị hỏng. Hãy chụp hoặc quét lại.") from None


def safe_name(name, extension):
    """The person's own file name, in NFC, without folders or control characters, with the true extension."""
    stem = PurePath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    stem = "".join(c for c in stem if c.isprintable() and c not in '<>:"/|?*').strip(" .") or "tệp"
    return stem[: 190 - len(extension)] + extension


def _keep(content, name, content_type, user_id):
    from thidua.tenancy.models import current_tenant_id

    digest = hashlib.sha256()
    for chunk in content.chunks():
        digest.update(chunk)
    content.seek(0)
    key = storages["default"].save(f"{current_tenant_id()}/{uuid.uuid4().hex}{EXTENSIONS[content_type]}", content)
    return StoredFile.objects.create(
        key=key, name=name, content_type=content_type, size=content.size, sha256=digest.hexdigest(),
        uploaded_by_id=user_id,
    )  # fmt: skip
