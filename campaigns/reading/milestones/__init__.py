"""The days a plan expects something: registration, reviews, dossiers, reports, ceremonies, councils."""

from campaigns.reading.dates import mentions
from campaigns.reading.facts import Found
from campaigns.reading.milestones.log import Milestones
from campaigns.reading.milestones.repeats import without_repeats
from campaigns.reading.milestones.rows import read_row
from campaigns.reading.milestones.sentences import read_sentence
from campaigns.reading.milestones.undated import read_awaited
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.phases import Phase
from campaigns.reading.programme import columns_of, is_programme, tables
from campaigns.reading.sentences import masked, sentences

__all__ = ["read_milestones"]

_SKIP = {
    "criteria",
    "standards",
    "purpose",
    "requirements",
    "targets",
    "participants",
    "situation",
}


_QUIET = {"content", "tasks"}


def read_milestones(paper: Paper, phases: list[Phase]) -> list[Found]:
    """Every expected day in the order of the paper."""
    log = Milestones(paper, phases)
    for node in paper.root.walk():
        if node.kind != "root":
            _read_node(log, node)
    for root in paper.annex_roots:
        for rows in tables(root):
            if any(is_programme(columns_of(node.cells)) for node in rows):
                for node in rows:
                    read_row(log, node)
    return without_repeats(log.found)


def _read_node(log: Milestones, node: Node) -> None:
    about = log.paper.topics.around(node)
    near = log.paper.topics.nearest(node)
    if about & _SKIP and not near & {
        "dossier_time",
        "time",
        "review",
        "report",
        "registration",
        "programme",
        "procedure",
    }:
        return
    if node.kind == "row":
        read_row(log, node)
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
    above = log.paper.topics.own(node.parent) if node.parent is not None and node.inline else set()
    if "dossier_time" in near | above and not any(
        m.kind in ("day", "day_month", "month") for m in mentions("", masked(node.text))
    ):
        read_awaited(log, node)
    for sentence in sentences(node.text):
        read_sentence(log, sentence, node, quiet, near | about)
