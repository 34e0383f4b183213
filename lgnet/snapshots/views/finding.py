# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finding what an address names; what is not there, or not yours, does not exist."""

import uuid

from django.http import Http404
from django.shortcuts import get_object_or_404

from lgnet.snapshots import queries
from lgnet.snapshots.models import Snapshot, Work


def the_snapshot(code: str) -> Snapshot:
    """The cut-off with this code."""
    found = queries.find(code)
    if found is None:
        raise Http404
    return found


def the_work(work_id: uuid.UUID) -> Work:
    """A piece of work of one's partner, or of the nation."""
    return get_object_or_404(Work.objects.select_related("snapshot", "asked_by"), pk=work_id)
