"""Charts on paper: SVG for PDF documents, PNG for Word; black, grey and hatches, letters in Tinos."""

from .columns import columns_drawing
from .gauges import gauges_drawing
from .png import png_of
from .ranking import ranking_drawing
from .svg import svg_of


def column_svg(series):
    """`series`: a `thidua.web.charts.columns.Columns`."""
    return svg_of(columns_drawing(series))


def column_png(series):
    return png_of(columns_drawing(series))


def ranking_svg(bars):
    """`bars`: a list of `thidua.web.charts.ranking.RankBar`."""
    return svg_of(ranking_drawing(bars))


def ranking_png(bars):
    return png_of(ranking_drawing(bars))


def gauges_svg(gauges):
    """`gauges`: a list of `thidua.web.charts.gauge.Gauge`."""
    return svg_of(gauges_drawing(gauges))


def gauges_png(gauges):
    return png_of(gauges_drawing(gauges))
