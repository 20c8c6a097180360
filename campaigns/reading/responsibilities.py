"""Who carries the plan out: one row per agency named under «Tổ chức thực hiện»."""

import re

from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, strip_end, tidy
from campaigns.reading.outline import Node, items_of
from campaigns.reading.paper import Paper

_CLOSING = re.compile(
    r"^(?:tren day la|trong qua trinh|qua trinh (?:trien khai|thuc hien)|de nghi (?:cac|thu truong)|yeu cau cac|noi nhan|ke hoach nay|nhan duoc)\b"
)
_OPENING = re.compile(
    r"^(?:can cu|tren co so|theo)[^,;]{3,120},\s*|^(?:giao|de nghi|yeu cau|trach nhiem (?:cua|doi voi)|doi voi|trach nhiem)\s+(?:cho\s+)?"
)
_DOES = re.compile(
    r"\s+(?:co trach nhiem|co nhiem vu|chiu trach nhiem|chu tri|tham muu|phoi hop|to chuc(?! chinh tri)(?! doan the)(?! cong doan)|theo doi|huong dan|nghiem tuc|chu dong|can cu|tong hop|trien khai|"
    r"xay dung|tiep nhan|tich cuc|thuc hien|don doc|kiem tra|quan triet|pho bien|phat dong|cu the hoa|dang ky|bao cao|van dong|tuyen truyen|giup|la (?:co quan|dau moi|bo phan)|lam dau moi|gui|nop|bo tri|tham gia|day manh|dam bao|bao dam|lap|cap nhat|hang|can doi|cung cap|ho tro|chuan bi|thong tin|dang tai|ra soat|lua chon|xem xet|quyet dinh|thanh toan|cap phat|tiep tuc|kip thoi|chi dao|quan ly|danh gia|binh xet|nhan rong|tang cuong|tao dieu kien|tham dinh|so ket|tong ket|thuong xuyen|bo sung|huong ung|lam tot|phan cong|trinh|de xuat|tang cuong)\b|:"
)
_DUTY = re.compile(r"\s+(?:co trach nhiem|chiu trach nhiem|co nhiem vu)\b")
_AGENCY = re.compile(
    r"^(?!so ket|so luong|so lieu|to chuc (?!chinh tri|doan|cong doan|dang|thuoc)|tap trung|ban hanh|hoi nghi|truong hop|so voi|bao dam|bao cao|vien dan|bo sung|bo tri|doi moi|ca nuoc|dai bieu)(?:dong chi|d/c|cac|vu|tong cuc|hoc vien|doanh nghiep|nganh|phong|ban|van phong|so|ubnd|uy ban|hoi dong|truong|trung tam|lanh dao|cong doan|doan|chi doan|hoi|to|khoa|thu truong|giam doc|pho giam doc|hieu truong|chu tich|can bo|vien chuc|cong chuc|"
    r"thuong truc|co quan|don vi|bo phan|tap the|ca nhan|toan the|chanh|truong|nguoi|mat tran|benh vien|cuc|chi cuc|dang|bi thu|cum|khoi|ke toan|giao vien|bch|ban giam|bgh|hd|lien doan|dai|bao|vien|doi|tram|nha truong|ctcd|vp|cong an|lien|bo|tinh|huyen|quan|kho bac|thanh tra|ubmttq|mttq|tinh doan|huyen doan|thanh doan|quan doan|chi hoi|lien doi|tap doan|xi nghiep|cong ty|hat|khu pho|to dan pho|ap|thon|ldld|cdcs|hop tac xa)\b"
)


_NO_AGENCY = re.compile(
    r"^(?:kinh phi|thoi gian|che do|bao cao|so ket|tong ket|luu y|ghi chu|noi dung|nhiem vu|quy|thang|dot|giai doan|buoc|tu |truoc |ngay )"
)


def _is_verb(text: str, match: re.Match) -> bool:
    """«Phòng Tổ chức cán bộ»: a word with a capital is part of the name."""
    return not text[match.start() : match.end()].strip()[:1].isupper()


