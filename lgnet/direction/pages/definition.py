# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages that explain: all indicators, and the rule behind one of them."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from lgnet.core.rowsecurity import DbRole
from lgnet.counting.models import NETWORK
from lgnet.direction import queries
from lgnet.direction.indicators import MEASURED, NOT_YET_MEASURED, Definition, Indicator, NotYetMeasured
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class IndicatorsPage:
    """All indicators: those measured, and those that are only declared."""

    measured: tuple[tuple[Definition, str], ...]
    declared: tuple[tuple[NotYetMeasured, str], ...]


@dataclass(frozen=True)
class DefinitionPage:
    """One indicator: its rule, and how many counted persons lack what a report to the Commission needs."""

    indicator: Definition | None
    declared: NotYetMeasured | None
    where: str
    as_of: dt.datetime | None
    value: int
    without_sex: int
    without_age: int
    figures_url: str


def indicators_page() -> IndicatorsPage:
    """Every indicator with the address of its page."""
    return IndicatorsPage(
        tuple((each, _url(code)) for code, each in MEASURED.items()),
        tuple((each, _url(code)) for code, each in NOT_YET_MEASURED.items()),
    )


def definition_page(*, by: Worker, found: Definition | NotYetMeasured) -> DefinitionPage:
    """The rule, and the figures of whoever asks: the nation sees the network, a partner itself."""
    nation = by.may(Permission.FIGURES_NATION)
    figures_url = (
        reverse("direction:nation") if nation else reverse("direction:partner", args=[by.organisation.code])
    )
    if isinstance(found, NotYetMeasured):
        return DefinitionPage(None, found, "", None, 0, 0, 0, figures_url)
    if not isinstance(found, Indicator):
        return DefinitionPage(found, None, "", None, 0, 0, 0, figures_url)
    scope = NETWORK if by.role.db_role == DbRole.NATIONAL else by.partner_id
    figures = queries.figures(scope, [found])[found.code]
    cells = figures.by_sex_and_age()
    return DefinitionPage(
        indicator=found,
        declared=None,
        where="" if scope == NETWORK else by.organisation.short_name,
        as_of=figures.as_of,
        value=figures.value,
        without_sex=sum(n for (sex, _band), n in cells.items() if not sex),
        without_age=sum(n for (_sex, band), n in cells.items() if not band),
        figures_url=f"{figures_url}?indicator={found.code}",
    )


def _url(code: str) -> str:
    return reverse("direction:indicator", args=[code])
