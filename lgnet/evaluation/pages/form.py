# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The fund's form on operators: what is ready, the worklist of what is not, and the file."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.authz import Verdict
from lgnet.core.clock import now
from lgnet.evaluation import policies
from lgnet.evaluation.queries.form import FormLine, Lack, form_lines
from lgnet.interop.sheets import CellOut, Column, Manifest, write_csv, write_xlsx
from lgnet.network.permissions import ROLES, Permission
from lgnet.network.worker import Worker
from lgnet.reports.quarters import Quarter
from lgnet.training.models import Module, Session

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = ("xlsx", "csv")
MOST = 300  # lines of the worklist on one page


@dataclass(frozen=True, slots=True)
class ToMend:
    """A line that cannot be reported: why, and where that is mended."""

    line: FormLine
    why: str
    url: str
    who: str


@dataclass(frozen=True, slots=True)
class LackCount:
    """A reason and how many lines it keeps out."""

    lack: Lack
    n: int


@dataclass(frozen=True, slots=True)
class FormPage:
    """Who can be reported and who cannot, for the modules that ended in a quarter or for all of them."""

    quarter: Quarter | None
    quarters: Sequence[Quarter]
    ready: int
    people: int
    to_mend: Sequence[ToMend]
    left_out: int
    counts: Sequence[LackCount]
    is_network: bool
    may: Verdict


def form_page(by: Worker, code: str) -> FormPage:
    """Seven queries."""
    every = lines_for(by)
    quarter = Quarter.parse(code)
    lines = of_quarter(every, quarter)
    ready = [one for one in lines if one.is_reportable]
    lacking = [one for one in lines if not one.is_reportable]
    counts = Counter(lack for one in lacking for lack in one.lacks)
    return FormPage(
        quarter=quarter,
        quarters=sorted({Quarter.of(one.completion.last_on) for one in every}, reverse=True),
        ready=len(ready),
        people=len({one.completion.colleague.pk for one in ready}),
        to_mend=[_to_mend(one) for one in lacking[:MOST]],
        left_out=max(0, len(lacking) - MOST),
        counts=[LackCount(lack, n) for lack, n in counts.most_common()],
        is_network=_is_direction(by),
        may=policies.take_form(by),
    )


def _is_direction(by: Worker) -> bool:
    return by.may(Permission.TRAINING_MANAGE)


def lines_for(by: Worker) -> list[FormLine]:
    """Everybody for the direction, the own partner's people for a coordinator. Seven queries."""
    partner: uuid.UUID | None = None if _is_direction(by) else by.partner_id
    return form_lines(partner)


def of_quarter(lines: Sequence[FormLine], quarter: Quarter | None) -> list[FormLine]:
    """Those whose module ended in a quarter; without one all."""
    return [one for one in lines if quarter is None or Quarter.of(one.completion.last_on) == quarter]


def _to_mend(one: FormLine) -> ToMend:
    module = reverse("training:module", args=[one.completion.module.pk])
    url = reverse("training:session", args=[one.unregistered[0].pk]) if one.unregistered else module
    return ToMend(one, ", ".join(_why(one, lack) for lack in one.lacks), url, _who(one.lacks[0]))


def _why(one: FormLine, lack: Lack) -> str:
    if lack == Lack.TOO_LITTLE:
        return _("%(percent)s%% of the hours attended, %(asked)s%% are asked") % {
            "percent": one.completion.percent, "asked": one.completion.module.threshold,
        }  # fmt: skip
    if lack == Lack.NO_REGISTER:
        titles = ", ".join(session.title for session in one.unregistered)
        return _("no register of “%(sessions)s”") % {"sessions": titles}
    return str(lack.label)


def _who(lack: Lack) -> str:
    """Who can mend it."""
    return {
        Lack.NO_FULL_NAME: _("the colleague, in their account"),
        Lack.NO_ROLE: _("the partner’s administrator"),
        Lack.NO_CONTENTS: _("the national direction"),
        Lack.NOT_APPROVED: _("the coordinator"),
    }.get(lack, _("the trainer: register, or what was made up for"))


COLUMNS = (
    Column(gettext_lazy("Name"), 30),
    Column(gettext_lazy("E-mail"), 32),
    Column(gettext_lazy("Partner"), 22),
    Column(gettext_lazy("Kind of body"), 18),
    Column(gettext_lazy("Role"), 26),
    Column(gettext_lazy("Area of the training"), 34),
    Column(gettext_lazy("Module"), 10),
    Column(gettext_lazy("Title"), 40),
    Column(gettext_lazy("Contents of the training"), 60),
    Column(gettext_lazy("Mode"), 16),
    Column(gettext_lazy("From"), 12),
    Column(gettext_lazy("To (day)"), 12),
    Column(gettext_lazy("Hours planned"), 10),
    Column(gettext_lazy("Hours attended"), 10),
    Column(gettext_lazy("Certificate"), 18),
)


def _row(line: FormLine) -> Sequence[CellOut]:
    one = line.completion
    role = ROLES.get(line.role)
    return (
        one.colleague.name,
        one.colleague.email,
        one.partner.short_name,
        str(one.partner.get_kind_display()),
        str(role.name) if role else line.role,
        str(Module.Area(one.module.area).label),
        one.module.code,
        one.module.title,
        one.module.contents,
        str(Session.Mode(one.mode).label),
        one.first_on,
        one.last_on,
        round(one.planned_minutes / 60, 2),
        round(one.attended_minutes / 60, 2),
        line.certificate,
    )


@dataclass(frozen=True, slots=True)
class FormFile:
    """The form as a file."""

    name: str
    content_type: str
    content: bytes


def form_file(by: Worker, lines: Sequence[FormLine], quarter: Quarter | None, kind: str) -> FormFile:
    """The lines that can be reported: one for each person and module."""
    name = f"scheda-operatori-{quarter.code if quarter else 'tutti'}.{kind}"
    rows = [_row(one) for one in lines]
    if kind == "csv":
        return FormFile(name, CSV, b"".join(write_csv(COLUMNS, rows)))
    made = BytesIO()
    write_xlsx(made, COLUMNS, rows, _manifest(by, quarter, now()))
    return FormFile(name, XLSX, made.getvalue())


def _manifest(by: Worker, quarter: Quarter | None, at: dt.datetime) -> Manifest:
    return Manifest(
        title=_("Form on operators: registry, training area, contents"),
        exported_by=f"{by.user.name}, {by.organisation.name}",
        exported_at=at,
        filters=[(_("Quarter"), str(quarter) if quarter else _("All"))],
        notes=[
            _(
                "One line for each person and module that can be reported; whoever lacks something is not here."
            ),
            _("Data of staff: keep this file with the report, and delete it after use."),
        ],
    )
