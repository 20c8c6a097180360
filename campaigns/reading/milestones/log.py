"""The milestones found so far, each once."""

import re

from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, tidy
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.phases import Phase

_TO = re.compile(
    r"\b(?:gui|nop|trinh|bao cao)\b(?:[^.;]{0,80}?)\b(?:ve|den|toi|cho)\s+(?P<who>[^.;,:]{3,100}?)(?=\s*(?:\(|:|,|;|\.|truoc|cham nhat|de (?!nghi)|theo|vao |trong |$))"
)


def agencies(text: str) -> list[str]:
    folded = fold(text)
    match = _TO.search(folded)
    return [tidy(text[match.start("who") : match.end("who")])] if match else []


class Milestones:
    """The milestones of one plan, each once, with the phase it falls in."""

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
        extra = {"awaits": awaits, "agencies": agencies(text), "phase": self._phase(node, text, due)}
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
