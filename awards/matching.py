"""Whom the lines of an Excel sheet mean: by unit and name, asking where two people share a name."""

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from thidua.agencies.models import Agency, Position
from thidua.agencies.names import fold

from .actions import Entry, standing_for
from .enums import QualityGrade, RatingPeriod

COLUMNS = {
    "unit": "Đơn vị",
    "name": "Họ và tên",
    "year": "Năm",
    "period": "Kỳ",
    "grade": "Mức xếp loại",
    "number": "Số quyết định",
    "day": "Ngày quyết định",
}
NEEDED = ("unit", "year", "grade")
SHORT = {"htxsnv": "excellent", "htxs": "excellent", "httnv": "good", "htt": "good", "htnv": "completed", "ht": "completed",
         "khtnv": "failed", "kht": "failed"}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line of the sheet as it was typed."""

    at: int
    unit: str
    name: str
    year: str
    period: str
    grade: str
    number: str
    day: str

    def as_dict(self):
        return asdict(self)


@dataclass
class Checked:
    """A line with what it means: an entry, sentences about what is wrong, or people to choose among."""

    line: Line
    errors: list = field(default_factory=list)
    candidates: list = field(default_factory=list)  # [(person id, words)]
    entry: Entry | None = None
    standing: object | None = None
    chosen: int | None = None  # person id, 0 to skip the line

    @property
    def is_skipped(self):
        return self.chosen == 0

    @property
    def state(self):
        if self.errors:
            return "error"
        if self.is_skipped:
            return "skipped"
        if self.entry is None:
            return "ask"
        if self.standing is None:
            return "new"
        return "changed" if self.entry.differs_from(self.standing) else "same"

    @property
    def grade_words(self):
        return QualityGrade(self.entry.grade).label if self.entry else self.line.grade


def read_lines(rows):
    """[Line] of a table whose first line names the columns. Returns (lines, sentences about the headings)."""
    if not rows:
        return [], ["Bảng không có dòng nào; hãy tải mẫu về, điền rồi tải lên."]
    headings = {fold(text): at for at, text in enumerate(rows[0][1]) if text}
    places = {key: headings[fold(label)] for key, label in COLUMNS.items() if fold(label) in headings}
    missing = [f"«{COLUMNS[key]}»" for key in NEEDED if key not in places]
    if missing:
        return [], [f"Dòng đầu của bảng thiếu cột {', '.join(missing)}; hãy dùng mẫu hoặc bảng xuất từ hệ thống."]
    lines = []
    for at, cells in rows[1:]:
        texts = {key: cells[places[key]] if key in places else "" for key in COLUMNS}
        if texts["grade"]:  # people of the form who have not been rated yet
            lines.append(Line(at, **texts))
    return lines, [] if lines else ["Chưa dòng nào có mức xếp loại; hãy điền cột «Mức xếp loại» rồi tải lên."]


def check_lines(lines, choices=None):
    """[Checked] of all lines; a fixed number of queries. `choices`: {line number: person id, 0 to skip the line}."""
    book = Directory(lines)
    checked = [_check(line, book, (choices or {}).get(line.at)) for line in lines]
    _find_doubles(checked)
    standing = standing_for(one.entry.key for one in checked if one.entry)
    for one in checked:
        one.standing = standing.get(one.entry.key) if one.entry else None
    return checked


class Directory:
    """Units and the people who worked in them, by the names that sheets call them."""

    def __init__(self, lines):
        self.units = defaultdict(dict)
        for agency in Agency.objects.select_related("current"):
            for name in (agency.current.legal_name, agency.current.short_name, agency.code):
                if name:
                    self.units[fold(name)][agency.pk] = agency
        wanted = {fold(line.name) for line in lines if line.name}
        self.posts = defaultdict(list)
        posts = Position.objects.select_related("person").order_by("person_id", "-valid_from")
        for post in posts.filter(person__folded__in=wanted):
            self.posts[post.agency_id, post.person.folded].append(post)

    def people(self, agency_id, name, year):
        """{person: newest post} of those called `name` in the unit at any time of the year."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        found = {}
        for post in self.posts[agency_id, fold(name)]:
            if post.valid_from <= last and (post.valid_to is None or post.valid_to > first):
                found.setdefault(post.person, post)
        exact = {person: post for person, post in found.items() if _same(person.full_name, name)}
        return exact or found


