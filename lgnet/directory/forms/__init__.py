# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody writes of a service, its places and stops, and what the public reports."""

from lgnet.directory.forms.places import DeskForm, SpecialForm
from lgnet.directory.forms.services import ServiceForm, SettleForm, WordsForm
from lgnet.directory.forms.stops import NightForm, StopForm

__all__ = ["DeskForm", "NightForm", "ServiceForm", "SettleForm", "SpecialForm", "StopForm", "WordsForm"]
