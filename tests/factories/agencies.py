"""The agency tree of a Sở Nội vụ with people in their posts. Call inside a tenant_scope."""

from datetime import date

from thidua.agencies.actions import found_agency
from thidua.agencies.enums import AgencyKind
from thidua.agencies.models import Person, Position
from thidua.agencies.names import sort_key

from .tenants import place_of

FOUNDED = date(2020, 1, 1)
UNITS = (
    # code, kind, name, short name, symbol, title of the head, parent
    ("so", AgencyKind.DEPARTMENT, "Sở Nội vụ tỉnh {place}", "Sở Nội vụ", "SNV", "Giám đốc", None),
    ("van-phong", AgencyKind.OFFICE, "Văn phòng Sở", "Văn phòng", "VP", "Chánh Văn phòng", "so"),
    ("ccvc", AgencyKind.INTERNAL_UNIT, "Phòng Công chức, viên chức", "Phòng CCVC", "CCVC", "Trưởng phòng", "so"),
    ("ttlt", AgencyKind.SUBORDINATE_UNIT, "Trung tâm Lưu trữ lịch sử", "TT Lưu trữ", "TTLT", "Giám đốc", "so"),
    ("nha-trang", AgencyKind.DISTRICT_OFFICE, "Phòng Nội vụ thành phố Nha Trang", "PNV Nha Trang", "PNV",
     "Trưởng phòng", None),
    ("dien-khanh", AgencyKind.DISTRICT_OFFICE, "Phòng Nội vụ huyện Diên Khánh", "PNV Diên Khánh", "PNV",
     "Trưởng phòng", None),
)  # fmt: skip
HEADS = {
    "so": "Trần Quốc Nam",
    "van-phong": "Lê Thị Thu Hằng",
    "ccvc": "Nguyễn Văn Đức",
    "ttlt": "Phạm Thị Ngọc Ánh",
    "nha-trang": "Huỳnh Minh Sỹ",
    "dien-khanh": "Võ Thị Yến",
}
STAFF = {
    "so": (("Đặng Hoàng Long", "Phó Giám đốc"),),
    "van-phong": (("Bùi Thị Kim Chi", "Chuyên viên"),),
    "ccvc": (("Nguyễn Thị Ngọc Diễm Quỳnh", "Phó Trưởng phòng"), ("Trương Thế Anh", "Chuyên viên")),
    "ttlt": (("Đỗ Văn Ước", "Lưu trữ viên"),),
    "nha-trang": (("Lý Thị Ái", "Chuyên viên"),),
    "dien-khanh": (("Cao Văn Ẩn", "Chuyên viên"),),
}


def agency_tree(tenant):
    """{code: Agency} of the units above, each with the people below."""
    agencies = {}
    for position, (code, kind, name, short_name, symbol, head_title, parent) in enumerate(UNITS, 1):
        agencies[code] = found_agency(
            code=code,
            position=position,
            valid_from=FOUNDED,
            decision="Quyết định số 12/2016/QĐ-UBND",
            legal_name=name.format(place=place_of(tenant)),
            short_name=short_name,
            symbol=symbol,
            place_name=place_of(tenant),
            superior_name=f"UBND tỉnh {place_of(tenant)}" if code == "so" else "",
            head_title=head_title,
            parent=agencies.get(parent),
            kind=kind,
        )
    _appoint(agencies)
    return agencies


def _appoint(agencies):
    """The head and the staff of every unit; at once, for this stands before most tests."""
    posts = [
        row
        for code, *_, head_title, _ in UNITS
        for row in ((code, HEADS[code], head_title, True), *((code, name, title, False) for name, title in STAFF[code]))
    ]
    people = Person.objects.bulk_create(Person(full_name=name, sort_key=sort_key(name)) for _, name, *_ in posts)
    Position.objects.bulk_create(
        Position(person=person, agency=agencies[code], title=title, is_head=is_head, valid_from=FOUNDED)
        for person, (code, _, title, is_head) in zip(people, posts, strict=True)
    )


def person(full_name, **fields):
    return Person.objects.create(full_name=full_name, **fields)


def post(person, agency, title, *, is_head=False, valid_from=FOUNDED, valid_to=None):
    return Position.objects.create(
        person=person, agency=agency, title=title, is_head=is_head, valid_from=valid_from, valid_to=valid_to
    )


def person_called(full_name):
    return Person.objects.get(full_name=full_name)
