"""Form widgets of our own: what people type in Vietnam, whatever language their browser speaks."""

from decimal import Decimal

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join

DAY = r"\s*(\d{1,2}[\/.\-]\d{1,2}[\/.\-]\d{4}|\d{8})\s*"


class DateInput(forms.DateInput):
    """A day as dd/mm/yyyy. The browser's own date field would show it in the browser's language."""

    def __init__(self, attrs=None):
        shown = {
            "inputmode": "numeric", "autocomplete": "off", "placeholder": "ngày/tháng/năm", "pattern": DAY,
            "title": "Ngày/tháng/năm, ví dụ 20/11/2026", "data-date": True,
        }  # fmt: skip
        super().__init__(attrs=shown | (attrs or {}), format="%d/%m/%Y")


class WholeInput(forms.TextInput):
    """A whole number, also a year: without thousand separators; what is no number stays in the field."""

    def __init__(self, attrs=None):
        super().__init__({"inputmode": "numeric", "autocomplete": "off"} | (attrs or {}))

    def format_value(self, value):
        return None if value is None else str(value)


class DecimalInput(forms.TextInput):
    """A number as offices write it: «7», «5,5»."""

    def __init__(self, attrs=None):
        super().__init__({"inputmode": "decimal", "autocomplete": "off"} | (attrs or {}))

    def format_value(self, value):
        if isinstance(value, Decimal):
            return f"{value.normalize():f}".replace(".", ",")
        return None if value is None else str(value)


class LongSelect(forms.Select):
    """A list to choose from with many options: Django renders one template an option, which long lists feel."""

    def render(self, name, value, attrs=None, renderer=None):
        """The same HTML as forms.Select, without groups."""
        widget = self.get_context(name, value, attrs)["widget"]
        options = [option for _group, options, _index in widget["optgroups"] for option in options]
        written = format_html_join(
            "", "<option{}>{}</option>", ((self._attributes(option), option["label"]) for option in options)
        )
        return format_html("<select{}>{}</select>", flatatt({"name": name, **widget["attrs"]}), written)

    def _attributes(self, option):
        return flatatt({"value": str(option["value"]), **option["attrs"]})
