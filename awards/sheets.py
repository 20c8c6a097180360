"""The register as Excel: what is shown, and the form to be filled in."""

from datetime import date

from django.db.models import Q

from thidua.agencies.models import Agency, Position
from thidua.documents.sheets import workbook

from .enums import RatingPeriod
from .matching import COLUMNS

TITLE = "Kết quả xếp loại"
WIDTHS = (44, 28, 8, 18, 32, 20, 16)
HEADER = tuple(COLUMNS.values())


def register_sheet(ratings):
    """Exactly the ratings that are given; the same columns can be read in again."""
    return workbook(title=TITLE, header=HEADER, rows=[_row(rating) for rating in ratings], widths=WIDTHS)


def _row(rating):
    return (
        str(rating.agency), str(rating.person or ""), rating.year, rating.get_period_display(),
        rating.get_grade_display(), rating.decision_number, rating.decision_date,
    )  # fmt: skip


def blank_sheet(year, period):
    """Every unit and everybody in it in that year, the grade still to be filled in."""
    when = RatingPeriod(period).label
    people = {}
    for agency, name in people_in(year).values_list("agency_id", "person__full_name"):
        people.setdefault(agency, {})[name] = None
    rows = []
    for agency in Agency.objects.present():
        for name in ("", *people.get(agency.pk, ())):
            rows.append((str(agency), name, year, when, "", "", None))
    return workbook(title=TITLE, header=HEADER, rows=rows, widths=WIDTHS)


def people_in(year, **unit):
    """Posts held at any time of a year, heads first, then by given name."""
    held = Q(valid_to__isnull=True) | Q(valid_to__gt=date(year, 1, 1))
    posts = Position.objects.filter(held, valid_from__lte=date(year, 12, 31), **unit)
    return posts.select_related("person").order_by("-is_head", "person__sort_key", "id")
