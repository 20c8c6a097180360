"""Score sheets: opened, scored by the unit, verified by the office, ranked and published."""

from .cells import WHATEVER, Typed, save_cells
from .importing import import_points, pack
from .office import accept_self_scores, as_points, save_points
from .opening import open_scoring, refresh_totals, save_rule
from .own import attach_evidence, save_self_scores
from .publishing import publish_scores, unpublish_scores
from .steps import sheet_step, verify_complete
from .ties import drop_tie_order, resolve_tie

__all__ = [
    "WHATEVER", "Typed", "accept_self_scores", "as_points", "attach_evidence", "drop_tie_order", "import_points",
    "open_scoring", "pack", "publish_scores", "refresh_totals", "resolve_tie", "save_cells", "save_points", "save_rule",
    "save_self_scores", "sheet_step", "unpublish_scores",
    "verify_complete",
]  # fmt: skip
