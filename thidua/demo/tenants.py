"""The five tenants of the demo: agencies, invented people, and an account for each role."""

from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.hashers import make_password

from awards.models import Award, OwnVoteRule
from thidua.accounts.actor import Actor
from thidua.accounts.models import Membership, User
from thidua.accounts.permissions import ROLES
from thidua.agencies.actions import found_agency
from thidua.agencies.enums import AgencyKind as K
from thidua.agencies.models import Agency, Person, Position
from thidua.tenancy.models import Tenant
from thidua.tenancy.scope import tenant_scope

PASSWORD = "thidua-demo"
SINCE = date(2023, 1, 1)


@dataclass(frozen=True)
class Unit:
    code: str
    name: str
    short: str
    kind: str
    head: str
    head_title: str
    staff: tuple[str, ...] = ()


@dataclass(frozen=True)
class Office:
    """A tenant of the demo. The first unit is the agency itself, the second its office (văn phòng)."""

    slug: str
    name: str
    short: str
    symbol: str
    place: str
    superior: str
    units: tuple[Unit, ...] = field(repr=False)


def _district(code, name, head, *staff):
    return Unit(code, f"Phòng Nội vụ {name}", f"PNV {name}", K.DISTRICT_OFFICE, head, "Trưởng phòng", staff)


