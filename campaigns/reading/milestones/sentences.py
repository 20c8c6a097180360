"""The days named in a sentence: what each is for."""

import re

from campaigns.reading.dates import Mention, iso, mentions, spans
from campaigns.reading.milestones.days import day_of, is_yearly, piece_of
from campaigns.reading.milestones.kinds import KINDS, heading_kind, kind_near, refined
from campaigns.reading.milestones.log import Milestones
from campaigns.reading.milestones.undated import comes_each_quarter, read_jubilee, read_relative, read_undated
from campaigns.reading.outline import Node
from campaigns.reading.sentences import masked, sentences

_CUE = re.compile(
    r"(?:truoc|cham nhat(?: la)?(?: den)?(?: vao)?(?: truoc)?|han cuoi(?: cung)?(?: la)?|muon nhat(?: la)?|khong (?:qua|muon hon)|\bhan\b.{0,100}|den het|den|het|han nop|han gui|han|hoan thanh|xong|gui ve.{0,60})\s*(?:la\s+|vao\s+|truoc\s+|:\s*)*(?:het\s+)?(?:(?:\d{1,2}\s*(?:gio|h)\s*(?:\d{2})?,?\s+)?)(?:ngay\s+|ngay lam viec\s+)*$"
)


_RUNS_UNTIL = re.compile(
    r"\b(?:thuc hien|to chuc|dien ra|keo dai|phat dong)\b[^.;]{0,40}\b(?:den|toi)(?: het)?(?: ngay)?\s*$"
)


_ON = re.compile(
    r"(?:\bvao\s+(?:dip\s+|ngay\s+|sang\s+|chieu\s+)*|\bngay\s+|\bdip\s+.{0,90}|\btrong\s+ngay\s+|:\s*|\()\s*$"
)


_AND_BEFORE = re.compile(r"(?:va|,|;|hoac|/)\s*(?:truoc\s+)?(?:ngay\s+)?$")


# «riêng tổng kết giai đoạn gửi trước ngày …»: what is handed in, not the review itself
_HANDED_IN = re.compile(r"\b(?:so ket|tong ket)(?: \w+){0,3} (?:gui|nop) (?:ve\b.{0,40})?(?:truoc|cham nhat)\b")


# «chấm điểm từ 01/8 đến 30/9»: the time of one step within the campaign
_STEP = re.compile(
    r"\b(?:cham diem|binh xet|xet chon|tham dinh|nhan ho so|nop ho so|tiep nhan|dang ky)\b[^.;:]{0,20}(?::\s*(?:tu\s+)?(?:ngay\s+)?)?$"
)


_GREETS = re.compile(r"(?<!\ble )\b(?:chao mung|ky niem|mung|huong toi|huong ve)\s+(?:(?:cac\s+)?ngay(?:\s+le)?\s+)?$")
_LAUNCH = re.compile(r"\bphat dong\b.{0,60}\b(?:xong|hoan thanh|truoc)\b|\b(?:xong|hoan thanh) truoc\b.{0,20}$")
_HANDED = ("registration", "dossier_deadline", "report", "council")
_REVIEWS = ("interim_review", "final_review")
_OWN_REVIEW = re.compile(r"(?:to chuc )?(?:so ket|tong ket)\b[^:]{0,40}:")


def read_sentence(log: Milestones, sentence: str, node: Node, quiet: bool, about: set[str]) -> None:
    folded = masked(sentence)
    named = mentions(sentence, folded)
    ranges = [(s.start, s.end) for s in spans(sentence, folded, named)]
    dated = _windows(log, sentence, folded, node, about)
    for mention in named:
        if mention.kind not in ("day", "day_month") or any(a <= mention.start < b for a, b in ranges):
            continue
        dated = _dated(log, sentence, folded, mention, named, node, quiet, about, dated) or dated
    if dated:
        _headed_by_month(log, sentence, folded, node)
        _other_clauses(log, sentence, node, quiet, about)
        return
    read_jubilee(log, sentence, node)
    read_undated(log, sentence, folded, node, quiet, about, ranges)


def _headed_by_month(log: Milestones, sentence: str, folded: str, node: Node) -> None:
    """«Tổng kết: Tháng 12/2021, hồ sơ gửi trước 20/12/2021»: the review has a month, the dossiers have the day."""
    match = re.match(r"(?:to chuc )?(?P<so>so ket|tong ket)\b[^:]{0,40}:\s*(?:trong |vao )?(?:thang|quy)\b", folded)
    if match:
        log.add("interim_review" if match["so"] == "so ket" else "final_review", None, None, sentence, node)


def _other_clauses(log: Milestones, sentence: str, node: Node, quiet: bool, about: set[str]) -> None:
    """«Quý II/2024: sơ kết; báo cáo gửi trước ngày 15/6/2024»: a clause without a day beside one that has its own."""
    clauses = sentences(sentence, clauses=True)
    for clause in clauses if len(clauses) > 1 else []:
        folded = masked(clause)
        named = mentions(clause, folded)
        moment = any(mention.kind in ("month", "quarter") for mention in named)
        if any(mention.day for mention in named):
            continue
        if read_relative(log, clause, folded, masked(sentence), node):
            continue
        if moment or comes_each_quarter(folded):
            read_undated(log, clause, folded, node, quiet, about, spans(clause, folded, named))


