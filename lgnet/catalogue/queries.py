# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the common catalogue. It is small: a few dozen codes, read whole."""

import datetime as dt
from collections.abc import Mapping

from lgnet.catalogue.models import CatalogueChange, CatalogueVersion, InterventionType, codes_of
from lgnet.catalogue.succession import Code, one_heir


def all_types() -> dict[str, InterventionType]:
    """Every code that ever was. One query."""
    return {row.code: row for row in InterventionType.objects.all()}


def offered_on(day: dt.date) -> list[InterventionType]:
    """What a form offers for something done on that day. One query."""
    return list(InterventionType.objects.valid_on(day))


def type_for(code: str, day: dt.date) -> InterventionType | None:
    """The type to record on a day where somebody, or a file, says this code: itself or its one heir."""
    types = all_types()
    found = one_heir(code, day, codes_of(types.values()))
    return types[found] if found else None


def codes() -> Mapping[str, Code]:
    """The codes with their days, without words. One query."""
    return codes_of(InterventionType.objects.only("code", "valid_from", "retired_on", "successors"))


def later_versions_touching(version: CatalogueVersion) -> bool:
    """Whether another pushed change touches, or leads to, a code of this one and came after it."""
    mine = set(CatalogueChange.objects.filter(version=version).values_list("code", flat=True))
    others = CatalogueChange.objects.filter(
        version__state=CatalogueVersion.State.PUSHED, version__pushed_at__gt=version.pushed_at
    ).exclude(version=version)
    return any(mine & {change.code, *change.successors} for change in others)
