"""What the headings above a line already say of the award, its giver and its nominees."""

import re
from dataclasses import dataclass, field

from campaigns.reading.awards import Award, authorities_after, authorities_before, authority_at, awards_in
from campaigns.reading.lines import fold, strip_end
from campaigns.reading.offers.nominees import KIND, kind_of
from campaigns.reading.outline import Node


@dataclass
class Context:
    """What the headings above a line already say."""

    award: Award | None = None
    authorities: list[str] = field(default_factory=list)
    kind: str | None = None
    movement: str | None = None


def context_of(node: Node) -> Context:
    """Award, authority, nominee kind and movement as the headings above name them."""
    context = Context()
    for above in node.ancestors():
        if above.kind in ("root", "row") or len(above.label) > 170:
            continue
        label, folded = above.label, fold(above.label)
        named = awards_in(label, folded)
        if context.award is None and len(named) == 1:
            context.award = named[0]
            context.authorities = authorities_of(label, folded, named[0])
        if context.kind is None:
            kinds = {kind_of(m["who"]) for m in KIND.finditer(folded)}
            if named and named[0].honours:
                kinds = kinds or {named[0].honours}
            context.kind = kinds.pop() if len(kinds) == 1 else None
        if not context.authorities:
            context.authorities = _level(label, folded)
        if context.movement is None and re.search(r"phong trao.{0,90}phat dong", folded) and not named:
            context.movement = strip_end(label)
    return context


def _level(label: str, folded: str) -> list[str]:
    """«Đề nghị Chủ tịch UBND tỉnh khen thưởng:» over a list of awards."""
    match = re.match(
        r"(?:de nghi|trinh|khen thuong cua|khen cua|hinh thuc khen thuong cua|tham quyen (?:cua)?|do)\s+", folded
    )
    match = match or re.search(r"\btham quyen (?:cua|do)\s+", folded)
    named = authority_at(label, folded, match.end()) if match else None
    return [named[0]] if named else []


def authorities_of(text: str, folded: str, award: Award) -> list[str]:
    """Who gives the award: named behind it, else before it."""
    after, _ = authorities_after(text, folded, award.end)
    return after or authorities_before(text, folded, award.start)
