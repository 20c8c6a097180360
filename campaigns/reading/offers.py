"""What can be won: each award by the authority that gives it, by who it honours, with its number."""

import re
from dataclasses import dataclass, field, replace

from campaigns.reading.awards import Award, authorities_after, authorities_before, authority_at, awards_in, resolved
from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, strip_end, tidy
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.programme import tables
from campaigns.reading.sentences import sentences

_GROUP = (
    "tap the|don vi|co quan|phong|to chuc|truong|khoa|xa|phuong|thon|chi bo|cong doan|ho gia dinh|doanh nghiep|lop|to chuyen mon|to|gia dinh|ban|huyen|cum|"
    "chi cuc|cuc|vien|benh vien|trung tam|hoi|doi|doan|khu|cong ty|van phong|chi doan|tram|hop tac xa|nha truong|dia phuong|so|ho|nhom|khoi|dang bo"
)
_ONE = "ca nhan|can bo|cong chuc|vien chuc|giao vien|giang vien|nguoi lao dong|nguoi|doan vien|hoc sinh|sinh vien|nha giao|nhan vien|hoi vien|bac si|doanh nhan|dong chi"
_WORD = r"(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
_NUMBERED = re.compile(
    rf"(?<![\d/.,])(?:{_WORD}\s+)?\(?(?P<n>\d{{1,4}})\)?\s+(?:giai\s+|suat\s+|giay khen\s+(?:cho\s+)?|bang khen\s+(?:cho\s+)?)?(?P<who>{_ONE}|{_GROUP})\b"
)
_BEHIND = re.compile(
    r"\b(?P<who>tap the|ca nhan|don vi)(?:\s+\([^()]{1,40}\))?\s*(?::|-|la|co|khong qua|toi da)\s*(?:khong qua|toi da|khong vuot qua|so luong|la|:)?\s*:?\s*\(?(?P<n>\d{1,4})(?!\s?[%/\d])"
)
_PERCENT = re.compile(
    r"(?P<cap>khong qua|toi da|khong vuot qua)?\s*(?P<n>\d{1,3}(?:[.,]\d+)?)\s?%(?:\s*(?:tren\s+)?(?:tong\s+)?(?:so\s+)?(?P<who>[a-z ]{2,40}))?"
)
_KIND = re.compile(r"\b(?P<who>tap the|ca nhan)\b")
_BARE = re.compile(
    r"^[\s:,\-–(]*(?:so luong\s*:?\s*)?(?:khong qua\s+|toi da\s+)?(?P<n>\d{1,4})\s*(?:giay khen|bang khen|giay|bang|suat|giai|co|chiec|danh hieu)?\s*\)?[.;]?\s*$"
)
_LEADING = re.compile(r"(?<![\d/.,])(?P<n>\d{1,3})\s+[“\"']?$")
_REFERENCE = re.compile(
    r"\b(?:(?:thuc hien\s+)?theo (?:quy dinh|huong dan|ke hoach|phan bo)|can cu (?:vao\s+)?(?:van ban|huong dan|quy dinh|ke hoach|ket qua)|ap dung)\b"
)
_RANKING = re.compile(
    r"\b(?:dan dau|xep (?:loai|hang|thu)|cham diem|dung dau|diem cao|hang nhat|nhat, nhi|giai nhat)\b"
)
_SKIP = {
    "standards",
    "components",
    "copies",
    "dossier",
    "dossier_time",
    "participants",
    "purpose",
    "requirements",
    "organise",
    "funding",
    "criteria",
    "targets",
    "time",
    "programme",
    "registration",
}
_NOT_OFFER = re.compile(
    r"\b(?:ho so|bao cao thanh tich|da duoc tang|da duoc|truoc do|tien thuong|muc thuong|muc tien|kinh phi|to trinh|dieu kien|tieu chuan)\b"
)
_STOP_KIND = re.compile(
    r"\b(?:thuoc|da co|co thanh tich|co nhieu|dat thanh tich|trong phong trao|thuc hien theo|theo quy dinh|tai diem|do )\b"
)


