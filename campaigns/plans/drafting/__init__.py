"""From what the reader found in a plan to the data of a draft campaign. Nothing is guessed: what lacks a date or an
award that the catalogue knows is left out and said so.
"""

from . import awards, content, general, papers, time
from .source import Source


def draft_data(facts, organiser):
    """(data for write_plan, sentences on what could not be taken over). `organiser`: the launching Agency."""
    source = Source(facts, organiser)
    offers = awards.offers(source)
    data = {
        **general.general(source),
        "legal_bases": [general.basis(row) for row in facts["legal_bases"]],
        "movements": [general.movement(source, row) for row in source.movements],
        "phases": time.phases(source),
        "celebrations": [time.celebration(text) for text in source.extra.get("celebrations") or []],
        "milestones": time.milestones(source),
        "groups": [general.group(row) for row in facts["participants"]],
        "contents": [{"text": text} for text in source.extra.get("contents") or []],
        "criteria": content.criteria(source),
        "solutions": [{"text": text} for text in source.extra.get("solutions") or []],
        "targets": content.targets(source),
        "offers": offers,
        "standards": awards.standards(source),
        "components": papers.components(source, awards.titles(source, offers)),
        "tasks": [content.task(row, more) for row, more in source.beside("programme")],
        "responsibilities": [general.duty(row) for row in facts["responsibilities"] if row["text"] or row["agency"]],
    }
    return data, source.left
