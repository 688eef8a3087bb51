"""Charts of the attendance, drawn by ReportLab's graphics: the same drawing in the report and on the screen.

On the screen a chart is a PDF of its own (`chart_pdf`), which Qt renders as large as it is shown. Lengths are
points.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from math import inf

from reportlab.graphics import renderPDF
from reportlab.graphics.charts.axes import ValueAxis
from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.charts.lineplots import LinePlot
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import Color

from checkin.documents.fonts import REGULAR, STRONG, legible
from checkin.documents.paper import ACCENT, GREY, INK, RULE, Colour, begin, shorten
from checkin.domain.turnout import Attended, Turnout
from checkin.language import clock, spoken

_SIZE = 8.5  # of a chart's letters
_BAR, _GAP = 9.0, 8.0  # of an organisation: its height, and what is free above and below it
_NAMES = 170.0  # the room for their names
_COUNTS = 52.0  # the room for « 12 of 14 »
_MOST = 10  # organisations shown one by one
_FEWEST_POINTS = 5  # of a curve that says anything
_PER_LABEL = 46.0  # how wide an instant below the curve is
_LABEL_STEPS = (1, 2, 5, 10, 15, 20, 30, 60)  # minutes


def arrivals_chart(turnout: Turnout, wide: float, high: float, language: str) -> Drawing:
    """Return the arrivals of each minute as a curve, `wide` by `high`."""
    drawing = Drawing(wide, high, initialFontName=REGULAR)
    arrivals = _with_ends(turnout.arrivals(), turnout.event.starts)
    plot = LinePlot()
    plot.x, plot.y, plot.width, plot.height = 28, 26, wide - 40, high - 40
    first = arrivals[0][0]
    plot.data = [[((instant - first).total_seconds() / 60, count) for instant, count in arrivals]]
    plot.lines[0].strokeColor, plot.lines[0].strokeWidth = _color(ACCENT), 1.4
    plot.lines[0].inFill, plot.lines[0].fillColor = True, _color(ACCENT, 0.14)
    _set_minutes(plot.xValueAxis, first, len(arrivals) - 1, plot.width, language)
    _set_counts(plot.yValueAxis, max(count for _instant, count in arrivals))
    drawing.add(plot)
    return drawing


def organisations_chart(turnout: Turnout, wide: float, language: str, high: float = inf) -> Drawing:
    """Return how many of each organisation came, of how many expected, as bars; as high as they need.

    Where `high` has no room for all, the smaller ones are one bar together.
    """
    _ = spoken(language)
    most = int(max(2, min(_MOST, (high - _GAP) // (_BAR + _GAP))))
    rows = _largest(turnout.by_organisation(), most, _("Other organisations"), _("No organisation"))
    high = max(len(rows), 1) * (_BAR + _GAP) + _GAP
    drawing = Drawing(wide, high, initialFontName=REGULAR)
    if not rows:
        return drawing
    for figures, color in (([row.expected for row in rows], RULE), ([row.came for row in rows], ACCENT)):
        drawing.add(_bars(figures, max(row.expected for row in rows), wide, high, color))
    for place, row in enumerate(rows):
        y = high - _GAP - (place + 0.5) * (_BAR + _GAP) - _SIZE / 3
        drawing.add(_text(0, y, shorten(row.organisation, _NAMES - 8, _SIZE)))
        count = _("{count} of {total}").format(count=row.came, total=row.expected)
        drawing.add(_text(wide, y, count, STRONG, "end"))
    return drawing


def chart_pdf(drawing: Drawing, title: str, language: str) -> bytes:
    """Return a chart as a PDF of one page as large as the chart."""
    stream = BytesIO()
    canvas = begin(stream, title, language)
    canvas.setPageSize((drawing.width, drawing.height))
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _with_ends(arrivals: Sequence[tuple[datetime, int]], instead: datetime) -> Sequence[tuple[datetime, int]]:
    """Return a curve that begins and ends at nobody; around `instead` where nobody has arrived."""
    minute = timedelta(minutes=1)
    known = arrivals or [(instead, 0)]
    late = max(1, _FEWEST_POINTS - len(known))
    return [
        (known[0][0] - minute, 0),
        *known,
        *((known[-1][0] + step * minute, 0) for step in range(1, late + 1)),
    ]


def _set_minutes(axis: ValueAxis, first: datetime, minutes: int, wide: float, language: str) -> None:
    """Label the axis by the clock, at whole steps of it."""
    step = next((one for one in _LABEL_STEPS if wide / minutes * one >= _PER_LABEL), _LABEL_STEPS[-1])
    start = -first.minute % step
    axis.valueMin, axis.valueMax = 0, minutes
    axis.valueSteps = list(range(start, minutes + 1, step))
    axis.labelTextFormat = lambda value: clock(first + timedelta(minutes=value), language)
    axis.visibleGrid = False
    _set_look(axis)


def _set_counts(axis: ValueAxis, most: int) -> None:
    """Label the axis by whole people."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if most <= step * 5)
    axis.valueMin, axis.valueMax, axis.valueStep = 0, max(step, -(-most // step) * step), step
    axis.labelTextFormat = "%d"
    axis.visibleGrid, axis.gridStrokeColor, axis.gridStrokeWidth = True, _color(RULE), 0.5
    axis.strokeColor = None
    axis.visibleTicks = False
    _set_look(axis)


def _set_look(axis: ValueAxis) -> None:
    axis.labels.fontName, axis.labels.fontSize, axis.labels.fillColor = REGULAR, _SIZE, _color(GREY)
    if axis.strokeColor is not None:
        axis.strokeColor = _color(GREY)


def _bars(figures: Sequence[int], most: int, wide: float, high: float, colour: Colour) -> HorizontalBarChart:
    chart = HorizontalBarChart()
    chart.x, chart.y, chart.width, chart.height = _NAMES, 0, wide - _NAMES - _COUNTS, high - _GAP
    chart.data = [tuple(figures)]
    chart.useAbsolute, chart.barWidth, chart.groupSpacing = True, _BAR, _GAP
    chart.bars[0].fillColor, chart.bars[0].strokeColor = _color(colour), None
    chart.categoryAxis.reverseDirection, chart.categoryAxis.visible = True, False
    chart.valueAxis.valueMin, chart.valueAxis.valueMax, chart.valueAxis.visible = 0, most, False
    return chart


def _largest(rows: Sequence[Attended], most: int, others: str, nobodys: str) -> list[Attended]:
    """Return at most `most` rows: the largest, then the rest as one; the nameless one under its words."""
    named = [one if one.organisation else Attended(nobodys, one.expected, one.came) for one in rows]
    if len(named) <= most:
        return named
    kept, rest = named[: most - 1], named[most - 1 :]
    return [*kept, Attended(others, sum(one.expected for one in rest), sum(one.came for one in rest))]


def _text(x: float, y: float, text: str, font: str = REGULAR, anchor: str = "start") -> String:
    shown = legible(text)
    return String(x, y, shown, fontName=font, fontSize=_SIZE, fillColor=_color(INK), textAnchor=anchor)


def _color(colour: Colour, alpha: float = 1) -> Color:
    return Color(*colour, alpha=alpha)