@dataclass
class Context:
    """What the headings above a line already say."""

    award: Award | None = None
    authorities: list[str] = field(default_factory=list)
    kind: str | None = None
    movement: str | None = None


@dataclass
class Nominee:
    """A kind of nominee with its number."""

    kind: str | None
    quota: int | None = None
    percent: str | None = None


def _kind(word: str) -> str:
    return "individual" if re.fullmatch(_ONE, word) else "collective"


def _nominees(folded: str, inherited: str | None, award: Award, before: str = "") -> list[Nominee]:
    """Who a piece of text honours and how many."""
    found = [Nominee(_kind(m["who"]), int(m["n"])) for m in _NUMBERED.finditer(folded)]
    if not found:
        found = [Nominee(_kind(m["who"]), int(m["n"])) for m in _BEHIND.finditer(folded)]
    if found:
        kinds = {nominee.kind for nominee in found}
        return _distinct(found) + [row for row in _percents(folded, None) if row.kind and row.kind not in kinds]
    percent = _percents(folded, inherited or award.honours)
    if percent:
        return percent
    stop = _STOP_KIND.search(folded)
    head = folded[: stop.start()] if stop and stop.start() > 3 else folded
    kinds = [_kind(m["who"]) for m in _KIND.finditer(head[:220])]
    kinds = list(dict.fromkeys(kinds))
    bare = _BARE.match(folded) or _LEADING.search(before)
    quota = int(bare["n"]) if bare else None
    if award.honours:
        return [Nominee(award.honours, quota)]
    if not kinds:
        return [Nominee(inherited, quota)]
    return [Nominee(kind, quota if len(kinds) == 1 else None) for kind in kinds]


def _distinct(found: list[Nominee]) -> list[Nominee]:
    rows: list[Nominee] = []
    for nominee in found:
        if not any(row.kind == nominee.kind and row.quota == nominee.quota for row in rows):
            rows.append(nominee)
    return rows


def _percents(folded: str, inherited: str | None) -> list[Nominee]:
    found = []
    for match in _PERCENT.finditer(folded):
        words = match["who"] or ""
        before = folded[max(0, match.start() - 40) : match.start()]
        who = re.search(rf"\b(?:{_ONE}|{_GROUP})\b", words) or None
        sides = list(re.finditer(r"\b(?:tap the|ca nhan)\b", before))
        kind = _kind(who.group()) if who else (_kind(sides[-1].group()) if sides else inherited)
        found.append(Nominee(kind, None, tidy(match.group())))
    return found


def _quota_kind(nominee: Nominee, folded: str) -> str:
    if nominee.percent:
        return "percent"
    if nominee.quota is not None:
        return "ranking" if _RANKING.search(folded) else "fixed"
    if _RANKING.search(folded):
        return "ranking"
    return "by_reference" if _REFERENCE.search(folded) else "none"


def _reference(text: str) -> str | None:
    match = _REFERENCE.search(fold(text))
    return strip_end(text[match.start() :]) if match else None


_ELSEWHERE = {"dossier", "dossier_time", "funding", "organise", "participants", "honoured", "standards"}
# «Đề nghị A tặng Cờ cho …; tặng Bằng khen cho …»: one giver for both.
_SAME_GIVER = re.compile(
    r"(?:;|,|\bva)\s+(?:va\s+)?(?:xet\s+)?(?:tang|trao|khen)\b|;\s+(?:va\s+)?(?:bang khen|giay khen|co thi dua)\b"
)
_TOP = ("roman", "caps", "upper", "part")


def _mixed(node: Node) -> set[str]:
    """A chapter may carry several topics in its heading; the items below it sort them out."""
    return {"dossier_time", "honoured"} if node.kind in _TOP else set()


