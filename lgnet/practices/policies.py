# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a card, a review or an adoption. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import now
from lgnet.core.rowsecurity import DbRole
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.practices.models import Adoption, Card, Practice, Question, Review
from lgnet.practices.models.practice import REMIND_BEFORE

STATE = Card.State
NEEDED = ("context", "problem", "steps", "results", "transfer", "contact")  # before another partner reads it


def is_nation(by: Worker) -> bool:
    """Whether somebody works for the whole network rather than for a partner."""
    return by.role.db_role == DbRole.NATIONAL


def write(by: Worker) -> Verdict:
    """Write cards at all."""
    if is_nation(by):
        return no(_("Partners write practices: they are the ones who do them."))
    if not by.may(Permission.PRACTICE_WRITE):
        return no(_("Your role reads practices; case managers, specialists and the coordinator write them."))
    return yes


def _decide(by: Worker) -> Verdict:
    if is_nation(by) or not by.may(Permission.PRACTICE_DECIDE):
        return no(_("The coordinator decides this for the partner."))
    return yes


def _own(by: Worker, partner_id: object) -> Verdict:
    return yes if partner_id == by.partner_id else no(_("This practice is another partner's."))


def edit(by: Worker, card: Card) -> Verdict:
    """Change a draft, its figures and its files."""
    if card.state == STATE.SUBMITTED:
        return no(_("Another partner is reading this version: take it back to change it."))
    if card.state != STATE.DRAFT:
        return no(_("What was published is not edited: begin its next version."))
    return _own(by, card.partner_id) and write(by)


throw_away = edit
measure = edit


def submit(by: Worker, card: Card) -> Verdict:
    """Give a draft to another partner to review."""
    may = edit(by, card)
    if may and not all(getattr(card, name) for name in NEEDED):
        return no(
            _(
                "Before another partner reads it: context, problem, steps, results, transferability and contact."
            )
        )
    return may


def take_back(by: Worker, card: Card) -> Verdict:
    """Make it a draft again."""
    if card.state != STATE.SUBMITTED:
        return no(_("Only a version that waits for its review is taken back."))
    return _own(by, card.partner_id) and write(by)


def publish(by: Worker, card: Card, review: Review | None) -> Verdict:
    """Show it to the network, and to everybody where the partner wants that."""
    if card.state != STATE.SUBMITTED:
        return no(_("Only a version that another partner has approved is published."))
    if review is None or review.outcome != Review.Outcome.APPROVED:
        return no(_("Another partner approves it first."))
    return _own(by, card.partner_id) and _decide(by)


def new_version(by: Worker, card: Card, *, is_at_work: bool) -> Verdict:
    """Begin the next version; the present one holds until then."""
    if card.state != STATE.PUBLISHED:
        return no(_("Only a published version gets a next one."))
    if is_at_work:
        return no(_("The next version is being written already."))
    return _own(by, card.partner_id) and write(by)


def confirm(by: Worker, card: Card, practice: Practice) -> Verdict:
    """Say that it is still so, once a year."""
    if card.state != STATE.PUBLISHED:
        return no(_("Only a published practice is confirmed."))
    until = practice.holds_until
    if until is not None and until - REMIND_BEFORE > now():
        return no(_("It was confirmed lately: in the last month of the year it is due again."))
    return _own(by, card.partner_id) and _decide(by)


def retire(by: Worker, card: Card) -> Verdict:
    """Say that the partner no longer works like this; it stays readable with the reason."""
    if card.state != STATE.PUBLISHED:
        return no(_("Only a published practice is retired."))
    return _own(by, card.partner_id) and _decide(by)


def restore(by: Worker, card: Card) -> Verdict:
    """Undo its retirement."""
    if card.state != STATE.RETIRED:
        return no(_("This practice is not retired."))
    return _own(by, card.partner_id) and _decide(by)


def take(by: Worker, card: Card, review: Review | None) -> Verdict:
    """Review a card of another partner."""
    if card.state != STATE.SUBMITTED:
        return no(_("This version is not waiting for a review."))
    if is_nation(by):
        return no(_("Partners review each other: the nation reads along."))
    if card.partner_id == by.partner_id:
        return no(_("Another partner reviews it, never the one that wrote it."))
    if review is not None and review.outcome in {Review.Outcome.OPEN, Review.Outcome.APPROVED}:
        return no(_("A partner has taken this review already."))
    return _decide(by)


def _reviewing(by: Worker, review: Review, card: Card | None) -> Verdict:
    if review.partner_id != by.partner_id:
        return no(_("Another partner has taken this review."))
    if review.outcome != Review.Outcome.OPEN:
        return no(_("This review is over."))
    if card is None or card.state != STATE.SUBMITTED or card.turn != review.turn:
        return no(_("The author has taken this version back to work on it: this review is over."))
    return yes


def ask(by: Worker, review: Review, card: Card | None) -> Verdict:
    """Ask the author something. `card` is None where it exists no longer for the reviewing partner."""
    return _reviewing(by, review, card) and write(by)


def decide(by: Worker, review: Review, card: Card | None) -> Verdict:
    """Approve, send back, or give the review up."""
    return _reviewing(by, review, card) and _decide(by)


def answer(by: Worker, question: Question) -> Verdict:
    """Answer what the reviewing partner asked."""
    if question.author_id != by.partner_id:
        return no(_("The partner that wrote the card answers."))
    if question.answered_at is not None:
        return no(_("This question has been answered."))
    return write(by)


def adopt(by: Worker, card: Card, *, is_under_way: bool) -> Verdict:
    """Take up another partner's practice."""
    if card.state != STATE.PUBLISHED:
        return no(_("Only a published practice is taken up."))
    if is_nation(by):
        return no(_("Partners take practices up; the nation sees with what result."))
    if card.partner_id == by.partner_id:
        return no(_("This practice is your own."))
    if is_under_way:
        return no(_("Your partner is taking it up already."))
    return _decide(by)


def work_on(by: Worker, adoption: Adoption) -> Verdict:
    """Change and tick its steps."""
    if adoption.partner_id != by.partner_id:
        return no(_("Another partner takes this practice up."))
    if not adoption.is_open:
        return no(_("This adoption is over: it stays as it ended."))
    return write(by)


def end(by: Worker, adoption: Adoption) -> Verdict:
    """Say with what result it ended, and tell the author."""
    may = work_on(by, adoption)
    return may and _decide(by)
