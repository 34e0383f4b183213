# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with meetings and tasks. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import now
from lgnet.meetings.models import Attendance, Meeting, Task
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

IS_OVER = _("What came of it is written already: it cannot be on a day to come.")


def organise(by: Worker, *, is_member: bool = True) -> Verdict:
    """Call a meeting or offer a visit; of a group as its member."""
    if not by.may(Permission.EXCHANGE_PART):
        return no(_("Your role does not include the exchange between partners."))
    return yes if is_member else no(_("Only members of the group call its meetings."))


def edit(by: Worker, meeting: Meeting) -> Verdict:
    """Change what was announced."""
    if meeting.organiser_id != by.user.pk:
        return no(_("Who organises it changes it."))
    if meeting.cancelled_at is not None:
        return no(_("It was called off."))
    return yes


def cancel(by: Worker, meeting: Meeting) -> Verdict:
    """Call it off."""
    if meeting.starts_at <= now():
        return no(_("It has begun or is over."))
    return edit(by, meeting)


invite = cancel


def invite_partners(by: Worker, meeting: Meeting) -> Verdict:
    """Invite whole partners; the meetings of a group are for its members."""
    if meeting.group_id is not None:
        return no(_("Only members of the group come to its meetings: add colleagues to it first."))
    return invite(by, meeting)


def appoint(by: Worker, meeting: Meeting, *, is_invited: bool) -> Verdict:
    """Say who of one's partner comes, where the partner was invited."""
    if not by.may(Permission.TEAM_SEE):
        return no(_("The local coordinator says who comes; everybody can enrol themselves."))
    if not is_invited:
        return no(_("Your partner was not invited as a whole: everybody can enrol themselves."))
    return _before_it(by, meeting)


def enrol(by: Worker, meeting: Meeting, mine: Attendance | None) -> Verdict:
    """Say that one comes; beyond the places one waits."""
    if mine is not None and mine.enrolled_at is not None:
        return no(_("You are enrolled already."))
    return _before_it(by, meeting)


def withdraw(by: Worker, meeting: Meeting, mine: Attendance | None) -> Verdict:
    """Say that one does not come after all."""
    if mine is None or mine.enrolled_at is None:
        return no(_("You are not enrolled."))
    return _before_it(by, meeting)


def decline(by: Worker, meeting: Meeting, mine: Attendance | None) -> Verdict:
    """Say no to an invitation."""
    if mine is None or mine.invited_at is None or mine.enrolled_at is not None:
        return no(_("You have no invitation to answer."))
    if mine.declined_at is not None:
        return no(_("You have said already that you do not come."))
    return _before_it(by, meeting)


def _before_it(by: Worker, meeting: Meeting) -> Verdict:
    if meeting.cancelled_at is not None:
        return no(_("It was called off."))
    if meeting.starts_at <= now():
        return no(_("It has begun or is over."))
    return organise(by)


def write_report(by: Worker, meeting: Meeting) -> Verdict:
    """Tell what came of it, who was there, what was decided and who does what."""
    if meeting.starts_at > now():
        return no(_("It has not begun yet."))
    return edit(by, meeting)


def finish(by: Worker, task: Task) -> Verdict:
    """Say that a task is done."""
    if by.user.pk not in {task.owner_id, task.given_by_id}:
        return no(_("Who has taken it on says that it is done."))
    return yes if task.done_at is None else no(_("This is done already."))


def take_up_again(by: Worker, task: Task) -> Verdict:
    """Say that it is not done after all."""
    if by.user.pk not in {task.owner_id, task.given_by_id}:
        return no(_("Who has taken it on says that it is done."))
    return yes if task.done_at is not None else no(_("This is not done yet."))


def drop(by: Worker, task: Task) -> Verdict:
    """Take a task back that one gave."""
    if task.given_by_id != by.user.pk:
        return no(_("Who gave the task takes it back."))
    return yes if task.done_at is None else no(_("This is done already."))