class OfferReader:
    """Walks the sections on commendation once."""

    def __init__(self, paper: Paper, issuer: str | None):
        self.paper, self.issuer = paper, issuer
        self.found: list[Found] = []
        self.waiting: list[Nominee] = []  # «Khen thưởng 05 tập thể; hình thức: Giấy khen»

    def context(self, node: Node) -> Context:
        """Award, authority, nominee kind and movement as the headings above name them."""
        context = Context()
        for above in node.ancestors():
            if above.kind in ("root", "row") or len(above.label) > 170:
                continue
            label, folded = above.label, fold(above.label)
            named = awards_in(label, folded)
            if context.award is None and len(named) == 1:
                context.award = named[0]
                context.authorities = self._authorities(label, folded, named[0])
            if context.kind is None:
                kinds = {_kind(m["who"]) for m in _KIND.finditer(folded)}
                if named and named[0].honours:
                    kinds = kinds or {named[0].honours}
                context.kind = kinds.pop() if len(kinds) == 1 else None
            if not context.authorities:
                context.authorities = self._level(label, folded)
            if context.movement is None and re.search(r"phong trao.{0,90}phat dong", folded) and not named:
                context.movement = strip_end(label)
        return context

    def _level(self, label: str, folded: str) -> list[str]:
        """«Đề nghị Chủ tịch UBND tỉnh khen thưởng:» over a list of awards."""
        match = re.match(
            r"(?:de nghi|trinh|khen thuong cua|khen cua|hinh thuc khen thuong cua|tham quyen (?:cua)?|do)\s+", folded
        )
        match = match or re.search(r"\btham quyen (?:cua|do)\s+", folded)
        named = authority_at(label, folded, match.end()) if match else None
        return [named[0]] if named else []

    def _authorities(self, text: str, folded: str, award: Award) -> list[str]:
        after, _ = authorities_after(text, folded, award.end)
        return after or authorities_before(text, folded, award.start)

    def add(
        self, award: Award, authority: str | None, nominee: Nominee, text: str, lines: list[int], movement: str | None
    ) -> None:
        folded = fold(text)
        item = {
            "award": award.name,
            "authority": resolved(authority, self.issuer),
            "nominee_kind": nominee.kind,
            "quota": nominee.quota,
            "text": strip_end(tidy(text)),
        }
        extra = {
            "quota_kind": _quota_kind(nominee, folded),
            "reference": nominee.percent or _reference(text),
            "agency_text": _agency_text(text),
            "movement": movement,
        }
        self.found.append(Found(item, lines, extra))

    def sentence(self, text: str, lines: list[int], context: Context) -> bool:
        """Offers of one sentence; whether there were any."""
        folded = fold(text)
        named = [award for award in awards_in(text, folded) if not _is_reference_to(folded, award)]
        if _NOT_OFFER.search(folded[: named[0].start] if named else folded[:60]):
            return False
        if not named:
            if context.award is None and re.search(r"\bkhen\b|\btang\b", folded):
                self.waiting = _distinct([Nominee(_kind(m["who"]), int(m["n"])) for m in _NUMBERED.finditer(folded)])
            return self._bare(text, folded, lines, context)
        for index in range(len(named)):
            self._award(text, folded, named, index, lines, context)
        return True

    def _award(
        self, text: str, folded: str, named: list[Award], index: int, lines: list[int], context: Context
    ) -> None:
        award = named[index]
        stop = named[index + 1].start if index + 1 < len(named) else len(text)
        authorities, end = authorities_after(text, folded, award.end)
        end = max(end, award.end)
        before = authorities_before(text, folded, award.start)
        if not authorities or (award.name == "Cờ thi đua" and before):
            authorities = before or authorities
        if not authorities and len(named) > 1:
            authorities = self._shared(text, folded, named, index)
        if not authorities and (context.award is None or context.award.name == award.name or not awards_in(text)):
            authorities = context.authorities
        begin = named[index - 1].end if index else 0
        kinds = {_kind(m["who"]) for m in _KIND.finditer(folded[begin : award.start])}
        inherited = kinds.pop() if len(kinds) == 1 else context.kind
        piece = folded[end:stop]
        if index + 1 < len(named) and not re.search(r"\d", piece):
            tail = folded[named[-1].end :]
            piece = (
                piece
                if re.search(r"\b(?:tap the|ca nhan)\b", piece)
                else piece + (" " + tail if re.search(r"\bcho\b", tail) else "")
            )
        head = folded[begin : award.start]
        nominees = _nominees(piece, inherited, award, head)
        ahead = [Nominee(_kind(m["who"]), int(m["n"])) for m in _NUMBERED.finditer(head)]
        if ahead and all(nominee.quota is None and not nominee.percent for nominee in nominees):
            nominees = _distinct(ahead)
        elif self.waiting and [(n.kind, n.quota, n.percent) for n in nominees] == [(None, None, None)]:
            nominees = self.waiting
        for authority in authorities or [None]:
            for nominee in nominees:
                self.add(award, authority, nominee, text, lines, context.movement)

    def _shared(self, text: str, folded: str, named: list[Award], index: int) -> list[str]:
        """«Bằng khen, Giấy khen của Giám đốc Sở»? No: only one and the same award twice shares its authority."""
        for other in named:
            if other.name == named[index].name and other is not named[index]:
                return self._authorities(text, folded, other)
        return []

    def _bare(self, text: str, folded: str, lines: list[int], context: Context) -> bool:
        """«- Tập thể: 02» under «Giấy khen của Giám đốc»."""
        if context.award is None or len(text) > 400:
            return False
        numbers = [Nominee(_kind(m["who"]), int(m["n"])) for m in _NUMBERED.finditer(folded)] or [
            Nominee(_kind(m["who"]), int(m["n"])) for m in _BEHIND.finditer(folded)
        ]
        percent = _percents(folded, context.kind)
        label = re.match(r"^(?:doi voi\s+|cho\s+)?(?:cac\s+)?(tap the|ca nhan)\b", folded)
        nominees = _distinct(numbers) or percent or ([Nominee(_kind(label[1]))] if label else [])
        for authority in context.authorities or [None]:
            for nominee in nominees:
                self.add(context.award, authority, nominee, text, lines, context.movement)
        return bool(nominees)

    def node(self, node: Node) -> bool:
        """Offers of an item and of what stands below it; a heading counts only where nothing below does."""
        own = self.paper.topics.own(node)
        if (
            node.kind == "row"
            or (own & _ELSEWHERE and not own & {"awards", "quota"})
            or own & {"dossier_time", "honoured"} - _mixed(node)
        ):
            return False
        if own & {"dossier", "funding"} and "hinh thuc" not in node.folded and node.kind not in _TOP:
            return False
        if "standards" in own and "quota" not in own and "hinh thuc" not in node.folded and node.kind not in _TOP:
            return False
        below = [self.node(child) for child in node.children]
        if any(below):
            return True
        context = self.context(node)
        hits = []
        self.waiting = []
        for part in sentences(node.text, clauses=True):
            count = len(self.found)
            hits.append(self.sentence(part, node.lines, context))
            given = self.found[-1].item["authority"] if len(self.found) > count else None
            if given and not context.authorities:
                context = replace(context, authorities=[given] if _SAME_GIVER.search(node.folded) else [])
        return any(hits)

    def table(self, rows: list[Node]) -> None:
        """A table of awards: one row an award, one column a kind of nominee."""
        header: dict[int, str] = {}
        for node in rows:
            if not header:
                header = _award_columns(node.cells)
                continue
            self._table_row(node, header)

    def _table_row(self, node: Node, header: dict[int, str]) -> None:
        for index, cell in enumerate(node.cells):
            named = awards_in(cell)
            if not named or header.get(index, "award") != "award":
                continue
            award = named[0]
            authorities = self._authorities(cell, fold(cell), award)
            authorities = (
                authorities
                or [
                    tidy(node.cells[i])
                    for i, what in header.items()
                    if what == "authority" and i < len(node.cells) and node.cells[i].strip()
                ][:1]
            )
            text = " ".join(c for c in node.cells if c)
            for kind, quota in _cells_of(node.cells, header, award):
                for authority in authorities or [None]:
                    self.add(award, authority, Nominee(kind, quota), text, node.lines, None)
            return


