"""A fact of a plan together with the lines it was read from."""

from dataclasses import dataclass, field


@dataclass
class Found:
    """One row of the answer, the lines that say it, and what else is known of it."""

    item: dict
    lines: list[int]
    extra: dict = field(default_factory=dict)