KHANH_HOA = Office(
    "snv-khanhhoa", "Sở Nội vụ tỉnh Khánh Hòa", "SNV Khánh Hòa", "SNV", "Khánh Hòa", "Ủy ban nhân dân tỉnh Khánh Hòa",
    (
        Unit("so", "Sở Nội vụ tỉnh Khánh Hòa", "Sở Nội vụ", K.DEPARTMENT, "Trần Quốc Hưng", "Giám đốc"),
        Unit("van-phong", "Văn phòng Sở", "Văn phòng Sở", K.INTERNAL_UNIT, "Lê Thị Thu Hà", "Chánh Văn phòng",
             ("Phạm Minh Đức", "Ngô Thị Ánh Nguyệt")),
        Unit("ccvc", "Phòng Công chức, viên chức", "Phòng CCVC", K.INTERNAL_UNIT, "Nguyễn Hoàng Nam", "Trưởng phòng",
             ("Nguyễn Thị Ngọc Diễm Quỳnh", "Đặng Văn Thành", "Hồ Thị Mỹ Linh")),
        Unit("tcbc", "Phòng Tổ chức, biên chế và Tổ chức phi chính phủ", "Phòng TCBC", K.INTERNAL_UNIT,
             "Võ Thanh Tùng", "Trưởng phòng", ("Bùi Thị Kim Ngân", "Đỗ Anh Khoa")),
        Unit("xdcq", "Phòng Xây dựng chính quyền và Công tác thanh niên", "Phòng XDCQ", K.INTERNAL_UNIT,
             "Huỳnh Văn Lộc", "Trưởng phòng", ("Trương Thị Yến", "Phan Đình Phú")),
        Unit("cchc", "Phòng Cải cách hành chính", "Phòng CCHC", K.INTERNAL_UNIT, "Đinh Thị Bích Ngọc", "Trưởng phòng",
             ("Lý Hải Đăng",)),
        Unit("thanh-tra", "Thanh tra Sở", "Thanh tra Sở", K.INTERNAL_UNIT, "Cao Văn Sỹ", "Chánh Thanh tra",
             ("Vũ Thị Hồng Hạnh",)),
        Unit("tdkt", "Ban Thi đua - Khen thưởng", "Ban TĐKT", K.SUBORDINATE_UNIT, "Nguyễn Đức Thắng", "Trưởng ban",
             ("Mai Thị Xuân", "Tạ Quang Huy")),
        Unit("ton-giao", "Ban Tôn giáo", "Ban Tôn giáo", K.SUBORDINATE_UNIT, "Phạm Thị Lan Anh", "Trưởng ban",
             ("Trịnh Văn Quyết",)),
        Unit("luu-tru", "Trung tâm Lưu trữ lịch sử", "TT Lưu trữ lịch sử", K.SUBORDINATE_UNIT, "Lâm Thị Tuyết",
             "Giám đốc", ("Dương Ngọc Ẩn", "Kiều Thị Thoa")),
        _district("nha-trang", "thành phố Nha Trang", "Nguyễn Trọng Nghĩa", "Lê Thị Diệu Hiền"),
        _district("cam-ranh", "thành phố Cam Ranh", "Trần Thị Ngọc Ánh", "Hoàng Gia Bảo"),
        _district("ninh-hoa", "thị xã Ninh Hòa", "Đoàn Văn Ước", "Nguyễn Thị Phượng"),
        _district("van-ninh", "huyện Vạn Ninh", "Phùng Thị Hoa", "Châu Văn Lợi"),
        _district("dien-khanh", "huyện Diên Khánh", "Lương Công Danh", "Thái Thị Ngà"),
        _district("cam-lam", "huyện Cam Lâm", "Quách Thị Oanh", "Nguyễn Ích Tâm"),
        _district("khanh-vinh", "huyện Khánh Vĩnh", "Cao Là Biên", "Hà Thị Nhung"),
        _district("khanh-son", "huyện Khánh Sơn", "Mấu Thị Bích Phanh", "Bo Bo Tới"),
    ),
)  # fmt: skip
SOC_TRANG = Office(
    "snv-soctrang", "Sở Nội vụ tỉnh Sóc Trăng", "SNV Sóc Trăng", "SNV", "Sóc Trăng", "Ủy ban nhân dân tỉnh Sóc Trăng",
    (
        Unit("so", "Sở Nội vụ tỉnh Sóc Trăng", "Sở Nội vụ", K.DEPARTMENT, "Lý Thanh Bình", "Giám đốc"),
        Unit("van-phong", "Văn phòng Sở", "Văn phòng Sở", K.INTERNAL_UNIT, "Thạch Thị Sa Rinh", "Chánh Văn phòng",
             ("Lâm Thị Mỹ Duyên", "Trần Quốc Thái")),
        Unit("ccvc", "Phòng Công chức, viên chức", "Phòng CCVC", K.INTERNAL_UNIT, "Trần Văn Út", "Trưởng phòng",
             ("Kim Thị Bé Tư", "Nguyễn Hữu Lộc")),
        Unit("tcbc", "Phòng Tổ chức, biên chế", "Phòng TCBC", K.INTERNAL_UNIT, "Huỳnh Minh Trí", "Trưởng phòng",
             ("Sơn Thị Ngọc Hà",)),
        Unit("xdcq", "Phòng Xây dựng chính quyền", "Phòng XDCQ", K.INTERNAL_UNIT, "Đỗ Thị Hồng Nhung", "Trưởng phòng",
             ("Thạch Sô Phi",)),
        Unit("cchc", "Phòng Cải cách hành chính", "Phòng CCHC", K.INTERNAL_UNIT, "Lê Hoàng Phúc", "Trưởng phòng",
             ("Phan Thị Diễm My",)),
        Unit("thanh-tra", "Thanh tra Sở", "Thanh tra Sở", K.INTERNAL_UNIT, "Mã Thị Tuyết Nga", "Chánh Thanh tra"),
        Unit("tdkt", "Ban Thi đua - Khen thưởng", "Ban TĐKT", K.SUBORDINATE_UNIT, "Trịnh Văn Bé", "Trưởng ban",
             ("Quách Thị Kiều Oanh",)),
        Unit("ton-giao", "Ban Tôn giáo", "Ban Tôn giáo", K.SUBORDINATE_UNIT, "Lý Sa Muôl", "Trưởng ban"),
        *(
            _district(code, name, head)
            for code, name, head in (
                ("soc-trang", "thành phố Sóc Trăng", "Nguyễn Thị Cẩm Tú"),
                ("vinh-chau", "thị xã Vĩnh Châu", "Trương Văn Hùng"),
                ("nga-nam", "thị xã Ngã Năm", "Lê Thị Bích Liên"),
                ("ke-sach", "huyện Kế Sách", "Phạm Văn Đoàn"),
                ("my-tu", "huyện Mỹ Tú", "Danh Thị Sà Phol"),
                ("cu-lao-dung", "huyện Cù Lao Dung", "Đặng Hoàng Giang"),
                ("long-phu", "huyện Long Phú", "Võ Thị Hồng Gấm"),
                ("my-xuyen", "huyện Mỹ Xuyên", "Trần Thanh Sang"),
                ("thanh-tri", "huyện Thạnh Trị", "Ngô Thị Kim Chi"),
                ("chau-thanh", "huyện Châu Thành", "Hồ Quốc Việt"),
                ("tran-de", "huyện Trần Đề", "Thạch Thị Phượng"),
            )
        ),
    ),
)  # fmt: skip
TT_DVVL = Office(
    "ttdvvl-khanhhoa", "Trung tâm Dịch vụ việc làm Khánh Hòa", "TT DVVL Khánh Hòa", "DVVLKH", "Khánh Hòa",
    "Sở Lao động – Thương binh và Xã hội tỉnh Khánh Hòa",
    (
        Unit("trung-tam", "Trung tâm Dịch vụ việc làm Khánh Hòa", "Trung tâm DVVL", K.CENTRE, "Nguyễn Văn Khải",
             "Giám đốc"),
        Unit("hcnv", "Phòng Hành chính – Nghiệp vụ", "Phòng HCNV", K.INTERNAL_UNIT, "Trần Thị Hiền", "Trưởng phòng",
             ("Đoàn Thị Thu Thủy",)),
        Unit("tu-van", "Phòng Tư vấn và Giới thiệu việc làm", "Phòng Tư vấn", K.INTERNAL_UNIT, "Đào Duy Anh",
             "Trưởng phòng", ("Lê Thị Thanh Trúc", "Phan Văn Hậu")),
        Unit("bhtn", "Phòng Bảo hiểm thất nghiệp", "Phòng BHTN", K.INTERNAL_UNIT, "Nguyễn Thị Mai Hương",
             "Trưởng phòng", ("Trần Đình Long",)),
        Unit("thong-tin", "Phòng Thông tin thị trường lao động", "Phòng Thông tin", K.INTERNAL_UNIT, "Bùi Quang Vinh",
             "Trưởng phòng", ("Võ Thị Hoài An",)),
    ),
)  # fmt: skip
LANG_SON = Office(
    "snv-langson", "Sở Nội vụ tỉnh Lạng Sơn", "SNV Lạng Sơn", "SNV", "Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn",
    (
        Unit("so", "Sở Nội vụ tỉnh Lạng Sơn", "Sở Nội vụ", K.DEPARTMENT, "Hoàng Văn Páo", "Giám đốc"),
        Unit("van-phong", "Văn phòng Sở", "Văn phòng Sở", K.INTERNAL_UNIT, "Vi Thị Nhung", "Chánh Văn phòng",
             ("Hứa Thị Bích",)),
        Unit("ccvc", "Phòng Công chức, viên chức", "Phòng CCVC", K.INTERNAL_UNIT, "Nông Đức Mạnh Hùng",
             "Trưởng phòng", ("Lương Thị Hà",)),
        Unit("tcbc", "Phòng Tổ chức bộ máy và Tổ chức phi chính phủ", "Phòng TCBM", K.INTERNAL_UNIT, "Lộc Văn Thành",
             "Trưởng phòng", ("Chu Thị Ngân",)),
        Unit("thanh-tra", "Thanh tra Sở", "Thanh tra Sở", K.INTERNAL_UNIT, "Triệu Thị Lan", "Chánh Thanh tra"),
        Unit("tdkt", "Ban Thi đua - Khen thưởng", "Ban TĐKT", K.SUBORDINATE_UNIT, "Hoàng Thị Kim Oanh", "Trưởng ban",
             ("Nguyễn Văn Toán",)),
        Unit("luu-tru", "Trung tâm Lưu trữ lịch sử", "TT Lưu trữ lịch sử", K.SUBORDINATE_UNIT, "Lý Văn Sơn",
             "Giám đốc"),
    ),
)  # fmt: skip
BAC_KAN = Office(
    "vp-backan", "Văn phòng Ủy ban nhân dân tỉnh Bắc Kạn", "VP UBND Bắc Kạn", "VP", "Bắc Kạn",
    "Ủy ban nhân dân tỉnh Bắc Kạn",
    (
        Unit("van-phong", "Văn phòng Ủy ban nhân dân tỉnh Bắc Kạn", "Văn phòng UBND", K.OFFICE, "Ma Thế Quyên",
             "Chánh Văn phòng"),
        Unit("hctc", "Phòng Hành chính tổ chức – Quản trị tài vụ", "Phòng HCTC-QTTV", K.INTERNAL_UNIT,
             "Hà Thị Liễu", "Trưởng phòng", ("Hoàng Thị Duyên",)),
        Unit("tong-hop", "Phòng Tổng hợp", "Phòng Tổng hợp", K.INTERNAL_UNIT, "Triệu Tiến Bằng", "Trưởng phòng",
             ("Nông Thị Hạnh",)),
        Unit("kinh-te", "Phòng Kinh tế", "Phòng Kinh tế", K.INTERNAL_UNIT, "Lường Văn Thắng", "Trưởng phòng"),
        Unit("ban-tcd", "Ban Tiếp công dân tỉnh", "Ban Tiếp công dân", K.SUBORDINATE_UNIT, "Phùng Thị Nga",
             "Trưởng ban"),
        Unit("tt-cntt", "Trung tâm Công nghệ thông tin và Truyền thông", "TT CNTT", K.SUBORDINATE_UNIT,
             "Đàm Quốc Khánh", "Giám đốc"),
    ),
)  # fmt: skip
OFFICES = (KHANH_HOA, SOC_TRANG, TT_DVVL, LANG_SON, BAC_KAN)

