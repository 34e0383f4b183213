# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is written for COPY comes back as it was, whatever it is."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.cases.models import Case, Urgency
from lgnet.core.rowsecurity import acting_as
from lgnet.imports.copy_text import lines
from tests.world import World

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
rows = st.tuples(
    texts,
    st.none() | texts,
    st.lists(texts),
    st.lists(st.integers(-(2**63), 2**63 - 1)),
    st.binary(),
    st.booleans(),
    st.uuids(),
    st.dates(),
    st.datetimes(dt.datetime(1, 1, 2), timezones=st.just(dt.UTC)),  # noqa: DTZ001 - wanted naive
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.lists(rows, min_size=1, max_size=5))
def test_every_value_comes_back(world: World, written: list[tuple[object, ...]]) -> None:
    with acting_as(world.dario.actor()), connection.cursor() as cursor:
        cursor.execute(
            "create temp table if not exists back (n serial, a text, b text, c text[], d bigint[], e bytea,"
            " f bool, g uuid, h date, i timestamptz)"
        )
        cursor.execute("truncate back")
        with cursor.copy("copy back (a, b, c, d, e, f, g, h, i) from stdin") as copy:
            copy.write(lines(written))
        cursor.execute("select a, b, c, d, e, f, g, h, i from back order by n")
        found = [(*row[:4], bytes(row[4]), *row[5:]) for row in cursor.fetchall()]
    assert found == written


def test_choices_are_written_by_their_value() -> None:
    assert lines([(Case.Stage.CLOSED, Urgency.HIGH, uuid.UUID(int=1))]) == f"closed\t2\t{'0' * 31}1\n"


def test_what_cannot_be_written_is_refused() -> None:
    with pytest.raises(TypeError):
        lines([(object(),)])
