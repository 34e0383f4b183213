# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the public reaches a team: as visitors read it in their language, and as the partner keeps it."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lgnet.core.authz import Verdict
from lgnet.core.clock import now
from lgnet.directory import policies, queries
from lgnet.directory.models import TeamContact
from lgnet.directory.pages.listed import DayLine, checked_on, week_lines
from lgnet.directory.words import clock, say, spoken
from lgnet.network.worker import Worker
from lgnet.people.languages import language_name

PARTS = {part: number for number, part in enumerate(TeamContact.Part)}


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A part of the team, in the reader's language."""

    part: SafeString
    name: str
    phone: str
    phone_link: str
    email: str
    hours: Sequence[DayLine]
    languages: Sequence[str]
    checked: SafeString
    is_stale: bool


@dataclass(frozen=True, slots=True)
class TeamInPublic:
    """What stands on the partner's page."""

    title: SafeString
    speaks: SafeString
    lines: Sequence[TeamLine]


def team_in_public(partner_id: uuid.UUID, language: str) -> TeamInPublic:
    """One query."""
    rows = _in_order(queries.team_in_public(partner_id))
    return TeamInPublic(
        title=say(language, "team.title"),
        speaks=say(language, "service.languages"),
        lines=[_line(row, language) for row in rows],
    )


def _in_order(rows: Iterable[TeamContact]) -> list[TeamContact]:
    return sorted(rows, key=lambda row: (row.is_hidden, PARTS[TeamContact.Part(row.part)]))


def _line(row: TeamContact, language: str) -> TeamLine:
    times = [(clock(row.opens, language), clock(row.closes, language))] if row.opens and row.closes else []
    return TeamLine(
        part=say(language, f"team.{row.part}"),
        name=row.name,
        phone=row.phone,
        phone_link="".join(c for c in row.phone if c.isdigit() or c == "+"),
        email=row.email,
        hours=week_lines(dict.fromkeys(row.days, times), language),
        languages=[spoken(code, language) for code in row.languages],
        checked=checked_on(row.checked_at, language),
        is_stale=row.is_stale(now()),
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """A contact for whoever keeps it."""

    contact: TeamContact
    hours: Sequence[DayLine]
    languages: Sequence[str]
    is_stale: bool
    may_change: Verdict
    may_throw_away: Verdict


@dataclass(frozen=True, slots=True)
class TeamPage:
    """The contacts of one's partner; for the nation those of all."""

    lines: Sequence[Kept]
    is_nation: bool
    may_keep: Verdict


def team_page(by: Worker) -> TeamPage:
    """One query."""
    is_nation = policies.is_nation(by)
    language = (get_language() or "it").partition("-")[0]
    rows = queries.teams(None if is_nation else by.partner_id)
    lines = [
        Kept(
            contact=row,
            hours=_line(row, language).hours,
            languages=[language_name(code) for code in row.languages],
            is_stale=not row.is_hidden and row.is_stale(now()),
            may_change=policies.change_contact(by, row),
            may_throw_away=policies.throw_contact_away(by, row),
        )
        for row in (rows if is_nation else _in_order(rows))
    ]
    return TeamPage(lines, is_nation, policies.keep_team(by))
