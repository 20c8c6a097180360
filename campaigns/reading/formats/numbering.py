"""Word's automatic numbers, counted as Word counts them: «I.», «1.», «1.1.», «a)», «-».

The text of a file does not contain them; without them a plan loses its structure. (ISO/IEC 29500-1, 17.9.)
"""

import re

from .levels import Level, all_of, apply_override, depth_of, number_of, read_level, value_of
from .numerals import in_format
from .styles import W

SIGNS = {"+": "+", "\uf02b": "+", "*": "*", "•": "•", "\uf0b7": "•"}


class Numbering:
    """The lists of one document; ask `label` for each numbered paragraph in order."""

    def __init__(self, root, styles):
        self.styles = styles
        self.abstracts = {one.get(f"{W}abstractNumId"): one for one in all_of(root, "abstractNum")}
        self.lists = {one.get(f"{W}numId"): one for one in all_of(root, "num")}
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
        style = value_of(properties, "pStyle") or self.styles.default
        list_id, depth = value_of(own, "numId"), number_of(value_of(own, "ilvl"), None)
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
            abstract = self._abstract(value_of(entry, "abstractNumId"))
            levels = {depth_of(one): read_level(one) for one in all_of(abstract, "lvl")}
            for override in all_of(entry, "lvlOverride"):
                apply_override(levels, override)
            self.levels[list_id] = levels
        return self.levels[list_id]

    def _abstract(self, abstract_id, hops=3):
        """A list may only name a style of lists, which names the list that says it all."""
        abstract = self.abstracts.get(abstract_id)
        link = value_of(abstract, "numStyleLink")
        entry = self.lists.get(self.styles.list_of(link)[0]) if link and hops else None
        return self._abstract(value_of(entry, "abstractNumId"), hops - 1) if entry is not None else abstract

    # --- counting ---

    def _count(self, list_id, depth, levels):
        """Lists of the same abstract list go on counting together, unless one of them has a start of its own."""
        entry = self.lists[list_id]
        numbers = self.counts.setdefault(value_of(entry, "abstractNumId"), {})
        if list_id not in self.started:
            self.started.add(list_id)
            for override in all_of(entry, "lvlOverride"):
                if override.find(f"{W}startOverride") is not None:
                    numbers.pop(depth_of(override), None)
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
