# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers on people's papers: one check per kind, strict only where the format is certain.

Most formats are not published, so a strange number gives a warning and is still accepted: a worker who holds
the document in her hands is right more often than a pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lgnet.people import tax_code
from lgnet.people.names import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.utils.functional import _StrPromise

MAX_LENGTH: Final = 40


class IdentifierKind(StrEnum):
    """What a number is. STP and ENI reveal a person's status of stay: mask them by default."""

    TAX_CODE = "tax_code"
    PROVISIONAL_TAX_CODE = "provisional_tax_code"
    STP = "stp"
    ENI = "eni"
    RESIDENCE_PERMIT = "residence_permit"
    PERMIT_RECEIPT = "permit_receipt"
    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    ANPR = "anpr"
    VESTANET = "vestanet"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Checked:
    """The number as it is stored and compared, with what to tell the person who typed it.

    `error` forbids saving under this kind; `warnings` do not. `better_kind` is the kind it really looks like.
    """

    value: str
    warnings: tuple[str | _StrPromise, ...] = ()
    error: str | _StrPromise | None = None
    better_kind: IdentifierKind | None = None


# Region codes as the health service writes them in STP and ENI codes; 04 is split in its two provinces.
REGIONS: Final = frozenset(f"{number:02d}0" for number in range(1, 21) if number != 4) | {"041", "042"}
# What each document usually looks like (formats are not official: only ever a warning), with an example.
USUAL: Final[dict[IdentifierKind, tuple[re.Pattern[str], str]]] = {
    IdentifierKind.RESIDENCE_PERMIT: (re.compile(r"[A-Z]{1,3}\d{6,9}[A-Z]?"), "I12345678"),
    IdentifierKind.PERMIT_RECEIPT: (re.compile(r"\d{12}"), "061234567890"),
    IdentifierKind.PASSPORT: (re.compile(r"(?=.*\d)[A-Z0-9]{6,10}"), "YA1234567"),
    IdentifierKind.IDENTITY_CARD: (
        re.compile(r"[A-Z]{2}\d{5}[A-Z]{2}|[A-Z]{2}\d{7}|(?=.*\d)[A-Z0-9]{6,12}"),
        "CA12345AA",
    ),
    IdentifierKind.ANPR: (re.compile(r"(?=.*\d)[A-Z0-9]{6,16}"), "AB12345CD"),
    IdentifierKind.VESTANET: (re.compile(r"[A-Z]{1,4}\d{5,9}"), "RM0012345"),
}


def check(kind: IdentifierKind, text: str) -> Checked:
    """Normalise a typed number and say what is wrong or unusual about it. Never raises."""
    if not clean(text):
        return Checked("", error=_("Type the number as it is written on the document."))
    return CHECKS[kind](kind, text)


def guess_kind(text: str) -> IdentifierKind | None:
    """The kind a number certainly is, or nothing where only the document can tell."""
    parsed = tax_code.parse(text)
    if isinstance(parsed, tax_code.TaxCode):
        provisional = parsed.kind is tax_code.Kind.PROVISIONAL
        return IdentifierKind.PROVISIONAL_TAX_CODE if provisional else IdentifierKind.TAX_CODE
    prefix = tax_code.normalise(text)[:3].lower()
    return IdentifierKind(prefix) if prefix in (IdentifierKind.STP, IdentifierKind.ENI) else None


def _tax_code(kind: IdentifierKind, text: str) -> Checked:
    parsed = tax_code.parse(text)
    if isinstance(parsed, tax_code.Problem):
        return Checked(tax_code.normalise(text)[:MAX_LENGTH], error=parsed.message)
    provisional = parsed.kind is tax_code.Kind.PROVISIONAL
    actual = IdentifierKind.PROVISIONAL_TAX_CODE if provisional else IdentifierKind.TAX_CODE
    if actual is kind:
        return Checked(parsed.value)
    if provisional:
        error = _("These 11 digits are a provisional tax code, not the final one.")
    else:
        error = _("This is a final tax code, not a provisional one.")
    return Checked(parsed.value, error=error, better_kind=actual)


def _health_code(kind: IdentifierKind, text: str) -> Checked:
    """STP and ENI (INMP): the letters, then 3 digits region, 3 health authority, 7 progressive."""
    prefix = kind.value.upper()
    value = tax_code.normalise(text)
    if re.fullmatch(r"\d{13}", value):
        value = prefix + value
    if not re.fullmatch(prefix + r"\d{13}", value):
        example = prefix + "1209010001234"
        message = format_lazy(
            _("An {kind} code is {kind} followed by 13 digits, for example {example}."),
            kind=prefix,
            example=example,
        )
        return Checked(value[:MAX_LENGTH], error=message)
    if value[3:6] not in REGIONS:
        return Checked(
            value,
            warnings=(
                format_lazy(
                    _("No Italian region has code {code} (the three digits after {kind}). Lazio is 120."),
                    code=value[3:6],
                    kind=prefix,
                ),
            ),
        )
    return Checked(value)


def _document(kind: IdentifierKind, text: str) -> Checked:
    value = tax_code.normalise(text)
    if not value:
        return Checked(
            "", error=_("Type the number in Latin letters and digits, as printed on the document.")
        )
    if len(value) > MAX_LENGTH:
        return _too_long(value)
    usual, example = USUAL[kind]
    if usual.fullmatch(value):
        return Checked(value)
    message = format_lazy(_("Unusual number. It often looks like {example}: please check."), example=example)
    return Checked(value, warnings=(message,))


def _other(kind: IdentifierKind, text: str) -> Checked:
    """Any other number keeps its punctuation: we do not know what it means."""
    value = clean(text, max_length=MAX_LENGTH + 1).upper()
    return _too_long(value) if len(value) > MAX_LENGTH else Checked(value)


def _too_long(value: str) -> Checked:
    return Checked(
        value[:MAX_LENGTH],
        error=format_lazy(_("Too long: at most {count} characters."), count=MAX_LENGTH),
    )


CHECKS: Final[dict[IdentifierKind, Callable[[IdentifierKind, str], Checked]]] = {
    IdentifierKind.TAX_CODE: _tax_code,
    IdentifierKind.PROVISIONAL_TAX_CODE: _tax_code,
    IdentifierKind.STP: _health_code,
    IdentifierKind.ENI: _health_code,
    IdentifierKind.OTHER: _other,
    **dict.fromkeys(USUAL, _document),
}
