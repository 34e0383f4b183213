# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The inbox, campaigns, friends and newsletters, as staff see them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise

from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.core.clock import now
from lgnet.directives.words import Block, blocks
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.society import policies, queries
from lgnet.society.models import Campaign, CampaignPart, Channel, Friend, Issue, Material, Message, Reach
from lgnet.society.pages.events import Line, line
from lgnet.society.pages.materials import KitSection, kit_section
from lgnet.society.pages.numbers import Numbers, numbers_of
from lgnet.society.public_words import SPOKEN
from lgnet.society.queries import PAGE, Inbox

LOOKS = {
    Message.State.NEW: "waiting",
    Message.State.TAKEN: "active",
    Message.State.ANSWERED: "done",
    Message.State.CLOSED: "ended",
}
CAMPAIGN_LOOKS = {
    Campaign.State.DRAFT: "draft",
    Campaign.State.RUNNING: "active",
    Campaign.State.ENDED: "ended",
}
ISSUE_LOOKS = {Issue.State.DRAFT: "draft", Issue.State.SENDING: "active", Issue.State.SENT: "done"}
NAMES = {code: language.name for code, language in SPOKEN.items()}


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A message in a list; what it says is read on its page."""

    message: Message
    look: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class InboxPage:
    """What waits, and what was answered; for the nation only numbers."""

    waiting: Sequence[MessageLine]
    ended: Sequence[MessageLine]
    kinds: Sequence[tuple[str, str | Promise]]
    kind: str
    next_url: str
    numbers: Sequence[tuple[str, str, Inbox]]
    is_nation: bool


def inbox_page(by: Worker, *, kind: str, after: str) -> InboxPage:
    """At most three queries."""
    kind = kind if kind in Message.Kind.values else ""
    if policies.is_nation(by):
        return InboxPage([], [], Message.Kind.choices, "", "", _numbers(), True)
    ended = list(queries.ended(by, kind=kind, after=places.moment(after))[: PAGE + 1])
    last = ended[PAGE - 1] if len(ended) > PAGE else None
    place = places.written(last.received_at, last.pk) if last else ""
    return InboxPage(
        waiting=[] if after else [_line(one) for one in queries.waiting(by, kind=kind)[: PAGE * 5]],
        ended=[_line(one) for one in ended[:PAGE]],
        kinds=Message.Kind.choices,
        kind=kind,
        next_url=f"{reverse('society:inbox')}?kind={kind}&after={place}" if place else "",
        numbers=[],
        is_nation=False,
    )


def _numbers() -> list[tuple[str, str, Inbox]]:
    rows = queries.inboxes()
    names = dict(
        Organisation.objects.filter(pk__in=[row.partner_id for row in rows]).values_list("pk", "short_name")
    )
    labels = dict(Message.Kind.choices)
    found = [(names.get(row.partner_id, ""), str(labels[row.kind]), row) for row in rows]
    return sorted(found, key=lambda row: (row[0], row[1]))


def _line(message: Message) -> MessageLine:
    return MessageLine(message, LOOKS[Message.State(message.state)], message.is_late(now()))


@dataclass(frozen=True, slots=True)
class MessagePage:
    """One message with its answer."""

    line: MessageLine
    message: Message
    words: Sequence[Block]
    answer: Sequence[Block]
    language: str
    answer_form: Form
    close_form: Form
    may_take_up: Verdict
    may_answer: Verdict
    may_reopen: Verdict
    may_keep: Verdict


def message_page(by: Worker, message: Message, *, answer_form: Form, close_form: Form) -> MessagePage:
    """No query."""
    return MessagePage(
        line=_line(message),
        message=message,
        words=blocks(message.words),
        answer=blocks(message.answer),
        language=NAMES.get(message.language, message.language),
        answer_form=answer_form,
        close_form=close_form,
        may_take_up=policies.take_up(by, message),
        may_answer=policies.answer(by, message),
        may_reopen=policies.reopen(by, message),
        may_keep=policies.keep_friend(by),
    )


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form, and what it is about."""

    form: Form
    title: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class FriendsPage:
    """Who agreed to be kept in mind."""

    friends: Sequence[Friend]
    kinds: Sequence[tuple[str, str | Promise]]
    skills: Sequence[tuple[str, str | Promise]]
    kind: str
    skill: str
    may_keep: Verdict


def friends_page(by: Worker, *, kind: str, skill: str) -> FriendsPage:
    """One query."""
    kind = kind if kind in Friend.Kind.values else ""
    skill = skill if skill in Friend.Skill.values else ""
    rows = queries.friends(by, kind=kind, skill=skill)
    return FriendsPage(
        list(rows[:200]), Friend.Kind.choices, Friend.Skill.choices, kind, skill, policies.keep_friend(by)
    )


@dataclass(frozen=True, slots=True)
class CampaignsPage:
    """Campaigns, one's own and those of the others."""

    campaigns: Sequence[tuple[Campaign, str]]
    may_write: Verdict


