"""Charts drawn by the server: a picture with a caption, words for whoever does not see it, and its table."""

from django import template
from django.utils import timezone

from thidua.web.charts import columns, gauge, heat, ranking, yearly

register = template.Library()


@register.inclusion_tag("components/charts/gauge_list.html")
def gauge_list(gauges, title="Chỉ tiêu thi đua"):
    """`gauges`: a list of `gauge.Gauge`."""
    gauges = list(gauges)
    return {"title": title, "gauges": [gauge.draw(one) for one in gauges], "finding": gauge.finding_of(gauges)}


@register.inclusion_tag("components/charts/ranking_chart.html")
def ranking_chart(bars, title="Bảng xếp hạng"):
    """`bars`: a list of `ranking.RankBar`, in their order."""
    return {"title": title, "ranking": ranking.ranking_of(bars)}


@register.inclusion_tag("components/charts/heat_table.html")
def heat_table(columns, rows, caption="Tiến độ theo đơn vị"):
    """`columns`: names of the steps; `rows`: a list of `heat.HeatRow`."""
    columns, rows = list(columns), list(rows)
    return {
        "caption": caption,
        "sums": heat.sums_of(columns, rows),
        "rows": heat.rows_markup(rows, columns),
        "count": len(rows),
        "legend": heat.legend_of(rows),
        "finding": heat.finding_of(rows),
    }


@register.inclusion_tag("components/charts/year_calendar.html")
def year_calendar(year, campaigns, today=None):
    """`campaigns`: a list of `yearly.YearBar`; those that do not touch the year are left out."""
    return {"calendar": yearly.year_of(year, campaigns, today or timezone.localdate())}


@register.inclusion_tag("components/charts/column_chart.html")
def column_chart(series, title):
    """`series`: a `columns.Columns`: the groups and their series."""
    return {"title": title, "chart": series, "picture": columns.picture_of(series)}
