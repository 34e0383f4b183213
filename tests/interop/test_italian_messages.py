# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every sentence about a file exists in Italian and names the same places."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils import translation

import lgnet.interop
from lgnet.interop.sheets.problems import MESSAGES, Problem

CATALOGUE = Path(lgnet.interop.__file__).parent / "locale/it/LC_MESSAGES/django.po"
PLACE = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("code", MESSAGES)
def test_a_sentence_is_translated_with_the_same_places(code: str) -> None:
    with CATALOGUE.open("rb") as source:
        catalogue = read_po(source, locale="it", abort_invalid=True)
    english = str(MESSAGES[code])
    found = catalogue.get(english)

    assert found is not None
    assert isinstance(found.string, str)
    assert found.string
    assert not found.fuzzy
    assert set(PLACE.findall(found.string)) == set(PLACE.findall(english))


def test_a_stored_problem_is_told_in_the_language_of_whoever_reads_it() -> None:
    problem = Problem(7, "C", "date_impossible", {"value": "31/02/1990"})

    with translation.override("en"):
        assert str(problem) == 'Row 7, column C: "31/02/1990" is a day that does not exist.'
