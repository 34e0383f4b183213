# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a campaign, an event, a message, a newsletter. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import now
from lgnet.core.rowsecurity import DbRole
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.society.models import Campaign, Event, Friend, Issue, Material, Message, Registration

STATE = Event.State


def is_nation(by: Worker) -> bool:
    """Whether somebody works for the whole network rather than for a partner."""
    return by.role.db_role == DbRole.NATIONAL


def write(by: Worker) -> Verdict:
    """Write events and campaigns at all."""
    if not by.may(Permission.EVENT_WRITE):
        return no(_("Case managers, specialists, communications officers and the coordinator write events."))
    return yes


def _own(by: Worker, partner_id: object) -> Verdict:
    return yes if partner_id == by.partner_id else no(_("This is another partner's."))


def edit(by: Worker, event: Event) -> Verdict:
    """Change an event; what is public already can be corrected and moved too."""
    if event.state in {STATE.HELD, STATE.CANCELLED}:
        return no(_("This event is over: it stays as it was."))
    if event.state == STATE.PUBLISHED and not by.may(Permission.EVENT_PUBLISH):
        return no(_("The public reads it already: the communications officer or the coordinator changes it."))
    return _own(by, event.partner_id) and write(by)


translate = edit


def submit(by: Worker, event: Event) -> Verdict:
    """Ask for it to be published."""
    if event.state != STATE.DRAFT:
        return no(_("Only a draft is given to be published."))
    return edit(by, event)


def take_back(by: Worker, event: Event) -> Verdict:
    """Make it a draft again."""
    if event.state != STATE.REVIEW:
        return no(_("Only what waits to be published is taken back."))
    return _own(by, event.partner_id) and write(by)


def _publisher(by: Worker, event: Event) -> Verdict:
    if not by.may(Permission.EVENT_PUBLISH):
        return no(_("The communications officer or the coordinator publishes it."))
    return _own(by, event.partner_id)


def publish(by: Worker, event: Event) -> Verdict:
    """Let everybody read it."""
    if event.state not in {STATE.DRAFT, STATE.REVIEW}:
        return no(_("It is published already."))
    if event.ends_at <= now():
        return no(_("Its day is over: give it another one first."))
    if is_nation(by) and event.takes_registrations:
        return no(_("The nation meets no name: let a partner take the registrations, or take none."))
    return _publisher(by, event)


def cancel(by: Worker, event: Event) -> Verdict:
    """Say that it does not take place."""
    if event.state != STATE.PUBLISHED:
        return no(_("Only a published event is cancelled."))
    return _publisher(by, event)


def hold(by: Worker, event: Event) -> Verdict:
    """Say that it took place."""
    if event.state != STATE.PUBLISHED:
        return no(_("Only a published event is held."))
    if event.starts_at > now():
        return no(_("It has not begun yet."))
    return _publisher(by, event)


def restore(by: Worker, event: Event) -> Verdict:
    """Undo its cancelling or its end, while its people are still known."""
    if event.state not in {STATE.HELD, STATE.CANCELLED}:
        return no(_("It is neither held nor cancelled."))
    if event.erased_at is not None:
        return no(_("Who had registered is forgotten already."))
    return _publisher(by, event)


def throw_away(by: Worker, event: Event) -> Verdict:
    """Throw a draft away."""
    if event.published_at is not None or event.state not in {STATE.DRAFT, STATE.REVIEW}:
        return no(_("What was public is cancelled, never thrown away."))
    return _own(by, event.partner_id) and write(by)


def meet_people(by: Worker) -> Verdict:
    """Meet anybody who registered, at all."""
    if is_nation(by):
        return no(_("Only the partner that holds the event sees who registered."))
    return write(by)


def see_people(by: Worker, event: Event) -> Verdict:
    """See who registered, and tick them off at the door."""
    return _own(by, event.partner_id) and meet_people(by)