def _agency(text: str) -> str | None:
    """The subject of the sentence."""
    folded = fold(text)
    match = _OPENING.match(folded)
    if match and not text.startswith("Giáo"):
        text, folded = text[match.end() :], folded[match.end() :]
    verb = _DUTY.search(folded[:160]) or next((m for m in _DOES.finditer(folded[:200]) if _is_verb(text, m)), None)
    name = strip_end(tidy(text[: verb.start()] if verb else text[:200]))
    if not name or not _AGENCY.match(fold(name)) or (verb is None and len(text) > 130):
        return None
    return name[:1].upper() + name[1:]


def _heading(node: Node) -> str | None:
    """«1. Văn phòng Sở» over its duties."""
    label = strip_end(node.label)
    folded = fold(label)
    match = re.match(r"(?:trach nhiem (?:cua|doi voi)|doi voi|giao|de nghi)\s+(?:cho\s+)?", folded)
    match = None if label.startswith("Giáo") else match
    name = label[match.end() :] if match else label
    duty = _DUTY.search(fold(name)) if node.inline or node.children else None
    name = strip_end(name[: duty.start()]) if duty else name
    if len(name) > 170 or (node.text.rstrip().endswith(".") and not node.inline):
        return None
    longest = 60 if node.inline else (45 if node.children else 0)
    titled = len(name) <= longest and node.kind not in ("para", "lead") and not _NO_AGENCY.match(fold(name))
    if match is None and not _AGENCY.match(fold(name)) and not titled:
        return None
    if (
        not node.inline
        and not node.text.rstrip().endswith(":")
        and re.search(r"\b(?:co trach nhiem|chiu trach nhiem|tham muu)\b", fold(name))
    ):
        return None
    return name[:1].upper() + name[1:]


def _duties(node: Node) -> tuple[str, list[int]]:
    """The words below a heading, without the sentence that closes the whole plan."""
    parts, lines = [node.inline] if node.inline else [], list(node.lines)
    for child in node.children:
        for place in child.walk():
            if place.kind == "para" and _CLOSING.match(place.folded):
                continue
            parts.append(place.text)
            lines += place.lines
    return tidy(" ".join(part for part in parts if part)), sorted(set(lines))


def _row(node: Node) -> list[Found]:
    if _CLOSING.match(node.folded) and node.kind in ("para", "lead"):
        return []
    text, lines = _duties(node)
    heading = _heading(node) if (node.children or node.inline) else None
    if heading and text:
        return [Found({"agency": heading, "text": text}, lines)]
    parts = [part for part in node.text.split(";") if part.strip()]
    if len(parts) > 1 and not node.children and all(_agency(tidy(part)) and _DOES.search(fold(part)) for part in parts):
        return [Found({"agency": _agency(tidy(part)), "text": tidy(part)}, node.lines) for part in parts]
    agency = _agency(node.text)
    if agency is None and node.children and node.kind not in ("dash", "plus", "dot"):
        deeper = [row for child in items_of(node) for row in _row(child)]
        if deeper and all(row.item["agency"] for row in deeper):
            return deeper
    if agency is None and node.kind == "para":
        return []
    if agency is None and node.kind in ("dash", "plus", "dot"):
        return []
    words = tidy(f"{node.text} {text}") if not node.inline else tidy(node.full)
    return [Found({"agency": agency, "text": words}, lines)]


def read_responsibilities(paper: Paper) -> list[Found]:
    """One row per agency."""
    topics = paper.topics
    found: list[Found] = []
    sections = [
        s
        for s in topics.sections("organise")
        if "to chuc" in s.folded or "phan cong" in s.folded or "trach nhiem" in s.folded
    ]
    for section in sections:
        if not section.children and section.kind not in ("roman", "caps", "num", "upper"):
            continue
        if section.inline and len(section.inline) > 30:
            found.append(Found({"agency": _agency(section.inline), "text": section.inline}, section.lines))
        for child in items_of(section):
            if topics.own(child) & {
                "dossier_time",
                "report",
                "funding",
                "time",
                "dossier",
                "registration",
                "review",
                "participants",
                "awards",
                "quota",
                "criteria",
                "standards",
                "targets",
                "honoured",
            } and (not _AGENCY.match(child.folded) or child.folded.startswith(("doi tuong", "thanh phan"))):
                continue
            found += _row(child)
    return found
