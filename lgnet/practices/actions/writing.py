# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner's people write a card: its words, the figures of its indicators, its files."""

import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.direction import queries as direction
from lgnet.direction.indicators import INDICATORS
from lgnet.interop import attachments
from lgnet.network.worker import Worker
from lgnet.practices import policies, protecting, queries
from lgnet.practices.models import Card, CardFile, Figure, Practice

MOST_FILES, MOST_STEPS, MOST_FIGURES = 5, 20, 3
TEXT = 6_000


@dataclass(frozen=True)
class Draft:
    """What somebody writes of a practice: everything but its figures, its files and its state."""

    title: str
    language: str = "it"
    context: str = ""
    problem: str = ""
    steps: tuple[str, ...] = ()
    people: str = ""
    cost: str = ""
    cost_euro: int | None = None
    months: int | None = None
    results: str = ""
    went_wrong: str = ""
    transfer: str = ""
    contact: str = ""
    needs: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    is_public: bool = False


@transaction.atomic
def write(*, by: Worker, draft: Draft, card_id: uuid.UUID | None = None) -> Card:
    """Begin a practice. `card_id` is the id the form was drawn with: sent twice, it makes one card."""
    policies.write(by).enforce()
    known = Card.objects.filter(pk=card_id).first() if card_id else None
    if known is not None:
        return known
    practice = Practice.objects.create(partner_id=by.partner_id, begun_at=now(), begun_by=by.user)
    card = Card(id=card_id or new_id(), practice=practice, partner_id=by.partner_id)
    _fill(by, card, draft)
    card.save(force_insert=True)
    audit.record("practice.written", on=card)
    return card


@transaction.atomic
def edit(*, by: Worker, card: Card, draft: Draft) -> Card:
    """Change a draft."""
    card = locked(card.pk)
    policies.edit(by, card).enforce()
    _fill(by, card, draft)
    card.save()
    audit.record("practice.edited", on=card)
    return card


def draft_of(card: Card) -> Draft:
    """What was written of a card, to write it anew."""
    given = {name: getattr(card, name) for name in Draft.__dataclass_fields__}
    known: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
    return Draft(**known)


def _fill(by: Worker, card: Card, draft: Draft) -> None:
    for name, value in asdict(draft).items():
        if isinstance(value, str):
            value = value.strip()[:TEXT]
        setattr(card, name, list(value) if isinstance(value, tuple) else value)
    card.title = " ".join(draft.title.split())
    card.steps = card.steps[:MOST_STEPS]
    card.written_at, card.written_by = now(), by.user


@transaction.atomic
def measure(*, by: Worker, card: Card, indicator: str) -> Figure:
    """Freeze what an indicator of the partner says now; measured anew, it replaces what this draft had."""
    card = locked(card.pk)
    policies.measure(by, card).enforce()
    definition = INDICATORS.get(indicator)
    if definition is None:
        raise Refused(_("Choose an indicator of the network."))
    others = Figure.objects.filter(card=card).exclude(indicator=indicator)
    if others.count() >= MOST_FIGURES:
        raise Refused(_("A card names at most three indicators: more than that nobody reads."))
    value = direction.figures(by.partner_id, [definition])[indicator].value
    told = queries.told_figures(by.partner_id, indicator, but=card.pk)
    row, _made = Figure.objects.update_or_create(
        card=card,
        indicator=indicator,
        defaults={
            "partner_id": by.partner_id, "definition_version": definition.version, "measured_at": now(),
            "value": protecting.figure(value, told),
        },
    )  # fmt: skip
    audit.record("practice.measured", on=card, indicator=definition.edition_label)
    return row


@transaction.atomic
def drop_figure(*, by: Worker, figure: Figure) -> None:
    """Leave an indicator out of a draft."""
    card = locked(figure.card_id)
    policies.measure(by, card).enforce()
    audit.record("practice.figure_dropped", on=card, indicator=figure.indicator)
    figure.delete()


@transaction.atomic
def attach(*, by: Worker, card: Card, name: str, blocks: Iterable[bytes]) -> CardFile:
    """Let a file go with a draft."""
    card = locked(card.pk)
    policies.edit(by, card).enforce()
    if card.files.count() >= MOST_FILES:
        raise attachments.AttachmentRefused(_("A card carries at most %(n)s files.") % {"n": MOST_FILES})
    row = CardFile(id=new_id(), card=card, partner_id=by.partner_id, added_at=now())
    stored = attachments.store(blocks, name=name, subject=row.pk)
    for part in ("name", "content_type", "size", "digest", "stored_as", "key_id", "wrapped"):
        setattr(row, part, getattr(stored, part))
    row.sealed_for = row.pk
    row.save(force_insert=True)
    audit.record("practice.file_added", on=card, file=row.pk, digest=stored.digest, size=stored.size)
    return row


@transaction.atomic
def remove_file(*, by: Worker, file: CardFile) -> None:
    """Take a file away from a draft. The file itself goes when no version needs it."""
    card = locked(file.card_id)
    policies.edit(by, card).enforce()
    stored_as = file.stored_as
    audit.record("practice.file_removed", on=card, file=file.pk, digest=file.digest)
    file.delete()
    if not CardFile.objects.filter(stored_as=stored_as).exists():
        transaction.on_commit(lambda: attachments.remove(stored_as))


@transaction.atomic
def throw_away(*, by: Worker, card: Card) -> None:
    """Forget a draft; the version before it, where there is one, goes on. Reviewed once, it is kept as a draft."""
    card = locked(card.pk)
    policies.throw_away(by, card).enforce()
    if card.reviews.exists():
        raise Refused(_("Another partner has worked on this draft: it stays, also as a trace of that work."))
    for file in card.files.all():
        remove_file(by=by, file=file)
    for figure in card.figures.all():
        drop_figure(by=by, figure=figure)
    practice = card.practice
    audit.record("practice.thrown_away", on=card)
    card.delete()
    if not practice.cards.exists():
        practice.delete()


def locked(card_id: uuid.UUID) -> Card:
    """The row as it is now, held until the transaction ends. Refused where it is another partner's."""
    rows = Card.objects.select_for_update(of=("self",)).select_related("practice")
    found = rows.filter(pk=card_id).first()  # what is read and not one's own cannot be held
    if found is None:
        raise Refused(_("This practice is another partner's."))
    return found