def _same(one, other):
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _check(line, book, chosen):
    one = Checked(line, chosen=chosen)
    year, period, grade, day = _year(one), _period(one), _grade(one), _day(one)
    agency = _unit(one, book)
    if one.errors:
        return one
    person = _person(one, book, agency, year) if line.name else None
    if not one.errors and (person or not line.name):
        one.entry = Entry(agency.pk, person.pk if person else None, year, period, grade, line.number[:60], day)
    return one


def _year(one):
    text = one.line.year
    if text.isdecimal() and 1990 <= int(text) <= 2100:
        return int(text)
    one.errors.append(f"Năm «{text}» không hợp lệ; ghi bốn chữ số, ví dụ 2024.")
    return None


def _period(one):
    wanted = fold(one.line.period)
    if not wanted:
        return RatingPeriod.YEAR
    found = next((value for value, label in RatingPeriod.choices if fold(label) == wanted), None)
    if found is None:
        labels = ", ".join(f"«{label}»" for label in RatingPeriod.labels)
        one.errors.append(f"Kỳ «{one.line.period}» không có; ghi {labels} hoặc để trống (cả năm).")
    return found


def _grade(one):
    wanted = fold(one.line.grade)
    for value, label in QualityGrade.choices:
        if wanted in (fold(label), fold(label).removesuffix(" nhiem vu")) or SHORT.get(wanted) == value:
            return value
    labels = ", ".join(f"«{label}»" for label in QualityGrade.labels)
    one.errors.append(f"Mức «{one.line.grade}» không có; ghi một trong các mức {labels}.")
    return None


def _day(one):
    if not one.line.day:
        return None
    try:
        day = datetime.strptime(one.line.day, "%d/%m/%Y").date()  # noqa: DTZ007
    except ValueError:
        one.errors.append(f"Ngày «{one.line.day}» không hợp lệ; ghi ngày/tháng/năm, ví dụ 05/01/2025.")
        return None
    if not one.line.number:
        one.errors.append("Có ngày quyết định thì phải có số quyết định.")
    return day


def _unit(one, book):
    found = list(book.units.get(fold(one.line.unit), {}).values())
    if len(found) == 1:
        return found[0]
    if not one.line.unit:
        one.errors.append("Chưa ghi đơn vị.")
    elif found:
        one.errors.append(f"Có {len(found)} đơn vị cùng tên «{one.line.unit}»; ghi tên đầy đủ của đơn vị.")
    else:
        one.errors.append(f"Không có đơn vị «{one.line.unit}»; ghi tên như ở danh mục «Đơn vị».")
    return None


def _person(one, book, agency, year):
    found = book.people(agency.pk, one.line.name, year)
    if not found:
        one.errors.append(
            f"Năm {year}, {agency.short_name} không có người tên «{one.line.name}»; kiểm tra họ tên và đơn vị."
        )
        return None
    if len(found) == 1:
        return next(iter(found))
    one.candidates = [(person.pk, _words_of(person, post)) for person, post in found.items()]
    return next((person for person in found if person.pk == one.chosen), None)


def _words_of(person, post):
    born = f", sinh ngày {person.birth_date:%d/%m/%Y}" if person.birth_date else ""
    return f"{person.full_name}, {post.title}{born} (từ {post.valid_from:%d/%m/%Y})"


def _find_doubles(checked):
    first = {}
    for one in checked:
        if one.entry is None:
            continue
        earlier = first.setdefault(one.entry.key, one.line.at)
        if earlier != one.line.at:
            one.errors.append(f"Trùng với dòng {earlier}: cùng đối tượng, cùng năm và kỳ. Bỏ một trong hai dòng.")
            one.entry = None
