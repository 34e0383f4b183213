# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Campaigns, public events and who registered, what the public writes, friends of the network, newsletters."""

from lgnet.society.models.campaign import Campaign, CampaignPart, Channel, Material, Reach
from lgnet.society.models.event import Event, EventFeedback, EventText, Registration
from lgnet.society.models.message import Friend, Message
from lgnet.society.models.newsletter import Delivery, Issue, Subscription

__all__ = [
    "Campaign",
    "CampaignPart",
    "Channel",
    "Delivery",
    "Event",
    "EventFeedback",
    "EventText",
    "Friend",
    "Issue",
    "Material",
    "Message",
    "Reach",
    "Registration",
    "Subscription",
]
