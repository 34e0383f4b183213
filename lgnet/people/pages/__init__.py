# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages about people show."""

from lgnet.people.pages.expiring import expiring_panel
from lgnet.people.pages.panels import PersonPanels, person_panels

__all__ = ["PersonPanels", "expiring_panel", "person_panels"]
