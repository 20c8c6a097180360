"""The days a plan expects something: registration, reviews, dossiers, reports, ceremonies, councils."""

import re

from campaigns.reading.awards import awards_in
from campaigns.reading.dates import Mention, day_or_none, iso, mentions, spans
from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, tidy
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.period import Phase
from campaigns.reading.sentences import masked, sentences

_KINDS = (
    ("registration", re.compile(r"\b(?:dang ky|ky (?:ket )?giao uoc|giao uoc)\b")),
    (
        "dossier_deadline",
        re.compile(
            r"\bho so\b|\bto trinh de nghi\b|\bde nghi khen thuong\b(?=.{0,80}\b(?:gui|nop|trinh|ve)\b)|\b(?:gui|nop|trinh)\b.{0,60}\bde nghi khen thuong\b|\bbao cao thanh tich\b|\bdanh sach de nghi\b|\b(?:gui|nop)\b.{0,30}\bde nghi\b"
        ),
    ),
    ("report", re.compile(r"\bbao cao\b(?! thanh tich)")),
    ("interim_review", re.compile(r"\bso ket\b|\bso, tong ket\b")),
    ("final_review", re.compile(r"\btong ket\b")),
    (
        "ceremony",
        re.compile(
            r"\ble (?:trao|tuyen duong|ton vinh|ky niem|tong ket|don nhan|vinh danh|cong bo)\b|\btrao (?:tang|thuong|khen|giai)\b|\btuyen duong\b|\bton vinh\b|\bbieu duong\b|\bvinh danh\b|\bhoi nghi dien hinh\b|\bcong bo quyet dinh khen\b|\bdai hoi thi dua\b"
        ),
    ),
    (
        "council",
        re.compile(
            r"\b(?:hop )?hoi dong\b.{0,60}\b(?:hop|xet|binh xet|tham dinh|cham|danh gia|bo phieu|phien)\b|\bhop (?:xet|hoi dong|binh)\b|\bbinh xet\b|\bbinh bau\b|\bxet (?:thi dua|khen thuong|danh hieu|chon)\b|\bhoi dong (?:sang kien|thi dua).{0,30}\bhop\b|\bcham diem\b|\btham dinh\b"
        ),
    ),
)
_CUE = re.compile(
    r"(?:truoc|cham nhat(?: la)?(?: den)?(?: vao)?(?: truoc)?|han cuoi(?: cung)?(?: la)?|muon nhat(?: la)?|khong (?:qua|muon hon)|\bhan\b.{0,60}|den het|den|het|han nop|han gui|han|hoan thanh|xong|gui ve.{0,60})\s*(?:la\s+|vao\s+|truoc\s+|:\s*)*(?:het\s+)?(?:(?:\d{1,2}\s*(?:gio|h)\s*(?:\d{2})?,?\s+)?)(?:ngay\s+|ngay lam viec\s+)*$"
)
_RUNS_UNTIL = re.compile(
    r"\b(?:thuc hien|to chuc|dien ra|keo dai|phat dong)\b[^.;]{0,40}\b(?:den|toi)(?: het)?(?: ngay)?\s*$"
)
_ON = re.compile(
    r"(?:\bvao\s+(?:dip\s+|ngay\s+|sang\s+|chieu\s+)*|\bngay\s+|\bdip\s+.{0,90}|\btrong\s+ngay\s+|:\s*|\()\s*$"
)
_AND_BEFORE = re.compile(r"(?:va|,|;|hoac|/)\s*(?:truoc\s+)?(?:ngay\s+)?$")
_YEARLY = re.compile(r"\b(?:hang|hằng|moi|cac|tung) nam\b|\bnam sau\b|\bdinh ky (?:hang |moi )?nam\b|\bhang nam\b")
_MONTHLY = re.compile(
    r"\b(?:hang|moi) (?:thang|quy|tuan)\b|\bdinh ky\b|\bcua (?:thang|quy) (?:sau|tiep)|\bngay cuoi (?:thang|quy)"
)
# «riêng tổng kết giai đoạn gửi trước ngày …»: what is handed in, not the review itself
_HANDED_IN = re.compile(r"\b(?:so ket|tong ket)(?: \w+){0,3} (?:gui|nop) (?:ve\b.{0,40})?(?:truoc|cham nhat)\b")
_VAGUE = re.compile(
    r"\b(?:vao\s+)?(?:cuoi|dau|giua) (?:nam|thang|quy|ky|dot|giai doan)\b.{0,12}|\bvao nam\s+20\d{2}|\b(?:trong |vao )?(?:nam|thang|quy)\s+[\div]{1,4}|\b0?6 thang(?: dau nam)?|\bdip\b|\bket thuc\b|\bnam 20\d\d"
)
_REVIEW = re.compile(r"\b(?:to chuc|tien hanh|hoi nghi|thuc hien)?\s*(?:\w+\s){0,3}(?:so ket|tong ket)\b")
_AWAITS = re.compile(
    r"(?:(?:thuc hien\s+)?theo|can cu(?: vao)?|sau khi co)\s+(?:cac\s+)?(?:van ban\s+)?(?:huong dan|van ban|thong bao|cong van)(?: cu the)?(?: huong dan)?(?:,? chi dao)?\s+(?:cua|tu)\s+(?P<who>[^.;:]{3,140})"
)
_GENERAL = re.compile(
    r"\btheo (?:quy dinh|huong dan|thong bao)\b|\bse (?:co )?(?:thong bao|huong dan)\b|\bthong bao sau\b|\bhuong dan (?:rieng|sau)\b"
)
_TO = re.compile(
    r"\b(?:gui|nop|trinh|bao cao)\b(?:[^.;]{0,80}?)\b(?:ve|den|toi|cho)\s+(?P<who>[^.;,:]{3,100}?)(?=\s*(?:\(|:|,|;|\.|truoc|cham nhat|de (?!nghi)|theo|vao |trong |$))"
)
_SKIP = {
    "criteria",
    "standards",
    "purpose",
    "requirements",
    "targets",
    "participants",
}
_QUIET = {"content", "tasks"}


