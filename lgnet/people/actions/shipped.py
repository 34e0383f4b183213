# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of statuses of stay, as shipped."""

from django.db import transaction

from lgnet.people import code_lists
from lgnet.people.models import ResidenceStatus


@transaction.atomic
def load_shipped() -> None:
    """Bring the list of statuses of stay to what the shipped file says. Repeatable; run as the owner."""
    for row in code_lists.residence_statuses():
        ResidenceStatus.objects.update_or_create(
            code=row.code,
            defaults={
                "label_it": row.label_it,
                "label_en": row.label_en,
                "legal_basis": row.legal_basis,
                "family": row.family,
                "so2_default": row.so2_default,
                "is_sensitive": row.sensitivity != code_lists.Sensitivity.NONE,
            },
        )
