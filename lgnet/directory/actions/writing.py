# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner's people write a service and its words in other languages; the coordinator publishes it."""

import uuid
from dataclasses import asdict, dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.directory import policies
from lgnet.directory.models import Service, ServiceText
from lgnet.network.worker import Worker

WORDS = ("name", "summary", "eligibility", "documents_note")  # what is said otherwise in another language


@dataclass(frozen=True)
class Draft:
    """What somebody writes of a service, in Italian."""

    name: str
    kind: str
    is_mobile: bool = False
    provider: str = ""
    summary: str = ""
    eligibility: str = ""
    documents: tuple[str, ...] = ()
    documents_note: str = ""
    languages: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""
    capacity_note: str = ""
    cost: str = "free"
    cost_note: str = ""


@dataclass(frozen=True)
class Words:
    """The words of a service in another language."""

    name: str
    summary: str = ""
    eligibility: str = ""
    documents_note: str = ""
    is_checked: bool = False


@transaction.atomic
def write(*, by: Worker, draft: Draft, service_id: uuid.UUID | None = None) -> Service:
    """Begin a service. `service_id` is the id the form was drawn with: sent twice, it makes one service."""
    policies.write(by).enforce()
    known = Service.objects.filter(pk=service_id, partner=by.partner_id).first() if service_id else None
    if known is not None:
        return known
    service = Service(id=service_id or new_id(), partner_id=by.partner_id, written_by=by.user)
    _fill(service, draft)
    service.words_at = service.written_at = service.changed_at
    _save(service, is_new=True)
    audit.record("service.written", on=service)
    return service


@transaction.atomic
def edit(*, by: Worker, service: Service, draft: Draft) -> Service:
    """Change it; what is published is changed for everybody at once, and the words of other languages wait."""
    service = locked(service.pk)
    policies.edit(by, service).enforce()
    before = [getattr(service, name) for name in WORDS]
    _fill(service, draft)
    if before != [getattr(service, name) for name in WORDS]:
        service.words_at = service.changed_at
    service.written_by = by.user
    _confirm(by, service)
    _save(service)
    audit.record("service.edited", on=service)
    return service


def _fill(service: Service, draft: Draft) -> None:
    for name, value in asdict(draft).items():
        if name == "kind":
            service.kind_id = value
        elif isinstance(value, str):
            setattr(service, name, value.strip())
        else:
            setattr(service, name, list(value) if isinstance(value, tuple) else value)
    service.name = " ".join(draft.name.split())
    service.changed_at = now()


def _save(service: Service, *, is_new: bool = False) -> None:
    try:
        with transaction.atomic():
            service.save(force_insert=is_new)
    except IntegrityError as error:
        if "one_service_per_name" not in str(error):
            raise
        raise Refused(_("Your partner has a service with this name already.")) from None


def _confirm(by: Worker, service: Service) -> None:
    service.checked_at, service.checked_by = now(), by.user


@transaction.atomic
def publish(*, by: Worker, service: Service) -> Service:
    """Show it to everybody; who publishes says that it is so."""
    service = locked(service.pk)
    policies.publish(by, service, has_where=has_where(service)).enforce()
    service.published_at = service.changed_at = now()
    service.published_by = by.user
    _confirm(by, service)
    service.save()
    audit.record("service.published", on=service)
    return service


def has_where(service: Service) -> bool:
    """Whether people can find it: it has a desk, or a stop where it is a mobile unit. One query."""
    return service.stops.exists() if service.is_mobile else service.desks.exists()


@transaction.atomic
def take_off(*, by: Worker, service: Service) -> Service:
    """Take it off the public pages; nothing of it is lost."""
    service = locked(service.pk)
    policies.take_off(by, service).enforce()
    service.published_at, service.published_by, service.changed_at = None, None, now()
    service.save()
    audit.record("service.taken_off", on=service)
    return service


@transaction.atomic
def confirm(*, by: Worker, service: Service) -> Service:
    """Say that everything is still right."""
    service = locked(service.pk)
    policies.confirm(by, service).enforce()
    _confirm(by, service)
    service.changed_at = now()
    service.save(update_fields=["checked_at", "checked_by", "changed_at"])
    audit.record("service.confirmed", on=service)
    return service


@transaction.atomic
def throw_away(*, by: Worker, service: Service) -> None:
    """Forget a service that is not published."""
    service = locked(service.pk)
    policies.throw_away(by, service).enforce()
    if service.reports.exists():
        raise Refused(_("Somebody reported something about it: it stays, as a trace of that."))
    audit.record("service.thrown_away", on=service)
    service.delete()


@transaction.atomic
def translate(*, by: Worker, service: Service, language: str, words: Words) -> ServiceText | None:
    """Write its words in another language; an empty name takes the translation away."""
    service = locked(service.pk)
    policies.edit(by, service).enforce()
    if language == "it":
        raise Refused(_("The Italian words are those of the service itself."))
    touch(service)
    if not words.name.strip():
        ServiceText.objects.filter(service=service, language=language).delete()
        audit.record("service.translation_removed", on=service, language=language)
        return None
    states = ServiceText.State
    row, _made = ServiceText.objects.update_or_create(
        service=service,
        language=language,
        defaults={
            **{name: getattr(words, name).strip() for name in WORDS},
            "partner_id": service.partner_id,
            "state": states.CHECKED if words.is_checked else states.WRITTEN,
            "written_at": now(),
        },
    )
    audit.record("service.translated", on=service, language=language, checked=words.is_checked)
    return row


def locked(service_id: uuid.UUID) -> Service:
    """The row as it is now, held until the transaction ends. Refused where it is another partner's."""
    found = Service.objects.select_for_update(of=("self",)).filter(pk=service_id).first()
    if found is None:  # what is read and not one's own cannot be held
        raise Refused(_("This service is another partner's."))
    return found


def touch(service: Service) -> None:
    """Something that belongs to it changed: caches and programs learn it by this."""
    service.changed_at = now()
    service.save(update_fields=["changed_at"])
