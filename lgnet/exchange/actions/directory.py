# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Be found in the directory, or no longer."""

from collections.abc import Collection

from django.db import transaction

from lgnet.core import audit
from lgnet.core.clock import now
from lgnet.exchange import policies
from lgnet.exchange.models import DirectoryEntry
from lgnet.network.worker import Worker


@transaction.atomic
def show_me(
    *,
    by: Worker,
    headline: str,
    skills: Collection[str] = (),
    themes: Collection[str] = (),
    languages: Collection[str] = (),
    phone: str = "",
) -> DirectoryEntry:
    """Enter oneself, or say it anew. Nobody enters another."""
    policies.take_part(by).enforce()
    words = {"headline": " ".join(headline.split()), "phone": phone.strip(), "organisation_id": by.partner_id}
    lists = {"skills": sorted(skills), "themes": sorted(themes), "languages": sorted(languages)}
    entry, made = DirectoryEntry.objects.update_or_create(
        colleague_id=by.user.pk,
        defaults={**words, **lists},
        create_defaults={**words, **lists, "shown_since": now()},
    )
    audit.record(
        "exchange.directory_entered" if made else "exchange.directory_changed", kind="exchange.directory"
    )
    return entry


@transaction.atomic
def hide_me(*, by: Worker) -> None:
    """Leave the directory: the entry is gone at once."""
    DirectoryEntry.objects.filter(colleague_id=by.user.pk).delete()
    audit.record("exchange.directory_left", kind="exchange.directory")
