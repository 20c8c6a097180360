"""The tables behind a consolidated report: every figure of every unit."""

from thidua.documents.layout import roman

from .review_parts import Annex, Table

IN_THE_BODY = ("targets", "scores")  # groups of figures that do not join the first annex
KEY = (
    "Có, Không: đơn vị có được tính vào chỉ tiêu hay không; 1/3: số người được tính trên số người của đơn vị; "
    "–: chỉ tiêu không nói về đơn vị."
)


def annexes(whole):
    """Phụ lục I: what was registered, handed in and awarded; Phụ lục II: each target by unit, if there are any."""
    found = [_awards([table for table in whole.tables if table.code not in IN_THE_BODY])]
    found += [_targets(table, whole.gauges) for table in whole.tables if table.code == "targets"]
    return [Annex(f"Phụ lục {roman(at)}", *parts) for at, parts in enumerate(filter(None, found), 1)]


def _awards(tables):
    """Nothing where there is nothing but zeros: the body says so in a sentence."""
    if not any(word not in ("0", "–") for table in tables for word in table.totals):
        return None
    header = tuple(column.label for table in tables for column in table.columns)
    rows = tuple(
        (str(at + 1), tables[0].rows[at][0].short_name, *(word for table in tables for word in table.rows[at][1]))
        for at in range(len(tables[0].rows))
    )
    totals = ("", "Tổng cộng", *(word for table in tables for word in table.totals))
    widths = (13, 44, *(16 for _label in header))
    table = Table("", ("STT", "Đơn vị", *header), rows, widths, totals)
    return "Số liệu đăng ký, hồ sơ, khen thưởng theo đơn vị", table


def _targets(table, gauges):
    """Targets carry the number that they have in the body; their long texts stand above the table."""
    order = [gauge.label for gauge in gauges[-1][1]] if gauges else []
    numbers = [
        order.index(column.label) + 1 if column.label in order else at for at, column in enumerate(table.columns, 1)
    ]
    names = tuple(f"Chỉ tiêu {number}" for number in numbers)
    rows = tuple((str(at), unit.short_name, *map(_short, words)) for at, (unit, words) in enumerate(table.rows, 1))
    totals = ("", "Tổng cộng", *map(_short, table.totals))
    notes = tuple(f"{name}: {column.label}" for name, column in zip(names, table.columns, strict=True))
    widths = (13, 44, *(18 for _name in names))
    return (
        "Kết quả từng chỉ tiêu theo đơn vị",
        Table("", ("STT", "Đơn vị", *names), rows, widths, totals),
        (*notes, KEY),
    )


def _short(words):
    return words.replace(" trên ", "/")
