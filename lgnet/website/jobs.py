# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The site in the background: what editors planned for a time is published, or withdrawn, when it comes."""

from procrastinate.contrib.django import app

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.website import actions


def publish_what_is_due() -> None:
    """As the nation's editors do; nobody in particular acts."""
    with acting_as(Actor(DbRole.PUBLISHER)):
        actions.publish_due()


@app.periodic(cron="* * * * *")
@app.task(name="website.publish", queueing_lock="website.publish", pass_context=False)
def publish(timestamp: int) -> None:
    """Every minute. `timestamp` is when it was due (Unix seconds)."""
    publish_what_is_due()
