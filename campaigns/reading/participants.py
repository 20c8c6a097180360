"""Who takes part: collectives and individuals."""

import re

from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, strip_end, tidy
from campaigns.reading.outline import Node, items_of
from campaigns.reading.paper import Paper

_LABEL = re.compile(
    r"^(?:-\s*)?(?:doi voi\s+|ve\s+|phia\s+)?(?:cac\s+)?(?P<kind>tap the|ca nhan)(?P<more>[^:;.]{0,40}):\s*"
)
_COLLECTIVE = re.compile(
    r"\b(?:tap the|co quan|don vi|phong|ban|so|nganh|truong|khoa|to chuc|uy ban|ubnd|hoi dong|doanh nghiep|hop tac xa|trung tam|benh vien|chi bo|"
    r"cong doan|doan the|huyen|xa|phuong|thon|khu dan cu|ho gia dinh|gia dinh|chi cuc|cuc|van phong|lop|to chuyen mon|hoi|cum|khoi|tram|khu pho|to dan pho|vien|ap(?! dung)|buon|khom|diem truong|phan hieu|chi hoi|to chuc doan|nha thau|ban quan ly)\b"
)
_INDIVIDUAL = re.compile(
    r"\b(?:ca nhan|can bo|cong chuc|vien chuc|nguoi lao dong|giao vien|giang vien|hoc sinh|sinh vien|hoc vien|doan vien|hoi vien|nhan vien|nhan dan|"
    r"cong nhan|bac si|y si|dieu duong|chien si|dang vien|ccvc|cbcc|cbccvc|nong dan|nguoi dan|si quan|nha giao|can su|cnvcld|cnvc|nguoi hoc|thanh nien|phu nu)\b"
)
_LEAD = re.compile(
    r"^(?:cac\s+)?doi tuong(?:\s+(?:tham gia|thi dua|ap dung|thuc hien))*\s+(?:bao gom|gom(?: co)?|la)\s*:?\s+"
)
_PERIOD = re.compile(r"\bthoi gian\b|\btu ngay\b|\btu thang\b|^(?:giai doan|dot|nam)\s+(?:thu\s+)?[\divx]+\b")
_NOT = re.compile(r"\b(?:pham vi|thoi gian)\b")


def kind_of(text: str) -> str | None:
    """Collective or individual, by the first word that tells."""
    folded = fold(text)
    group, one = _COLLECTIVE.search(folded), _INDIVIDUAL.search(folded)
    if group and one:
        return "collective" if group.start() < one.start() else "individual"
    if group or one:
        return "collective" if group else "individual"
    return None


def _split_all(text: str) -> list[str]:
    """«Các phòng và toàn thể viên chức»: collectives and individuals in one breath."""
    parts = [part for part in text.split(";") if part.strip()]
    if len(parts) > 1 and len({kind_of(part) for part in parts} - {None}) == 2 and not _LABEL.match(fold(text)):
        return parts
    both = re.search(r"\s+va\s+(?=(?:can bo|cong chuc|vien chuc|nguoi lao dong|giao vien)\b)", fold(text))
    if both and _COLLECTIVE.search(fold(text[: both.start()])) and not _INDIVIDUAL.search(fold(text[: both.start()])):
        return [text[: both.start()], text[both.end() :]]
    match = re.search(
        r"(?:,|;|\bva)\s+(?=(?:toan the|tat ca)\s+(?:\w+\s)?(?:can bo|cong chuc|vien chuc|nguoi|giao vien|doan vien|ccvc|cb))",
        fold(text),
    )
    return [text[: match.start()], text[match.end() :]] if match and match.start() > 5 else [text]


def _split_labels(text: str) -> list[str]:
    """«Tập thể: …; Cá nhân: …» on one line are two groups."""
    folded = fold(text)
    cuts = [
        m.start()
        for m in re.finditer(
            r"(?:(?<=[;.]\s)|(?<=, )|^)(?:doi voi\s+)?(?:cac\s+)?(?:tap the|ca nhan)[^:;.]{0,40}:", folded
        )
    ]
    if len(cuts) < 2:
        return [text]
    if cuts[0] > 0:
        cuts[0] = 0
    return [text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _rows(text: str, lines: list[int], kind: str | None) -> list[Found]:
    found = []
    lead = _LEAD.match(fold(text))
    text = text[lead.end() :] if lead else text
    for part in [piece for labelled in _split_labels(text) for piece in _split_all(labelled)]:
        label = _LABEL.match(fold(part))
        own = {"tap the": "collective", "ca nhan": "individual"}[label["kind"]] if label else kind
        words = strip_end(tidy(part[label.end() :] if label else part))
        if not words:
            continue
        if own is None:
            folded = fold(words)
            both = re.search(r"\btap the\b", folded) and re.search(r"\bca nhan\b", folded)
            kinds = ["collective", "individual"] if both else [kind_of(words)]
        else:
            kinds = [own]
        found.extend(Found({"kind": k, "text": words}, lines) for k in kinds if k)
    return found


def _node_rows(node: Node, kind: str | None) -> list[Found]:
    label = re.match(r"(?:doi voi\s+|ve\s+)?(?:cac\s+)?(tap the|ca nhan)\b[^:.;]{0,40}:?\s*$", node.folded)
    if label:
        kind = {"tap the": "collective", "ca nhan": "individual"}[label[1]]
        return [row for child in items_of(node) for row in _node_rows(child, kind)]
    if node.children and node.text.rstrip().endswith(":"):
        own = kind or (kind_of(node.text) if len(node.text) < 90 else None)
        return [row for child in items_of(node) for row in _node_rows(child, own)]
    rows = _rows(node.text, node.lines, kind)
    kind = kind or (rows[0].item["kind"] if rows and _LABEL.match(node.folded) else None)
    return rows + [row for child in items_of(node) for row in _node_rows(child, kind)]


def read_participants(paper: Paper) -> list[Found]:
    """The groups under «Đối tượng»."""
    topics = paper.topics
    found: list[Found] = []
    for section in topics.deepest("participants"):
        if topics.around(section) & {"standards", "dossier", "honoured"} and "participants" not in topics.own(section):
            continue
        if any("awards" in topics.own(above) for above in section.ancestors()) and "thi dua" not in section.folded:
            continue
        if section.inline:
            found += _rows(section.inline, section.lines, None)
        mixed = topics.own(section) & {"time", "content"}
        for child in items_of(section):
            if topics.own(child) - {"participants"} or (_NOT.search(fold(child.label)) and child.inline):
                continue
            if mixed and not _COLLECTIVE.search(child.folded[:60]) and not _INDIVIDUAL.search(child.folded[:60]):
                continue
            if mixed and _PERIOD.search(child.folded[:60]):
                continue
            found += _node_rows(child, None)
    return found
