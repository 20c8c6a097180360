"""What can be won: awards of the catalogue with their authority and number; standards."""

import re
from decimal import Decimal

from awards.enums import SubjectKind
from thidua.agencies.names import fold

from ...enums import QuotaKind, Selection
from ..words import agency_kinds_in
from . import printed

PERCENT = re.compile(
    r"(?P<share>\d{1,3}(?:[.,]\d{1,2})?)\s*%(?:\s*(?:trên|của)?\s*(?P<whom>(?:tổng )?số [^;.,()]*(?:, [^;.,()]+)*))?",
    re.IGNORECASE,
)
FRACTION = re.compile(r"(?:không quá|tối đa|nhiều nhất)?\s*\d{1,2}/\d{1,2}\s+(?:tổng )?số [^;.()]+", re.IGNORECASE)
AT = re.compile(r"^(?:thực hiện\s+)?theo quy định tại\s+", re.IGNORECASE)


def offers(source):
    made, own = [], _own_standards(source)
    for place, (row, more) in enumerate(source.beside("offers")):
        award = award_of(source, row)
        if award is None:
            source.left.append(f"«{row['award']}» chưa có trong danh mục: thêm ở phần «Hình thức, số lượng».")
            continue
        kinds = [row["nominee_kind"]] if row["nominee_kind"] else ["collective", "individual"]
        common = offer(source, row, more) | {"award": award.code, "standards": own.get(place, "")}
        made += [common | of_kind(kind, common) for kind in kinds if kind in award.subjects]
    return made


def award_of(source, row):
    """The award of the catalogue that the plan's words mean, or None."""
    wanted, authority = fold(row["award"]), fold(row["authority"] or "")
    named = [award for award in source.awards if fold(award.name) == wanted] or [
        award for award in source.awards if wanted in (fold(award.short_name), fold(award.bare_name))
    ]  # «Bằng khen» alone is a ministry's or the Prime Minister's: the authority tells
    state = [award for award in named if award.level == "state"]
    national = "thu tuong" in authority or authority == "chinh phu"
    return next(iter(state if national and state else [a for a in named if a not in state] or named), None)


def of_kind(kind, common):
    """Units are ranked, people are not: the part of a row that speaks of people is chosen by dossier."""
    by_ranking = kind == SubjectKind.COLLECTIVE and common["selection"] == Selection.RANKING
    return {"nominee_kind": kind, "selection": Selection.RANKING if by_ranking else Selection.DOSSIER}


def offer(source, row, more):
    words = row["text"] or ""
    kinds, text = printed.offer_kinds(words), more.get("agency_text") or words
    return {
        "authority": (row["authority"] or str(source.organiser))[:200],
        "decided_here": is_ours(source.organiser, row["authority"] or ""),
        "agency_kinds": agency_kinds_in(text) if kinds is None else kinds,
        "movement": source.movement_of(words),
        "selection": Selection.RANKING if more.get("quota_kind") == "ranking" else Selection.DOSSIER,
        **quota(row, more),
    }


def quota(row, more):
    if row["quota"]:
        return {"quota_kind": QuotaKind.FIXED, "quota": row["quota"]}
    if more.get("quota_kind") == "by_reference" and more.get("reference"):
        return {"quota_kind": QuotaKind.BY_REFERENCE, "reference": AT.sub("", more["reference"])[:300]}
    if more.get("quota_kind") == "percent":
        return share(row["text"] or "")
    return {"quota_kind": QuotaKind.UNLIMITED}


def share(words):
    """«không quá 70% tổng số …» as a share; a fraction such as «1/3 số …» has no exact percent and stays in words."""
    percent, fraction = PERCENT.search(words), FRACTION.search(words)
    value = Decimal(percent["share"].replace(",", ".")) if percent else Decimal(0)
    if 0 < value <= 100:
        of_whom = (percent["whom"] or "").strip() or "tổng số"
        return {"quota_kind": QuotaKind.PERCENT, "quota_percent": value, "quota_population": of_whom[:200]}
    if fraction:
        return {"quota_kind": QuotaKind.BY_REFERENCE, "reference": fraction[0].strip()[:300]}
    return {"quota_kind": QuotaKind.UNLIMITED}


def is_ours(organiser, authority):
    """True when the plan's own organiser decides: «Giám đốc Sở Nội vụ» in the plan of Sở Nội vụ tỉnh …"""
    version = organiser.current
    head, who = fold(version.head_title), fold(authority)
    if not head or not who.startswith(head):
        return False
    return who.removeprefix(head).strip() in fold(version.legal_name)


def titles(source, offers):
    """«Giấy khen của Giám đốc Sở Nội vụ» of each offer, in their order."""
    bare = {award.code: award.bare_name for award in source.awards}
    return [f"{bare[row['award']]} của {row['authority']}" for row in offers]


def standards(source):
    """Those that hold for a kind of nominee or for all; what a single offer asks stands with the offer."""
    return [
        {"nominee_kind": row.get("nominee_kind") or "", "text": row["text"]}
        for row in source.extra.get("standards") or []
        if not printed.offer_standards(row["text"])
    ]


def _own_standards(source):
    """{place of the offer: its own standards}"""
    found = (printed.offer_standards(row["text"]) for row in source.extra.get("standards") or [])
    return dict(row for row in found if row)
