# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a service. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.rowsecurity import DbRole
from lgnet.directory.models import Service, SheetRun, TeamContact, WrongReport
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


def is_nation(by: Worker) -> bool:
    """Whether somebody works for the whole network rather than for a partner."""
    return by.role.db_role == DbRole.NATIONAL


def write(by: Worker) -> Verdict:
    """Write services at all."""
    if is_nation(by):
        return no(_("Partners write their services: you read all of them."))
    if not by.may(Permission.DIRECTORY_EDIT):
        return no(
            _("Your role reads the services; the desk, the street unit and the coordinator write them.")
        )
    return yes


def _own(by: Worker, partner_id: object) -> Verdict:
    return yes if partner_id == by.partner_id else no(_("This service is another partner's."))


def edit(by: Worker, service: Service) -> Verdict:
    """Change its words, its desks and hours, its stops."""
    return write(by) and _own(by, service.partner_id)


confirm = edit


def decide(by: Worker, service: Service) -> Verdict:
    """Publish it, or take it off."""
    may = edit(by, service)
    if may and not by.may(Permission.DIRECTORY_PUBLISH):
        return no(_("The coordinator publishes for the partner."))
    return may


def publish(by: Worker, service: Service, *, has_where: bool) -> Verdict:
    """Show it to everybody. `has_where`: it has a desk, or a stop where it is a mobile unit."""
    may = decide(by, service)
    if not may:
        return may
    if service.is_published:
        return no(_("It is published already."))
    if not service.summary.strip():
        return no(_("Say first what it does: people decide by that whether to come."))
    if not has_where:
        return no(_("Say first where and when: a place with its hours, or the stops of the unit."))
    return yes


def take_off(by: Worker, service: Service) -> Verdict:
    """Take it off the public pages."""
    may = decide(by, service)
    return no(_("It is not published.")) if may and not service.is_published else may


def throw_away(by: Worker, service: Service) -> Verdict:
    """Forget a service."""
    may = decide(by, service)
    return no(_("Take it off the public pages first.")) if may and service.is_published else may


def settle(by: Worker, report: WrongReport) -> Verdict:
    """Answer what somebody outside said is wrong."""
    may = write(by) and _own(by, report.partner_id)
    return no(_("Somebody has dealt with it already.")) if may and report.outcome else may


def bring_in(by: Worker) -> Verdict:
    """Bring a spreadsheet in, write it, undo it."""
    may = write(by)
    if may and not by.may(Permission.DIRECTORY_PUBLISH):
        return no(_("The coordinator brings spreadsheets in."))
    return may


def write_sheet(by: Worker, run: SheetRun) -> Verdict:
    """Write what a spreadsheet says."""
    may = bring_in(by)
    return no(_("It was written already.")) if may and run.state != SheetRun.State.CHECKED else may


def undo_sheet(by: Worker, run: SheetRun) -> Verdict:
    """Take away what a spreadsheet wrote."""
    may = bring_in(by)
    return no(_("There is nothing to undo.")) if may and run.state != SheetRun.State.DONE else may


def keep_team(by: Worker) -> Verdict:
    """Say at all how the public reaches the team."""
    if is_nation(by):
        return no(_("Each partner says how its team is reached."))
    if not (by.may(Permission.DIRECTORY_PUBLISH) or by.may(Permission.SITE_WRITE)):
        return no(_("The coordinator or the communications officer says how the public reaches the team."))
    return yes


def change_contact(by: Worker, contact: TeamContact) -> Verdict:
    """Change one of these contacts, hide it, show it again, say that it is still right."""
    may = keep_team(by)
    return no(_("This contact is another partner's.")) if may and contact.partner_id != by.partner_id else may


def throw_contact_away(by: Worker, contact: TeamContact) -> Verdict:
    """Forget a contact."""
    may = change_contact(by, contact)
    return no(_("Hide it first.")) if may and not contact.is_hidden else may
