# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of enrolments: one's own, those to decide on, the class of a module."""

import uuid
from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet

from lgnet.core.clock import now
from lgnet.network.models import Colleague, Membership
from lgnet.network.permissions import ROLES, Permission
from lgnet.network.worker import Worker
from lgnet.training.models import Enrolment, Module, Session
from lgnet.training.models.enrolment import STANDING
from lgnet.training.queries.completion import completions
from lgnet.training.queries.programme import required_by

ATTENDING = [code for code, role in ROLES.items() if Permission.TRAINING_ATTEND in role.permissions]


def mine(by: Worker) -> QuerySet[Enrolment]:
    """All of somebody's enrolments, whichever partner they worked for, the latest first."""
    rows = Enrolment.objects.filter(colleague=by.user.pk).select_related("module__programme", "partner")
    return rows.order_by("-asked_at", "-id")


def standing_of(user: uuid.UUID, module: Module) -> Enrolment | None:
    """Somebody's place in a module, or their turn in its waiting list."""
    rows = Enrolment.objects.filter(colleague=user, module=module, state__in=STANDING)
    return rows.select_related("module", "partner", "colleague").first()


def my_sessions(by: Worker) -> QuerySet[Session]:
    """The sessions of the modules in which somebody has a place, by day; also those that were called off."""
    seated = Enrolment.objects.filter(
        module=OuterRef("module"), colleague=by.user.pk, state=Enrolment.State.SEATED
    )
    rows = Session.objects.filter(Exists(seated)).exclude(module__state=Module.State.DRAFT)
    return rows.select_related("module").order_by("starts_at", "id")


def coming_sessions(by: Worker) -> QuerySet[Session]:
    """Those that take place and are not over, the next first."""
    return my_sessions(by).filter(state=Session.State.PLANNED, ends_at__gt=now())


def to_approve(by: Worker) -> QuerySet[Enrolment]:
    """The requests of the partner's colleagues that wait for its coordinator, the first first."""
    rows = Enrolment.objects.filter(partner=by.partner_id, state__in=STANDING, approved_at=None)
    rows = rows.filter(module__state=Module.State.OPEN)
    return rows.select_related("module", "colleague").order_by("module__enrol_until", "asked_at", "id")


def class_of(module: Module) -> QuerySet[Enrolment]:
    """Everybody who has a place or waits and exists for who asks, in the order of arrival."""
    rows = Enrolment.objects.filter(module=module, state__in=STANDING)
    return rows.select_related("colleague", "partner", "module").order_by("arrival")


def missing_for(user: uuid.UUID, module: Module) -> list[Module]:
    """What somebody must complete before this module and has not."""
    required = required_by(module)
    if not required:
        return []
    done = {one.module.pk for one in completions(colleague=user) if one.is_complete}
    return [one for one in required if one.pk not in done]


def colleagues_to_enrol(by: Worker, module: Module) -> QuerySet[Colleague]:
    """Who works for the partner today, may attend, and is not enrolled in the module."""
    members = Membership.objects.valid_now().filter(
        user=OuterRef("pk"), organisation=by.partner_id, role__in=ATTENDING
    )
    enrolled = Enrolment.objects.filter(colleague=OuterRef("pk"), module=module, state__in=STANDING)
    return Colleague.objects.filter(Exists(members), ~Exists(enrolled)).order_by("name", "id")


def works_here(by: Worker, users: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Those of these colleagues who work for the partner today in a role that attends."""
    members = Membership.objects.valid_now().filter(
        user__in=users, organisation=by.partner_id, role__in=ATTENDING
    )
    return set(members.values_list("user", flat=True))
