# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts as frozen values: what is drawn, and the table that says the same. `{% chart page.waiting %}` shows both.

A chart is a `Chart` around one drawing: `Bars`, `Lines`, `Curves` (steps), `Heat`, `Flows`, `Points` or `Boxes`.
The table is made from the same numbers, so that nobody depends on the picture: it is what a screen reader reads,
what is shown without JavaScript, and what the CSV holds. A number that may not be shown is `None`, everywhere.
"""

from lgnet.ui.charts.chart import Chart, shown
from lgnet.ui.charts.drawings import (
    Bars,
    Box,
    Boxes,
    Cloud,
    Curve,
    Curves,
    Drawing,
    Flow,
    Flows,
    Heat,
    Lines,
    Node,
    Number,
    Point,
    Points,
    Series,
    Step,
    Table,
    Text,
)

__all__ = [
    "Bars", "Box", "Boxes", "Chart", "Cloud", "Curve", "Curves", "Drawing", "Flow", "Flows", "Heat", "Lines",
    "Node", "Number", "Point", "Points", "Series", "Step", "Table", "Text", "shown",
]  # fmt: skip
