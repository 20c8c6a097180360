"""Who wins the offers «theo kết quả chấm điểm, xếp hạng»: read from the published ranking."""

from dataclasses import dataclass, field

from ..enums import Selection, SheetState
from ..models import PublishedPlace
from ..ranking import choose
from .scoring import ranker_of, sheets_of, words_of


@dataclass(frozen=True)
class Winners:
    """Of one offer: the places that win, and those tied across the last one, among whom the office must say."""

    offer: object
    chosen: list = field(default_factory=list)
    border: list = field(default_factory=list)

    @property
    def empty(self):
        """How many places of the quota nobody wins."""
        return (self.offer.quota or 0) - len(self.chosen)


def group_of(offer):
    """The key under which the office's order among equals of an offer is kept."""
    return f"offer-{offer.pk}"


def winners_of(campaign):
    """[Winners] of every such offer in the order of the plan; a fixed number of queries.

    Units are of the kind that they were published in. An offer without a number of places chooses nobody, a unit
    without points wins nothing, and who has won one offer does not take a place of the next.
    """
    offers = list(campaign.offers.filter(selection=Selection.RANKING).select_related("award"))
    published = sheets_of(campaign).filter(state=SheetState.PUBLISHED, participant__isnull=False)
    sheets = {sheet.pk: sheet for sheet in published} if offers else {}
    if not sheets:
        return [Winners(offer) for offer in offers]
    kinds = _published_kinds(campaign)
    ranker, words = ranker_of(campaign), words_of(campaign)
    found, taken = [], set()
    for offer in offers:
        meant = [sheet for pk, sheet in sheets.items() if not offer.agency_kinds or kinds[pk] in offer.agency_kinds]
        said = _said(words, offer, {kinds[sheet.pk] for sheet in meant})
        winners = _winners(offer, ranker.places(meant, said), taken)
        taken |= {place.sheet.pk for place in winners.chosen}
        found.append(winners)
    return found


def _published_kinds(campaign):
    """{sheet id: the kind of agency in which it was ranked}"""
    rows = PublishedPlace.objects.filter(sheet__campaign=campaign, is_cluster=False)
    return dict(rows.values_list("sheet_id", "group"))


def _said(words, offer, kinds):
    """The office's words on equals of the offer itself; and of the kind, where the offer is for one kind only."""
    own = words.get(group_of(offer), [])
    return [*own, *words.get(kinds.pop(), [])] if len(kinds) == 1 else own


def _winners(offer, places, taken):
    if offer.quota is None:
        return Winners(offer)
    free = [place for place in places if place.totals.total > 0 and place.sheet.pk not in taken]
    choice = choose(free, offer.quota)
    last = choice.border[0].rank if choice.border else None
    return Winners(offer, choice.chosen, [place for place in places if place.rank == last])
