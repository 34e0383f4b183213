# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registering a person together with what is already known at the desk: all of it or nothing."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from lgnet.network.worker import Worker
from lgnet.people.actions.belongings import add_first_phone, add_identifier, deliver_notice, record_stay
from lgnet.people.actions.identity import register
from lgnet.people.identity import Identity
from lgnet.people.models import Person, ResidenceStatus


class AnotherBecause(models.TextChoices):
    """Why somebody who looks like a registered person is registered as another one."""

    RELATIVE = "relative", _("A relative: brother, sister, twin, parent")
    NAMESAKE = "namesake", _("Somebody else with the same name")
    DOCUMENTS = "documents", _("Their documents are different")
    KNOWN = "known", _("I know both of them")
    UNSURE = "unsure", _("I cannot tell: to be checked")


@dataclass(frozen=True)
class Stay:
    """The status of stay as a form gives it; without an expiry it carries the reason."""

    status: ResidenceStatus
    document: str
    from_on: dt.date
    issued_on: dt.date | None = None
    expires_on: dt.date | None = None
    expiry_missing: str = ""
    renewal_requested_on: dt.date | None = None
    questura: str = ""


@dataclass(frozen=True)
class Enrolment:
    """All that the registration form may hold; only the identity is needed."""

    identity: Identity
    number: tuple[str, str] | None = None  # kind, value
    phone: str = ""
    phone_is_safe: bool = True
    stay: Stay | None = None
    notice: tuple[str, str, str] | None = None  # version, language, how
    another_because: str = ""
    not_these: Sequence[uuid.UUID] = field(default=())


@transaction.atomic
def enrol(*, by: Worker, enrolment: Enrolment, person_id: uuid.UUID) -> Person:
    """Register a person with number, telephone, status of stay and notice. Sent twice, it is one person."""
    if Person.objects.filter(pk=person_id).exists():
        return Person.objects.select_related("key").get(pk=person_id)
    person = register(
        by=by,
        identity=enrolment.identity,
        person_id=person_id,
        another_because=enrolment.another_because,
        not_these=enrolment.not_these,
    )
    if enrolment.number:
        kind, value = enrolment.number
        add_identifier(by=by, person=person, kind=kind, value=value)
    if enrolment.phone:
        add_first_phone(by=by, person=person, value=enrolment.phone, is_safe=enrolment.phone_is_safe)
    if enrolment.stay:
        record_stay(by=by, person=person, **vars(enrolment.stay))
    if enrolment.notice:
        version, language, how = enrolment.notice
        deliver_notice(by=by, person=person, version=version, language=language, how=how)
    return person
