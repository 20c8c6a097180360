"""Who stands where: one bar a competitor, in the order given."""

from dataclasses import dataclass
from decimal import Decimal

from .numbers import number_words, percent, share

SHOWN = 20  # more bars are no picture any more; everyone is in the table


@dataclass(frozen=True)
class RankBar:
    rank: str
    label: str
    value: Decimal | None
    max: Decimal
    band: str = ""
    chosen: bool = False
    tied: bool = False


@dataclass(frozen=True)
class Drawn:
    bar: RankBar
    score: str
    width: str


@dataclass(frozen=True)
class Ranking:
    shown: list[Drawn]
    rows: list[Drawn]
    finding: str

    @property
    def hidden(self):
        return len(self.rows) - len(self.shown)


def draw(bar):
    return Drawn(bar, number_words(bar.value), percent(share(bar.value, bar.max)))


def leaders_of(bars):
    """The first, and whoever shares its rank."""
    return [bar for bar in bars if bar.rank == bars[0].rank and bar.value is not None]


def finding_of(bars):
    leaders = leaders_of(bars) if bars else []
    if not leaders:
        return f"{len(bars)} đơn vị, chưa có điểm"
    names = ", ".join(bar.label for bar in leaders[:3])
    if len(leaders) > 3:
        names += f" và {len(leaders) - 3} đơn vị khác"
    words = f"{len(bars)} đơn vị; dẫn đầu là {names} với {number_words(leaders[0].value)} điểm"
    chosen = sum(bar.chosen for bar in bars)
    return words + (f"; {chosen} đơn vị được chọn" if chosen else "")


def ranking_of(bars):
    bars = list(bars)
    rows = [draw(bar) for bar in bars]
    return Ranking(rows[:SHOWN], rows, finding_of(bars))
