# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of the catalogue."""

from django.db import transaction

from lgnet.catalogue import shipped
from lgnet.catalogue.models import InterventionType


@transaction.atomic
def load_shipped() -> None:
    """Bring the types of intervention to what the shipped file says. Repeatable; run as the owner."""
    for row in shipped.intervention_types():
        InterventionType.objects.update_or_create(
            code=row.code,
            defaults={
                "area": row.area,
                "label_it": row.label_it,
                "label_en": row.label_en,
                "counts_for": " ".join(row.indicators),
                "is_monetary": row.is_monetary,
            },
        )