def _cells_of(cells: list[str], header: dict[int, str], award: Award) -> list[tuple[str | None, int | None]]:
    found: list[tuple[str | None, int | None]] = []
    for index, what in header.items():
        cell = fold(tidy(cells[index])) if index < len(cells) else ""
        number = re.search(r"(?<![\d/])(\d{1,4})(?!\s?[%\d/])", cell)
        if what in ("collective", "individual") and number and int(number[1]):
            found.append((what, int(number[1])))
        elif what == "quota":
            rows = [(_kind(m["who"]), int(m["n"])) for m in _NUMBERED.finditer(cell)] or [
                (_kind(m["who"]), int(m["n"])) for m in _BEHIND.finditer(cell)
            ]
            found += rows or ([(award.honours or _row_kind(cells), int(number[1]))] if number else [])
    return found or [(award.honours or _row_kind(cells), None)]


def _row_kind(cells: list[str]) -> str | None:
    kinds = {_kind(m["who"]) for cell in cells for m in _KIND.finditer(fold(cell))}
    return kinds.pop() if len(kinds) == 1 else None


def _award_columns(cells: list[str]) -> dict[int, str]:
    """What the columns of a table of awards hold; empty where it is another table."""
    found: dict[int, str] = {}
    for index, cell in enumerate(cells):
        folded = fold(tidy(cell))
        if re.search(r"\bhinh thuc\b|\bdanh hieu\b|khen thuong", folded):
            found[index] = "award"
        elif re.search(r"tham quyen|cap khen|cap quyet dinh|nguoi ky", folded):
            found[index] = "authority"
        elif re.fullmatch(r".{0,20}\btap the\b.{0,12}", folded):
            found[index] = "collective"
        elif re.fullmatch(r".{0,20}\bca nhan\b.{0,12}", folded):
            found[index] = "individual"
        elif re.search(r"so luong|chi tieu|dinh muc", folded):
            found[index] = "quota"
    return found if "award" in found.values() and len(found) >= 2 else {}


