# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers on documents: strict where the format is certain, a warning elsewhere. All numbers are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.people.identifiers import Checked, IdentifierKind, check


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (IdentifierKind.TAX_CODE, "prvmda94e12z317j", "PRVMDA94E12Z317J"),
        (IdentifierKind.PROVISIONAL_TAX_CODE, "91000 011 238", "91000011238"),
        (IdentifierKind.STP, "stp 120 901 0001234", "STP1209010001234"),
        (IdentifierKind.STP, "1209010001234", "STP1209010001234"),
        (IdentifierKind.ENI, "ENI1209010001234", "ENI1209010001234"),
        (IdentifierKind.RESIDENCE_PERMIT, "i 12345678", "I12345678"),
        (IdentifierKind.PERMIT_RECEIPT, "0612 3456 7890", "061234567890"),
        (IdentifierKind.PASSPORT, "ya-1234567", "YA1234567"),
        (IdentifierKind.PASSPORT, "A\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667", "A01234567"),
        (IdentifierKind.IDENTITY_CARD, "ca12345aa", "CA12345AA"),
        (IdentifierKind.VESTANET, "RM0012345", "RM0012345"),
        (IdentifierKind.OTHER, "prot. 12/2026", "PROT. 12/2026"),
    ],
)
def test_a_usual_number_is_normalised_without_remarks(kind: IdentifierKind, typed: str, value: str) -> None:
    assert check(kind, typed) == Checked(value)


@pytest.mark.parametrize("kind", list(IdentifierKind))
def test_an_empty_number_is_an_error(kind: IdentifierKind) -> None:
    assert check(kind, " \u200b ").error is not None


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (IdentifierKind.STP, "STP12090100012"),
        (IdentifierKind.STP, "ENI1209010001234"),
        (IdentifierKind.TAX_CODE, "PRVMDA94E12Z317K"),
        (IdentifierKind.OTHER, "x" * 41),
        (IdentifierKind.PASSPORT, "1" * 41),
        (IdentifierKind.PASSPORT, "---"),
    ],
)
def test_a_number_that_cannot_be_is_refused(kind: IdentifierKind, typed: str) -> None:
    assert check(kind, typed).error is not None


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (IdentifierKind.STP, "STP9999010001234"),
        (IdentifierKind.PASSPORT, "XYZ"),
        (IdentifierKind.PERMIT_RECEIPT, "123"),
        (IdentifierKind.VESTANET, "77"),
    ],
)
def test_an_unusual_number_is_accepted_with_a_warning(kind: IdentifierKind, typed: str) -> None:
    found = check(kind, typed)
    assert found.error is None
    assert found.warnings
    assert found.value


def test_a_provisional_code_under_the_final_kind_is_told_its_kind() -> None:
    found = check(IdentifierKind.TAX_CODE, "91000011238")
    assert found.error is not None
    assert found.better_kind is IdentifierKind.PROVISIONAL_TAX_CODE


@given(st.sampled_from(IdentifierKind), st.text(max_size=60))
def test_any_text_gets_an_answer_and_the_stored_value_is_stable(kind: IdentifierKind, text: str) -> None:
    found = check(kind, text)
    if found.error is None:
        assert 0 < len(found.value) <= 40
        assert check(kind, found.value).value == found.value
