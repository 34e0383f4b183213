# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sample charts for the gallery: one of each kind, with invented numbers."""

from datetime import datetime

from lgnet.ui.charts import (
    Bars,
    Box,
    Boxes,
    Chart,
    Cloud,
    Curve,
    Curves,
    Flow,
    Flows,
    Heat,
    Lines,
    Node,
    Point,
    Points,
    Series,
    Step,
)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")


def gallery_charts(now: datetime) -> list[Chart]:
    """Each kind of drawing once."""
    drawings = (
        ("stacked", "People by month and line", "people", _stacked()),
        ("beside", "Reached and target", "people", _beside()),
        ("lines", "Expected pace", "people", _lines()),
        ("curves", "Still waiting", "%", _curves()),
        ("heat", "Contacts by weekday and month", "contacts", _heat()),
        ("flows", "From the street to the case", "people", _flows()),
        ("points", "Partners by size and speed", "", _points()),
        ("boxes", "Days to taking in charge", "days", _boxes()),
    )
    note = "A definition in a sentence: what was counted, when, and what was left out."
    return [
        Chart(f"sample-{name}", title, drawing, now, unit=unit, note=note, missing="hidden")
        for name, title, unit, drawing in drawings
    ]


def _stacked() -> Bars:
    series = (
        Series("Housing", (12, 18, 9, 14, 20, 16)),
        Series("Work", (7, 9, 11, 6, 8, 13)),
        Series("Language", (4, 6, None, 8, 5, 9)),
    )
    return Bars(MONTHS, series, "Month", stacked=True)


def _beside() -> Bars:
    series = (Series("Reached", (410, 287, 1200)), Series("Target", (600, 300, 1100)))
    return Bars(("Genova", "Torino", "Roma Capitale"), series, "Partner", horizontal=True)


def _lines() -> Lines:
    reached = Series("Reached", (120, 260, 410, None, None, None))
    expected = Series(
        "Expected",
        (None, None, 410, 540, 680, 810),
        (None, None, 410, 500, 600, 690),
        (None, None, 410, 590, 770, 930),
        dashed=True,
    )
    return Lines(MONTHS, (reached, expected), "Month")


def _curves() -> Curves:
    quick = [
        Step(0, 100, 100, 100),
        Step(2, 71, 62, 79),
        Step(5, 40, 31, 50),
        Step(9, 18, 11, 27),
        Step(20, 6, 2, 13),
    ]
    slow = [Step(0, 100, 100, 100), Step(4, 88, 80, 93), Step(11, 63, 54, 72), Step(24, 35, 26, 45)]
    return Curves((Curve("Quick", quick), Curve("Slow", slow)), "days", (0, 2, 5, 10, 20), top=100)


def _heat() -> Heat:
    days = ("Mon", "Tue", "Wed", "Thu", "Fri")
    values = [[(3 * x + 7 * y) % 23 + y for x, _month in enumerate(MONTHS)] for y, _day in enumerate(days)]
    return Heat(days, MONTHS, [*values[:4], [None, *values[4][1:]]], "Weekday")


def _flows() -> Flows:
    nodes = (
        Node("Street", 0),
        Node("Came in person", 0),
        Node("Taken in charge", 1),
        Node("Oriented", 1),
        Node("Goals achieved", 2),
        Node("Still open", 2),
    )
    flows = (
        Flow(0, 2, 120),
        Flow(0, 3, 80),
        Flow(1, 2, 95),
        Flow(1, 3, None),
        Flow(2, 4, 70),
        Flow(2, 5, 145),
    )
    return Flows(nodes, flows, ("From", "To", "People"))


def _points() -> Points:
    north = Cloud("North", (Point("Genova", 410, 11.5), Point("Torino", 287, 8), Point("Trieste", 60, 4.2)))
    south = Cloud("South", (Point("Bari", 190, 14), Point("Palermo", 350, 9.5)))
    return Points((north, south), ("Partner", "people", "days"))


def _boxes() -> Boxes:
    boxes = (Box("Ordinary", (1, 6, 11, 19, 48), 9), Box("Urgent", (0, 1, 2, 4, 11), 3))
    return Boxes(boxes, "All partners", "Ours")
