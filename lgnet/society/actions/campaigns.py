# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Campaigns: written, begun, joined by other partners, with products and whom they reached, ended with a result."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.network.worker import Worker
from lgnet.society import policies, queries
from lgnet.society.models import Campaign, CampaignPart, Material, Reach

STATE = Campaign.State
TEXT = 4_000


@dataclass(frozen=True)
class Idea:
    """What a campaign wants."""

    title: str
    aim: str
    starts_on: dt.date
    ends_on: dt.date
    audience: str = ""
    messages: str = ""
    channels: Sequence[str] = ()


@transaction.atomic
def write(*, by: Worker, idea: Idea, campaign_id: uuid.UUID | None = None) -> Campaign:
    """Begin a campaign; sent twice with the same id it is one."""
    policies.write(by).enforce()
    _check(idea)
    found = Campaign.objects.filter(pk=campaign_id).first() if campaign_id else None
    if found is not None:
        return found
    campaign = Campaign(id=campaign_id or new_id(), partner_id=by.partner_id, made_at=now(), made_by=by.user)
    _fill(campaign, idea)
    campaign.save(force_insert=True)
    audit.record("campaign.written", on=campaign)
    return campaign


@transaction.atomic
def edit(*, by: Worker, campaign: Campaign, idea: Idea) -> Campaign:
    """Change a campaign."""
    campaign = _locked(campaign)
    policies.edit_campaign(by, campaign).enforce()
    _check(idea)
    _fill(campaign, idea)
    campaign.save()
    audit.record("campaign.edited", on=campaign)
    return campaign


@transaction.atomic
def start(*, by: Worker, campaign: Campaign) -> Campaign:
    """Let the network see it and take part."""
    campaign = _locked(campaign)
    policies.start(by, campaign).enforce()
    campaign.state = STATE.RUNNING
    campaign.save(update_fields=["state"])
    audit.record("campaign.started", on=campaign)
    return campaign


@transaction.atomic
def end(*, by: Worker, campaign: Campaign, result: str) -> Campaign:
    """Say what came of it."""
    campaign = _locked(campaign)
    policies.end_campaign(by, campaign).enforce()
    if not result.strip():
        raise Refused(_("Say what came of it: also what did not work helps the others."))
    campaign.state, campaign.result = STATE.ENDED, result.strip()[:TEXT]
    campaign.ended_at, campaign.ended_by = now(), by.user
    campaign.save()
    audit.record("campaign.ended", on=campaign)
    return campaign


@transaction.atomic
def join(*, by: Worker, campaign: Campaign) -> CampaignPart:
    """Take part in somebody else's campaign."""
    policies.join(by, campaign, takes_part=queries.takes_part(by, campaign)).enforce()
    part = CampaignPart.objects.create(
        campaign=campaign, partner_id=by.partner_id, joined_at=now(), joined_by=by.user
    )
    audit.record("campaign.joined", on=campaign)
    return part


@dataclass(frozen=True)
class Product:
    """Something made for a campaign in one language."""

    kind: str
    language: str
    title: str
    address: str = ""
    copies: int | None = None
    release: str = ""


@transaction.atomic
def add_material(*, by: Worker, campaign: Campaign, product: Product) -> Material:
    """Add a product. A photo says whose release it has: without one it is not shown to anybody."""
    policies.add_to(by, campaign, takes_part=queries.takes_part(by, campaign)).enforce()
    if product.kind == Material.Kind.PHOTO and not product.release.strip():
        raise Refused(_("Say where the release of the people in the photo is kept."))
    material = Material.objects.create(
        campaign=campaign, partner_id=by.partner_id, added_at=now(), **vars(product)
    )
    audit.record("campaign.material_added", on=campaign, language=product.language)
    return material


@dataclass(frozen=True)
class Counted:
    """How many people a channel reached, and how that is known."""

    channel: str
    people: int
    how: str
    counted_on: dt.date
    is_estimate: bool = False


@transaction.atomic
def add_reach(*, by: Worker, campaign: Campaign, counted: Counted) -> Reach:
    """Write down whom one's own partner reached."""
    policies.add_to(by, campaign, takes_part=queries.takes_part(by, campaign)).enforce()
    if counted.counted_on > today():
        raise Refused(_("Nobody is reached on a day to come."))
    if not counted.how.strip():
        raise Refused(_("Say how you counted or estimated it."))
    reach = Reach.objects.create(
        campaign=campaign, partner_id=by.partner_id, written_at=now(), written_by=by.user, **vars(counted)
    )
    audit.record("campaign.reach_written", on=campaign, channel=counted.channel)
    return reach


@transaction.atomic
def drop_reach(*, by: Worker, reach: Reach) -> None:
    """That figure was wrong."""
    policies.add_to(by, reach.campaign, takes_part=True).enforce()
    if reach.partner_id != by.partner_id:
        raise Refused(_("This is another partner's."))
    audit.record("campaign.reach_dropped", on=reach.campaign, channel=reach.channel)
    reach.delete()


def _check(idea: Idea) -> None:
    if idea.ends_on < idea.starts_on:
        raise Refused(_("It cannot end before it begins."))


def _fill(campaign: Campaign, idea: Idea) -> None:
    for name, value in vars(idea).items():
        setattr(campaign, name, list(value) if isinstance(value, tuple | list) else value)


def _locked(campaign: Campaign) -> Campaign:
    found = Campaign.objects.select_for_update(of=("self",)).filter(pk=campaign.pk).first()
    if found is None:
        raise Refused(_("This is another partner's."))
    return found
