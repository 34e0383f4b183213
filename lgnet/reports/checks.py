# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is looked at before a report leaves: what stops it, what only warns, and where each is put right."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lgnet.core.clock import today
from lgnet.direction import checks as direction
from lgnet.direction import measuring
from lgnet.direction.indicators import HEADLINE
from lgnet.reports import guard
from lgnet.reports.document import Document
from lgnet.reports.models import Period
from lgnet.reports.questions import Question


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `step` names the step of the writing that mends it, or else `url` leads there."""

    blocks: bool
    sentence: str
    step: str = ""
    url: str = ""


SIGN_WORDS: dict[guard.Sign, Promise] = {
    guard.Sign.TAX_CODE: gettext_lazy("a tax code"),
    guard.Sign.HEALTH_CODE: gettext_lazy("a health code of a foreigner (STP or ENI)"),
    guard.Sign.EMAIL: gettext_lazy("an e-mail address"),
    guard.Sign.PHONE: gettext_lazy("a telephone number"),
    guard.Sign.NAME: gettext_lazy("the name of somebody registered here"),
}


FIGURES = "figures"


def run(document: Document, period: Period, partner_id: uuid.UUID) -> tuple[Finding, ...]:
    """Everything found, what stops the report first. Three queries, as the partner's people."""
    found = [
        *_not_over(period),
        *_unanswered(document),
        *_figures(document, period, partner_id),
        *_rows(document),
        *_people(document),
    ]
    return tuple(sorted(found, key=lambda finding: not finding.blocks))


def _not_over(period: Period) -> Iterator[Finding]:
    if today() <= period.ends_on:
        yield Finding(blocks=True, sentence=_("The quarter is not over yet: its figures still change."))


def _unanswered(document: Document) -> Iterator[Finding]:
    for question in document.missing:
        sentence = _("Nothing is written under “%(question)s”.") % {"question": question.label}
        yield Finding(blocks=True, sentence=sentence, step=question.value)


def _figures(document: Document, period: Period, partner_id: uuid.UUID) -> Iterator[Finding]:
    """The checks before any figure leaves, on the values at the quarter's end."""
    last_day = period.quarter.last_day
    values = measuring.live(last_day, partner_id)
    # A report says what stood at its quarter's end, on whatever day it is sent: the cut-off is always right.
    for found in direction.run(values, today=last_day + dt.timedelta(days=1)):
        url = reverse("quality:reportability") if found.repair == direction.Repair.PEOPLE else ""
        yield Finding(found.severity == direction.Severity.STOPS, str(found.sentence), FIGURES, url)
    for line in document.figures.lines:
        if line.code in HEADLINE and not line.quarter:
            words = _("%(indicator)s: nothing new in this quarter. Is something still to be written down?")
            yield Finding(blocks=False, sentence=words % {"indicator": line.name}, step=FIGURES)


def _rows(document: Document) -> Iterator[Finding]:
    for question in (Question.DEVIATIONS, Question.PROBLEMS):
        without = [line for line in document.deviations_of(question) if not line.remedy.strip()]
        if without:
            sentence = ngettext(
                "%(n)s line under “%(question)s” says no remedy.",
                "%(n)s lines under “%(question)s” say no remedy.",
                len(without),
            ) % {"n": len(without), "question": question.label}
            yield Finding(blocks=False, sentence=sentence, step=question.value)


def _people(document: Document) -> Iterator[Finding]:
    """Reports go to the nation, which never meets a name."""
    for found in guard.look(document.texts()):
        sentence = _("“%(words)s” under “%(question)s” looks like %(what)s: take it out.") % {
            "words": found.words,
            "question": Question(found.where).label,
            "what": SIGN_WORDS[found.sign],
        }
        yield Finding(blocks=False, sentence=sentence, step=found.where)
