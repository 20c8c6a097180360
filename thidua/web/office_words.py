"""Fields that speak as the office does: what to type is said in its own words, numbers and days as it writes them."""

from django import forms

from .widgets import DateInput, DecimalInput, WholeInput

DAY = "Ghi ngày/tháng/năm, ví dụ 20/11/2026."
WHOLE = "Ghi một số nguyên, ví dụ 2."
NUMBER = "Ghi một số, ví dụ 7 hoặc 5,5."
LIMITS = {
    "min_value": "Ghi số từ %(limit_value)s trở lên.",
    "max_value": "Ghi số không quá %(limit_value)s.",
    "max_length": "Đã gõ %(show_value)d ký tự; tối đa %(limit_value)d ký tự.",
    "max_digits": "Số quá lớn: tối đa %(max)s chữ số.",
    "max_decimal_places": "Ghi tối đa %(max)s chữ số sau dấu phẩy.",
    "invalid_choice": "Mục đã chọn không còn trong danh sách; hãy chọn lại.",
}


def in_office_words(form):
    """Give every field of the form its widget and its sentences. Called once, when the form is made."""
    for field in form.fields.values():
        _widget(field)
        field.error_messages |= LIMITS | {"required": _wanted(field)} | _invalid(field)


def _widget(field):
    if isinstance(field, forms.DateField):
        field.widget = _dressed(field, DateInput())
    elif isinstance(field, forms.DecimalField):
        field.widget = _dressed(field, DecimalInput())
    elif isinstance(field, forms.IntegerField) and not isinstance(field.widget, forms.HiddenInput):
        field.widget = _dressed(field, WholeInput())
    if isinstance(field, forms.IntegerField):
        field.localize = True  # «5,5» and «1.000» are read as they are written here


def _dressed(field, widget):
    widget.is_required = field.required
    return widget


def _wanted(field):
    verb = "Chọn" if hasattr(field, "choices") else "Nhập"
    label = str(field.label or "").strip()
    return f"{verb} {label[:1].lower()}{label[1:]}." if label else "Ô này không để trống được."


def _invalid(field):
    if isinstance(field, forms.DateField):
        return {"invalid": DAY}
    if isinstance(field, forms.DecimalField):
        return {"invalid": NUMBER}
    return {"invalid": WHOLE} if isinstance(field, forms.IntegerField) else {}
