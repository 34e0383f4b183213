# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A chart and its table say the same; what may not be shown is in neither; nothing breaks out of the page."""

import datetime as dt
import json
import re

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from lgnet.ui.charts import (
    Bars,
    Chart,
    Curve,
    Curves,
    Drawing,
    Flow,
    Flows,
    Heat,
    Lines,
    Node,
    Series,
    Step,
)
from lgnet.ui.gallery_charts import gallery_charts
from tests.ui.drawing import draw

NOW = dt.datetime(2026, 3, 10, 23, 30, tzinfo=dt.UTC)


def a_chart(drawing: Drawing, **values: str) -> Chart:
    return Chart("waiting", "Waiting", drawing, NOW, **values)


def drawn(chart: Chart, language: str = "en") -> str:
    return draw("{% chart each %}", each=chart, language=language)


@pytest.mark.parametrize("chart", gallery_charts(NOW), ids=lambda chart: chart.name)
def test_every_kind_of_chart_has_a_table_with_a_head_and_a_row_for_each_thing(chart: Chart) -> None:
    html = drawn(chart)
    table = chart.table

    assert table.rows
    assert all(len(row) == len(table.head) for row in table.rows)
    assert html.count('<th scope="row"') == len(table.rows)
    assert html.count('<th scope="col"') == len(table.head)
    assert "<details" in html and " open>" in html, "without a script the table is seen"
    assert chart.payload["kind"] == chart.drawing.kind


@settings(deadline=None)
@given(st.lists(st.none() | st.integers(0, 9_999), min_size=1, max_size=8))
def test_the_table_holds_the_numbers_that_are_drawn(values: list[int | None]) -> None:
    months = [f"m{i}" for i in range(len(values))]
    bars = Bars(months, [Series("Genova", values)], "Month")

    assert [row[1] for row in bars.table().rows] == values
    series = bars.data()["series"]
    assert isinstance(series, list) and series[0]["values"] == values


def test_a_number_that_may_not_be_shown_is_nowhere_on_the_page() -> None:
    heat = Heat(["Monday"], ["June", "July"], [[None, 12]], "Weekday")

    html = drawn(a_chart(heat, missing="fewer than 3"))

    assert "fewer than 3" in html
    assert json.loads(_payload(html))["values"] == [[None, 12]]


def test_a_hidden_flow_is_named_in_the_table_and_not_drawn() -> None:
    nodes = (Node("Street", 0), Node("Oriented", 1), Node("Lost", 1))
    flows = Flows(nodes, (Flow(0, 1, 8), Flow(0, 2, None)), ("From", "To", "People"))

    assert flows.data()["flows"] == [[0, 1, 8]]
    assert ("Street", "Lost", None) in flows.table().rows


def test_a_curve_is_read_at_chosen_days_and_not_beyond_what_was_observed() -> None:
    curve = Curve("Genova", [Step(0, 100), Step(3, 60), Step(10, 25)])

    rows = Curves([curve], "days", (0, 2, 3, 9, 10, 11)).table().rows

    assert rows == ((0, 100), (2, 100), (3, 60), (9, 60), (10, 25), (11, None))


def test_a_band_stands_in_the_table_with_its_two_ends() -> None:
    lines = Lines(["May"], [Series("Expected", (50,), (40,), (61,))], "Month")

    with translation.override("en"):
        head = lines.table().head
    assert head == ("Month", "Expected", "Expected, at least", "Expected, at most")
    assert lines.table().rows == (("May", 50, 40, 61),)


def test_a_name_cannot_break_out_of_the_data_or_the_table() -> None:
    nasty = "</script><img src=x onerror=alert(1)>"

    html = drawn(a_chart(Bars([nasty], [Series(nasty, (1,))], "Partner")))

    assert "<img" not in html
    assert json.loads(_payload(html))["categories"] == [nasty]


def test_the_day_is_of_rome_and_the_words_are_of_the_reader() -> None:
    html = drawn(a_chart(Bars(["x"], [Series("Persone", (1234.5,))], "Mese"), source="Genova"), "it")

    assert "Dati al 11/03/2026 00:30. Fonte: Genova." in html
    assert "1.234,5" in html
    assert 'data-raw="1234.5"' in html
    assert "Vedi la tabella" in html


def _payload(html: str) -> str:
    found = re.search(r'<script id="waiting-data" type="application/json">(.*?)</script>', html, re.DOTALL)
    assert found
    return found[1]
