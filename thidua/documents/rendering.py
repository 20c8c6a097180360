"""HTML to PDF with WeasyPrint: in the worker only, with the project's fonts, without network.

WeasyPrint is imported inside the functions: a web process that only asks for documents never pays for it.
"""

import gc
import logging
import os
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from warnings import catch_warnings

from django.conf import settings
from django.template.loader import render_to_string

from .layout import nfc

VARIANT = "pdf/a-2u"  # for the archive; u: every letter can be found again as text


@dataclass(frozen=True)
class Rendered:
    """A finished document: the HTML for tests to read, the PDF, its number of pages, WeasyPrint's complaints."""

    html: str
    pdf: bytes
    pages: int
    warnings: tuple[str, ...]


def render_pdf(template, context):
    """Render `template` with `context` to a PDF that may go to the archive."""
    html = nfc(render_to_string(template, context))
    with _collected_warnings() as warnings, _without_collector():
        document = _document(html)
        # WeasyPrint leaves its colour profile open for Python to close.
        with catch_warnings(action="ignore", category=ResourceWarning):
            pdf = document.write_pdf(pdf_variant=VARIANT)
    return Rendered(html=html, pdf=pdf, pages=len(document.pages), warnings=tuple(warnings))


def _document(html):
    weasyprint, fonts, style, fetcher = _engine()
    page = weasyprint.HTML(string=html, url_fetcher=fetcher)
    return page.render(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)


@lru_cache(maxsize=1)
def _engine():
    """WeasyPrint with the fonts and the parsed style sheet, made once per worker process; it loads nothing else."""
    with _only_our_fonts():
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        fonts = FontConfiguration()
    nothing = weasyprint.URLFetcher(allowed_protocols=())
    text = (settings.BASE_DIR / "static" / "pdf" / "document.css").read_text(encoding="utf-8")
    return weasyprint, fonts, weasyprint.CSS(string=text, font_config=fonts, url_fetcher=nothing), nothing


@contextmanager
def _only_our_fonts():
    """While this lasts, fontconfig knows the project's fonts only; what it has read then stays in memory."""
    folder = Path(settings.DOCUMENT_FONTS_DIR)
    if not list(folder.glob("*.ttf")):
        raise RuntimeError(f"Thiếu phông chữ của văn bản trong {folder}; chạy lại «make setup».")
    before = os.environ.get("FONTCONFIG_FILE")
    with TemporaryDirectory(prefix="thidua-fonts-") as scratch:
        file = Path(scratch) / "fonts.conf"
        file.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
            f"<fontconfig><dir>{folder}</dir><cachedir>{scratch}</cachedir></fontconfig>\n"
        )
        os.environ["FONTCONFIG_FILE"] = str(file)
        try:
            yield
        finally:
            del os.environ["FONTCONFIG_FILE"]
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before


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