def _windows(log: Milestones, sentence: str, folded: str, node: Node, about: set[str]) -> bool:
    """«Nộp hồ sơ: từ ngày 01/12 đến ngày 10/12/2026»: the last day counts."""
    found = False
    own = log.paper.topics.own(node) & {"dossier_time", "registration", "report"} or _OWN_REVIEW.match(folded)
    for span in spans(sentence, folded):
        kind = _kind(log, folded[max(0, span.start - 400) : span.start], min(span.start, 400), folded, span.start, node)
        review = _OWN_REVIEW.match(folded)
        if review:  # «Tổng kết, bình xét: từ 20/11 đến 30/11/2023»
            kind = "interim_review" if "so ket" in review.group() else "final_review"
        named = [m for m in mentions("", folded[span.start : span.end]) if m.kind == "day"]
        if (
            named
            and ("time" not in about or own or _STEP.search(folded[max(0, span.start - 50) : span.start]))
            and kind in (*_HANDED, *(_REVIEWS if _OWN_REVIEW.match(folded) else ()))
            and span.last
        ):
            log.add(kind, iso(span.last), None, sentence, node)
            found = True
    return found


def _clause_end(sentence: str, start: int, limit: int) -> int:
    """Where the clause ends: at a semicolon, but not at one in brackets («(Văn phòng Sở; Ban Tổ chức)»)."""
    depth = 0
    for place in range(start, min(limit, len(sentence))):
        depth += {"(": 1, ")": -1}.get(sentence[place], 0)
        if sentence[place] == ";" and depth <= 0:
            return place
    return min(limit, len(sentence))


def _dated(
    log: Milestones,
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
    if _GREETS.search(before):
        return False  # «chào mừng ngày 20/11»: what is celebrated, not what is due
    if not cue and not on and mention.start > 3:
        return False
    # A clause is looked at in a window, so that a line of junk costs no more than its length.
    start = max(sentence.rfind(";", 0, mention.start) + 1, mention.start - 900)
    stop = _clause_end(sentence, mention.end, mention.end + 900)
    clause, inner = sentence[start:stop], folded[start:stop]
    kind = _kind(log, inner, mention.start - start, folded, mention.start, node)
    if kind is None and (
        (quiet and not _LAUNCH.search(inner))
        or not cue
        or not (about | ({"time"} if _LAUNCH.search(inner) else set()))
        & {"time", "organise", "programme", "review", "awards", "report", "registration", "dossier_time", "dossier"}
    ):
        return False
    if quiet and not cue:
        return False
    if kind in (None, "other") and _RUNS_UNTIL.search(folded[max(0, mention.start - 120) : mention.start]):
        return False  # how long a movement lasts, not a day on which something is due
    if not cue and kind in (None, "other", "report", "dossier_deadline") and mention.start > 3 and "time" not in about:
        return False
    yearly = "yearly" if is_yearly(folded, mention, named) else None
    if mention.impossible and kind in (None, "other"):
        return False
    # A day no calendar has stays open here and is pointed out among the warnings.
    due = day_of(mention, named, folded)
    text = clause if len(clause) < len(sentence) and _alone(inner) else sentence
    if due is None and mention.kind == "day_month":
        text = piece_of(sentence, folded, mention, named) or text
    log.add(kind or "other", due, yearly, text, node)
    if kind == "dossier_deadline" and re.search(
        r"\bbao cao (?:ket qua|so ket|tong ket)\b[^;.]{0,60}\b(?:va|kem|cung|,)\s+(?:\w+\s){0,3}ho so\b", inner
    ):
        log.add("report", due, yearly, text, node)
    if kind == "report" and re.search(
        r"\bho so (?:de nghi|khen)\b[^;.]{0,40}\b(?:va|kem|cung|,)\s+(?:gui\s+)?bao cao\b(?! thanh tich)", inner
    ):
        log.add("dossier_deadline", due, yearly, text, node)
    if kind == "ceremony" and re.search(r"\btong ket\b", inner) and not re.search(r"\ble tong ket\b", inner):
        log.add("final_review", due, yearly, text, node)
    return True


def _alone(clause: str) -> bool:
    return any(pattern.search(clause) for _, pattern in KINDS)


def _kind(log: Milestones, inner: str, at: int, whole: str, place: int, node: Node) -> str | None:
    weak = re.search(r"\bdoi voi (?:dot |giai doan |viec )?(?:so ket|tong ket)\b|\bkhi (?:so|tong) ket\b", inner)
    kind = refined(kind_near(inner, at), inner, at)
    if kind is None or (weak and kind in ("interim_review", "final_review")):
        head = whole[max(0, place - at - 900) : max(0, place - at)]
        kind = refined(kind_near(head, len(head)), head, len(head)) or heading_kind(node) or kind
    near = log.paper.topics.nearest(node)
    if node.parent is not None and node.inline:
        near = near | log.paper.topics.own(node.parent)  # «- Tổng kết: trước ngày …» under «Thời gian gửi hồ sơ»
    if kind in ("interim_review", "final_review") and _HANDED_IN.search(inner):
        return "dossier_deadline"
    if (
        kind in ("interim_review", "final_review")
        and "dossier_time" in near
        and not re.search(r"\b(?:to chuc|tien hanh)\b", inner)
    ):
        return "dossier_deadline"
    return kind or heading_kind(node)
