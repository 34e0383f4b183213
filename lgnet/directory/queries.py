# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of services with their places, hours and stops. Row security says which exist for whoever asks."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Exists, Max, OuterRef, Prefetch, Q, QuerySet

from lgnet.core.clock import now
from lgnet.directory.models import (
    Desk,
    Hours,
    Nag,
    Place,
    Service,
    ServiceText,
    SpecialDay,
    Stop,
    StopChange,
    TeamContact,
    WrongReport,
)
from lgnet.directory.models.service import FRESH_FOR
from lgnet.directory.nights import Change, PlannedStop, Spot
from lgnet.directory.opening import Slot, Special
from lgnet.network.models import Colleague, Membership, Organisation
from lgnet.network.worker import Worker

PAGE = 30
PAST = dt.timedelta(days=2)  # how long what was special stays in sight


def published(**which: object) -> QuerySet[Service]:
    """What everybody may read, with everything it consists of: at most seven queries, however many services."""
    rows = Service.objects.only(*Service.OPEN, "partner__code", "partner__name", "partner__short_name",
                                "partner__kind", "partner__belfiore", "kind__label_it", "kind__label_en",
                                "kind__area")  # fmt: skip
    found = rows.filter(published_at__isnull=False, **which).select_related("partner", "kind")
    return with_parts(found).order_by("partner__short_name", "-is_mobile", "name", "id")


def with_parts(rows: QuerySet[Service]) -> QuerySet[Service]:
    """The services with their texts, desks, places, hours, special days, stops and changes."""
    specials = SpecialDay.objects.filter(until_on__gte=now().date() - PAST)
    places = Prefetch("place", Place.objects.prefetch_related(Prefetch("special_days", specials)))
    desks = Desk.objects.prefetch_related(places, Prefetch("hours", Hours.objects.all())).order_by("id")
    changes = StopChange.objects.only(*StopChange.OPEN).filter(night__gte=now().date() - PAST)
    stops = Stop.objects.prefetch_related(Prefetch("changes", changes))
    return rows.prefetch_related(
        Prefetch("texts", ServiceText.objects.all()), Prefetch("desks", desks), Prefetch("stops", stops)
    )


def of_partner(partner_id: uuid.UUID) -> list[Service]:
    """What everybody may read of one partner."""
    return list(published(partner=partner_id))


def offices(partner_id: uuid.UUID) -> QuerySet[Service]:
    """The published services of a partner with how to reach them, and nothing else of them."""
    rows = Service.objects.filter(partner=partner_id, published_at__isnull=False)
    return rows.only("name", "phone", "email").order_by("-is_mobile", "name", "id")


def last_change() -> dt.datetime | None:
    """When anything published last changed; None where nothing is published. One query."""
    rows = Service.objects.filter(published_at__isnull=False)
    found: dt.datetime | None = rows.aggregate(last=Max("changed_at"))["last"]
    return found


def week_of(desk: Desk) -> list[Slot]:
    """The weekly hours of a desk, as the rules take them."""
    return [Slot(row.weekday, row.opens, row.closes) for row in desk.hours.all()]


def specials_of(desk: Desk) -> list[Special]:
    """The days on which the place of a desk differs."""
    return [
        Special(row.from_on, row.until_on, row.opens, row.closes) for row in desk.place.special_days.all()
    ]


def stops_of(services: Iterable[Service]) -> list[PlannedStop]:
    """The stops of some services, as the rules take them."""
    return [
        PlannedStop(
            row.pk,
            Spot(row.place_name, row.address, row.latitude, row.longitude),
            row.starts,
            row.ends,
            row.weekday,
            row.only_on,
            row.valid_from,
            row.valid_until,
        )
        for service in services
        for row in service.stops.all()
    ]


def changes_of(services: Iterable[Service]) -> list[Change]:
    """What is otherwise on some nights."""
    return [
        Change(
            row.stop_id,
            row.night,
            row.is_cancelled,
            row.reason,
            Spot(row.place_name, row.address, row.latitude, row.longitude) if row.place_name else None,
            row.starts,
            row.ends,
        )
        for service in services
        for stop in service.stops.all()
        for row in stop.changes.all()
    ]


