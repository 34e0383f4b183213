# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What changes what is kept about the quality of data."""

from lgnet.quality.actions.dismissing import dismiss, take_back
from lgnet.quality.actions.looking import look_closer
from lgnet.quality.actions.measuring import measure
from lgnet.quality.actions.piling import pile_up

__all__ = ["dismiss", "look_closer", "measure", "pile_up", "take_back"]
