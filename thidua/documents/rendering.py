"""HTML to PDF with WeasyPrint: in the worker only, with the project's fonts, without network.

WeasyPrint is imported inside the functions: a web process that only asks for documents never pays for it.
"""

import gc
import logging
import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

from .layout import nfc


@dataclass(frozen=True)
class Rendered:
    """A finished document: the HTML for tests to read, the PDF, its number of pages, WeasyPrint's complaints."""

    html: str
    pdf: bytes
    pages: int
    warnings: tuple[str, ...]


def render_pdf(template, context):
    """Render `template` with `context` to a PDF/A-2u document in which every letter can be found again as text."""
    html = nfc(render_to_string(template, context))
    with _collected_warnings() as warnings, _without_collector():
        document = _document(html)
        pdf = document.write_pdf(pdf_variant="pdf/a-2u", pdf_identifier=None)
    return Rendered(html=html, pdf=pdf, pages=len(document.pages), warnings=tuple(warnings))


def _document(html):
    weasyprint, fonts, style = _engine()
    page = weasyprint.HTML(string=html, url_fetcher=_refuse)
    return page.render(stylesheets=[style], font_config=fonts)


@lru_cache(maxsize=1)
def _engine():
    """WeasyPrint with the parsed style sheet and the fonts, made once per worker process."""
    os.environ["FONTCONFIG_FILE"] = str(_font_configuration())  # before Pango starts: no other font may slip in
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    style = weasyprint.CSS(
        string=(settings.BASE_DIR / "static" / "css" / "document.css").read_text(encoding="utf-8"), font_config=fonts
    )
    return weasyprint, fonts, style


def _font_configuration():
    """A fontconfig file that knows the project's fonts only."""
    fonts = Path(settings.DOCUMENT_FONTS_DIR)
    if not list(fonts.glob("*.ttf")):
        raise RuntimeError(f"Thiếu phông chữ của văn bản trong {fonts}; chạy lại «make setup».")
    folder = Path(tempfile.gettempdir()) / f"thidua-fonts-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / "fonts.conf"
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        f"<fontconfig><dir>{fonts}</dir><cachedir>{folder}</cachedir></fontconfig>\n"
    )
    if not file.exists() or file.read_text() != text:
        file.write_text(text)
    return file


def _refuse(url, *args, **kwargs):
    raise ValueError(f"Văn bản không được nạp gì từ bên ngoài: {url}")


@contextmanager
def _collected_warnings():
    messages = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())
    logger = logging.getLogger("weasyprint")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


@contextmanager
def _without_collector():
    """Layout makes many long-lived objects; collecting in the middle costs a third on long lists."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