def municipalities(belfiore: Sequence[str]) -> Mapping[str, Organisation]:
    """The municipalities with these codes: a partner that is an agency works in one. One query."""
    rows = Organisation.objects.filter(belfiore__in=belfiore, kind=Organisation.Kind.MUNICIPALITY)
    return {body.belfiore: body for body in rows}


def services(*, partner: str = "", after: str = "") -> QuerySet[Service]:
    """What the asker may see, by name; `partner` is a code."""
    rows = Service.objects.select_related("partner", "kind", "checked_by")
    if partner:
        rows = rows.filter(partner__code=partner)
    waiting = WrongReport.objects.filter(service=OuterRef("pk"), outcome="")
    return rows.annotate(is_reported=Exists(waiting)).order_by("name", "id")


def own(by: Worker) -> QuerySet[Service]:
    """The services of one's partner."""
    return services().filter(partner=by.partner_id)


def stale(partner_id: uuid.UUID, at: dt.datetime) -> QuerySet[Service]:
    """Published services of a partner that nobody has confirmed for 90 days, the oldest first."""
    return Service.objects.filter(
        partner=partner_id, published_at__isnull=False, checked_at__lte=at - FRESH_FOR
    ).order_by("checked_at", "id")


def open_reports(partner_id: uuid.UUID) -> QuerySet[WrongReport]:
    """What somebody outside said is wrong and nobody has looked at, the oldest first."""
    rows = WrongReport.objects.filter(partner=partner_id, outcome="").select_related("service")
    return rows.order_by("reported_at", "id")


def to_remind(partner_id: uuid.UUID, day: dt.date, at: dt.datetime) -> list[Service]:
    """Stale services of the partner acting now of which nobody was reminded within a week."""
    lately = Nag.objects.filter(service=OuterRef("pk"), sent_on__gt=day - dt.timedelta(days=7))
    return list(stale(partner_id, at).exclude(Exists(lately)))


def to_tell(partner_id: uuid.UUID) -> list[WrongReport]:
    """Reports of the public of which the partner was not written yet."""
    return list(open_reports(partner_id).filter(told_on=None))


def keepers_of(partner_id: uuid.UUID, roles: Sequence[str] = ("coordinator",)) -> list[Colleague]:
    """Who answers for the services of a partner today; asked while the partner acts."""
    members = Membership.objects.valid_now().filter(organisation=partner_id, role__in=roles)
    found = {member.user_id: member.user for member in members.select_related("user")}
    return sorted(found.values(), key=lambda user: user.name)


def said(words: str) -> Q:
    """The condition that a service says these words."""
    return Q(name__icontains=words) | Q(summary__icontains=words) | Q(kind__label_it__icontains=words)


def given_at(place_id: uuid.UUID) -> Q:
    """The condition that a service is given at this desk or this stop."""
    desks = Desk.objects.filter(service=OuterRef("pk"), pk=place_id)
    stops = Stop.objects.filter(service=OuterRef("pk"), pk=place_id)
    return Q(Exists(desks)) | Q(Exists(stops))


def team_in_public(partner_id: uuid.UUID) -> QuerySet[TeamContact]:
    """How everybody reaches a partner's team; no column more than visitors may read."""
    rows = TeamContact.objects.only(*TeamContact.OPEN).filter(partner=partner_id, is_hidden=False)
    return rows.order_by("id")


def teams(partner_id: uuid.UUID | None = None) -> QuerySet[TeamContact]:
    """The contacts of a partner, or of all of them: the hidden ones too, as far as they exist for who asks."""
    rows = TeamContact.objects.select_related("partner", "checked_by")
    if partner_id is not None:
        rows = rows.filter(partner=partner_id)
    return rows.order_by("partner__short_name", "is_hidden", "id")


def contacts_to_remind(partner_id: uuid.UUID, day: dt.date, at: dt.datetime) -> QuerySet[TeamContact]:
    """Shown contacts that nobody has confirmed for 90 days and of which nobody was reminded within a week."""
    rows = TeamContact.objects.filter(partner=partner_id, is_hidden=False, checked_at__lte=at - FRESH_FOR)
    return rows.exclude(reminded_on__gt=day - dt.timedelta(days=7)).order_by("id")
