# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of society: campaigns, events, registrations, messages, friends, newsletters."""

from lgnet.society.actions import campaigns, events, friends, messages, newsletter, registering, telling

__all__ = ["campaigns", "events", "friends", "messages", "newsletter", "registering", "telling"]
