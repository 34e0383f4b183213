# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The national direction plans programmes, modules and sessions, moves them and calls them off."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.network import editions
from lgnet.network.models import Colleague
from lgnet.network.worker import Worker
from lgnet.training import policies
from lgnet.training.actions.places import settle
from lgnet.training.models import Module, Prerequisite, Programme, Session, Teaching
from lgnet.training.queries.programme import leads_to, sessions_of


@dataclass(frozen=True)
class ModuleDraft:
    """What somebody writes of a module. `requires`: ids of the modules to complete before."""

    code: str
    title: str
    area: str
    places: int
    enrol_until: dt.date
    contents: str = ""
    places_per_partner: int | None = None
    needs_approval: bool = True
    threshold: int = 80
    requires: tuple[uuid.UUID, ...] = ()


@dataclass(frozen=True)
class SessionDraft:
    """What somebody writes of a session. `trainers`: ids of colleagues."""

    title: str
    mode: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    break_minutes: int = 0
    room: str = ""
    address: str = ""
    link: str = ""
    room_places: int | None = None
    speakers: str = ""
    trainers: tuple[uuid.UUID, ...] = ()


# A change of these is news for who takes part, and for their calendars.
NEWS = ("mode", "starts_at", "ends_at", "room", "address", "link")


@transaction.atomic
def plan_programme(
    *, by: Worker, title: str, aims: str = "", programme_id: uuid.UUID | None = None
) -> Programme:
    """Begin a programme of the present edition. Sent twice with one id, it makes one."""
    policies.plan(by).enforce()
    known = Programme.objects.filter(pk=programme_id).first() if programme_id else None
    if known is not None:
        return known
    programme = Programme(
        id=programme_id or new_id(), edition=editions.current(),
        title=" ".join(title.split()), aims=aims.strip(), written_at=now(), written_by=by.user,
    )  # fmt: skip
    programme.save(force_insert=True)
    audit.record("training.programme_planned", on=programme)
    return programme


@transaction.atomic
def plan_module(
    *, by: Worker, programme: Programme, draft: ModuleDraft, module_id: uuid.UUID | None = None
) -> Module:
    """Begin a module as a draft. Sent twice with one id, it makes one."""
    policies.plan(by).enforce()
    known = Module.objects.filter(pk=module_id).first() if module_id else None
    if known is not None:
        return known
    module = Module(id=module_id or new_id(), programme=programme, written_at=now(), written_by=by.user)
    _fill(module, draft)
    module.save(force_insert=True)
    _require(module, draft.requires)
    audit.record("training.module_planned", on=module)
    return module


@transaction.atomic
def edit_module(*, by: Worker, module: Module, draft: ModuleDraft) -> Module:
    """Change it; more places are given at once to who waits, and fewer take none away."""
    module = locked_module(module.pk)
    policies.edit(by, module).enforce()
    _fill(module, draft)
    module.save(update_fields=[name for name in asdict(draft) if name != "requires"])
    _require(module, draft.requires)
    audit.record("training.module_changed", on=module)
    settle(module)
    return module


def _fill(module: Module, draft: ModuleDraft) -> None:
    if draft.places_per_partner is not None and draft.places_per_partner > draft.places:
        raise Refused(_("One partner cannot have more places than there are."))
    for name, value in asdict(draft).items():
        if name != "requires":
            setattr(module, name, value)
    module.code, module.title = draft.code.strip(), " ".join(draft.title.split())
    module.contents = draft.contents.strip()


def _require(module: Module, required: Collection[uuid.UUID]) -> None:
    if leads_to(required, module.pk):
        raise Refused(_("These modules would ask for each other: nobody could begin."))
    Prerequisite.objects.filter(module=module).exclude(required__in=required).delete()
    known = set(Prerequisite.objects.filter(module=module).values_list("required", flat=True))
    Prerequisite.objects.bulk_create(
        Prerequisite(module=module, required_id=one) for one in dict.fromkeys(required) if one not in known
    )


@transaction.atomic
def plan_session(
    *, by: Worker, module: Module, draft: SessionDraft, session_id: uuid.UUID | None = None
) -> Session:
    """Add a session. Who has a place in a published module is told of it with the next letter and calendar."""
    module = locked_module(module.pk)
    policies.edit(by, module).enforce()
    known = Session.objects.filter(pk=session_id).first() if session_id else None
    if known is not None:
        return known
    session = Session(id=session_id or new_id(), module=module)
    _fill_session(session, draft)
    if module.state == Module.State.OPEN:
        session.sequence = 1
    session.save(force_insert=True)
    _teach(session, draft.trainers)
    audit.record("training.session_planned", on=session, module=module.pk)
    if module.state == Module.State.OPEN:
        settle(module)
    return session