def check_in(by: Worker, event: Event, registration: Registration) -> Verdict:
    """Say that somebody has come."""
    if registration.state not in {Registration.State.SEATED, Registration.State.WAITING}:
        return no(_("This registration is not confirmed, or was cancelled."))
    if event.state not in {STATE.PUBLISHED, STATE.HELD}:
        return no(_("Nobody is checked in to an event that is not on."))
    return see_people(by, event)


def edit_campaign(by: Worker, campaign: Campaign) -> Verdict:
    """Change a campaign."""
    if campaign.state == Campaign.State.ENDED:
        return no(_("This campaign has ended: it stays as it was."))
    return _own(by, campaign.partner_id) and write(by)


def start(by: Worker, campaign: Campaign) -> Verdict:
    """Let the network see a campaign and take part."""
    if campaign.state != Campaign.State.DRAFT:
        return no(_("It runs already, or has ended."))
    return edit_campaign(by, campaign)


def end_campaign(by: Worker, campaign: Campaign) -> Verdict:
    """Say what came of it."""
    if campaign.state != Campaign.State.RUNNING:
        return no(_("Only a running campaign ends."))
    return edit_campaign(by, campaign)


def join(by: Worker, campaign: Campaign, *, takes_part: bool) -> Verdict:
    """Take part in somebody else's campaign."""
    if campaign.state != Campaign.State.RUNNING:
        return no(_("Only in a running campaign others take part."))
    if campaign.partner_id == by.partner_id or takes_part:
        return no(_("You take part already."))
    return write(by)


def add_to(by: Worker, campaign: Campaign, *, takes_part: bool) -> Verdict:
    """Add products and whom they reached, for one's own partner."""
    if campaign.state == Campaign.State.ENDED:
        return no(_("This campaign has ended: it stays as it was."))
    if campaign.partner_id != by.partner_id and not takes_part:
        return no(_("Take part in the campaign first."))
    return write(by)


def drop_material(by: Worker, material: Material) -> Verdict:
    """Take a product of one's own partner out of a campaign."""
    if material.partner_id != by.partner_id:
        return no(_("This is another partner's."))
    return add_to(by, material.campaign, takes_part=True)


def _answerer(by: Worker, message: Message) -> Verdict:
    if not by.may(Permission.PUBLIC_ANSWER):
        return no(_("The communications officer or the coordinator answers the public."))
    return _own(by, message.partner_id)


def read(by: Worker, message: Message) -> Verdict:
    """Read what somebody wrote."""
    return _answerer(by, message)


def take_up(by: Worker, message: Message) -> Verdict:
    """Say that one takes care of it."""
    if message.state != Message.State.NEW:
        return no(_("Somebody has taken it up already."))
    return _answerer(by, message)


def answer(by: Worker, message: Message) -> Verdict:
    """Write what the sender reads with number and code."""
    if not message.is_open():
        return no(_("It is answered or closed already: open it again first."))
    return _answerer(by, message)


close = answer


def reopen(by: Worker, message: Message) -> Verdict:
    """Take an answer or a closing back."""
    if message.is_open():
        return no(_("It is open."))
    return _answerer(by, message)


def keep_friend(by: Worker) -> Verdict:
    """Enter and see associations, volunteers and owners who agreed."""
    if is_nation(by) or not by.may(Permission.PUBLIC_ANSWER):
        return no(_("The communications officer or the coordinator keeps associations and volunteers."))
    return yes


def withdraw(by: Worker, friend: Friend) -> Verdict:
    """Forget somebody who no longer agrees."""
    if friend.withdrawn_at is not None:
        return no(_("This consent is withdrawn already."))
    return _own(by, friend.partner_id) and keep_friend(by)


def compose(by: Worker) -> Verdict:
    """Write newsletters at all."""
    if not by.may(Permission.NEWSLETTER_SEND):
        return no(_("The communications officer or the coordinator writes the newsletter."))
    return yes


def edit_issue(by: Worker, issue: Issue) -> Verdict:
    """Change a letter that was not sent."""
    if issue.state != Issue.State.DRAFT:
        return no(_("What was sent stays as it was sent."))
    return _own(by, issue.partner_id) and compose(by)


send = edit_issue
