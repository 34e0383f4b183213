# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The access log as a data protection officer reads it."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms import Form

from lgnet.core import places
from lgnet.core.audit import ChainReport
from lgnet.core.models import AuditEntry
from lgnet.network import trail
from lgnet.network.event_words import words
from lgnet.network.models import Colleague
from lgnet.network.trail import Wanted
from lgnet.network.worker import Worker


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry in words. `code` is the person's, where it is about one."""

    at: dt.datetime
    who: str
    what: str
    event: str
    code: str


@dataclass(frozen=True, slots=True)
class AccessLogPage:
    """A page of the log, and how the chain stands."""

    form: Form
    rows: list[EntryRow]
    is_filtered: bool
    next_url: str
    links: int
    head: str
    report: ChainReport | None = None


def access_log_page(
    by: Worker, form: Form, wanted: Wanted, after: str, report: ChainReport | None = None
) -> AccessLogPage:
    """The entries that are wanted, from `after` on."""
    found = trail.page_of(trail.entries(by.partner_id, wanted), places.moment(after))
    shown = found[: trail.PAGE]
    link = trail.last_link(by.partner_id)
    return AccessLogPage(
        form=form,
        rows=_rows(shown),
        is_filtered=wanted != Wanted(),
        next_url=_next_url(wanted, shown[-1]) if len(found) > trail.PAGE else "",
        links=link.position if link else 0,
        head=bytes(link.hash).hex() if link else "",
        report=report,
    )


def _next_url(wanted: Wanted, last: AuditEntry) -> str:
    kept = {"code": wanted.code, "colleague": wanted.colleague, "event": wanted.event, "day": wanted.day}
    query = {name: str(value) for name, value in kept.items() if value}
    return "?" + urlencode(query | {"after": places.written(last.at, last.id)})


def _rows(shown: list[AuditEntry]) -> list[EntryRow]:
    names: Mapping[uuid.UUID, str] = dict(
        Colleague.objects.filter(pk__in={e.actor_id for e in shown}).values_list("pk", "name")
    )
    codes = trail.codes_of({e.subject_id for e in shown if e.subject_id})
    return [
        EntryRow(
            at=entry.at,
            who=names.get(entry.actor_id, "") if entry.actor_id else "",
            what=words(entry.event),
            event=entry.event,
            code=codes.get(entry.subject_id, "") if entry.subject_id else "",
        )
        for entry in shown
    ]
