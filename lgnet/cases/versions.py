# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two people edit the same thing: the second is told who was first, and nothing is lost."""

from typing import Protocol
from uuid import UUID

from django.utils.translation import gettext as _

from lgnet.cases.queries.colleagues import last_changed_by
from lgnet.core.authz import Stale


class Versioned(Protocol):
    """A row that counts its changes."""

    @property
    def pk(self) -> UUID: ...

    @property
    def version(self) -> int: ...


def expect_version(row: Versioned, version: int) -> None:
    """Raise `Stale`, naming who changed the row, unless it is still as it was when the form was drawn."""
    if row.version == version:
        return
    who = last_changed_by(row.pk)
    if who is None:
        raise Stale(_("This was changed while you were writing. Compare, then save again."))
    raise Stale(
        _("%(who)s changed this while you were writing. Compare, then save again.") % {"who": who.name}
    )
