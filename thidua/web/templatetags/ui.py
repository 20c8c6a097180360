"""Small things that look the same on every page: dates, money, status, progress, timeline."""

from datetime import date, datetime
from decimal import Decimal
from math import pi

from django import template
from django.utils import timezone
from django.utils.html import format_html

from thidua.web import timeline as geometry

register = template.Library()

# Each status colour means one thing and never stands without a word and an icon (screens.md, Identity).
TONE_ICONS = {
    "waiting": "hourglass-split",
    "unit": "building",
    "elsewhere": "arrow-right-circle",
    "returned": "exclamation-triangle-fill",
    "done": "check-circle-fill",
    "draft": "pencil",
}
CARD_WORDS = {
    "waiting": "Chờ tôi",
    "elsewhere": "Ở người khác",
    "returned": "Cần xử lý ngay",
    "done": "Xong",
    "draft": "Nháp",
}
MARK_WORDS = {
    "waiting": "Sắp đến hạn",
    "elsewhere": "Đang diễn ra",
    "returned": "Quá hạn",
    "done": "Đã qua",
    "draft": "Chưa đến",
    "hollow": "Chờ văn bản hướng dẫn",
    "feast": "Ngày kỷ niệm",
}
MESSAGE_ICONS = {
    "success": "check-circle-fill",
    "warning": "exclamation-triangle-fill",
    "error": "x-octagon-fill",
}
FILE_ICONS = {
    "pdf": "file-earmark-pdf",
    "docx": "file-earmark-word",
    "doc": "file-earmark-word",
    "xlsx": "file-earmark-excel",
    "xls": "file-earmark-excel",
    "jpg": "file-earmark-image",
    "jpeg": "file-earmark-image",
    "png": "file-earmark-image",
    "zip": "file-earmark-zip",
}


def as_day(value):
    """A date of Viet Nam, whatever came in; None stays None."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value if isinstance(value, date) else None


# --- words and numbers ---


@register.filter
def vnd(amount):
    """2340000 → "2.340.000 đ" (the space does not break)."""
    if amount is None or amount == "":
        return ""
    return f"{int(Decimal(amount)):,}".replace(",", ".") + "\N{NO-BREAK SPACE}đ"


@register.filter
def vn_date(value):
    day = as_day(value)
    return f"{day:%d/%m/%Y}" if day else ""


@register.filter
def vn_datetime(value):
    if not isinstance(value, datetime):
        return vn_date(value)
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{local:%H:%M ngày %d/%m/%Y}"


def far_words(days):
    """Nobody counts 1.475 days: campaigns run for eight years."""
    if days <= 90:
        return f"{days} ngày"
    return f"{days // 30} tháng" if days < 730 else f"{days // 365} năm"


@register.filter
def relative_day(value, today=None):
    """How a deadline is spoken of: "còn 3 ngày", "hôm nay", "quá hạn 2 ngày"."""
    day = as_day(value)
    if day is None:
        return ""
    left = (day - (as_day(today) or timezone.localdate())).days
    if left < 0:
        return f"quá hạn {-left} ngày"
    return f"còn {far_words(left)}" if left else "hôm nay"


@register.filter
def tone_word(tone):
    return CARD_WORDS.get(tone, CARD_WORDS["draft"])


@register.filter
def file_icon(name):
    return FILE_ICONS.get(str(name).rsplit(".", 1)[-1].lower(), "file-earmark")


@register.filter
def message_icon(tags):
    return next(
        (icon for tag, icon in MESSAGE_ICONS.items() if tag in str(tags)),
        "info-circle-fill",
    )


@register.filter
def elided_pages(page):
    """1 2 … 7 8 9 … 20"""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


# --- components ---


# Icons and badges stand in every row of every list: written here, they cost a tenth of an included template.


@register.simple_tag
def icon(name, label=""):
    """Silent beside a word; with `label` it speaks for itself."""
    words = format_html('<span class="visually-hidden">{}</span>', label) if label else ""
    return format_html('<i class="bi bi-{}" aria-hidden="true"></i>{}', name, words)


@register.inclusion_tag("components/crumb.html")
def crumb(label, url=""):
    return {"label": label, "url": url}


@register.simple_tag(name="status_badge")
def status_badge(tone, label, symbol=""):
    """One colour, one word, one icon."""
    picture = icon(symbol or TONE_ICONS.get(tone, "circle"))
    return format_html('<span class="status status-{}">{}<span>{}</span></span>', tone, picture, label)


@register.inclusion_tag("components/date_with_relative.html")
def date_with_relative(day, today=None, finished=False):
    """`finished`: what is done is no longer late, so only the date is shown."""
    day = as_day(day)
    today = as_day(today) or timezone.localdate()
    left = (day - today).days if day else None
    tone = ""
    if left is not None and not finished:
        tone = "late" if left < 0 else "soon" if left <= 3 else "calm"
    return {"day": day, "tone": tone, "words": relative_day(day, today) if tone else ""}


@register.inclusion_tag("components/timeline.html")
def timeline(timeline, title="Tiến trình phong trào"):
    marks = [{"mark": mark, "word": MARK_WORDS[mark.tone]} for mark in geometry.list_order(timeline)]
    return {
        "timeline": timeline,
        "picture": geometry.picture_of(timeline),
        "marks": marks,
        "title": title,
    }


def share(done, total):
    return min(done / total, 1) if total else 0


@register.inclusion_tag("components/progress_ring.html")
def progress_ring(done, total, label):
    radius = 26
    around = 2 * pi * radius
    part = share(done, total)
    tone = "done" if total and done >= total else "waiting"
    dash = f"{around * part:.1f} {around:.1f}"
    return {
        "done": done,
        "total": total,
        "label": label,
        "percent": round(part * 100),
        "dash": dash,
        "tone": tone,
    }


@register.inclusion_tag("components/quota_bar.html")
def quota_bar(used, total, label="", unit="đề nghị"):
    """Reads "7 đề nghị / 2 suất"; total None is an award without a quota."""
    over = total is not None and used > total
    tone = "returned" if over else "done" if total is not None and used == total else "elsewhere"
    whole = max(used, total or 0, 1)
    # What exceeds the quota is drawn behind the quota's end mark, so that the eye sees how much must go.
    return {
        "used": used,
        "total": total,
        "label": label,
        "unit": unit,
        "tone": tone,
        "over": used - total if over else 0,
        "filled": f"{used / whole * 100:.1f}%",
        "limit": f"{(total or 0) / whole * 100:.1f}%" if over else "",
    }
