# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The mark that says: this database holds invented people only, so anybody may enter it in any role."""

from django.db import models
from django.db.models import Q

from lgnet.core.clock import now


class DemoMark(models.Model):
    """One row in a database of the demo, none anywhere else. Only the owner of the tables can write it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    made_at = models.DateTimeField(default=now)

    class Protection:
        owner = "demo"
        rows = "open: whether this is a demo is no secret"
        retention = "reference"
        public = {"id", "made_at"}

    class Meta:
        constraints = [models.CheckConstraint(name="one_demo_mark", condition=Q(id=1))]
