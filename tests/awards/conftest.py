"""Ratings of the house in which most tests happen."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from awards.models import QualityRating
from awards.sheets import HEADER
from tests.factories.agencies import person_called

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def rate(agencies):
    """rate("ccvc", "good", person="…", year=2024): one line of the register."""

    def write(unit, grade, person=None, year=2024, **fields):
        somebody = person_called(person) if person else None
        return QualityRating.objects.create(agency=agencies[unit], person=somebody, year=year, grade=grade, **fields)

    return write


@pytest.fixture
def sheet():
    """sheet(rows, header=…): an uploaded .xlsx."""

    def make(rows, header=HEADER, name="Xếp loại.xlsx"):
        book = Workbook()
        for cells in [header, *rows]:
            book.active.append(list(cells))
        data = BytesIO()
        book.save(data)
        return SimpleUploadedFile(name, data.getvalue(), content_type=XLSX)

    return make
