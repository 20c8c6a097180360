"""The sentences of the sections on commendation, each award by its giver and its nominees."""

import re
from dataclasses import replace

from campaigns.reading.awards import (
    Award,
    authorities_acting,
    authorities_after,
    authorities_before,
    authority_at,
    awards_in,
    resolved,
)
from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, strip_end, tidy
from campaigns.reading.offers.context import Context, authorities_of, context_of
from campaigns.reading.offers.nominees import (
    BEHIND,
    BREAKDOWN,
    KIND,
    NUMBERED,
    Nominee,
    distinct,
    kind_of,
    nominees_in,
    percents,
)
from campaigns.reading.offers.prizes import prizes_in
from campaigns.reading.offers.quotas import agency_text, quota_kind, reference
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.sentences import sentences

_NOT_OFFER = re.compile(
    r"\b(?:ho so|bao cao thanh tich|da duoc tang|da duoc|truoc do|tien thuong|muc thuong|muc tien|kinh phi|to trinh|dieu kien|tieu chuan)\b"
)


ELSEWHERE = {"dossier", "dossier_time", "funding", "organise", "participants", "honoured", "standards"}


# «Đề nghị A tặng Cờ cho …; tặng Bằng khen cho …»: one giver for both.
_SAME_GIVER = re.compile(
    r"(?:;|,|\bva)\s+(?:va\s+)?(?:xet\s+)?(?:tang|trao|khen)\b|;\s+(?:va\s+)?(?:bang khen|giay khen|co thi dua)\b"
)


# «… tặng Bằng khen cho 02 cá nhân, tặng Cờ thi đua cho 01 tập thể»
_GIVES_TOO = re.compile(r"(?:,|;|\bva)\s+(?:va\s+)?(?:(?:xet\s+)?(?:tang|trao|trao tang)\s+)?(?:danh hieu\s+)?[“\"']?$")
_GOES_ON = re.compile(
    r"(?:(?:so ket|tong ket|khi (?:so|tong) ket|dot \d|hang nam|nam 20\d\d|moi nam|cuoi nam)\s*[:,]?\s+)?(?:va\s+|rieng\s+|con\s+|doi voi\s+|cho\s+)*(?:\(?\d{1,3}\)?\s+[a-z]|\d{1,3}\s?%|(?:cac\s+)?(?:tap the|ca nhan|don vi)\b|khong qua\s|toi da\s|moi\s|toan (?:\w+ ){1,3}\(?\d|.{3,90}\bde nghi\s+(?:khong qua\s+|toi da\s+)?\(?\d)(?!.{0,60}\btrong do\b)"
)
_ASKED = re.compile(r"\s*(?:cac hang\s*)?[:,\-(]?\s*(?:xet,?\s+)?(?:va\s+)?(?:de nghi|trinh|de nghi trinh|do)\s+")
TOP = ("roman", "caps", "upper", "part")


def _mixed(node: Node) -> set[str]:
    """A chapter may carry several topics in its heading; the items below it sort them out."""
    return {"dossier_time", "honoured"} if node.kind in TOP else set()


