"""Word's automatic numbers, counted as Word counts them: «I.», «1.», «1.1.», «a)», «-».

The text of a file does not contain them; without them a plan loses its structure. (ISO/IEC 29500-1, 17.9.)
"""

import re
from dataclasses import dataclass, replace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
SIGNS = {"+": "+", "\uf02b": "+", "*": "*", "•": "•", "\uf0b7": "•"}


@dataclass(frozen=True)
class Level:
    """How one level of a list is written."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restarts_after: int | None = None  # the level that sets this one back; None: every level above
    legal: bool = False  # all numbers in Arabic: «1.1» under «I»
    style: str = ""


class Numbering:
    """The lists of one document; ask `label` for each numbered paragraph in order."""

    def __init__(self, root, styles):
        self.styles = styles
        self.abstracts = {one.get(f"{W}abstractNumId"): one for one in _all(root, "abstractNum")}
        self.lists = {one.get(f"{W}numId"): one for one in _all(root, "num")}
        self.levels, self.counts, self.started = {}, {}, set()

    def label(self, paragraph_properties):
        """The number in front of a paragraph as Word prints it, or nothing."""
        list_id, depth = self._place(paragraph_properties)
        if list_id not in self.lists:
            return ""
        levels = self._levels(list_id)
        level = levels.get(depth)
        if level is None:
            return ""
        numbers = self._count(list_id, depth, levels)
        return _written(level, levels, numbers)

    # --- which list, which level ---

    def _place(self, properties):
        own = properties.find(f"{W}numPr") if properties is not None else None
        style = _value(properties, "pStyle") or self.styles.default
        list_id, depth = _value(own, "numId"), _number(_value(own, "ilvl"), None)
        if list_id:
            return list_id, depth or 0
        list_id, style_depth, named = self.styles.list_of(style)
        if list_id not in self.lists:
            return "", 0
        linked = {level.style: key for key, level in self._levels(list_id).items()}
        found = [linked[name] for name in named if name in linked]
        return list_id, depth if depth is not None else [*found, style_depth][0]

    def _levels(self, list_id):
        if list_id not in self.levels:
            entry = self.lists[list_id]
            abstract = self._abstract(_value(entry, "abstractNumId"))
            levels = {_depth(one): _level(one) for one in _all(abstract, "lvl")}
            for override in _all(entry, "lvlOverride"):
                _override(levels, override)
            self.levels[list_id] = levels
        return self.levels[list_id]

    def _abstract(self, abstract_id, hops=3):
        """A list may only name a style of lists, which names the list that says it all."""
        abstract = self.abstracts.get(abstract_id)
        link = _value(abstract, "numStyleLink")
        entry = self.lists.get(self.styles.list_of(link)[0]) if link and hops else None
        return self._abstract(_value(entry, "abstractNumId"), hops - 1) if entry is not None else abstract

    # --- counting ---

    def _count(self, list_id, depth, levels):
        """Lists of the same abstract list go on counting together, unless one of them has a start of its own."""
        entry = self.lists[list_id]
        numbers = self.counts.setdefault(_value(entry, "abstractNumId"), {})
        if list_id not in self.started:
            self.started.add(list_id)
            for override in _all(entry, "lvlOverride"):
                if override.find(f"{W}startOverride") is not None:
                    numbers.pop(_depth(override), None)
        numbers[depth] = numbers[depth] + 1 if depth in numbers else levels[depth].start
        for deeper in [key for key in numbers if key > depth]:
            after = levels[deeper].restarts_after if deeper in levels else None
            if after is None or depth < after:
                del numbers[deeper]
        return numbers


def _written(level, levels, numbers):
    if level.format == "bullet":
        return SIGNS.get(level.text.strip()[:1], "-") if level.text.strip() else ""
    if level.format == "none" and "%" not in level.text:
        return level.text.strip()

    def number(match):
        depth = int(match[1]) - 1
        other = levels.get(depth, Level())
        style = "decimal" if level.legal and other.format != "none" else other.format
        return in_format(numbers.get(depth, other.start), style)

    return re.sub(r"%([1-9])", number, level.text).strip()


def in_format(number, style):
    """A number as Word writes it: 4 → «4», «iv», «IV», «d», «D»; letters without đ, as Word counts them."""
    if style in ("lowerLetter", "upperLetter"):
        turns, letter = divmod(max(number, 1) - 1, 26)
        letters = chr(ord("a") + letter) * min(turns + 1, 30)
        return letters.upper() if style == "upperLetter" else letters
    if style in ("lowerRoman", "upperRoman"):
        return roman(number).upper() if style == "upperRoman" else roman(number)
    if style == "none":
        return ""
    return f"{number:02d}" if style == "decimalZero" else str(number)


def roman(number):
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _level(one):
    formats = list(one.iter(f"{W}numFmt"))  # newer Word wraps special formats in a choice; the last one is for all
    after = _number(_value(one, "lvlRestart"), None)
    legal = one.find(f"{W}isLgl")
    return Level(
        format=formats[-1].get(VAL, "decimal") if formats else "decimal",
        text=_value(one, "lvlText"),
        start=_number(_value(one, "start"), 0),
        restarts_after=after,
        legal=legal is not None and legal.get(VAL, "1") not in ("0", "false", "off"),
        style=_value(one, "pStyle"),
    )


def _override(levels, override):
    """A list may rewrite a level of its abstract list, or only say where it begins."""
    depth = _depth(override)
    for one in _all(override, "lvl"):
        levels[depth] = _level(one)
    start = _number(_value(override, "startOverride"), None)
    if start is not None and depth in levels:
        levels[depth] = replace(levels[depth], start=start)


def _depth(one):
    return _number(one.get(f"{W}ilvl"), 0)


def _all(parent, tag):
    return parent.findall(f"{W}{tag}") if parent is not None else []


def _value(parent, tag):
    child = parent.find(f"{W}{tag}") if parent is not None else None
    return (child.get(VAL) or "") if child is not None else ""


def _number(text, otherwise):
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text) else otherwise
