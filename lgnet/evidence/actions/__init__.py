# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Freezing evidence, drawing samples, writing down what a check found."""

from lgnet.evidence.actions.freezing import freeze, freeze_facts, freeze_until, see_fact
from lgnet.evidence.actions.sampling import close_sample, open_pack, order_sample, record_findings

__all__ = [
    "close_sample",
    "freeze",
    "freeze_facts",
    "freeze_until",
    "open_pack",
    "order_sample",
    "record_findings",
    "see_fact",
]
