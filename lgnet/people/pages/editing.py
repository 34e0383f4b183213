# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages on which something about a person is added or corrected."""

import uuid
from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise

from lgnet.people.identity import Identity
from lgnet.people.models import Person
from lgnet.people.pages.addresses import file_url
from lgnet.people.pages.lines import PersonLine, line_of
from lgnet.people.pages.words import LABELS, identity_in_words
from lgnet.people.queries import search

Text = str | Promise


@dataclass(frozen=True)
class Difference:
    """A field that two people filled in differently."""

    label: Text
    mine: str
    theirs: str


@dataclass(frozen=True)
class FormPage:
    """One form about one person. `conflict` and `differences` are there when somebody was faster."""

    form: forms.Form
    person_id: uuid.UUID
    name: str
    back: str
    title: Text
    intro: Text = ""
    conflict: Text = ""
    differences: tuple[Difference, ...] = ()


def form_page(person: Person, form: forms.Form, title: Text, intro: Text = "") -> FormPage:
    """The page of one form."""
    return FormPage(form, person.pk, person.full_name, file_url(person.pk), title, intro)


def differences(mine: Identity, theirs: Identity) -> tuple[Difference, ...]:
    """What the typed identity and the recorded one say differently."""
    typed, recorded = identity_in_words(mine), identity_in_words(theirs)
    return tuple(
        Difference(LABELS[name], typed[name], recorded[name])
        for name in LABELS
        if typed[name] != recorded[name]
    )


@dataclass(frozen=True)
class HouseholdPage:
    """Looking for a relative, then saying what the person is to them."""

    form: forms.Form
    person_id: uuid.UUID
    name: str
    back: str
    q: str
    lines: list[PersonLine]
    relative: PersonLine | None


def household_page(person: Person, form: forms.Form, *, q: str, relative: Person | None) -> HouseholdPage:
    """The page for what was typed in its search box and the relative chosen so far."""
    found = [] if relative or not q else [hit for hit in search(q, limit=10) if hit.person.pk != person.pk]
    return HouseholdPage(
        form=form,
        person_id=person.pk,
        name=person.full_name,
        back=file_url(person.pk),
        q=q,
        lines=[line_of(hit.person, hit) for hit in found],
        relative=None if relative is None else line_of(relative),
    )
