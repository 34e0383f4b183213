# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Brings themes and skills to what the shipped files say."""

from django.db import transaction

from lgnet.exchange import vocabulary
from lgnet.exchange.models import Skill, Theme


@transaction.atomic
def load_shipped() -> None:
    """Repeatable; run as the owner. What the files no longer hold is offered no more and stays for what bears it."""
    for model, terms in ((Theme, vocabulary.themes()), (Skill, vocabulary.skills())):
        for position, row in enumerate(terms):
            words = {"label_it": row.label_it, "label_en": row.label_en}
            model.objects.update_or_create(
                code=row.code, defaults={**words, "position": position, "is_offered": True}
            )
        model.objects.exclude(code__in=[row.code for row in terms]).update(is_offered=False)