def campaigns_page(by: Worker) -> CampaignsPage:
    """One query."""
    rows = queries.campaigns(by)[: PAGE * 5]
    return CampaignsPage(
        [(one, CAMPAIGN_LOOKS[Campaign.State(one.state)]) for one in rows], policies.write(by)
    )


@dataclass(frozen=True, slots=True)
class CampaignPage:
    """One campaign: what it wants, who takes part, its products by language, whom it reached."""

    campaign: Campaign
    look: str
    is_own: bool
    aim: Sequence[Block]
    audience: Sequence[Block]
    messages: Sequence[Block]
    result: Sequence[Block]
    channels: Sequence[str]
    parts: Sequence[CampaignPart]
    materials: Mapping[str, Sequence[Material]]
    events: Sequence[Line]
    reached: Sequence[tuple[str, int, int]]
    own_reach: Sequence[Reach]
    counted: int
    estimated: int
    numbers: Numbers
    material_form: Form
    reach_form: Form
    result_form: Form
    may_edit: Verdict
    may_start: Verdict
    may_end: Verdict
    may_join: Verdict
    may_add: Verdict
    kit: KitSection


@dataclass(frozen=True, slots=True)
class CampaignForms:
    """The forms of the page; one of them may have come back with what was typed in it. `kit` is made where it shows."""

    material: Form
    reach: Form
    result: Form
    kit: Callable[[], Form]


def campaign_page(by: Worker, campaign: Campaign, forms: CampaignForms) -> CampaignPage:
    """At most sixteen queries."""
    takes_part = queries.takes_part(by, campaign)
    may_add = policies.add_to(by, campaign, takes_part=takes_part)
    reached = queries.reached(campaign)
    made = list(campaign.materials.select_related("partner"))
    materials: dict[str, list[Material]] = {}
    for one in made:
        if one.product_id or one.asset_id:
            continue  # among the files of the media kit
        materials.setdefault(NAMES.get(one.language, one.language), []).append(one)
    events = campaign.events.prefetch_related("texts").order_by("-starts_at")[: PAGE * 2]
    labels = dict(Channel.choices)
    return CampaignPage(
        campaign=campaign,
        look=CAMPAIGN_LOOKS[Campaign.State(campaign.state)],
        is_own=campaign.partner_id == by.partner_id,
        aim=blocks(campaign.aim),
        audience=blocks(campaign.audience),
        messages=blocks(campaign.messages),
        result=blocks(campaign.result),
        channels=[str(labels[code]) for code in campaign.channels if code in labels],
        parts=list(campaign.parts.select_related("partner").order_by("partner__short_name")),
        materials=materials,
        events=[line(event) for event in events],
        reached=reached,
        own_reach=list(campaign.reached.filter(partner=by.partner_id)[: PAGE * 2]),
        counted=sum(row[1] for row in reached),
        estimated=sum(row[2] for row in reached),
        numbers=numbers_of(campaign, products=len(made), copies=sum(one.copies or 0 for one in made)),
        material_form=forms.material,
        reach_form=forms.reach,
        result_form=forms.result,
        may_edit=policies.edit_campaign(by, campaign),
        may_start=policies.start(by, campaign),
        may_end=policies.end_campaign(by, campaign),
        may_join=policies.join(by, campaign, takes_part=takes_part),
        may_add=may_add,
        kit=kit_section(by, campaign, forms.kit() if may_add else None),
    )


@dataclass(frozen=True, slots=True)
class LettersPage:
    """The newsletter: who gets it in numbers, the letters so far."""

    issues: Sequence[tuple[Issue, str]]
    subscribers: Sequence[tuple[str, int]]
    form_url: str
    may_compose: Verdict


def letters_page(by: Worker) -> LettersPage:
    """Two queries."""
    found = queries.subscribers(by.partner_id)
    return LettersPage(
        issues=[(one, ISSUE_LOOKS[Issue.State(one.state)]) for one in queries.issues(by)[: PAGE * 2]],
        subscribers=[
            (NAMES.get(code, code), n) for code, n in sorted(found.items(), key=lambda row: -row[1])
        ],
        form_url=f"{settings.SITE_ADDRESS}{reverse('society:newsletter', args=['it'])}"
        f"?partner={by.organisation.code}",
        may_compose=policies.compose(by),
    )


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A letter: its form while it is a draft, and how it will look."""

    form: Form
    issue: Issue | None
    look: str
    preview: Sequence[Block]
    readers: int
    may_send: Verdict


def letter_page(by: Worker, form: Form, issue: Issue | None = None) -> LetterPage:
    """One query."""
    if issue is None:
        return LetterPage(form, None, "", [], 0, policies.compose(by))
    return LetterPage(
        form=form,
        issue=issue,
        look=ISSUE_LOOKS[Issue.State(issue.state)],
        preview=blocks(issue.body),
        readers=queries.subscribers(by.partner_id).get(issue.language, 0),
        may_send=policies.send(by, issue),
    )
