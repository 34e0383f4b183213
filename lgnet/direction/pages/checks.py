# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of the checks: what is in order, what must be mended before figures leave, and where."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import DbRole
from lgnet.direction import checks, measuring
from lgnet.direction.checks import Finding, Repair, Severity
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

CHECK_WORDS: Mapping[str, Promise] = {
    "CNT-1": _("Nobody is counted twice: the network is at most the sum of the partners."),
    "CNT-2": _("Gender by age adds up to the total, and no “of which” exceeds its whole."),
    "CNT-3": _("No result exceeds the output that it is measured on."),
    "8.1": _("Everybody counted has gender and birth date, as the fund asks."),
    "8.3": _("Everybody counted is known by a tax code."),
    "8.6": _("At most 22 authorities and one project."),
}
ONLY_NETWORK = frozenset({"CNT-1", "8.6"})


@dataclass(frozen=True)
class CheckLine:
    """One rule: how many findings, and whether they stop."""

    check: str
    words: Promise
    findings: int
    look: str
    state: Promise


@dataclass(frozen=True)
class FindingLine:
    """One finding with the way to its repair."""

    finding: Finding
    partner: str
    repair_url: str
    repair_words: Promise | str

    @property
    def stops(self) -> bool:
        return self.finding.severity == Severity.STOPS


@dataclass(frozen=True)
class ChecksPage:
    """Everything the page shows."""

    until: dt.date
    as_of: dt.datetime
    where: str
    checks: tuple[CheckLine, ...]
    findings: tuple[FindingLine, ...]
    stops: int


def checks_page(*, by: Worker) -> ChecksPage:
    """Run the checks on the totals up to the end of the month before, in a small, constant number of queries."""
    until = checks.last_day_before(today())
    is_nation = by.role.db_role == DbRole.NATIONAL
    values = measuring.live(until, None if is_nation else by.partner_id)
    found = checks.run(values, today=today())
    partners = {each.pk: each for each in editions.local_partners()}
    return ChecksPage(
        until=until,
        as_of=now(),
        where="" if is_nation else by.organisation.short_name,
        checks=tuple(
            _line(check, words, found)
            for check, words in CHECK_WORDS.items()
            if is_nation or check not in ONLY_NETWORK
        ),
        findings=tuple(_finding(one, partners, by) for one in found),
        stops=sum(one.severity == Severity.STOPS for one in found),
    )


def _line(check: str, words: Promise, found: tuple[Finding, ...]) -> CheckLine:
    mine = [one for one in found if one.check == check]
    if not mine:
        return CheckLine(check, words, 0, "done", _("In order"))
    if any(one.severity == Severity.STOPS for one in mine):
        return CheckLine(check, words, len(mine), "overdue", _("Stops the figures"))
    return CheckLine(check, words, len(mine), "soon", _("To be mended"))


def _finding(one: Finding, partners: Mapping[uuid.UUID, Organisation], by: Worker) -> FindingLine:
    partner = partners.get(one.partner) if one.partner else None
    url, words = _repair(one, partner, by)
    return FindingLine(one, partner.short_name if partner else "", url, words)


def _repair(one: Finding, partner: Organisation | None, by: Worker) -> tuple[str, Promise | str]:
    if one.repair == Repair.PEOPLE and by.role.db_role == DbRole.NATIONAL and partner is not None:
        return reverse("direction:partner", args=[partner.code]), _("The partner mends it")
    if one.repair == Repair.PEOPLE and not (
        by.may(Permission.QUALITY_SEE) or by.may(Permission.FIGURES_NATION)
    ):
        return "", _("The partner mends it")
    if one.repair == Repair.PEOPLE:
        return reverse("quality:overview"), _("Mend the data")
    if one.repair == Repair.CUTOFF:
        return reverse("snapshots:list"), _("Choose another cut-off")
    return "", _("The administrator of the platform counts the facts anew.")