def _is_reference_to(folded: str, award: Award) -> bool:
    """An award named as a condition, not as an offer."""
    before = folded[max(0, award.start - 25) : award.start]
    return bool(
        re.search(
            r"(?:da duoc (?:tang|khen)|kem theo|mau|\bdat|so)\s*(?:thuong\s*)?(?:danh hieu\s*[“\"']?)?$",
            before,
        )
    )


def _agency_text(text: str) -> str | None:
    match = re.search(
        r"\bthuoc\s+(?P<who>[^.;]{3,160}?)(?=,?\s+(?:da co|co thanh tich|dat|trong phong trao)|[.;]|$)", fold(text)
    )
    return tidy(text[match.start("who") : match.end("who")]) if match else None


def _is_award_section(node: Node, own: set[str]) -> bool:
    return bool(own & {"awards", "quota"})


def _merge(found: list[Found]) -> list[Found]:
    """The section on numbers repeats the section on forms: a row that says less than another is dropped."""
    for row in found:
        if row.item["authority"] is None:
            others = {
                r.item["authority"] for r in found if r.item["award"] == row.item["award"] and r.item["authority"]
            }
            if len(others) == 1 and row.item["quota"] is not None:
                row.item["authority"] = others.pop()
    kept: list[Found] = []
    for index, row in enumerate(found):
        if not any(_covers(other, row, j < index) for j, other in enumerate(found) if j != index):
            kept.append(row)
    return kept


