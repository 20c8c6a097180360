"""The papers of a dossier."""

import re

from ...enums import ComponentKind
from ..words import component_kind_of
from . import printed

OPTIONAL = re.compile(r"\s*\(nếu có\)\s*$", re.IGNORECASE)


def components(source, offer_titles):
    return [component(row, more, offer_titles) for row, more in source.beside("dossier_components", "components")]


def component(row, more, offer_titles):
    kind = component_kind_of(row["name"])
    name, notes = printed.component(OPTIONAL.sub("", row["name"]))
    only_for = notes.pop("titles", ())
    data = {
        "kind": kind,
        "name": name[:250],
        "form": (row["form"] or "")[:250],
        "decree": (row["decree"] or "")[:60],
        "per_nominee": bool(more.get("per_nominee", kind == ComponentKind.ACHIEVEMENT_REPORT)),
        "required": bool(more.get("required", True)) and not OPTIONAL.search(row["name"]),
        "offers": [place for place, title in enumerate(offer_titles) if title in only_for],
    }
    data |= {name: more[name] for name in ("originals", "note") if more.get(name)}
    return data | notes
