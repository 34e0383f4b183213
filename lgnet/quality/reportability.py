# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is counted and cannot be reported to the fund, and why: codes for programs, sentences for people.

Before anything leaves, every counted person has a birth date, a sex, a citizenship outside the Union, a regular
stay on the counting date, the row that proves the service, and was given the privacy notice (rules CNT-7 and 8.1;
Reg. (EU) 2021/1147 Annex VIII wants age and sex of everybody). The SQL is in `queries.reportability`; `judge` is
its slow and obvious twin. A value that is missing with an accepted reason is still missing: the reason is told.
"""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Sentence
from lgnet.counting.models import FactKind
from lgnet.people.code_lists import CountryGroup, countries
from lgnet.people.models import Missing, ResidenceStatus


class Reason(models.TextChoices):
    """Why a counted person is not reportable. The codes are also those of the checks that find them earlier."""

    NO_BIRTH_DATE = "no_birth_date", _("No birth date is recorded, so there is no age band.")
    NO_SEX = "no_sex", _("The sex is not recorded.")
    NO_CITIZENSHIP = "no_citizenship", _("No citizenship is recorded, nor that the person is stateless.")
    UNION_CITIZEN = (
        "union_citizen",
        _("The person is a citizen of the Union, of Iceland, Liechtenstein, Norway or Switzerland."),
    )
    NO_STAY = "no_stay", _("No status of stay is recorded for the day of the count.")
    STAY_NOT_REGULAR = (
        "stay_not_regular",
        _("With the status of stay of that day nobody counts for the fund."),
    )
    STAY_TO_CHECK = (
        "stay_to_check",
        _("With the status of stay of that day somebody must decide at the screening: nobody has."),
    )
    STAY_EXPIRED = (
        "stay_expired",
        _("The document of stay had expired on the day of the count, and no renewal is recorded."),
    )
    NO_EVIDENCE = "no_evidence", _("The row that proves the count is no longer there.")
    NO_NOTICE = "no_notice", _("The privacy notice was not given.")


R = Reason
ALL = frozenset(Reason)
# What the project's own indicators need; every other count of people follows the rules of the fund.
_OWN = frozenset({R.NO_BIRTH_DATE, R.NO_SEX, R.NO_EVIDENCE, R.NO_NOTICE})
NEEDED: dict[str, frozenset[Reason]] = dict.fromkeys(
    (
        FactKind.REGISTERED, FactKind.NOT_TAKEN, FactKind.TAKEN_IN_CHARGE, FactKind.ASSISTED, FactKind.HOUSED,
    ),
    _OWN,
)  # fmt: skip


def needed(kind: str) -> frozenset[Reason]:
    """Which reasons keep somebody counted by this kind of fact out of a report."""
    return NEEDED.get(kind, ALL)


def not_third_country() -> list[str]:
    """Codes of the citizenships whose holders enjoy free movement: they are not recipients of the fund."""
    outside = {CountryGroup.EU, CountryGroup.EEA_SWITZERLAND}
    return sorted(row.code for row in countries() if row.group in outside)


@dataclass(frozen=True, slots=True)
class Found:
    """A reason, and why the value is missing where somebody said so ("" where nobody did)."""

    reason: Reason
    missing: str = ""

    @property
    def sentence(self) -> Sentence:
        """What a worker reads."""
        if self.missing not in Missing.values:
            return self.reason.label
        return format_lazy("{what} ({why})", what=self.reason.label, why=Missing(self.missing).label)


@dataclass(frozen=True, slots=True)
class NotReportable:
    """A counted person who cannot be reported: the fact that counts her, since when, and all reasons."""

    fact_id: uuid.UUID
    person_id: uuid.UUID
    counted_on: dt.date
    reasons: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """How many persons count, how many of them are not reportable, and how often each reason is met."""

    counted: int
    not_reportable: int
    by_reason: dict[Reason, int]

    @property
    def reportable(self) -> int:
        """Those who can be reported as they are."""
        return self.counted - self.not_reportable


class StayOnTheDay(Protocol):
    """What of a status of stay decides."""

    @property
    def eligibility(self) -> str: ...
    @property
    def expires_on(self) -> dt.date | None: ...
    @property
    def renewal_requested_on(self) -> dt.date | None: ...


@dataclass(frozen=True, slots=True)
class Known:
    """All that decides about one counted person. Sex is as frozen at the first count, else as recorded since."""

    counted_on: dt.date
    birth_date: dt.date | None
    sex: str
    citizenships: frozenset[str]
    is_stateless: bool
    stay: StayOnTheDay | None
    found_eligible: bool
    has_evidence: bool
    has_notice: bool


def judge(known: Known, kind: str) -> tuple[Reason, ...]:
    """The reasons that hold, in the order of `Reason`; none: she can be reported."""
    free = frozenset(not_third_country())
    holds = {
        R.NO_BIRTH_DATE: known.birth_date is None,
        R.NO_SEX: not known.sex,
        R.NO_CITIZENSHIP: not known.citizenships and not known.is_stateless,
        R.UNION_CITIZEN: bool(known.citizenships & free),
        R.NO_EVIDENCE: not known.has_evidence,
        R.NO_NOTICE: not known.has_notice,
        **_about_stay(known),
    }
    return _in_order({reason for reason, is_so in holds.items() if is_so} & needed(kind))


def _about_stay(known: Known) -> dict[Reason, bool]:
    stay, kinds = known.stay, ResidenceStatus.Eligibility
    if stay is None:
        return {R.NO_STAY: True}
    if stay.eligibility == kinds.NOT_ELIGIBLE:
        return {R.STAY_NOT_REGULAR: True}
    if stay.eligibility == kinds.CHECK and not known.found_eligible:
        return {R.STAY_TO_CHECK: True}
    expired = stay.expires_on is not None and stay.expires_on < known.counted_on
    return {R.STAY_EXPIRED: expired and stay.renewal_requested_on is None}


def _in_order(reasons: Collection[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for reason in Reason if reason in reasons)