SYMBOLS = {"van-phong": "VP", "thanh-tra": "TTr", "ton-giao": "BTG", "luu-tru": "TTLT", "tdkt": "BTĐKT"}

# role → (index of the unit it sits in, whether the account is the head's own)
SEATS = {
    "quantri": (1, False),
    "vanphong": (1, True),
    "truongdonvi": (2, True),
    "hoidong": (1, False),
    "giamdoc": (0, True),
    "thanhtra": (0, False),
}
COMPANIONS = {"quantri": "Quản trị hệ thống", "hoidong": "Phạm Minh Đức", "thanhtra": "Vũ Thị Hồng Hạnh"}


def account_of(role, slug):
    return f"{role}@{slug}.demo"


def load_office(office, password_hash=None):
    """Make the tenant with its agencies, people and accounts, unless it is there. Returns (tenant, whether new)."""
    tenant = Tenant.objects.filter(slug=office.slug).first()
    if tenant:
        return tenant, False
    password_hash = password_hash or make_password(PASSWORD)
    tenant = Tenant.objects.create(
        slug=office.slug, name=office.name, short_name=office.short, support_phone="(0258) 3 822 944",
        support_office=office.units[1].name,
    )  # fmt: skip
    with tenant_scope(tenant):
        root = None
        for position, unit in enumerate(office.units, 1):
            agency = _load_unit(office, unit, position, root)
            root = root or agency
            if unit.code not in ("so", "trung-tam") and position > 1:
                _member(f"{unit.code}@{office.slug}.demo", unit.head, agency, ["truongdonvi"], password_hash)
        for role, (index, is_head) in SEATS.items():
            unit = office.units[index]
            name = unit.head if is_head else COMPANIONS[role]
            _member(account_of(role, office.slug), name, Agency.objects.get(code=unit.code), [role], password_hash)
        _load_vote_rules()
    return tenant, True


