"""Lines as our own plan documents write them (campaigns.documents.plan), taken apart again.

Plans of other hands rarely have these forms; a line that has none of them is left as it is.
"""

import re
from datetime import date
from decimal import Decimal

from thidua.agencies.enums import AgencyKind
from thidua.agencies.names import fold

from ...enums import MilestoneKind, PointsKind

_KINDS = "|".join(re.escape(label) for label in MilestoneKind.labels)
_MILESTONE = re.compile(rf"^(?:(?:{_KINDS}): |(?=(?:{_KINDS})\b))(?P<rest>.+)$", re.DOTALL)
_UNITS = re.compile(r"\s*\(đơn vị chịu trách nhiệm: (?P<units>.+)\)$")
_AWAITS = re.compile(r", thời gian theo (?P<awaits>.+)$")
_AFTER = re.compile(r", (?P<days>\d{1,4}) ngày (?P<side>trước|sau) mốc “(?P<anchor>[^”]+)”")
_BEFORE = re.compile(r", trước ngày \d{1,2}/\d{1,2}(?:/\d{4}| hằng năm, từ năm \d{4} đến năm \d{4})")
_BELONGS = re.compile(r", thuộc (?P<phase>[^,]+)$|, trong (?P<movement>phong trào .+)$")
_POINTS = re.compile(
    r"\s*\((?P<kind>tối đa|thưởng đến|trừ đến)?\s*(?P<points>\d{1,4}(?:[.,]\d{1,2})?)\s*điểm(?P<proof>, kèm minh chứng)?\)\s*\.?$",
    re.IGNORECASE,
)
_SIGNS = {"thưởng đến": PointsKind.BONUS, "trừ đến": PointsKind.MINUS}
_PROOF = re.compile(r"\s*\(kèm minh chứng\)\s*\.?$", re.IGNORECASE)
_OFFER_STANDARDS = re.compile(
    r"^đối với hình thức nêu tại điểm (?P<letter>\w) khoản 1 mục này:\s*(?P<text>.+)$", re.IGNORECASE | re.DOTALL
)
_OFFER_KINDS = re.compile(r" thuộc: (?P<kinds>[^;]+)")
_DUE = re.compile(r"\s*\(trước ngày (\d{1,2})/(\d{1,2})/(\d{4})\)$")
_ONLY_FOR = re.compile(r", đối với hồ sơ đề nghị (?P<titles>.+)$")
_ORIGINALS = re.compile(r"\s*\((?P<number>\d{2}) bản chính\)")
_NOTE = re.compile(r"; lưu ý: (?P<note>.+)$", re.DOTALL)
_EACH = re.compile(r"\s*\(mỗi tập thể, cá nhân một bản\)")


def milestone(text):
    """{name, belongs, units, awaits, anchor, offset_days} of a line of «Mốc thời gian thực hiện», or {} of any other.

    `belongs`: the name with the phase or movement behind it.
    """
    found = _MILESTONE.match(text.strip().rstrip("."))
    if not found:
        return {}
    name, parts = found["rest"], {}
    units = _UNITS.search(name)
    if units:
        parts["units"] = [unit.strip() for unit in units["units"].split(";")]
        name = name[: units.start()]
    awaits = _AWAITS.search(name)
    if awaits:
        parts["awaits"] = _upper_first(awaits["awaits"])
        name = name[: awaits.start()]
    after = _AFTER.search(name)
    if after:
        days = int(after["days"])
        parts |= {"anchor": after["anchor"], "offset_days": days if after["side"] == "sau" else -days}
        name = name[: after.start()]
    name = _BEFORE.sub("", name)
    return parts | {"name": _BELONGS.sub("", name).strip(" ,"), "belongs": name}


def points(text):
    """(the words of a criterion, {max_points, points_kind, evidence_required}): «… (trừ đến 5 điểm, kèm minh chứng)»."""
    found = _POINTS.search(text)
    if not found:
        bare = _PROOF.sub("", text)
        return bare, {"evidence_required": True} if bare != text else {}
    value = Decimal(found["points"].replace(",", "."))
    fields = {"max_points": value} if value else {}
    kind = _SIGNS.get((found["kind"] or "").lower())
    if kind and value:
        fields["points_kind"] = kind
    if found["proof"]:
        fields["evidence_required"] = True
    return text[: found.start()], fields


def offer_standards(text):
    """(place of the offer in its list, its standards) of «Đối với hình thức nêu tại điểm c …», or None."""
    from thidua.documents.layout import LETTERS

    found = _OFFER_STANDARDS.match(text.strip())
    if not found or found["letter"].lower() not in LETTERS:
        return None
    return LETTERS.index(found["letter"].lower()), _upper_first(found["text"].strip())


def offer_kinds(text):
    """Kinds of agency that an offer's line lists by their own names, or None where it has no such list."""
    found = _OFFER_KINDS.search(text)
    if not found:
        return None
    named = fold(found["kinds"])
    return [kind for kind, label in AgencyKind.choices if fold(label) in named] or None


def due(text):
    """(the words of a task, its last day or None)."""
    found = _DUE.search(text)
    if not found:
        return text, None
    number, month, year = map(int, found.groups())
    try:
        return text[: found.start()], date(year, month, number)
    except ValueError:
        return text, None


def component(name):
    """(the name of a paper, {titles, originals, per_nominee, note}) without the notes behind it."""
    fields = {}
    note = _NOTE.search(name)
    if note:
        fields["note"] = _upper_first(note["note"])
        name = name[: note.start()]
    only_for = _ONLY_FOR.search(name)
    if only_for:
        fields["titles"] = [title.strip() for title in only_for["titles"].split(";")]
        name = name[: only_for.start()]
    originals = _ORIGINALS.search(name)
    if originals:
        fields["originals"] = int(originals["number"])
        name = _ORIGINALS.sub("", name)
    if _EACH.search(name):
        fields["per_nominee"] = True
        name = _EACH.sub("", name)
    return name.strip(), fields


def _upper_first(text):
    return text[:1].upper() + text[1:]
