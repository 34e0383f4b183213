# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register of a module as a table: what the fund's form on operators asks, one row for each person."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from lgnet.interop.sheets import CellOut, Column, write_csv
from lgnet.training.models import Module, Session
from lgnet.training.queries.completion import Completion

COLUMNS = (
    Column(_("Module"), 10),
    Column(_("Title"), 40),
    Column(_("Area of the training"), 30),
    Column(_("Name"), 30),
    Column(_("Partner"), 22),
    Column(_("Mode"), 14),
    Column(_("From"), 12),
    Column(_("To (day)"), 12),
    Column(_("Hours planned"), 10),
    Column(_("Hours attended"), 10),
    Column(_("Percent"), 10),
    Column(_("Completed"), 12),
)


def register_csv(module: Module, people: Sequence[Completion]) -> bytes:
    """One row for each person who has a place."""
    return b"".join(write_csv(COLUMNS, [_row(module, one) for one in people if one.meetings]))


def _row(module: Module, one: Completion) -> Sequence[CellOut]:
    return (
        module.code,
        module.title,
        str(Module.Area(module.area).label),
        one.colleague.name,
        one.partner.short_name,
        str(Session.Mode(one.mode).label),
        one.first_on,
        one.last_on,
        round(one.planned_minutes / 60, 2),
        round(one.attended_minutes / 60, 2),
        one.percent,
        str(_("yes") if one.is_complete else _("no")),
    )