def _load_unit(office, unit, position, root):
    is_root = root is None
    agency = found_agency(
        code=unit.code, position=position, valid_from=SINCE, legal_name=unit.name, short_name=unit.short, kind=unit.kind,
        symbol=office.symbol if is_root else SYMBOLS.get(unit.code, unit.code.upper().replace("-", "")), place_name=office.place,
        superior_name=office.superior if is_root else office.name, head_title=unit.head_title, parent=root,
    )  # fmt: skip
    for index, name in enumerate((unit.head, *unit.staff)):
        person = Person.objects.create(full_name=name, gender="female" if " Thị " in name else "male")
        title = unit.head_title if index == 0 else "Chuyên viên"
        Position.objects.create(person=person, agency=agency, title=title, is_head=index == 0, valid_from=SINCE)
    return agency


def _member(email, name, agency, roles, password_hash):
    user = User.objects.filter(email=email).first() or User(email=email, full_name=name)
    user.password = password_hash
    user.save()
    person = Person.objects.filter(full_name=name).first()
    Membership.objects.create(user=user, agency=agency, person=person, roles=roles, valid_from=SINCE)


def _load_vote_rules():
    """What the tenants' own rules say of votes, where the law leaves it to them."""
    for code, numerator, denominator in (("GIAY_KHEN", 2, 3), ("BK_TINH", 7, 10), ("LDTT", 7, 10), ("CSTDCS", 8, 10)):
        OwnVoteRule.objects.create(
            award=Award.objects.get(code=code), numerator=numerator, denominator=denominator, valid_from=SINCE,
            source="Quy chế hoạt động của Hội đồng Thi đua - Khen thưởng", is_secret=True,
        )  # fmt: skip


def actor(role, slug):
    """The Actor of a demo account, inside its tenant's scope."""
    return actor_of(account_of(role, slug))


def actor_of(email):
    return Actor.of(Membership.objects.select_related("user", "agency__current").get(user__email=email))


__all__ = ["KHANH_HOA", "OFFICES", "PASSWORD", "ROLES", "account_of", "actor", "actor_of", "load_office"]
