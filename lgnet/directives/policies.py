# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a directive. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.rowsecurity import DbRole
from lgnet.directives.models import Addressee, Directive
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


def is_nation(by: Worker) -> bool:
    """Whether somebody works for the whole network rather than for a partner."""
    return by.role.db_role == DbRole.NATIONAL


def write(by: Worker) -> Verdict:
    """Write circulars at all."""
    if not by.may(Permission.DIRECTIVE_ISSUE):
        return no(_("Only the national direction writes circulars."))
    return yes


def edit(by: Worker, directive: Directive) -> Verdict:
    """Change a draft, and attach files to it."""
    if directive.state != Directive.State.DRAFT:
        return no(_("What was issued is never changed: make a correction, which becomes its next version."))
    return write(by)


issue = edit
throw_away = edit


def correct(by: Worker, directive: Directive, *, has_correction: bool = False) -> Verdict:
    """Begin its next version."""
    if directive.state not in {Directive.State.ISSUED, Directive.State.CLOSED}:
        return no(_("Only a circular that is in force is corrected."))
    if has_correction:
        return no(_("Its correction is being written already."))
    if directive.catalogue_id is not None:
        return no(
            _("A change of the catalogue is corrected by another change, or taken back before its day.")
        )
    return write(by)


def close(by: Worker, directive: Directive) -> Verdict:
    """Ask no more of the partners; everything stays readable."""
    if directive.state != Directive.State.ISSUED:
        return no(_("This circular asks nothing any more."))
    return write(by)


def reopen(by: Worker, directive: Directive) -> Verdict:
    """Ask again."""
    if directive.state != Directive.State.CLOSED:
        return no(_("This circular is not closed."))
    return write(by)


def withdraw(by: Worker, directive: Directive) -> Verdict:
    """Say that it does not hold; it stays readable with the reason."""
    if directive.state != Directive.State.ISSUED:
        return no(_("Only a circular that is in force is withdrawn."))
    return write(by)


def read(by: Worker) -> Verdict:
    """Read circulars."""
    if not by.may(Permission.DIRECTIVE_READ):
        return no(_("Your role does not include reading circulars."))
    return yes


def note(by: Worker, directive: Directive) -> Verdict:
    """Say for oneself that one took note; whoever answers for the partner says it for the partner."""
    if is_nation(by):
        return no(_("Partners take note of a circular, not the nation."))
    if directive.state != Directive.State.ISSUED:
        return no(_("This circular asks nothing any more."))
    return read(by)


def answer(by: Worker, addressee: Addressee | None, directive: Directive) -> Verdict:
    """Answer for the partner; until it is closed the answer may be given anew."""
    if addressee is None or directive.kind != Directive.Kind.ANSWER:
        return no(_("This circular asks for no answer."))
    if not by.may(Permission.DIRECTIVE_ANSWER):
        return no(_("The coordinator answers for the partner: your reading is noted."))
    if directive.state != Directive.State.ISSUED:
        return no(_("This circular is no longer open: the answer stays as it was given."))
    return yes


def see_answers(by: Worker) -> Verdict:
    """See and take away what all partners answered."""
    if not (is_nation(by) and by.may(Permission.DIRECTIVE_READ)):
        return no(_("Only the nation sees the answers of all partners."))
    return yes
