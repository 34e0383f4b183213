# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two people edited the same thing: what stands there now, beside what was typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from django.forms import BooleanField, BoundField, ChoiceField, Form
from django.http import QueryDict
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Difference:
    """One field: its name, what the colleague saved, what was typed here."""

    label: str
    theirs: str
    yours: str


def _words(bound: BoundField, value: object) -> str:
    field = bound.field
    if isinstance(field, BooleanField):
        return _("yes") if value in {True, "on", "True"} else _("no")
    values = value if isinstance(value, list | tuple | set) else [value]
    if isinstance(field, ChoiceField):
        names = {
            str(code): str(label) for code, label in cast("Iterable[tuple[object, object]]", field.choices)
        }
        values = [names.get(str(one), str(one)) for one in values]
    return ", ".join(str(one) for one in values if one not in {None, ""}) or _("nothing")


def differences(form: Form, stored: Mapping[str, object]) -> list[Difference]:
    """The visible fields whose stored value is not what was typed."""
    pairs = (
        (bound, _words(bound, stored.get(bound.name)), _words(bound, bound.value()))
        for bound in form.visible_fields()
    )
    return [Difference(str(bound.label), theirs, yours) for bound, theirs, yours in pairs if theirs != yours]


def with_version(posted: QueryDict, version: int) -> QueryDict:
    """What was typed, ready to be saved on top of the version that was just shown."""
    typed = posted.copy()
    typed["version"] = str(version)
    return typed
