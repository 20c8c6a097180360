"""LongSelect writes what Django's own Select writes; days and numbers are read and written as in Vietnam."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.test.html import parse_html

from thidua.web.office_words import in_office_words
from thidua.web.widgets import DateInput, DecimalInput, LongSelect, WholeInput

CHOICES = [("", "Tất cả"), (1, "Văn phòng Sở"), (2, "<b>Phòng</b> & Ban")]


def written(widget, value):
    return parse_html(widget(choices=CHOICES).render("don-vi", value, {"id": "id_dv", "class": "form-select"}))


def test_the_same_html_as_djangos_select():
    for value in (None, "", 2, "1", "khác"):
        assert written(LongSelect, value) == written(forms.Select, value)


class Typed(forms.Form):
    day = forms.DateField(label="Ngày ký")
    points = forms.DecimalField(label="Điểm", max_digits=6, decimal_places=2)
    copies = forms.IntegerField(label="Số bộ", min_value=1)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        in_office_words(self)


@pytest.mark.parametrize(
    "typed", ["01/02/2024", "1/2/2024", "01-02-2024", "1.2.2024", "01022024", "2024-02-01", " 1/2/2024 "]
)
def test_days_are_read_as_people_type_them(typed):
    assert forms.DateField(widget=DateInput()).clean(typed) == date(2024, 2, 1)


@pytest.mark.parametrize("typed", ["2/13/2024", "30/2/2024", "1/2/24", "ngày mai"])
def test_what_is_no_day_is_refused_and_stays(typed):
    form = Typed({"day": typed, "points": "1", "copies": "1"})
    assert form.errors == {"day": ["Ghi ngày/tháng/năm, ví dụ 20/11/2026."]}
    assert f'value="{typed}"' in str(form["day"])


def test_a_day_is_shown_in_the_same_way_in_every_browser():
    html = DateInput().render("ngay", date(2024, 2, 1))
    assert ('type="text"' in html, 'value="01/02/2024"' in html) == (True, True)


@pytest.mark.parametrize(
    ("value", "shown"), [(Decimal("7.00"), "7"), (Decimal("5.50"), "5,5"), (Decimal("100.00"), "100"), ("x", "x")]
)
def test_decimals_are_written_without_empty_places(value, shown):
    assert DecimalInput().format_value(value) == shown


def test_a_year_has_no_thousand_separator():
    assert WholeInput().format_value(2026) == "2026"


@pytest.mark.parametrize(("typed", "value"), [("5,5", "5.5"), ("5.5", "5.5"), ("7", "7"), ("1.000", "1000")])
def test_decimals_are_read_with_a_comma(typed, value):
    form = Typed({"day": "1/2/2024", "points": typed, "copies": "1"})
    assert (form.errors, form.cleaned_data["points"]) == ({}, Decimal(value))


def test_sentences_say_what_to_type():
    assert Typed({}).errors == {"day": ["Nhập ngày ký."], "points": ["Nhập điểm."], "copies": ["Nhập số bộ."]}
    assert Typed({"day": "1/2/2024", "points": "bảy", "copies": "0"}).errors == {
        "points": ["Ghi một số, ví dụ 7 hoặc 5,5."],
        "copies": ["Ghi số từ 1 trở lên."],
    }