def _kind_near(folded: str, at: int) -> str | None:
    """The nearest thing named before the day; else the first named after it."""
    best: tuple[int, str] | None = None
    after: tuple[int, str] | None = None
    for kind, pattern in _KINDS:
        for match in pattern.finditer(folded):
            if match.start() < at:
                if best is None or match.start() > best[0]:
                    best = match.start(), kind
            elif after is None or match.start() < after[0]:
                after = match.start(), kind
    return best[1] if best else (after[1] if after else None)


def _refined(kind: str | None, folded: str, at: int) -> str | None:
    """Words that share a sentence: whose day is it?"""
    head = folded[:at]
    if (
        kind in ("interim_review", "final_review", "council", "ceremony", "report")
        and at > 0
        and (
            re.search(r"\bho so\b", head)
            and re.search(r"\b(?:gui|nop|trinh|tiep nhan|hoan thien|hoan thanh|thoi han|thoi gian|nhan)\b", head)
            and not re.search(r"\bbao cao (?:ket qua|so ket|tong ket)\b(?!.*\bho so\b)", head)
        )
    ):
        return "dossier_deadline"
    if kind in ("interim_review", "final_review") and re.search(
        r"\bbao cao(?: \w+){0,3} (?:so|tong) ket\b|\b(?:gui|nop) bao cao\b", folded
    ):
        return "report"
    if kind in ("ceremony", "council") and re.search(r"\b(?:to chuc|hoi nghi) tong ket\b", folded):
        return "final_review"
    return kind


def _heading_kind(node: Node) -> str | None:
    for place in (node, *node.ancestors()):
        if place.kind in ("root", "row", "para") or len(place.label) > 120:
            continue
        label = fold(place.label)
        if re.search(r"\bthoi (?:gian|han)\b.{0,30}\b(?:de nghi|gui|nop|ho so|trinh)", label) or re.search(
            r"\bho so\b", label
        ):
            return "dossier_deadline"
        for kind, pattern in _KINDS:
            if pattern.search(label):
                return kind
    return None


def _agencies(text: str) -> list[str]:
    folded = fold(text)
    match = _TO.search(folded)
    return [tidy(text[match.start("who") : match.end("who")])] if match else []


def _day(mention: Mention, named: list[Mention], folded: str) -> str | None:
    """The day as far as it is written; «15/6 và 15/12/2024» share their year."""
    if mention.kind == "day":
        return iso(mention.first)
    if mention.kind != "day_month":
        return None
    later = [m for m in named if m.start > mention.end]
    if (
        later
        and later[0].kind == "day"
        and re.fullmatch(
            r"\s*(?:,|va|hoac)?\s*(?:va\s+)?(?:truoc\s+)?(?:ngay\s+)?", folded[mention.end : later[0].start]
        )
    ):
        return iso(day_or_none(later[0].year, mention.month, mention.day))
    return None


