# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Search before create: who is it, who resembles her, and the form for somebody new."""

from dataclasses import dataclass

from django import forms

from lgnet.people.match_keys import MatchRecord
from lgnet.people.match_score import Strength
from lgnet.people.pages.lines import PersonLine, line_of
from lgnet.people.queries import likely_matches


@dataclass(frozen=True)
class LookupPage:
    """Who is it? `lines` is None until something was looked for."""

    form: forms.Form
    token: str
    lines: list[PersonLine] | None
    typed: list[tuple[str, str]]

    @property
    def has_almost_certain(self) -> bool:
        return any(line.is_almost_certain for line in self.lines or ())


def lookup_page(
    form: forms.Form, token: str, record: MatchRecord | None, typed: list[tuple[str, str]]
) -> LookupPage:
    """The page, with the likely matches where something could be read; `typed` goes on into the next form."""
    lines = None if record is None else matching_lines(record, token)
    return LookupPage(form, token, lines, typed)


def matching_lines(record: MatchRecord, token: str) -> list[PersonLine]:
    """Who resembles the person described; following a line leads on with that person."""
    return [line_of(hit.person, hit, token=token) for hit in likely_matches(record)]


TWINS = 4  # judged among three times as many: whoever is almost certainly the same shares the most keys


def certain_twins(record: MatchRecord, token: str) -> list[PersonLine]:
    """Who almost certainly is the person described."""
    hits = likely_matches(record, limit=TWINS)
    certain = (hit for hit in hits if hit.strength is Strength.ALMOST_CERTAIN)
    return [line_of(hit.person, hit, token=token) for hit in certain]


@dataclass(frozen=True)
class RegistrationPage:
    """The registration form; `twins` are those she almost certainly is, and then a reason is asked for."""

    form: object
    token: str
    twins: list[PersonLine]
