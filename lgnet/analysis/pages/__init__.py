# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the analysis: each is a `Sheet` built from one slice of the roll-ups."""

from lgnet.analysis.pages.flows import flows_sheet
from lgnet.analysis.pages.needs import needs_sheet
from lgnet.analysis.pages.overview import overview_sheet
from lgnet.analysis.pages.places import places_sheet
from lgnet.analysis.pages.refusals import refusals_sheet
from lgnet.analysis.pages.seasons import seasons_sheet
from lgnet.analysis.pages.sheet import Frame, Sheet, whose
from lgnet.analysis.pages.timeliness import timeliness_sheet

__all__ = [
    "Frame", "Sheet", "flows_sheet", "needs_sheet", "overview_sheet", "places_sheet", "refusals_sheet",
    "seasons_sheet", "timeliness_sheet", "whose",
]  # fmt: skip
