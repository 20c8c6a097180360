"""LongSelect writes what Django's own Select writes."""

from django import forms
from django.test.html import parse_html

from thidua.web.widgets import LongSelect

CHOICES = [("", "Tất cả"), (1, "Văn phòng Sở"), (2, "<b>Phòng</b> & Ban")]


def written(widget, value):
    return parse_html(widget(choices=CHOICES).render("don-vi", value, {"id": "id_dv", "class": "form-select"}))


def test_the_same_html_as_djangos_select():
    for value in (None, "", 2, "1", "khác"):
        assert written(LongSelect, value) == written(forms.Select, value)