def _yearly(folded: str, mention: Mention, named: list[Mention]) -> bool:
    tail = folded[mention.end : mention.end + 45]
    if mention.kind == "day":
        return False
    return bool(_YEARLY.search(tail.split(";")[0])) or bool(
        _YEARLY.search(folded[max(0, mention.start - 60) : mention.start])
    )


def _piece(sentence: str, folded: str, mention: Mention, named: list[Mention]) -> str | None:
    """«… 6 tháng trước ngày 10/6, năm trước ngày 10/12 hằng năm»: each day with its own words."""
    days = [m for m in named if m.kind == "day_month"]
    if len(days) < 2:
        return None
    index = days.index(mention)
    start = 0 if index == 0 else days[index - 1].end
    stop = len(sentence)
    if index + 1 < len(days):
        comma = re.search(r",|;|\s+va\b", folded[mention.end : days[index + 1].start])
        stop = mention.end + comma.start() if comma else mention.end
    piece = re.sub(r"^[\s,;]*(?:và\s+)?", "", sentence[start:stop])
    return tidy(piece) or None


class MilestoneReader:
    """Reads the sentences of one plan."""

    def __init__(self, paper: Paper, phases: list[Phase]):
        self.paper, self.phases = paper, phases
        self.found: list[Found] = []

    def add(
        self, kind: str, due: str | None, recurs: str | None, text: str, node: Node, awaits: str | None = None
    ) -> None:
        item = {"kind": kind, "due_on": due, "recurs": recurs, "text": tidy(text)}
        for row in self.found:
            if (
                row.item["kind"] == kind
                and row.item["due_on"] == due
                and row.item["recurs"] == recurs
                and (due or row.item["text"] == item["text"])
            ):
                return
        extra = {"awaits": awaits, "agencies": _agencies(text), "phase": self._phase(node, text, due)}
        self.found.append(Found(item, node.lines, extra))

    def _phase(self, node: Node, text: str, due: str | None) -> int | None:
        places = {id(node), *(id(above) for above in node.ancestors())}
        shared = [id(phase.node) for phase in self.phases]
        for index, phase in enumerate(self.phases):
            if phase.node is not None and id(phase.node) in places and shared.count(id(phase.node)) == 1:
                return index
        folded = fold(text)
        for index, phase in enumerate(self.phases):
            if re.search(rf"\b{re.escape(fold(phase.name))}\b", folded):
                return index
        return None

    def node(self, node: Node) -> None:
        about = self.paper.topics.around(node)
        near = self.paper.topics.nearest(node)
        if about & _SKIP and not near & {"dossier_time", "time", "review", "report", "registration", "programme"}:
            return
        if node.kind == "row":
            self._row(node)
            return
        quiet = bool(about & _QUIET) and not near & {
            "dossier_time",
            "time",
            "review",
            "report",
            "registration",
            "awards",
            "organise",
        }
        if "dossier_time" in near and not any(
            m.kind in ("day", "day_month", "month") for m in mentions("", masked(node.text))
        ):
            self._awaits(node)
        for sentence in sentences(node.text):
            self._sentence(sentence, node, quiet, near | about)

    def _awaits(self, node: Node) -> None:
        match = _AWAITS.search(node.folded)
        if match:
            who = tidy(node.text[match.start("who") : match.end("who")])
            self.add("dossier_deadline", None, None, node.text, node, re.sub(r"\s*\([^()]*\)?\s*$", "", who))
        elif _GENERAL.search(node.folded) and node.kind == "para":
            self.add("dossier_deadline", None, None, node.text, node, None)

    def _row(self, node: Node) -> None:
        text = " ".join(cell for cell in node.cells if cell)
        folded = masked(text)
        named = [m for m in mentions(text, folded) if m.kind in ("day", "day_month")]
        if spans(text, folded) or len(node.cells) < 2:
            return
        if not named:
            self._month_row(node, text, folded)
            return
        mention = named[-1]
        kind = _refined(_kind_near(folded, len(folded)), folded, 0) or "other"
        places = [(match.start(), k) for k, p in _KINDS if (match := p.search(folded))]
        first = min(places)[1] if places else None
        self.add(
            first or kind,
            _day(mention, named, folded),
            "yearly" if _yearly(folded, mention, named) else None,
            text,
            node,
        )

    def _month_row(self, node: Node, text: str, folded: str) -> None:
        """«Sơ kết | Tháng 7/2025 | Hội đồng»: a review whose day is left open."""
        review = re.search(r"\b(?P<so>so ket)\b|\btong ket\b", folded)
        months = [
            cell
            for cell in node.cells
            if re.fullmatch(r"(?:trong )?(?:thang \d{1,2}|quy [ivx\d]{1,3})(?:[/ ]+(?:nam )?20\d\d)?", fold(tidy(cell)))
        ]
        if review and months and "time" in self.paper.topics.around(node):
            self.add("interim_review" if review["so"] else "final_review", None, None, text, node)

    def _sentence(self, sentence: str, node: Node, quiet: bool, about: set[str]) -> None:
        folded = masked(sentence)
        named = mentions(sentence, folded)
        ranges = [(s.start, s.end) for s in spans(sentence, folded, named)]
        dated = self._windows(sentence, folded, node, about)
        for mention in named:
            if mention.kind not in ("day", "day_month") or any(a <= mention.start < b for a, b in ranges):
                continue
            dated = self._dated(sentence, folded, mention, named, node, quiet, about, dated) or dated
        if not dated:
            self._jubilee(sentence, node)
            self._undated(sentence, folded, node, quiet, about, ranges)

    def _windows(self, sentence: str, folded: str, node: Node, about: set[str]) -> bool:
        """«Nộp hồ sơ: từ ngày 01/12 đến ngày 10/12/2026»: the last day counts."""
        found = False
        for span in spans(sentence, folded):
            kind = self._kind(
                folded[max(0, span.start - 400) : span.start], min(span.start, 400), folded, span.start, node
            )
            named = [m for m in mentions("", folded[span.start : span.end]) if m.kind == "day"]
            if (
                named
                and "time" not in about
                and kind in ("registration", "dossier_deadline", "report", "council")
                and span.last
            ):
                self.add(kind, iso(span.last), None, sentence, node)
                found = True
        return found

    def _dated(
        self,
        sentence: str,
        folded: str,
        mention: Mention,
        named: list[Mention],
        node: Node,
        quiet: bool,
        about: set[str],
        after: bool,
    ) -> bool:
        before = folded[max(0, mention.start - 110) : mention.start]
        cue = _CUE.search(before) or (after and _AND_BEFORE.search(before))
        on = _ON.search(before)
        if not cue and not on and mention.start > 3:
            return False
        # A clause is looked at in a window, so that a line of junk costs no more than its length.
        start = max(sentence.rfind(";", 0, mention.start) + 1, mention.start - 900)
        stop = sentence.find(";", mention.end, mention.end + 900)
        stop = stop if stop > 0 else min(len(sentence), mention.end + 900)
        clause, inner = sentence[start:stop], folded[start:stop]
        kind = self._kind(inner, mention.start - start, folded, mention.start, node)
        if kind is None and (
            quiet
            or not cue
            or not about
            & {"time", "organise", "programme", "review", "awards", "report", "registration", "dossier_time", "dossier"}
        ):
            return False
        if quiet and not cue:
            return False
        if kind in (None, "other") and _RUNS_UNTIL.search(folded[max(0, mention.start - 120) : mention.start]):
            return False  # how long a movement lasts, not a day on which something is due
        if (
            not cue
            and kind in (None, "other", "report", "dossier_deadline")
            and mention.start > 3
            and "time" not in about
        ):
            return False
        yearly = "yearly" if _yearly(folded, mention, named) else None
        if mention.impossible:
            return False
        due = _day(mention, named, folded)
        text = clause if len(clause) < len(sentence) and self._alone(inner) else sentence
        if due is None and mention.kind == "day_month":
            text = _piece(sentence, folded, mention, named) or text
        self.add(kind or "other", due, yearly, text, node)
        if kind == "dossier_deadline" and re.search(
            r"\bbao cao (?:ket qua|so ket|tong ket)\b[^;.]{0,60}\b(?:va|kem|cung|,)\s+(?:\w+\s){0,3}ho so\b", inner
        ):
            self.add("report", due, yearly, text, node)
        if kind == "ceremony" and re.search(r"\btong ket\b", inner) and not re.search(r"\ble tong ket\b", inner):
            self.add("final_review", due, yearly, text, node)
        return True

    def _alone(self, clause: str) -> bool:
        return any(pattern.search(clause) for _, pattern in _KINDS)

    def _kind(self, inner: str, at: int, whole: str, place: int, node: Node) -> str | None:
        weak = re.search(r"\bdoi voi (?:dot |giai doan |viec )?(?:so ket|tong ket)\b|\bkhi (?:so|tong) ket\b", inner)
        kind = _refined(_kind_near(inner, at), inner, at)
        if kind is None or (weak and kind in ("interim_review", "final_review")):
            head = whole[max(0, place - at - 900) : max(0, place - at)]
            kind = _refined(_kind_near(head, len(head)), head, len(head)) or _heading_kind(node) or kind
        near = self.paper.topics.nearest(node)
        if kind in ("interim_review", "final_review") and _HANDED_IN.search(inner):
            return "dossier_deadline"
        if (
            kind in ("interim_review", "final_review")
            and "dossier_time" in near
            and not re.search(r"\b(?:to chuc|tien hanh)\b", inner)
        ):
            return "dossier_deadline"
        return kind or _heading_kind(node)

    def _jubilee(self, sentence: str, node: Node) -> None:
        """«… vào dịp Lễ kỷ niệm … (28/8/1945 - 28/8/2025)»: the day of the jubilee."""
        folded = fold(sentence)
        match = re.search(
            r"\b(?:vao|nhan|trong)\s+dip\b(?P<what>[^.;]{0,220}?)\(\s*(?P<a>[^()\-]{6,14})\s*-\s*(?P<b>[^()\-]{6,14})\s*\)",
            folded,
        )
        if not match:
            return
        named = mentions("", match["b"])
        kind = _refined(_kind_near(folded, match.start()), folded, match.start())
        if kind and named and named[0].kind == "day" and named[0].first:
            self.add(kind, iso(named[0].first), None, sentence, node)

    def _undated(self, sentence: str, folded: str, node: Node, quiet: bool, about: set[str], ranges: list) -> None:
        """Reviews and reports without a day: «vào cuối năm 2024», «hằng năm»."""
        if (
            quiet
            or awards_in(sentence)
            or any(row.lines == node.lines and row.item["text"] == tidy(sentence) for row in self.found)
        ):
            return
        if not about & {"procedure", "time", "review", "report", "registration", "dossier_time", "organise", "awards"}:
            return
        review = _REVIEW.search(folded)
        strong = bool(about & {"time", "review", "procedure"})
        moment = next((m for m in mentions(sentence, folded) if m.kind in ("month", "quarter", "month_only")), None)
        soon = bool(about & {"organise", "report", "awards"}) and (
            moment is not None or re.search(r"\b(?:cuoi|dau|giua) nam\b", folded)
        )
        if (
            review
            and (strong or soon)
            and (moment is not None or _VAGUE.search(folded) or _YEARLY.search(folded))
            and len(sentence) < 330
        ):
            self._reviews(sentence, folded, node)
            return
        if re.search(r"\bbao cao\b(?! thanh tich)", folded) and (
            _YEARLY.search(folded)
            or re.search(
                r"\bngay\s+\d{1,2}\s+(?:hang|moi|cua)|\b(?:hang|moi) (?:thang|quy)\b|\bdinh ky\s+(?:hang\s+)?(?:0?[369] thang|thang|quy(?! dinh)|nam)\b",
                folded,
            )
        ):
            self.add("report", None, "yearly" if _YEARLY.search(folded) else None, sentence, node)
            return
        month = next((m for m in mentions(sentence, folded) if m.kind in ("month", "quarter", "month_only")), None)
        if (
            month is not None
            and not ranges
            and len(sentence) < 330
            and (strong or about & {"report", "registration", "dossier_time"})
        ):
            kind = _refined(_kind_near(folded, month.start), folded, month.start) or (
                _heading_kind(node) if about & {"review", "dossier_time", "registration", "report"} else None
            )
            if kind:
                self.add(kind, None, "yearly" if _YEARLY.search(folded) else None, sentence, node)

    def _reviews(self, sentence: str, folded: str, node: Node) -> None:
        yearly = "yearly" if _YEARLY.search(folded) else None
        kinds = []
        for match in re.finditer(r"\b(?P<so>so ket)\b|\b(?P<ca>so, tong ket)\b|\b(?P<tong>tong ket)\b", folded):
            if match["ca"]:
                kinds += ["interim_review", "final_review"]
            else:
                kinds.append("interim_review" if match["so"] else "final_review")
        for kind in dict.fromkeys(kinds):
            self.add(kind, None, yearly, sentence, node)


def read_milestones(paper: Paper, phases: list[Phase]) -> list[Found]:
    """Every expected day in the order of the paper."""
    reader = MilestoneReader(paper, phases)
    for node in paper.root.walk():
        if node.kind != "root":
            reader.node(node)
    return reader.found
