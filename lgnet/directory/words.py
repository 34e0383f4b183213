# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words of the pages where people find help: shipped, one file for each language, each text with its state.

They are data and not catalogues of gettext so that editors see which of them a native speaker has checked, and so
that a missing one stops the program instead of leaving half a page in another language.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from lgnet.core.clock import ROME
from lgnet.core.shipped_csv import BrokenShippedFile, read_shipped
from lgnet.ui.public import LANGUAGES

DATA = Path(__file__).parent / "data" / "words"


class State(StrEnum):
    """How far a text can be trusted."""

    SOURCE = "source"  # the Italian, from which the others were written
    WRITTEN = "written"  # not yet checked by a native speaker
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Text:
    """One text; holes are {named}."""

    code: str
    words: str
    state: State


@lru_cache(maxsize=len(LANGUAGES))
def texts(language: str) -> Mapping[str, Text]:
    """Every text in a language. Raises BrokenShippedFile where one is missing: no page is half translated."""
    found = {text.code: text for text in read_shipped(DATA / f"{language}.csv", Text)}
    if language != "it" and found.keys() != texts("it").keys():
        missing = found.keys() ^ texts("it").keys()
        raise BrokenShippedFile(f"words/{language}.csv: {', '.join(sorted(missing))}")
    return found


def say(language: str, code: str, **holes: object) -> SafeString:
    """A text in a language with its holes filled; what fills them is escaped unless it is markup of ours."""
    words = conditional_escape(texts(language)[code].words)
    filled = {name: _escaped(value) for name, value in holes.items()}
    return mark_safe(words.format(**filled))  # noqa: S308 - every part was escaped just above


def _escaped(value: object) -> SafeString:
    return value if isinstance(value, SafeString) else conditional_escape(str(value))


def is_checked(language: str) -> bool:
    """Whether a native speaker has checked every text of a language."""
    return all(text.state != State.WRITTEN for text in texts(language).values())


DOCUMENTS = tuple(code.removeprefix("doc.") for code in texts("it") if code.startswith("doc."))


def document(code: str, language: str) -> str:
    """The name of a document to bring."""
    return str(say(language, f"doc.{code}")) if code in DOCUMENTS else code


def kind_name(code: str, language: str, otherwise: str) -> str:
    """The name of a type of the catalogue in a language; `otherwise` where it was added after these words."""
    known = texts(language).get(f"kind.{code}")
    return known.words if known else otherwise


# The day with its weekday, as each language writes it (patterns of Unicode CLDR, the year left out).
_DAY = {
    "it": "EEEE d MMMM", "en": "EEEE d MMMM", "fr": "EEEE d MMMM", "es": "EEEE d 'de' MMMM", "ar": "EEEE d MMMM",
    "uk": "EEEE, d MMMM", "bn": "EEEE, d MMMM", "ur": "EEEE، d MMMM", "zh": "M月d日EEEE",
}  # fmt: skip
_DIGITS = {"beng": "০১২৩৪৫৬৭৮৯", "arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}


@lru_cache(maxsize=len(LANGUAGES))
def locale_of(language: str) -> Locale:
    """The rules of a language (Unicode CLDR)."""
    return Locale.parse({"zh": "zh_Hans"}.get(language, language))


def digits(text: str, language: str) -> str:
    """The text with the digits that the language is written with."""
    own = _DIGITS.get(locale_of(language).default_numbering_system)
    return text.translate(str.maketrans("0123456789", own)) if own else text


def day(date: dt.date, language: str) -> str:
    """A day with its weekday: "giovedì 26 novembre"."""
    return digits(format_date(date, _DAY[language], locale=locale_of(language)), language)


def weekday(number: int, language: str) -> str:
    """The name of a day of the week; 0 is Monday."""
    return format_date(dt.date(2024, 1, 1 + number), "EEEE", locale=locale_of(language))


def clock(time: dt.time | dt.datetime, language: str) -> SafeString:
    """A time of the clock in Rome, of twenty-four hours as on every sign in Italy, in the digits of the language."""
    if isinstance(time, dt.datetime):
        time = time.astimezone(ROME).time()
    return format_html('<bdi class="number">{}</bdi>', digits(f"{time:%H:%M}", language))


def when(moment: dt.datetime, language: str) -> SafeString:
    """A moment with its weekday, its day and its time."""
    return format_html("{}, {}", day(moment.astimezone(ROME).date(), language), clock(moment, language))


def spoken(code: str, language: str) -> str:
    """The name of a language in a language; the code where it has none."""
    return str(locale_of(language).languages.get(code) or code)


def in_italian(words: str) -> SafeString:
    """Italian words inside a sentence of another language: set apart, so that neither side turns the other round."""
    return format_html('<bdi lang="it" dir="ltr">{}</bdi>', words)
