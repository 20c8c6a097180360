"""The parts of a read plan as the review shows them, in the order of a plan."""

from dataclasses import dataclass, field

from ...enums import Comparator, MilestoneKind, TargetUnit

TEXT, LONG, DATE, NUMBER, WHOLE, KIND, LINES = "text", "long", "date", "number", "whole", "kind", "lines"
NOMINEES = (("", "(chưa rõ)"), ("collective", "Tập thể"), ("individual", "Cá nhân"))
RECURS = (("", "Một lần"), ("yearly", "Hằng năm"))
QUARTERS = (("", "(cả năm)"), ("1", "Quý I"), ("2", "Quý II"), ("3", "Quý III"), ("4", "Quý IV"))
UNITS = ((TargetUnit.COUNT.value, "Số lượng"), (TargetUnit.PERCENT.value, "%"))


@dataclass(frozen=True)
class Column:
    name: str  # of the value in the fact; «» where the fact is a text of its own
    label: str
    kind: str = TEXT
    choices: tuple = ()


@dataclass(frozen=True)
class Part:
    """A list of facts. `essence`: values without all of which a row says nothing; `beside`: its list of further words."""

    slug: str
    label: str
    columns: tuple
    essence: tuple
    blank: dict | str = field(default_factory=dict)
    beside: str = ""
    is_extra: bool = False  # kept among the reader's further words

    def rows(self, facts):
        """The list that holds this part, made if there is none."""
        return (facts.setdefault("extra", {}) if self.is_extra else facts).setdefault(self.slug, [])

    def lines(self, facts):
        evidence = facts.get("evidence") or {}
        return (evidence.get("extra") or {} if self.is_extra else evidence).get(self.slug) or []


def _text(slug, label, one, **more):
    return Part(slug, label, (Column("", one, LONG),), (), "", **more)


# key → (label, kind, kept among the further words)
SCALARS = {
    "title": ("Tên kế hoạch", LONG, False), "number": ("Số, ký hiệu", TEXT, False),
    "issued_on": ("Ngày ban hành", DATE, False), "starts_on": ("Bắt đầu", DATE, False),
    "ends_on": ("Kết thúc", DATE, False), "theme": ("Chủ đề", LONG, True), "slogan": ("Khẩu hiệu", LONG, True),
    "purpose": ("Mục đích", LONG, True), "requirements": ("Yêu cầu", LONG, True), "funding": ("Kinh phí", LONG, True),
}  # fmt: skip
PARTS = (
    Part("legal_bases", "Căn cứ", (
        Column("kind", "Loại"), Column("number", "Số"), Column("issued_on", "Ngày", DATE),
        Column("issuer", "Cơ quan ban hành"), Column("text", "Nguyên văn", LONG),
    ), ("text",), {"kind": None, "number": None, "issued_on": None, "issuer": None, "text": None}),
    Part("movements", "Phong trào cấp trên", (
        Column("name", "Tên phong trào", LONG), Column("launcher", "Người, cơ quan phát động"),
        Column("document", "Văn bản phát động"), Column("starts_on", "Từ", DATE), Column("ends_on", "Đến", DATE),
    ), ("name",), {"launcher": "", "document": None, "starts_on": None, "ends_on": None}, is_extra=True),
    Part("phases", "Giai đoạn, đợt", (
        Column("name", "Tên"), Column("starts_on", "Từ", DATE), Column("ends_on", "Đến", DATE),
    ), ("name",), {"starts_on": None, "ends_on": None}, beside="phases"),
    _text("celebrations", "Ngày kỷ niệm", "Ngày kỷ niệm", is_extra=True),
    Part("milestones", "Mốc thời gian", (
        Column("kind", "Loại mốc", KIND, tuple(MilestoneKind.choices)), Column("due_on", "Ngày", DATE),
        Column("recurs", "Lặp lại", KIND, RECURS), Column("text", "Nội dung", LONG),
    ), ("text",), {"kind": "other", "due_on": None, "recurs": None}, beside="milestones"),
    Part("participants", "Đối tượng thi đua", (
        Column("kind", "Là", KIND, NOMINEES[1:]), Column("text", "Đối tượng", LONG),
    ), ("text",), {"kind": "collective"}),
    _text("contents", "Nội dung thi đua", "Nội dung", is_extra=True),
    _text("criteria", "Tiêu chí", "Tiêu chí", beside="criteria_groups"),
    Part("targets", "Chỉ tiêu", (
        Column("comparator", "So sánh", KIND, tuple(Comparator.choices)), Column("value", "Giá trị", NUMBER),
        Column("unit", "Đơn vị", KIND, UNITS), Column("subject", "Tính trên", LONG), Column("text", "Nguyên văn", LONG),
    ), ("text",), {"comparator": ">=", "value": None, "unit": "count", "subject": None}),
    Part("offers", "Hình thức, số lượng khen thưởng", (
        Column("award", "Hình thức"), Column("authority", "Thẩm quyền"),
        Column("nominee_kind", "Đối tượng", KIND, NOMINEES), Column("quota", "Số lượng", WHOLE),
        Column("text", "Nguyên văn", LONG),
    ), ("award",), {"authority": None, "nominee_kind": None, "quota": None, "text": None}, beside="offers"),
    Part("standards", "Tiêu chuẩn khen thưởng", (
        Column("nominee_kind", "Đối với", KIND, (("", "Mọi đối tượng"), *NOMINEES[1:])), Column("text", "Tiêu chuẩn", LONG),
    ), ("text",), {"nominee_kind": None}, is_extra=True),
    Part("dossier_components", "Thành phần hồ sơ", (
        Column("name", "Tên", LONG), Column("copies", "Số bộ", WHOLE), Column("form", "Mẫu"),
        Column("decree", "Nghị định"),
    ), ("name",), {"copies": None, "form": None, "decree": None}, beside="components"),
    Part("programme", "Chương trình công tác", (
        Column("quarter", "Quý", KIND, QUARTERS), Column("position", "TT", WHOLE), Column("task", "Nội dung", LONG),
        Column("units", "Đơn vị thực hiện", LINES),
    ), ("task",), {"quarter": None, "position": None, "units": []}, beside="programme"),
    _text("solutions", "Giải pháp", "Giải pháp", is_extra=True),
    Part("responsibilities", "Tổ chức thực hiện", (
        Column("agency", "Đơn vị"), Column("text", "Trách nhiệm", LONG),
    ), ("agency", "text"), {"agency": None, "text": None}),
    _text("recipients", "Nơi nhận", "Nơi nhận"),
)  # fmt: skip
