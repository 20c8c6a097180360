"""The campaign itself: its name, kind and year; what it rests on, who takes part, who does what."""

import re

from thidua.agencies.names import fold

from ...enums import CampaignKind
from ..words import agency_kinds_in, document_kind_of, subject_of
from .source import day

YEAR = re.compile(r"năm\s+(\d{4})", re.IGNORECASE)


def general(source):
    facts, extra = source.facts, source.extra
    copies = {row.get("copies") for row in facts["dossier_components"] if row.get("copies")}
    signatory = facts.get("signatory") or {}
    return {
        "organiser": source.organiser.code,
        "title": facts["title"][:300],
        "theme": (extra.get("theme") or "")[:300],
        "slogan": (extra.get("slogan") or "")[:300],
        "kind": kind(facts, extra),
        "year": year(source),
        "plan_number": (facts["number"] or "")[:40],
        "plan_date": day(facts["issued_on"]),
        "starts_on": source.starts_on,
        "ends_on": source.ends_on,
        "purpose": extra.get("purpose") or "",
        "requirements": extra.get("requirements") or "",
        "funding": extra.get("funding") or "",
        "dossier_copies": copies.pop() if len(copies) == 1 else 1,
        "recipients": [name[:200] for name in facts["recipients"]],
        "signer_title": (signatory.get("title") or "")[:120],
        "signer_name": (signatory.get("name") or "")[:120],
    }


def kind(facts, extra):
    if facts["programme"] and not facts["criteria"]:
        return CampaignKind.PROGRAMME
    if extra.get("kind") in CampaignKind.values:
        return extra["kind"]
    if "dac biet" in fold(facts["title"]):
        return CampaignKind.SPECIAL
    if any(fold(row["name"]).startswith("dot") for row in facts["phases"]):
        return CampaignKind.PHASED
    return CampaignKind.THEMATIC


def year(source):
    named = YEAR.search(source.facts["title"])
    if named:
        return int(named[1])
    return (source.starts_on or day(source.facts["issued_on"]) or source.ends_on).year


def basis(row):
    return {
        "kind": document_kind_of(row["kind"]),
        "number": (row["number"] or "")[:40],
        "issued_on": day(row["issued_on"]),
        "issuer": (row["issuer"] or "")[:200],
        "subject": subject_of(row)[:500],
    }


def movement(source, row):
    """A movement of a higher authority; the document that launched it is mostly one of the legal bases."""
    return {
        "name": row["name"][:300],
        "launcher": (row.get("launcher") or "")[:200],
        "document": document(source, row),
        **{name: day(row.get(name)) for name in ("starts_on", "ends_on")},
    }


def document(source, row):
    """The document that launched a movement: a legal basis that it names, or the launcher's own that says so."""
    cited = row.get("document") or ""
    for known in source.facts["legal_bases"]:
        if known["number"] and known["number"] in cited:
            return basis(known)
    if cited:
        return {"kind": "other", "subject": cited[:500]}
    launcher = fold(row.get("launcher") or "")
    for known in source.facts["legal_bases"]:
        issuer = fold(known["issuer"] or "")
        if issuer and launcher.startswith(issuer) and "phat dong" in fold(known["text"] or ""):
            return basis(known)
    return None


def group(row):
    kinds = agency_kinds_in(row["text"]) if row["kind"] == "collective" else []
    return {"nominee_kind": row["kind"], "text": row["text"], "agency_kinds": kinds}


def duty(row):
    return {"name": (row["agency"] or "Các đơn vị liên quan")[:250], "text": row["text"] or row["agency"]}
