# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the nation may issue: who completed a module, passed its test, and has no certificate yet."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from lgnet.examinations.queries import Outcome, outcomes
from lgnet.network import editions
from lgnet.network.models import Partnership
from lgnet.recognition.models import Award, Certificate
from lgnet.training.models import Module
from lgnet.training.queries import Completion, completed

PAGE = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who completed a module: the test if one is asked for, and the certificate they have."""

    completion: Completion
    outcome: Outcome | None
    certificate: Certificate | None
    needs_test: bool

    @property
    def is_ready(self) -> bool:
        """Whether a certificate can be issued to them now; revoked ones are issued anew one by one."""
        return self.certificate is None and self.has_passed

    @property
    def has_passed(self) -> bool:
        return not self.needs_test or (self.outcome is not None and self.outcome.passed)


def candidates(module: Module, award: Award | None) -> list[Candidate]:
    """Everybody who completed a module, by name. Five queries, whatever the number."""
    done = completed(module)
    exam = award.exam_id if award else None
    found: Mapping[tuple[uuid.UUID, uuid.UUID], Outcome] = {}
    if exam is not None:
        found = outcomes([exam], [one.colleague.pk for one in done])
    held = of_module(module)
    return [
        Candidate(
            one,
            found.get((exam, one.colleague.pk)) if exam else None,
            held.get(one.colleague.pk),
            exam is not None,
        )
        for one in done
    ]


def of_module(module: Module) -> dict[uuid.UUID, Certificate]:
    """By holder, the certificate of a module that stands, else the last that was revoked. One query."""
    rows = Certificate.objects.filter(module=module).order_by("issued_at", "id")
    found: dict[uuid.UUID, Certificate] = {}
    for row in rows:
        former = found.get(row.holder_id)
        if former is None or not former.is_valid:
            found[row.holder_id] = row
    return found


def modules_to_issue() -> QuerySet[Module]:
    """The modules that were published, the latest first, with what they give."""
    rows = Module.objects.exclude(state=Module.State.DRAFT).select_related("programme", "award")
    return rows.order_by("-published_at", "-id")


def issued(*, code: str = "", after: tuple[dt.datetime, uuid.UUID] | None = None) -> Sequence[Certificate]:
    """What was issued, the latest first; a page and one row more. One query."""
    rows = Certificate.objects.select_related("partner", "replaces")
    if code:
        rows = rows.filter(code=code)
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(issued_at__lt=moment) | Q(issued_at=moment, id__lt=last))
    return list(rows.order_by("-issued_at", "-id")[: PAGE + 1])


def issuer_name() -> str:
    """The lead of the present edition: who issues, as certificates and badges name it."""
    lead = Partnership.objects.filter(edition__code=editions.CURRENT, role=Partnership.Role.LEAD)
    found = lead.select_related("organisation").first()
    return found.organisation.name if found else "LGNET"
