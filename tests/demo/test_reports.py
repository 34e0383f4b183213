# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The invented reports are plausible, always the same, and name nobody."""

from random import Random

import pytest

from lgnet.demo.people.reporting import written
from lgnet.demo.people.tables import cities
from lgnet.reports import guard
from lgnet.reports.questions import Origin, Question


@pytest.mark.parametrize("code", list(cities()))
def test_every_city_writes_something_under_each_question_and_no_number_of_anybody(code: str) -> None:
    texts = [written(cities()[code], Random(n), taken=37, contacts=412) for n in range(8)]  # noqa: S311 - a seed

    for text in texts:
        assert set(text.answers) == set(Question.values)
        assert all(words.strip() and "{" not in words for words in text.answers.values())
        assert {row.origin for row in text.rows} <= set(Origin.values)
        assert not [found for words in text.answers.values() for found in guard.signs(words)]
    assert len({text.answers["activities"] for text in texts}) > 4, "varied"
    assert texts[0] == written(cities()[code], Random(0), taken=37, contacts=412)  # noqa: S311 - a seed
