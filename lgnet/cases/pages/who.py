# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person as a list may show them: initials, code, age, language. Never the whole name."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lgnet.people.languages import language_name
from lgnet.people.models import Person, Precision


@dataclass(frozen=True)
class Who:
    """Enough to recognise somebody in a list, too little to tell a stranger who it is."""

    initials: str
    code: str
    age: str
    languages: str
    needs_interpreter: bool


def _initial(name: str) -> str:
    return f"{name.strip()[0].upper()}." if name.strip() else ""


def initials(person: Person) -> str:
    """Initials of given and family name, or of the name used; none for who is under protection."""
    if person.is_protected:
        return ""
    return f"{_initial(person.given_name)}{_initial(person.family_name)}" or _initial(person.known_as)


def age_in_words(person: Person, on: dt.date) -> str:
    """Years on a day; "about" where the day of birth is not known; "" where the year is not."""
    born = person.birth_date
    if born is None:
        return ""
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    words = ngettext("%(n)s year", "%(n)s years", years) % {"n": years}
    return words if person.birth_precision == Precision.DAY else _("about %(years)s") % {"years": words}


def who(person: Person, on: dt.date) -> Who:
    """The person of a row; its key must be selected with it."""
    names = ", ".join(language_name(code) for code in person.languages[:2])
    return Who(initials(person), person.code, age_in_words(person, on), names, person.needs_interpreter)
