"""Charts as SVG drawn in Python, the same in the workbench and in what is taken away."""

from truceline.views.series_chart import series_chart
from truceline.views.timeline_chart import MOST_MARKS, drawn, happened, timeline_chart

__all__ = ["MOST_MARKS", "drawn", "happened", "series_chart", "timeline_chart"]
