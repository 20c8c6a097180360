"""What a section of a plan is about, told from its heading."""

import re
from functools import cached_property

from campaigns.reading.lines import fold
from campaigns.reading.outline import Node

_PATTERNS = (
    (
        "participants",
        r"(?:doi tuong|thanh phan(?: \w+){0,2} tham|thanh phan$)(?! (?:ho so|khen|duoc khen|xet|de nghi)).{0,40}",
    ),
    ("honoured", r"doi tuong (?:duoc )?(?:khen|xet|de nghi|tang)"),
    (
        "dossier_time",
        r"(?:thoi (?:gian|han|diem)|tien do|han)(?: \w+){0,3} (?:de nghi|gui|nop|trinh|nhan|tiep nhan|ho so|xet)",
    ),
    ("time", r"thoi (?:gian|han|diem)|tien do|lo trinh|cac dot thi dua|thi dua theo dot|ke hoach thoi gian"),
    ("purpose", r"muc dich|y nghia"),
    ("requirements", r"yeu cau"),
    ("quota", r"so luong(?!.{0,3} ho so)|ty le khen|ti le khen|chi tieu khen|han muc"),
    ("copies", r"so luong(?: \w+){0,2} ho so|so bo ho so"),
    ("components", r"thanh phan(?: \w+){0,2} ho so|ho so.{0,40}(?:bao )?gom|thanh phan, so luong"),
    ("dossier", r"ho so|thu tuc"),
    ("standards", r"tieu chuan|dieu kien"),
    ("criteria", r"tieu chi|thang diem|bang diem|cham diem"),
    ("targets", r"chi tieu|muc tieu"),
    ("tasks", r"nhiem vu|giai phap"),
    ("content", r"noi dung"),
    ("awards", r"khen thuong|danh hieu|suy ton|hinh thuc (?:khen|ton vinh|dong vien)|giai thuong|co cau giai"),
    ("funding", r"kinh phi|nguon kinh|muc (?:tien )?thuong|tien thuong"),
    ("organise", r"to chuc thuc hien|trach nhiem|phan cong|to chuc trien khai|phan ky|to chuc chi dao"),
    ("review", r"so ket|tong ket"),
    ("report", r"bao cao"),
    ("registration", r"dang ky|giao uoc"),
    ("procedure", r"(?:quy trinh|trinh tu|lich trinh|cac buoc|cach (?:cham|xet|binh|danh gia)|phuong phap|cach thuc)"),
    (
        "situation",
        r"(?:dac diem|khai quat|danh gia|thuc trang)(?: \w+){0,3} (?:tinh hinh|ket qua|cong tac)|dac diem tinh hinh|^tinh hinh|ket qua(?: \w+){0,6} nam (?:truoc|hoc truoc)|ket qua dat duoc",
    ),
    ("programme", r"chuong trinh cong tac|lich|ke hoach cu the|tien do thuc hien|phu luc"),
)
_COMPILED = tuple((name, re.compile(rf"\b(?:{pattern})")) for name, pattern in _PATTERNS)


# «2. Nâng cao chất lượng công tác khen thưởng» is a task, not the section on commendation.
_TASK = re.compile(
    r"(?:tiep tuc\s+)?(?:nang cao|doi moi|tang cuong|day manh|lam tot|chu trong|quan tam|chan chinh|kip thoi|phat huy|quan triet|tich cuc|chu dong|"
    r"thuc hien (?:tot|nghiem|co hieu qua|hieu qua|dung|day du)|trien khai|tham muu|huong dan|ra soat|xay dung|hoan thanh|to chuc (?!thuc hien|so ket|tong ket|xet|binh|trao|le))\b"
)


class Topics:
    """The topics of each heading, looked up once."""

    def __init__(self, root: Node):
        self.root = root

    @cached_property
    def _own(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        for node in self.root.walk():
            found[id(node)] = _in_place(topics_of(node), node, found)
        return found

    def own(self, node: Node) -> set[str]:
        return self._own.get(id(node), set())

    def around(self, node: Node) -> set[str]:
        """The topics of the node and of every heading above it."""
        found = set(self.own(node))
        for above in node.ancestors():
            found |= self.own(above)
        return found

    def nearest(self, node: Node) -> set[str]:
        """The topics of the closest heading that has any."""
        for place in (node, *node.ancestors()):
            if self.own(place):
                return self.own(place)
        return set()

    def sections(self, topic: str, without: tuple[str, ...] = ()) -> list[Node]:
        """The highest headings on a topic, in order."""
        found: list[Node] = []

        def search(node: Node) -> None:
            own = self.own(node)
            if topic in own and not own & set(without):
                found.append(node)
                return
            for child in node.children:
                search(child)

        search(self.root)
        return found

    def deepest(self, topic: str, without: tuple[str, ...] = ()) -> list[Node]:
        """The headings on a topic that have no heading on it below them, in order."""
        nodes = [n for n in self.root.walk() if topic in self.own(n) and not self.own(n) & set(without)]
        above = {id(a) for n in nodes for a in n.ancestors()}
        return [node for node in nodes if id(node) not in above]


def topics_of(node: Node) -> set[str]:
    """What a heading is about; a sentence is about nothing."""
    if node.kind in ("root", "row", "para") or not node.is_heading:
        return set()
    label = node.label
    if re.match(r"(?:toi da\s+)?\d{1,3} diem\b", fold(node.inline)):
        return set()  # «Hoàn thành đúng tiến độ: 40 điểm»: a measure, whatever words it uses
    if node.kind in ("dash", "plus", "dot", "lead") and not node.text.rstrip().endswith(":") and not node.inline:
        return set()
    if node.kind not in ("roman", "caps", "part", "upper") and len(label) > 110:
        return set()
    folded = fold(label)
    if node.kind not in ("roman", "caps", "part", "upper") and _TASK.match(folded) and not node.inline:
        return set()
    found = {name for name, pattern in _COMPILED if pattern.search(folded)}
    return _refine(found, folded)


def _in_place(own: set[str], node: Node, found: dict[int, set[str]]) -> set[str]:
    """Short labels mean what the chapter they stand in is about: «Thành phần», «Số lượng», «Thời hạn»."""
    folded = fold(node.label) if own else ""
    if len(folded) > 45 or not any("dossier" in found.get(id(above), set()) for above in node.ancestors()):
        return own
    if re.match(r"thanh phan\b", folded):
        return (own - {"participants"}) | {"components", "dossier"}
    if re.match(r"so luong\b", folded):
        return (own - {"quota"}) | {"copies", "dossier"}
    if re.match(r"(?:thoi (?:gian|han|diem)|han)\b", folded):
        return (own - {"time"}) | {"dossier_time"}
    return own


def _refine(found: set[str], folded: str) -> set[str]:
    """Headings that share a word with another topic."""
    if "dossier_time" in found:
        found.discard("time")
    if "honoured" in found:
        found.discard("participants")
    if "components" in found or "copies" in found:
        found.add("dossier")
    if "dossier" in found and "participants" in found and "doi tuong" not in folded:
        found.discard("participants")
    if "criteria" in found and re.search(r"\bkhen\b|xet tang|danh hieu", folded) and "thi dua" not in folded:
        found = (found - {"criteria"}) | {"standards"}
    if "procedure" in found:
        found.discard("criteria")
    if "targets" in found and "quota" in found:
        found.discard("targets")
    if re.search(r"^\s*trach nhiem", folded) or "to chuc thuc hien" in folded:
        found.discard("content")
    return found
