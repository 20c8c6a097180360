"""Where a plan says what can be won; without such a section, any sentence that gives something."""

import re

from campaigns.reading.lines import fold
from campaigns.reading.offers.context import context_of
from campaigns.reading.offers.reader import OfferReader
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.sentences import sentences

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
    "situation",
}


_STANDARDS = re.compile(
    r"(?:cac |mot so )?(?:tieu chuan|tieu chi|dieu kien)(?: \w+){0,3} (?:khen thuong|danh hieu|khen)\b"
)


def sections(paper: Paper) -> list[Node]:
    found: list[Node] = []

    def search(node: Node, depth: int) -> None:
        own = paper.topics.own(node)
        if "situation" in own:
            return  # what was won before is not on offer
        if _STANDARDS.match(node.folded) and not own & {"quota"} and "hinh thuc" not in node.folded:
            return  # «Tiêu chí xét khen thưởng» names titles as conditions
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


def fallback(paper: Paper, reader: OfferReader) -> None:
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
                reader.sentence(part, node.lines, context_of(node))
