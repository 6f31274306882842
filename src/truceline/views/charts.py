"""Charts as SVG inside in Python, the same in the workbench and in what is taken away."""

from truceline.views.series_chart import series_chart
from truceline.views.timeline_chart import MOST_MARKS, happened, inside, timeline_chart

__all__ = ["MOST_MARKS", "happened", "inside", "series_chart", "timeline_chart"]
