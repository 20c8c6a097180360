"""The movements of higher authorities that a plan answers to, each by who launched it."""

import re
from datetime import date

from campaigns.reading.dates import iso, mentions
from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, tidy
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.phases import spans_of

_MOVEMENT = re.compile(
    r"(?<!cac )"
    r"phong trao (?:thi dua )?(?P<title>\"[^\"]{4,250}\"\s*)?\(?(?:do|cua) (?P<who>[^();]{4,80}?) phat dong"
)
_IN_BRACKETS = re.compile(
    r"^(?P<name>(?:phong trao|dot) thi dua[^()]{0,250}?)\s*\((?:do|cua) (?P<who>[^();]{4,80}?) phat dong"
)
_CITED = re.compile(r"^\s*\(?theo (?P<doc>[^():;]*\d[^():;]*)")
_TITLED = re.compile(r"^,?\s*(?:voi chu de|mang ten)?\s*(?P<title>\"[^\"]{4,250}\")")
# «… về việc phát động phong trào thi đua …»: a cited document that is the launch of a movement
_LAUNCHES = re.compile(
    r"\b(?:phat dong|to chuc(?: thuc hien)?|thuc hien|trien khai|huong ung)\s+(?P<what>(?:phong trao|dot) thi dua\b.+)$"
)
_UNTIL = re.compile(r"\bden (?:het )?(?:ngay )?(?P<day>\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4})")
_EVERYBODY = re.compile(
    r"(?:cac|cap|don vi|trung uong|tinh va|dia phuong)\b"
)  # «do Trung ương, tỉnh và ngành phát động»
_PLACES = {"time", "awards", "dossier_time", "programme", "content"}


def read_movements(paper: Paper, bases: list[Found]) -> list[Found]:
    """Those that the text names with their launcher; and those whose launching document the plan rests on."""
    found: list[Found] = []
    for node in paper.root.walk():
        about = paper.topics.around(node)
        if node.kind == "row" or not about & _PLACES:
            continue
        heads = _IN_BRACKETS.match(node.folded)
        for match in [heads] if heads else list(_MOVEMENT.finditer(node.folded))[:3]:
            _put(found, _named(node, match, "time" in about))
    for basis in bases:
        _put(found, _launched(basis))
    return found


def _named(node: Node, match: re.Match, tells_time: bool) -> Found | None:
    text = node.text
    who = tidy(text[match.start("who") : match.end("who")])
    rest, folded_rest = text[match.end() :], node.folded[match.end() :]
    named = match.groupdict()
    titled = _TITLED.match(folded_rest)
    if named.get("name"):
        name = tidy(text[match.start("name") : match.end("name")])
    elif named.get("title"):
        name = tidy(text[match.start() : match.end("title")])
    elif titled:
        name = f"Phong trào thi đua {tidy(rest[titled.start('title') : titled.end('title')])}"
    else:
        name = tidy(text[match.start() : match.end()])
    if _EVERYBODY.match(fold(who)):
        return None
    cited = _CITED.match(folded_rest)
    beyond = rest[cited.end() :] if cited else rest
    first, last = _time(beyond) if tells_time else (None, None)
    item = {
        "name": name[:1].upper() + name[1:],
        "launcher": who,
        "document": tidy(rest[cited.start("doc") : cited.end("doc")]).rstrip(" )") if cited else None,
        "starts_on": iso(first),
        "ends_on": iso(last),
    }
    return Found(item, node.lines)


def _time(words: str) -> tuple[date | None, date | None]:
    for span in spans_of(words):
        if span.explicit and (span.first or span.last):
            return span.first, span.last
    until = _UNTIL.search(fold(words))
    last = next((mention.last for mention in mentions(words[until.start("day") :])), None) if until else None
    if last:
        return None, last
    years = [int(year) for year in re.findall(r"nam (20\d{2})(?!\d)", fold(words))]
    return (date(min(years), 1, 1), date(max(years), 12, 31)) if years else (None, None)


def _launched(basis: Found) -> Found | None:
    item = basis.item
    text = item["text"] or ""
    match = _LAUNCHES.search(fold(text))
    if not match or not item["issuer"] or not item["number"]:
        return None
    name = tidy(text[match.start("what") : match.end("what")]).rstrip(" ,;.")
    document = f"{item['kind']} số {item['number']}"
    made = {"name": name[:1].upper() + name[1:], "launcher": item["issuer"], "document": document}
    return Found({**made, "starts_on": None, "ends_on": None}, basis.lines)


def _put(found: list[Found], new: Found | None) -> None:
    """Once for each launcher; what is said later fills in what is still unknown."""
    if new is None:
        return
    for row in found:
        if _same(row.item["launcher"], new.item["launcher"]):
            for key in ("document", "starts_on", "ends_on"):
                row.item[key] = row.item[key] or new.item[key]
            row.lines = sorted({*row.lines, *new.lines})
            return
    found.append(new)


def _same(one: str, other: str) -> bool:
    """«Chủ tịch UBND tỉnh» and «UBND tỉnh Khánh Hòa» speak of one authority."""
    first, second = (
        re.sub(r"^(?:chu tich|bo truong|giam doc|thu truong)\s+", "", _short(name)) for name in (one, other)
    )
    return first.startswith(second) or second.startswith(first)


def _short(name: str) -> str:
    return re.sub(r"\b(?:uy|uỷ) ban nhan dan\b", "ubnd", fold(name))
