# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each page of the direction shows."""

from lgnet.direction.pages.checks import ChecksPage, checks_page
from lgnet.direction.pages.definition import DefinitionPage, IndicatorsPage, definition_page, indicators_page
from lgnet.direction.pages.nation import NationPage, nation_page
from lgnet.direction.pages.partner import PartnerPage, partner_page

__all__ = [
    "ChecksPage",
    "DefinitionPage",
    "IndicatorsPage",
    "NationPage",
    "PartnerPage",
    "checks_page",
    "definition_page",
    "indicators_page",
    "nation_page",
    "partner_page",
]
