"""The facts as the officer left them."""

from copy import deepcopy
from datetime import date

from .facts import added_of
from .parts import DATE, NUMBER, PARTS, SCALARS, WHOLE


def reviewed(facts, verdicts):
    """Dropped facts gone, corrected ones changed, missed ones added. A row without its essence says nothing and goes."""
    result = deepcopy(facts)
    extra = result.setdefault("extra", {})
    for key, (_label, _kind, is_extra) in SCALARS.items():
        said = verdicts.get(key) or {}
        holder = extra if is_extra else result
        if said.get("verdict") == "drop":
            holder[key] = None
        elif "values" in said:
            holder[key] = said["values"].get(key)
    for part in PARTS:
        _review_part(part, result, verdicts)
    return result


def _review_part(part, result, verdicts):
    rows, extra = part.rows(result), result["extra"]
    beside = (extra.get(part.beside) or []) if part.beside else []
    beside = beside if len(beside) == len(rows) else [{}] * len(rows)
    kept, words = [], []
    for index, (item, more) in enumerate(zip(list(rows), beside, strict=True)):
        said = verdicts.get(f"{part.slug}.{index}") or {}
        item = _corrected(item, said)
        if said.get("verdict") != "drop" and _says_something(part, item):
            kept.append(item)
            words.append(more)
    for number in added_of(part, verdicts):
        said = verdicts[f"{part.slug}.new{number}"]
        item = _corrected(part.blank, said)
        if said.get("verdict") != "drop" and _says_something(part, item):
            kept.append(item)
            words.append(None if part.beside == "criteria_groups" else {})
    rows[:] = kept
    if part.beside:
        extra[part.beside] = words


def _corrected(item, said):
    values = said.get("values")
    if not values:
        return item
    return values.get("", item) if not isinstance(item, dict) else item | values


def _says_something(part, item):
    return any(item.get(name) for name in part.essence) if isinstance(item, dict) else bool(item)


def lacking(facts):
    """[sentence] about reviewed values from which no campaign can be made."""
    sentences = []
    for key, (label, kind, is_extra) in SCALARS.items():
        value = ((facts.get("extra") or {}) if is_extra else facts).get(key)
        sentences += _wrong(f"Thông tin chung – {label}", kind, value)
    for part in PARTS:
        for item in part.rows(facts):
            if isinstance(item, dict):
                for column in part.columns:
                    sentences += _wrong(f"{part.label} – {column.label}", column.kind, item.get(column.name))
    for row in facts["targets"]:
        if row["value"] is None:
            sentences.append(f"Chỉ tiêu «{row['text'][:80]}» chưa có giá trị: ghi số, hoặc bỏ dòng này.")
    return sentences


def _wrong(where, kind, value):
    if value is None or kind not in (DATE, NUMBER, WHOLE):
        return []
    if kind in (NUMBER, WHOLE):
        return [] if isinstance(value, int | float) else [f"{where}: «{value}» không phải một số."]
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return [f"{where}: «{value}» không phải một ngày; hãy nhập theo dạng ngày/tháng/năm."]
    return []
