# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sessions as appointments of a calendar."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from lgnet.interop.calendars import PUBLISH, Appointment, calendar_file
from lgnet.training.models import Module, Session


def calendar(
    sessions: Iterable[Session], *, method: str = PUBLISH, organiser: str = "", attendee: str = ""
) -> bytes:
    """A calendar of sessions, which need their module."""
    return calendar_file(map(_appointment, sessions), method=method, organiser=organiser, attendee=attendee)


def _appointment(session: Session) -> Appointment:
    return Appointment(
        id=session.pk,
        title=f"{session.module.code} · {session.title}",
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        path=reverse("training:module", args=[session.module_id]),
        place=session.place or session.link,
        words=_words(session),
        sequence=session.sequence,
        is_cancelled=session.is_called_off or session.module.state == Module.State.CALLED_OFF,
    )


def _words(session: Session) -> str:
    parts = [session.module.title]
    if session.link:
        parts.append(_("On line: %(link)s") % {"link": session.link})
    if session.called_off_reason:
        parts.append(_("Called off: %(why)s") % {"why": session.called_off_reason})
    return "\n".join(parts)
