# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One card: what it tells, how it was reviewed, who took it up; and the page on which it is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.forms import Form
from django.utils.translation import gettext as _

from lgnet.cases.needs import need_choices
from lgnet.core.authz import Verdict
from lgnet.core.clock import now
from lgnet.direction.indicators import find
from lgnet.directives.words import Block, blocks
from lgnet.network.models import ActionLine
from lgnet.network.worker import Worker
from lgnet.practices import policies, queries
from lgnet.practices.models import Adoption, Card, CardFile, Figure, Question, Review

STATE = Card.State
LOOKS = {
    STATE.DRAFT: "draft",
    STATE.SUBMITTED: "submitted",
    STATE.PUBLISHED: "approved",
    STATE.REPLACED: "ended",
    STATE.RETIRED: "withdrawn",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the card with what is under it."""

    title: str
    text: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Measured:
    """A frozen figure as it is read."""

    figure: Figure
    name: str
    version: str
    rule: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a review, with the form of its answer where the reader may answer."""

    question: Question
    may_answer: Verdict
    form: Form | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review with its questions."""

    review: Review
    asked: Sequence[Asked]
    is_current: bool


@dataclass(frozen=True, slots=True)
class May:
    """What may be done with it now."""

    edit: Verdict
    submit: Verdict
    take_back: Verdict
    publish: Verdict
    new_version: Verdict
    confirm: Verdict
    retire: Verdict
    restore: Verdict
    take: Verdict
    ask: Verdict
    decide: Verdict
    adopt: Verdict

    @property
    def manage(self) -> bool:
        """Whether there is anything to manage for its own partner."""
        return any(
            (
                self.edit,
                self.submit,
                self.take_back,
                self.publish,
                self.new_version,
                self.confirm,
                self.retire,
            )
        )


@dataclass(frozen=True, slots=True)
class CardPage:
    """Everything the page shows."""

    card: Card
    is_own: bool
    look: str
    parts: Sequence[Part]
    lines: Sequence[str]
    needs: Sequence[str]
    figures: Sequence[Measured]
    files: Sequence[CardFile]
    reviews: Sequence[Reviewed]
    current: Review | None
    approved_by: str
    others: Sequence[Card]
    adoptions: Sequence[Adoption]
    is_stale: bool
    may: May
    question_form: Form
    decide_form: Form
    retire_form: Form


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the page; one of them may have come back with what was typed in it."""

    question: Form
    decide: Form
    retire: Form
    answer: Callable[[Question], Form]


def card_page(by: Worker, card: Card, forms: Forms) -> CardPage:
    """At most eleven queries."""
    found = queries.reviews(card)
    counting = [one for one in found if one.turn == card.turn and one.outcome != Review.Outcome.GIVEN_UP]
    current = counting[0] if counting else None
    approved = next((one for one in found if one.outcome == Review.Outcome.APPROVED), None)
    return CardPage(
        card=card,
        is_own=card.partner_id == by.partner_id,
        look=LOOKS[STATE(card.state)],
        parts=parts_of(card),
        lines=[str(ActionLine(line).label) for line in card.lines],
        needs=[label for code, label in need_choices() if code in card.needs],
        figures=[measured(one) for one in card.figures.order_by("indicator")],
        files=list(card.files.all()),
        reviews=[_reviewed(by, one, card, forms) for one in found],
        current=current,
        approved_by=approved.partner.short_name if approved else "",
        others=queries.versions(card),
        adoptions=queries.adoptions_of(card.practice_id),
        is_stale=card.state == STATE.PUBLISHED and card.practice.is_stale(now()),
        may=_may(by, card, current),
        question_form=forms.question,
        decide_form=forms.decide,
        retire_form=forms.retire,
    )


def _may(by: Worker, card: Card, current: Review | None) -> May:
    none = Verdict(False)
    return May(
        edit=policies.edit(by, card),
        submit=policies.submit(by, card),
        take_back=policies.take_back(by, card),
        publish=policies.publish(by, card, current),
        new_version=policies.new_version(by, card, is_at_work=queries.is_at_work(card.practice_id)),
        confirm=policies.confirm(by, card, card.practice),
        retire=policies.retire(by, card),
        restore=policies.restore(by, card),
        take=policies.take(by, card, current),
        ask=policies.ask(by, current, card) if current else none,
        decide=policies.decide(by, current, card) if current else none,
        adopt=policies.adopt(by, card, is_under_way=queries.is_under_way(by, card.practice_id)),
    )


def _reviewed(by: Worker, review: Review, card: Card, forms: Forms) -> Reviewed:
    asked = []
    for question in review.questions.all():
        may = policies.answer(by, question)
        asked.append(Asked(question, may, forms.answer(question) if may else None))
    return Reviewed(review, asked, review.turn == card.turn)


def parts_of(card: Card) -> list[Part]:
    """The card in its order; what was left empty is left out."""
    told = [
        (_("Context"), card.context),
        (_("Problem"), card.problem),
        (_("Steps"), "\n".join(f"{n}. {step}" for n, step in enumerate(card.steps, start=1))),
        (_("Who works on it"), card.people),
        (_("What it costs"), card.cost),
        (_("Results"), card.results),
        (_("What went wrong"), card.went_wrong),
        (_("Transferability"), card.transfer),
    ]
    return [Part(title, blocks(text)) for title, text in told if text]


def measured(figure: Figure) -> Measured:
    """A figure with the words of the version of the definition that made it."""
    definition = find(figure.indicator, figure.definition_version)
    name = str(definition.name) if definition else figure.indicator
    rule = str(getattr(definition, "rule", ""))
    return Measured(figure, name, f"{figure.indicator} v{figure.definition_version}", rule)


@dataclass(frozen=True, slots=True)
class EditPage:
    """The form of a card; with its figures and files once there is a draft."""

    form: Form
    card: Card | None
    figures: Sequence[Measured]
    files: Sequence[CardFile]
    figure_form: Form
    file_form: Form
    may_edit: Verdict


def edit_page(
    by: Worker, form: Form, *, figure_form: Form, file_form: Form, card: Card | None = None
) -> EditPage:
    """Two queries."""
    return EditPage(
        form=form,
        card=card,
        figures=[measured(one) for one in card.figures.order_by("indicator")] if card else [],
        files=list(card.files.all()) if card else [],
        figure_form=figure_form,
        file_form=file_form,
        may_edit=policies.edit(by, card) if card else policies.write(by),
    )
