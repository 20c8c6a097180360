"""What the officer says of each fact that was read: accepted, corrected or dropped."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date

TEXT, LONG, DATE, NUMBER, KIND, LINES = "text", "long", "date", "number", "kind", "lines"
NOMINEES = (("", "(chưa rõ)"), ("collective", "Tập thể"), ("individual", "Cá nhân"))
MILESTONES = (
    ("registration", "Đăng ký thi đua"), ("interim_review", "Sơ kết"), ("final_review", "Tổng kết"),
    ("dossier_deadline", "Hạn nộp hồ sơ"), ("ceremony", "Lễ trao thưởng"), ("report", "Báo cáo"),
    ("council", "Họp Hội đồng"), ("other", "Mốc khác"),
)  # fmt: skip
COMPARATORS = ((">=", "Ít nhất"), ("<=", "Không quá"), ("=", "Đúng bằng"))
UNITS = (("count", "Số lượng"), ("percent", "%"))
QUARTERS = (("", "(cả năm)"), ("1", "Quý I"), ("2", "Quý II"), ("3", "Quý III"), ("4", "Quý IV"))

# part → (label, fields: (name, label, kind, choices))
SCALARS = {
    "title": ("Tên kế hoạch", LONG), "number": ("Số, ký hiệu", TEXT), "issued_on": ("Ngày ban hành", DATE),
    "starts_on": ("Bắt đầu", DATE), "ends_on": ("Kết thúc", DATE),
}  # fmt: skip
PARTS = {
    "legal_bases": ("Căn cứ", (
        ("kind", "Loại", TEXT, ()), ("number", "Số", TEXT, ()), ("issued_on", "Ngày", DATE, ()),
        ("issuer", "Cơ quan ban hành", TEXT, ()), ("text", "Nguyên văn", LONG, ()),
    )),
    "phases": ("Giai đoạn, đợt", (
        ("name", "Tên", TEXT, ()), ("starts_on", "Từ", DATE, ()), ("ends_on", "Đến", DATE, ()),
    )),
    "milestones": ("Mốc thời gian", (
        ("kind", "Loại mốc", KIND, MILESTONES), ("due_on", "Ngày", DATE, ()), ("text", "Nội dung", LONG, ()),
    )),
    "participants": ("Đối tượng thi đua", (("kind", "Là", KIND, NOMINEES[1:]), ("text", "Đối tượng", LONG, ()))),
    "criteria": ("Nội dung, tiêu chí", (("", "Tiêu chí", LONG, ()),)),
    "targets": ("Chỉ tiêu", (
        ("comparator", "So sánh", KIND, COMPARATORS), ("value", "Giá trị", NUMBER, ()), ("unit", "Đơn vị", KIND, UNITS),
        ("subject", "Tính trên", LONG, ()), ("text", "Nguyên văn", LONG, ()),
    )),
    "offers": ("Hình thức, số lượng khen thưởng", (
        ("award", "Hình thức", TEXT, ()), ("authority", "Thẩm quyền", TEXT, ()),
        ("nominee_kind", "Đối tượng", KIND, NOMINEES), ("quota", "Số lượng", NUMBER, ()), ("text", "Nguyên văn", LONG, ()),
    )),
    "dossier_components": ("Thành phần hồ sơ", (
        ("name", "Tên", LONG, ()), ("copies", "Số bộ", NUMBER, ()), ("form", "Mẫu", TEXT, ()),
        ("decree", "Nghị định", TEXT, ()),
    )),
    "programme": ("Chương trình công tác", (
        ("quarter", "Quý", KIND, QUARTERS), ("position", "TT", NUMBER, ()), ("task", "Nội dung", LONG, ()),
        ("units", "Đơn vị thực hiện", LINES, ()),
    )),
    "responsibilities": ("Tổ chức thực hiện", (("agency", "Đơn vị", TEXT, ()), ("text", "Trách nhiệm", LONG, ()))),
    "recipients": ("Nơi nhận", (("", "Nơi nhận", TEXT, ()),)),
}  # fmt: skip
EXTRA_OF = {"criteria": "criteria_groups", "dossier_components": "components"}
PARALLEL = ("milestones", "offers", "phases", "criteria", "dossier_components")


@dataclass(frozen=True)
class Field:
    name: str  # of the input
    label: str
    kind: str
    value: str
    choices: tuple = ()


@dataclass(frozen=True)
class Fact:
    """One thing that was read, with the lines it stands in and what the officer said of it."""

    key: str  # «title», «offers.2»
    fields: tuple
    lines: tuple
    verdict: str  # "", accept, correct, drop

    @property
    def lines_words(self):
        return " ".join(str(line) for line in self.lines)


def sections_of(facts, verdicts):
    """[(slug, label, [Fact])] of everything that was read, in the order of a plan."""
    evidence = facts.get("evidence") or {}
    general = [
        _fact(key, ((key, label, kind, ()),), {key: facts.get(key)}, evidence.get(key), verdicts)
        for key, (label, kind) in SCALARS.items()
    ]
    sections = [("general", "Thông tin chung", general)]
    for part, (label, fields) in PARTS.items():
        lines = evidence.get(part) or []
        rows = [
            _fact(f"{part}.{index}", fields, item if isinstance(item, dict) else {"": item},
                  lines[index] if index < len(lines) else (), verdicts)
            for index, item in enumerate(facts.get(part) or [])
        ]  # fmt: skip
        sections.append((part, label, rows))
    return sections


def _fact(key, fields, values, lines, verdicts):
    said = verdicts.get(key) or {}
    values = values | said.get("values", {})
    shown = tuple(
        Field(f"x:{key}:{name}", label, kind, _shown(values.get(name)), choices)
        for name, label, kind, choices in fields
    )
    return Fact(key, shown, tuple(lines or ()), said.get("verdict", ""))


def _shown(value):
    if value is None:
        return ""
    return "\n".join(value) if isinstance(value, list) else str(value)


def read_verdicts(facts, post):
    """(verdicts, [sentence about a value that cannot be]) from the posted review."""
    verdicts, complaints = {}, []
    for _slug, label, rows in sections_of(facts, {}):
        for fact in rows:
            changed = {}
            for field in fact.fields:
                typed = post.get(field.name)
                if typed is None or _same(typed, field.value):
                    continue
                value, complaint = _typed(typed, field)
                if complaint:
                    complaints.append(f"{label}: {complaint}")
                changed[field.name.rsplit(":", 1)[1]] = value
            verdict = post.get(f"v:{fact.key}", "")
            verdict = verdict if verdict in ("accept", "drop") else ""
            if changed and verdict != "drop":
                verdict = "correct"
            if verdict or changed:
                verdicts[fact.key] = {"verdict": verdict} | ({"values": changed} if changed else {})
    return verdicts, complaints


def _same(typed, value):
    return typed.replace("\r\n", "\n").strip() == value.strip()


def _typed(typed, field):
    """(value as the facts hold it, complaint)."""
    text = typed.replace("\r\n", "\n").strip()
    if not text:
        return ([] if field.kind == LINES else None), ""
    if field.kind == DATE:
        try:
            return date.fromisoformat(text).isoformat(), ""
        except ValueError:
            return text, f"«{text}» không phải một ngày; hãy nhập theo dạng ngày/tháng/năm."
    if field.kind == NUMBER or (field.kind == KIND and field.choices is QUARTERS):
        if text.isdecimal():
            return int(text), ""
        try:
            return float(text.replace(",", ".")), ""
        except ValueError:
            return text, f"«{text}» không phải một số."
    return (text.split("\n") if field.kind == LINES else text), ""


def reviewed(facts, verdicts):
    """The facts as the officer left them: dropped ones gone, corrected ones changed."""
    result = deepcopy(facts)
    extra = result.setdefault("extra", {})
    for key in SCALARS:
        said = verdicts.get(key) or {}
        if said.get("verdict") == "drop":
            result[key] = None
        elif "values" in said:
            result[key] = said["values"].get(key)
    for part in PARTS:
        kept = [index for index in range(len(facts.get(part) or [])) if not _dropped(verdicts, part, index)]
        beside = EXTRA_OF.get(part, part)
        if part in PARALLEL and len(extra.get(beside) or []) == len(facts.get(part) or []):
            extra[beside] = [extra[beside][index] for index in kept]
        result[part] = [_corrected(facts[part][index], verdicts.get(f"{part}.{index}") or {}) for index in kept]
    return result


def _dropped(verdicts, part, index):
    return (verdicts.get(f"{part}.{index}") or {}).get("verdict") == "drop"


def _corrected(item, said):
    values = said.get("values")
    if not values:
        return item
    return values.get("", item) if not isinstance(item, dict) else item | values


def undecided(facts, verdicts):
    """How many facts the officer has not said anything of yet."""
    return sum(
        1
        for _slug, _label, rows in sections_of(facts, verdicts)
        for fact in rows
        if not fact.verdict and any(field.value for field in fact.fields)
    )
