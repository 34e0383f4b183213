# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A worker's own certificates and outside courses."""

import datetime as dt

from django.db.models import QuerySet

from lgnet.network.worker import Worker
from lgnet.recognition.models import Badge, Certificate, OutsideCourse


def my_certificates(by: Worker) -> QuerySet[Certificate]:
    """One's own, the latest first; also those that were revoked."""
    rows = Certificate.objects.filter(holder=by.user.pk).select_related("scheme", "badge")
    return rows.order_by("-ends_on", "-id")


def my_outside_courses(by: Worker, *, since: dt.date | None = None) -> QuerySet[OutsideCourse]:
    """Courses that one entered oneself and did not take back, the latest first."""
    rows = OutsideCourse.objects.filter(colleague=by.user.pk, withdrawn_at=None).select_related("scheme")
    if since is not None:
        rows = rows.filter(ended_on__gte=since)
    return rows.order_by("-ended_on", "-id")


def badge_of(certificate: Certificate) -> Badge | None:
    """The badge that its holder took, if they did."""
    return Badge.objects.filter(certificate=certificate).first()
