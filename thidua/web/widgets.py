"""Form widgets of our own."""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join


class DateInput(forms.DateInput):
    """The browser's own date field, which shows dates in the person's way and sends them in one."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


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
