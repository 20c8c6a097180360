"""One level of a Word list as numbering.xml defines it (ISO/IEC 29500-1, 17.9)."""

import re
from dataclasses import dataclass, replace

from .styles import VAL, W


@dataclass(frozen=True)
class Level:
    """How one level of a list is written."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restarts_after: int | None = None  # the level that sets this one back; None: every level above
    legal: bool = False  # all numbers in Arabic: «1.1» under «I»
    style: str = ""


def read_level(one):
    formats = list(one.iter(f"{W}numFmt"))  # newer Word wraps special formats in a choice; the last one is for all
    after = number_of(value_of(one, "lvlRestart"), None)
    legal = one.find(f"{W}isLgl")
    return Level(
        format=formats[-1].get(VAL, "decimal") if formats else "decimal",
        text=value_of(one, "lvlText"),
        start=number_of(value_of(one, "start"), 0),
        restarts_after=after,
        legal=legal is not None and legal.get(VAL, "1") not in ("0", "false", "off"),
        style=value_of(one, "pStyle"),
    )


def apply_override(levels, override):
    """A list may rewrite a level of its abstract list, or only say where it begins."""
    depth = depth_of(override)
    for one in all_of(override, "lvl"):
        levels[depth] = read_level(one)
    start = number_of(value_of(override, "startOverride"), None)
    if start is not None and depth in levels:
        levels[depth] = replace(levels[depth], start=start)


def depth_of(one):
    return number_of(one.get(f"{W}ilvl"), 0)


def all_of(parent, tag):
    return parent.findall(f"{W}{tag}") if parent is not None else []


def value_of(parent, tag):
    child = parent.find(f"{W}{tag}") if parent is not None else None
    return (child.get(VAL) or "") if child is not None else ""


def number_of(text, otherwise):
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text) else otherwise
