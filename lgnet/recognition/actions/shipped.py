# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Loading the rules of continuing education."""

from dataclasses import asdict

from django.db import transaction

from lgnet.recognition import shipped
from lgnet.recognition.models import Scheme


@transaction.atomic
def load_shipped() -> None:
    """Bring the schemes to what the shipped file says. Repeatable; run as the owner after each migration."""
    for row in shipped.schemes():
        values = asdict(row)
        Scheme.objects.update_or_create(
            code=values.pop("code"), starts_on=values.pop("starts_on"), defaults=values
        )