def _covers(other: Found, row: Found, earlier: bool) -> bool:
    a, b = other.item, row.item
    if a["award"] != b["award"] or (b["authority"] and a["authority"] and fold(a["authority"]) != fold(b["authority"])):
        return False
    if (b["authority"] and not a["authority"]) or (
        (other.extra["movement"] or "") != (row.extra["movement"] or "")
        and other.extra["movement"]
        and row.extra["movement"]
    ):
        return False
    if b["nominee_kind"] and b["nominee_kind"] != a["nominee_kind"]:
        return False
    if b["quota"] is not None:
        return (
            a["quota"] == b["quota"]
            and earlier
            and (
                a["text"] == b["text"]
                or (a["nominee_kind"] == b["nominee_kind"] and fold(a["text"])[:25] == fold(b["text"])[:25])
            )
        )
    if row.extra["quota_kind"] == "percent":
        return other.extra["quota_kind"] == "percent" and earlier and other.extra["reference"] == row.extra["reference"]
    same = (a["nominee_kind"], a["quota"], a["authority"]) == (b["nominee_kind"], b["quota"], b["authority"])
    return (
        earlier
        if same and other.extra["quota_kind"] != "percent"
        else not same or other.extra["quota_kind"] == "percent"
    )


def read_offers(paper: Paper, issuer: str | None) -> list[Found]:
    """Every award that can be won, in order."""
    reader = OfferReader(paper, issuer)
    for section in _sections(paper):
        reader.node(section)
    for rows in tables(paper.root):
        if any(_award_columns(node.cells) for node in rows):
            reader.table(rows)
    if not reader.found:
        _fallback(paper, reader)
    return _merge(reader.found)


def _sections(paper: Paper) -> list[Node]:
    found: list[Node] = []

    def search(node: Node, depth: int) -> None:
        own = paper.topics.own(node)
        if own & {"targets", "registration"} and not own & {"awards", "quota"}:
            return
        top = node.kind in ("roman", "caps", "upper", "part")
        alone = not own & {
            "dossier",
            "dossier_time",
            "funding",
            "organise",
            "content",
            "purpose",
            "requirements",
            "registration",
        }
        award = bool(own & {"awards", "quota"}) and (alone or "hinh thuc" in node.folded)
        if award and not (node.kind in ("num", "letter", "deep1") and _is_task(node)):
            found.append(node)
            return
        if own & {"dossier", "purpose", "requirements"} and not top:
            return
        for child in node.children:
            search(child, depth + 1)

    search(paper.root, 0)
    return found


def _is_task(node: Node) -> bool:
    """«2. Nâng cao chất lượng công tác khen thưởng»: a task, not an offer."""
    return bool(
        re.match(
            r"(?:tiep tuc\s+)?(?:nang cao|doi moi|tang cuong|thuc hien|day manh|lam tot|chu trong|to chuc|quan tam|ra soat|chan chinh|kip thoi|trien khai|xay dung|tham muu|huong dan)\b",
            node.folded,
        )
    )


def _fallback(paper: Paper, reader: OfferReader) -> None:
    """No section on commendation: sentences that say who gives what."""
    for node in paper.root.walk():
        around = paper.topics.around(node)
        if node.kind in ("root", "row") or around & _SKIP:
            continue
        for part in sentences(node.text, clauses=True):
            folded = fold(part)
            if re.search(r"\b(?:tang|khen thuong|de nghi|trao)\b", folded) and re.search(
                r"\b\d{1,3}\s+(?:tap the|ca nhan)|\bcua\s+(?:giam doc|chu tich|bo truong|hieu truong)|\btang\s+(?:giay|bang)",
                folded,
            ):
                reader.sentence(part, node.lines, reader.context(node))
