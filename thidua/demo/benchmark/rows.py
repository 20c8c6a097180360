"""Enough units and dossiers that lists show fifty rows."""

from datetime import date

from django.contrib.auth.hashers import make_password

from campaigns.models import Campaign, Participant
from thidua.agencies.actions import found_agency
from thidua.agencies.enums import AgencyKind
from thidua.agencies.models import Agency, Person, Position
from thidua.demo.khanh_hoa import SLUG, KhanhHoa
from thidua.demo.tenants import _member

UNITS = 60


def add_rows():
    """Sixty more units, each with a dossier handed in to the campaign of this year. Again: nothing."""
    if Agency.objects.filter(code="do-1").exists():
        return
    campaign = Campaign.objects.filter(state="launched").latest("pk")
    house, root, password = KhanhHoa(), Agency.objects.get(code="so"), make_password(None)
    for number in range(1, UNITS + 1):
        code = f"do-{number}"
        agency = found_agency(
            code=code, position=100 + number, valid_from=date(2023, 1, 1), legal_name=f"Đơn vị đo tốc độ {number}",
            short_name=f"Đơn vị đo {number}", kind=AgencyKind.INTERNAL_UNIT, parent=root, symbol=f"DO{number}",
            place_name="Khánh Hòa", superior_name="Sở Nội vụ tỉnh Khánh Hòa", head_title="Trưởng phòng",
        )  # fmt: skip
        person = Person.objects.create(full_name=f"Nguyễn Văn Đo {number}")
        Position.objects.create(
            person=person, agency=agency, title="Trưởng phòng", is_head=True, valid_from=date(2023, 1, 1)
        )
        _member(f"{code}@{SLUG}.demo", person.full_name, agency, ["truongdonvi"], password)
        Participant.objects.create(campaign=campaign, agency=agency)
        house.submitted(campaign, code)
