# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is told between a partner and the nation about a page; a job writes the letters after the commit."""

import uuid
from enum import StrEnum

from procrastinate.contrib.django import app


class Told(StrEnum):
    """What happened to a page. PLANNED: approved, and public on a later day."""

    WAITS = "waits"
    APPROVED = "approved"
    PLANNED = "planned"
    SENT_BACK = "sent_back"


def tell(what: Told, *, page_id: int, author_id: uuid.UUID | None) -> None:
    """Leave it to a job, in the transaction of the change."""
    task = app.configure_task("website.tell", allow_unknown=True)
    task.defer(what=str(what), page_id=page_id, author_id=str(author_id) if author_id else None)