@transaction.atomic
def change_session(*, by: Worker, session: Session, draft: SessionDraft) -> Session:
    """Move it or change what is said of it. Nobody loses their place; who has one is told, calendars follow."""
    module = locked_module(session.module_id)
    session = locked_session(session.pk)
    session.module = module
    policies.change_session(by, session).enforce()
    before = {name: getattr(session, name) for name in NEWS}
    _fill_session(session, draft)
    changed = [name for name in NEWS if getattr(session, name) != before[name]]
    is_news = bool(changed) and module.state == Module.State.OPEN
    if is_news:
        session.sequence += 1
        if "starts_at" in changed:
            session.moved_from = before["starts_at"]
    session.save()
    _teach(session, draft.trainers)
    audit.record("training.session_changed", on=session, module=module.pk, changed=changed)
    settle(module)
    return session


def _fill_session(session: Session, draft: SessionDraft) -> None:
    for name, value in asdict(draft).items():
        if name != "trainers":
            setattr(session, name, value.strip() if isinstance(value, str) else value)
    if session.ends_at <= session.starts_at:
        raise Refused(_("A session ends after it begins."))
    if session.ends_at - session.starts_at > dt.timedelta(hours=12):
        raise Refused(_("A session lasts twelve hours at most: plan one for each day."))
    if session.planned_minutes <= 0:
        raise Refused(_("The break is as long as the session."))
    if session.mode != Session.Mode.ONLINE and not session.room:
        raise Refused(_("Say in which room it takes place."))
    if session.mode != Session.Mode.PRESENCE and not session.link:
        raise Refused(_("Write the link to follow it on line."))


def _teach(session: Session, trainers: Collection[uuid.UUID]) -> None:
    Teaching.objects.filter(session=session).exclude(trainer__in=trainers).delete()
    known = set(Teaching.objects.filter(session=session).values_list("trainer", flat=True))
    found = Colleague.objects.filter(pk__in=trainers).exclude(pk__in=known)
    Teaching.objects.bulk_create(Teaching(session=session, trainer=one) for one in found)


@transaction.atomic
def publish(*, by: Worker, module: Module) -> Module:
    """Let everybody see it and enrol."""
    module = locked_module(module.pk)
    policies.publish(by, module, sessions=sessions_of(module).count()).enforce()
    module.state, module.published_at = Module.State.OPEN, now()
    module.save(update_fields=["state", "published_at"])
    audit.record("training.module_published", on=module)
    return module


@transaction.atomic
def throw_away(*, by: Worker, module: Module) -> None:
    """Forget a draft with its sessions."""
    module = locked_module(module.pk)
    policies.throw_away(by, module).enforce()
    audit.record("training.module_thrown_away", on=module)
    Teaching.objects.filter(session__module=module).delete()
    for rows in (Prerequisite.objects.filter(required=module), Prerequisite.objects.filter(module=module)):
        rows.delete()
    sessions_of(module).delete()
    module.delete()


@transaction.atomic
def call_off_session(*, by: Worker, session: Session, reason: str) -> Session:
    """It does not take place: it counts no more, calendars strike it out."""
    module = locked_module(session.module_id)
    session = locked_session(session.pk)
    session.module = module
    policies.call_off_session(by, session).enforce()
    _strike_out(session, _said(reason))
    audit.record("training.session_called_off", on=session, module=module.pk)
    return session


@transaction.atomic
def call_off(*, by: Worker, module: Module, reason: str) -> Module:
    """The module does not take place, nor any session of it that is not over."""
    module = locked_module(module.pk)
    policies.call_off(by, module).enforce()
    said = _said(reason)
    for session in sessions_of(module).filter(state=Session.State.PLANNED, ends_at__gt=now()):
        _strike_out(session, said)
    module.state, module.called_off_at, module.called_off_reason = Module.State.CALLED_OFF, now(), said
    module.save(update_fields=["state", "called_off_at", "called_off_reason"])
    audit.record("training.module_called_off", on=module)
    return module


def _said(reason: str) -> str:
    if not reason.strip():
        raise Refused(_("Say why: who takes part reads it."))
    return " ".join(reason.split())[:300]


def _strike_out(session: Session, reason: str) -> None:
    session.state, session.called_off_reason = Session.State.CALLED_OFF, reason
    session.sequence += 1
    session.save(update_fields=["state", "called_off_reason", "sequence"])


def locked_module(module_id: uuid.UUID) -> Module:
    """The module as it is now, held until the transaction ends: for who may change it."""
    return Module.objects.select_for_update(of=("self",)).get(pk=module_id)


def locked_session(session_id: uuid.UUID) -> Session:
    """The session as it is now, held until the transaction ends: for who may change it."""
    return Session.objects.select_for_update(of=("self",)).get(pk=session_id)
