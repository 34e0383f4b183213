# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""All targets: the network's beside the sum of the partners', one indicator partner by partner, the latest acts."""

import uuid
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext

from lgnet.core.authz import Verdict
from lgnet.counting.models import NETWORK
from lgnet.direction import planned, policies, queries
from lgnet.direction.indicators import INDICATORS, O_2_3, Indicator
from lgnet.direction.models import Decision, Target
from lgnet.direction.pages.filters import Choice
from lgnet.network import editions
from lgnet.network.models import Edition, Organisation
from lgnet.network.worker import Worker

ACTS = 15


@dataclass(frozen=True)
class Compared:
    """An indicator: the network's target and the sum of the partners'."""

    indicator: Indicator
    network: int | None
    partners: int
    without: int
    url: str
    current: bool

    @property
    def difference(self) -> str:
        """In words, for the two need not agree: a person of two partners counts once in the network."""
        if self.network is None:
            return ""
        gap = self.partners - self.network
        if not gap:
            return gettext("The two agree.")
        said = {"n": number_format(abs(gap), force_grouping=True)}
        if gap < 0:
            return gettext("The partners' targets are %(n)s short of the network's.") % said
        return gettext("The partners' targets are %(n)s above the network's.") % said


@dataclass(frozen=True)
class TargetRow:
    """A partner's target of the chosen indicator."""

    partner: Organisation
    target: Target | None
    reached: int
    url: str

    @property
    def is_below(self) -> bool:
        return self.target is not None and (self.target.value or 0) < self.reached


@dataclass(frozen=True)
class Act:
    """A decision as the list shows it."""

    decision: Decision
    targets: tuple[Target, ...]
    may_take_back: Verdict
    url: str

    @property
    def indicator(self) -> Indicator | None:
        return INDICATORS.get(self.decision.indicator)


@dataclass(frozen=True)
class TargetsPage:
    """Everything the page shows."""

    edition: Edition
    indicator: Indicator
    compared: tuple[Compared, ...]
    rows: tuple[TargetRow, ...]
    network: Target | None
    acts: tuple[Act, ...]
    may_set: Verdict
    files: tuple[Choice, ...]
    network_url: str
    share_url: str


def targets_page(*, by: Worker, indicator: str = "") -> TargetsPage:
    """Build the page with seven queries."""
    chosen = INDICATORS.get(indicator, O_2_3)
    edition, partners = editions.current(), list(editions.local_partners())
    held = queries.targets(edition)
    reached = planned.reached([partner.pk for partner in partners], [chosen])
    return TargetsPage(
        edition=edition,
        indicator=chosen,
        compared=tuple(_compared(each, held, partners, each is chosen) for each in INDICATORS.values()),
        rows=tuple(
            TargetRow(
                partner, held.get((partner.pk, chosen.code)), reached.get((partner.pk, chosen.code), 0),
                reverse("direction:target", args=[partner.code, chosen.code]),
            )
            for partner in partners
        ),
        network=held.get((NETWORK, chosen.code)),
        acts=tuple(
            Act(
                each, tuple(each.targets.all()), policies.take_back(by, each),
                reverse("direction:take_back", args=[each.pk]),
            )
            for each in planned.decisions(edition)[:ACTS]
        ),
        may_set=policies.set_target(by, edition),
        files=tuple(
            Choice(kind.upper(), reverse("direction:targets_file", args=[kind]), False) for kind in ("xlsx", "csv")
        ),
        network_url=reverse("direction:target", args=["network", chosen.code]),
        share_url=f"{reverse('direction:share')}?indicator={chosen.code}",
    )  # fmt: skip


def _compared(
    of: Indicator, held: dict[tuple[uuid.UUID, str], Target], partners: list[Organisation], current: bool
) -> Compared:
    values = [held[partner.pk, of.code].value or 0 for partner in partners if (partner.pk, of.code) in held]
    network = held.get((NETWORK, of.code))
    return Compared(
        of, network.value if network else None, sum(values), len(partners) - len(values),
        f"?indicator={of.code}", current,
    )  # fmt: skip