class OfferReader:
    """Walks the sections on commendation once."""

    def __init__(self, paper: Paper, issuer: str | None):
        self.paper, self.issuer = paper, issuer
        self.found: list[Found] = []
        self.waiting: list[Nominee] = []  # «Khen thưởng 05 tập thể; hình thức: Giấy khen»

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
            "quota_kind": quota_kind(nominee, folded),
            "reference": nominee.percent or reference(text),
            "agency_text": agency_text(text),
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
                self.waiting = distinct([Nominee(kind_of(m["who"]), int(m["n"])) for m in NUMBERED.finditer(folded)])
            return self._prizes(text, folded, lines, context) or self._bare(text, folded, lines, context)
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
        if not authorities:
            authorities = _asked(text, folded, end, stop) or authorities_acting(text, folded, award.start)
        if not authorities and (context.award is None or context.award.name == award.name or not awards_in(text)):
            authorities = context.authorities
        begin = named[index - 1].end if index else 0
        kinds = {kind_of(m["who"]) for m in KIND.finditer(folded[begin : award.start])}
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
        nominees = nominees_in(piece, inherited, award, head)
        ahead = [Nominee(kind_of(m["who"]), int(m["n"])) for m in NUMBERED.finditer(head)]
        if ahead and all(nominee.quota is None and not nominee.percent for nominee in nominees):
            nominees = distinct(ahead)
        elif self.waiting and [(n.kind, n.quota, n.percent) for n in nominees] == [(None, None, None)]:
            nominees = self.waiting
        for authority in authorities or [None]:
            for nominee in nominees:
                self.add(award, authority, nominee, text, lines, context.movement)

    def _shared(self, text: str, folded: str, named: list[Award], index: int) -> list[str]:
        """«Bằng khen, Giấy khen của Giám đốc Sở»? No: only one and the same award twice shares its authority."""
        for other in named:
            if other.name == named[index].name and other is not named[index]:
                return authorities_of(text, folded, other)
        if index and _GIVES_TOO.search(folded[named[index - 1].end : named[index].start]):
            return authorities_before(text, folded, named[index - 1].start)
        return []

    def _prizes(self, text: str, folded: str, lines: list[int], context: Context) -> bool:
        prizes = prizes_in(text, folded, context.kind) if context.award is None else []
        for prize in prizes:
            authorities = context.authorities or authorities_acting(text, folded, prize.award.start)
            self.add(prize.award, next(iter(authorities), None), prize.nominee, text, lines, context.movement)
        return bool(prizes)

    def _bare(self, text: str, folded: str, lines: list[int], context: Context) -> bool:
        """«- Tập thể: 02» under «Giấy khen của Giám đốc»."""
        if context.award is None or len(text) > 400:
            return False
        folded = BREAKDOWN.sub(" ", folded)
        numbers = [Nominee(kind_of(m["who"]), int(m["n"])) for m in NUMBERED.finditer(folded)] or [
            Nominee(kind_of(m["who"]), int(m["n"])) for m in BEHIND.finditer(folded)
        ]
        percent = percents(folded, context.kind)
        label = re.match(r"^(?:doi voi\s+|cho\s+)?(?:cac\s+)?(tap the|ca nhan)\b", folded)
        nominees = distinct(numbers) or percent or ([Nominee(kind_of(label[1]))] if label else [])
        for authority in context.authorities or [None]:
            for nominee in nominees:
                self.add(context.award, authority, nominee, text, lines, context.movement)
        return bool(nominees)

    def _carried(self, part: str, context: Context, hits: list[bool]) -> Context | None:
        """«Giấy khen cho: 10 tập thể khi sơ kết; 15 tập thể khi tổng kết»: the next clause goes on with the award before it."""
        if context.award is not None or not any(hits) or not _GOES_ON.match(fold(part)):
            return None
        last = self.found[-1]
        named = awards_in(last.item["award"])
        authority = last.item["authority"]
        return replace(context, award=named[0], authorities=[authority] if authority else []) if named else None

    def _announced(self, node: Node, context: Context) -> Context:
        """«1. Hình thức: Giấy khen của Giám đốc. 2. Số lượng: 03 tập thể»: the numbers belong to the one award named beside them."""
        if context.award is not None or not node.folded.startswith("so luong") or node.parent is None:
            return context
        near = {line for child in node.parent.children for line in child.all_lines}
        rows = [row for row in self.found if near & set(row.lines)]
        kinds = {(row.item["award"], row.item["authority"]) for row in rows}
        if len(kinds) != 1 or any(row.item["quota"] is not None for row in rows):
            return context
        award, authority = kinds.pop()
        named = awards_in(award)
        return replace(context, award=named[0], authorities=[authority] if authority else []) if named else context

    def node(self, node: Node) -> bool:
        """Offers of an item and of what stands below it; a heading counts only where nothing below does."""
        own = self.paper.topics.own(node)
        if (
            node.kind == "row"
            or (own & ELSEWHERE and not own & {"awards", "quota"})
            or own & {"dossier_time", "honoured"} - _mixed(node)
        ):
            return False
        if own & {"dossier", "funding"} and "hinh thuc" not in node.folded and node.kind not in TOP:
            return False
        if "standards" in own and "quota" not in own and "hinh thuc" not in node.folded and node.kind not in TOP:
            return False
        below = [self.node(child) for child in node.children]
        if any(below):
            return True
        context = self._announced(node, context_of(node))
        hits = []
        self.waiting = []
        for part in sentences(node.text, clauses=True):
            count = len(self.found)
            hits.append(self.sentence(part, node.lines, self._carried(part, context, hits) or context))
            given = self.found[-1].item["authority"] if len(self.found) > count else None
            if given and not context.authorities:
                context = replace(context, authorities=[given] if _SAME_GIVER.search(node.folded) else [])
        return any(hits)


def _asked(text: str, folded: str, start: int, stop: int) -> list[str]:
    """«Huân chương Lao động: xét, trình Chủ tịch nước tặng cho …»: the giver is named in the words behind the award."""
    match = _ASKED.match(folded[start : min(stop, start + 60)])
    named = authority_at(text, folded, start + match.end()) if match else None
    return [named[0]] if named and re.match(r"\s*(?:xem xet|quyet dinh|tang|khen|trao)", folded[named[1] :]) else []


def _is_reference_to(folded: str, award: Award) -> bool:
    """An award named as a condition, not as an offer."""
    before = folded[max(0, award.start - 25) : award.start]
    return bool(
        re.search(
            r"(?:da duoc (?:tang|khen)|kem theo|mau|\bdat|so|\d\s?%)\s*(?:thuong\s*)?(?:danh hieu\s*[“\"']?)?$",
            before,
        )
    )
