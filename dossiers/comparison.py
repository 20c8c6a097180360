"""What changed in a paper between its return and now, word by word."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from .completeness import content_of


@dataclass(frozen=True)
class Piece:
    """A run of words: kept (""), added ("ins") or removed ("del")."""

    kind: str
    text: str


@dataclass(frozen=True)
class ChangedPart:
    heading: str
    pieces: tuple[Piece, ...]


def changed_parts(item, dossier):
    """The parts of a returned paper that say something else now; empty when it was never returned."""
    if item.returned_content is None:
        return []
    before, now = _texts(item.returned_content), _texts(content_of(item, dossier))
    headings = _headings(item)
    return [
        ChangedPart(headings.get(key, key), tuple(word_difference(before.get(key, ""), text)))
        for key, text in now.items()
        if text != before.get(key, "")
    ]


def _texts(content):
    if "answers" in content:
        return content["answers"]
    if "files" in content:
        return {"Tệp": f"{len(content['files'])} tệp ({', '.join(sorted(d[:8] for d in content['files']))})"}
    people = "\n".join(f"{name}, {post}: {summary}" for name, post, _offer, summary in content["list"])
    return {"Nội dung trình": content["text"], "Người ký": " ".join(content["signer"]), "Danh sách": people}


def _headings(item):
    report = getattr(item.nominee, "report", None) if item.nominee_id else None
    return {part["key"]: part["heading"] for part in report.form.sections} if report else {}


def word_difference(before, after):
    """Pieces that turn `before` into `after`."""
    old, new = before.split(), after.split()
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("", " ".join(old[a:b]))
            continue
        if a < b:
            yield Piece("del", " ".join(old[a:b]))
        if c < d:
            yield Piece("ins", " ".join(new[c:d]))
