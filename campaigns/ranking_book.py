"""The rankings as an Excel file."""

from thidua.documents.sheets import workbook

RANKING = ("Nhóm", "Hạng", "Đơn vị", "Tổng điểm", "Điểm chuẩn", "Điểm thưởng", "Điểm trừ", "Xếp loại", "Đồng hạng")


def ranking_workbook(groups):
    """The rankings as one table."""
    rows = [
        (
            group.title, place.rank, place.sheet.unit_name, float(place.totals.total), float(place.totals.plain),
            float(place.totals.bonus), float(place.totals.minus), place.band, "có" if place.is_tied else "",
        )
        for group in groups
        for place in group.places
    ]  # fmt: skip
    return workbook(title="Xếp hạng", header=RANKING, rows=rows, widths=(30, 8, 40, 12, 12, 12, 12, 16, 12))
