# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who prepares and publishes releases. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.open_data.models import Release


def prepare(by: Worker) -> Verdict:
    """Prepare a release."""
    if not by.may(Permission.OPEN_DATA_RELEASE):
        return no(_("Only the national direction publishes open data."))
    return yes


def publish(by: Worker, release: Release) -> Verdict:
    """Let it out. What is out is never taken back: everybody may have copied it."""
    if release.state != Release.State.PREPARED:
        return no(_("Only a release that was computed and not published yet can be published."))
    return prepare(by)


def discard(by: Worker, release: Release) -> Verdict:
    """Throw a prepared release away."""
    if release.state == Release.State.PUBLISHED:
        return no(_("What was published cannot be taken back: everybody may have copied it."))
    if release.state == Release.State.DISCARDED:
        return no(_("This release was thrown away already."))
    return prepare(by)
