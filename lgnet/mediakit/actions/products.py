# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Products: made by the generator or elsewhere, looked at, shown somewhere, proved by a photo, ended."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.interop import attachments
from lgnet.mediakit import files, policies, queries, rules, seeing
from lgnet.mediakit.making import drawing
from lgnet.mediakit.making.designs import Design, Mark, Words
from lgnet.mediakit.models import Check, Product, Proof
from lgnet.network.models import Site
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class Showing:
    """Where a product is shown, and from when until when."""

    site: Site | None = None
    place: str = ""
    shown_from: dt.date | None = None
    shown_until: dt.date | None = None


def design(*, by: Worker, kind: str, language: str, words: Words) -> Design:
    """What somebody wants to make, with the name of their body and the marks that belong on it."""
    marks = [
        Mark(one.title, one.digest, one.width / one.height)
        for one in queries.logos_for(by.partner_id)
        if one.width and one.height
    ]
    name = by.organisation.name if len(by.organisation.name) <= 40 else by.organisation.short_name
    return Design(kind, language, name, words, tuple(marks))


def design_of(product: Product) -> Design:
    """What a product was made from."""
    kept = product.design
    marks = tuple(Mark(**one) for one in kept["marks"])
    return Design(kept["kind"], kept["language"], kept["partner"], Words(**kept["words"]), marks)


@transaction.atomic
def make(
    *, by: Worker, design: Design, event_id: uuid.UUID | None = None, product_id: uuid.UUID | None = None
) -> Product:
    """Draw a product and put it in the register. Refused where it breaks a rule or its words do not fit.

    `product_id` is the id of the form: sent twice, it makes one.
    """
    policies.make(by).enforce()
    known = Product.objects.filter(pk=product_id).first() if product_id else None
    if known is not None:
        return known
    drawn = drawing.draw(design, "png")
    product = Product.objects.create(
        id=product_id or new_id(), partner_id=by.partner_id, kind=design.kind,
        title=drawn.layout.title[:160], language=design.language, design=asdict(design), event_id=event_id,
        digest=files.keep(drawn.content), content_type=drawn.content_type, size=len(drawn.content), made_at=now(),
        made_by=by.user, verdict=rules.together(drawn.findings),
    )  # fmt: skip
    looked = seeing.Looked(
        product.title, drawn.content_type, product.digest, drawn.findings, [seeing.Page(drawn.content, 0, 0)]
    )
    _keep_check(by, looked, product)
    audit.record("product.made", on=product, product=design.kind, digest=product.digest)
    return product


@transaction.atomic
def register(
    *,
    by: Worker,
    kind: str,
    title: str,
    language: str,
    showing: Showing,
    blocks: Iterable[bytes] = (),
    name: str = "",
    product_id: uuid.UUID | None = None,
) -> Product:
    """Put something that was made elsewhere in the register; its file, where there is one, is looked at.

    Raises `files.FileRefused` where the file is not taken.
    """
    policies.make(by).enforce()
    known = Product.objects.filter(pk=product_id).first() if product_id else None
    if known is not None:
        return known
    product = Product(
        id=product_id or new_id(), partner_id=by.partner_id, kind=kind, title=title.strip(), language=language,
        made_at=now(), made_by=by.user, **_showing(by, showing),
    )  # fmt: skip
    content = b"".join(blocks)
    if content:
        taken = files.take([content])
        product.digest, product.content_type = files.keep(taken.content), taken.kind.content_type
        product.size = len(taken.content)
    product.save(force_insert=True)
    audit.record("product.registered", on=product, product=kind)
    if content:
        check(by=by, looked=seeing.look(content, name=name or title), product=product)
        product.refresh_from_db()
    return product


def _showing(by: Worker, showing: Showing) -> dict[str, object]:
    if showing.site is not None and showing.site.partner_id != by.partner_id:
        raise Refused(_("This place is another partner's."))
    if showing.shown_until and not showing.shown_from:
        raise Refused(_("Say from when it is shown."))
    if showing.shown_until and showing.shown_from and showing.shown_until < showing.shown_from:
        raise Refused(_("It cannot end before it begins."))
    return {name: getattr(showing, name) for name in Showing.__dataclass_fields__}


@transaction.atomic
def show(*, by: Worker, product: Product, showing: Showing) -> Product:
    """Say where a product is shown, and until when."""
    product = locked(product.pk)
    policies.work_on(by, product).enforce()
    for name, value in _showing(by, showing).items():
        setattr(product, name, value)
    product.place = product.place.strip()[:200]
    product.save(update_fields=list(Showing.__dataclass_fields__))
    audit.record("product.shown", on=product)
    return product


@transaction.atomic
def check(*, by: Worker, looked: seeing.Looked, product: Product | None = None) -> Check:
    """Keep what a look has found. Of a product, the last look counts."""
    policies.check(by).enforce()
    if product is not None:
        product = locked(product.pk)
        policies.work_on(by, product).enforce()
    kept = _keep_check(by, looked, product)
    if product is not None:
        product.verdict = kept.verdict
        product.save(update_fields=["verdict"])
    audit.record("product.checked", on=product or kept, verdict=kept.verdict, digest=kept.digest)
    return kept


def _keep_check(by: Worker, looked: seeing.Looked, product: Product | None) -> Check:
    pictures = [
        {"digest": files.keep(page.picture), "width": page.width, "height": page.height}
        for page in looked.pages
    ]
    return Check.objects.create(
        partner_id=by.partner_id, product=product, what=looked.name[:200], content_type=looked.content_type,
        digest=looked.digest, verdict=rules.together(looked.findings),
        findings=[one.as_json() for one in looked.findings], pictures=pictures, checked_at=now(), checked_by=by.user,
    )  # fmt: skip


@transaction.atomic
def prove(
    *, by: Worker, product: Product, taken_on: dt.date, note: str, name: str, blocks: Iterable[bytes]
) -> Proof:
    """Keep a photo of a product where it hangs; encrypted, without what the camera wrote into it.

    Raises `files.FileRefused`.
    """
    product = locked(product.pk)
    policies.prove(by, product).enforce()
    if taken_on > today():
        raise Refused(_("The photo cannot be of a day that is still to come."))
    taken = files.take(blocks)
    if taken.kind not in files.PICTURES:
        raise files.FileRefused(_("Send a photo: JPEG, PNG or WebP."))
    proof = Proof(id=new_id(), product=product, partner_id=product.partner_id, taken_on=taken_on)
    ending = "jpg" if taken.kind == files.FileKind.JPEG else "png"
    content = taken.content if taken.kind != files.FileKind.WEBP else _as_png(taken)
    stored = attachments.store(
        [content], name=f"foto.{ending}", subject=proof.pk, largest=files.LARGEST, kinds=attachments.KINDS
    )
    for part in ("content_type", "size", "digest", "stored_as", "key_id", "wrapped"):
        setattr(proof, part, getattr(stored, part))
    proof.name, proof.note = files.named(name, taken.kind), note.strip()[:200]
    proof.added_at, proof.added_by = now(), by.user
    proof.save(force_insert=True)
    audit.record("product.proved", on=product, proof=proof.pk, digest=proof.digest)
    return proof


def _as_png(taken: files.Taken) -> bytes:
    return files.as_png(taken.content, taken.kind)


@transaction.atomic
def offer(*, by: Worker, product: Product, offered: bool = True) -> Product:
    """Let everybody take a product, or no longer."""
    product = locked(product.pk)
    if offered:
        policies.offer(by, product).enforce()
    product.is_offered = offered
    product.save(update_fields=["is_offered"])
    audit.record("product.offered" if offered else "product.kept_back", on=product)
    return product


@transaction.atomic
def end(*, by: Worker, product: Product) -> Product:
    """Say that a product is no longer shown; it stays in the register."""
    product = locked(product.pk)
    policies.end(by, product).enforce()
    product.ended_at, product.ended_by = now(), by.user
    product.save(update_fields=["ended_at", "ended_by"])
    audit.record("product.ended", on=product)
    return product


@transaction.atomic
def restore(*, by: Worker, product: Product) -> Product:
    """Undo its end."""
    product = locked(product.pk)
    policies.restore(by, product).enforce()
    product.ended_at = product.ended_by = None
    product.save(update_fields=["ended_at", "ended_by"])
    audit.record("product.restored", on=product)
    return product


def locked(product_id: uuid.UUID) -> Product:
    """The row as it is now, held until the transaction ends. Refused where it is another body's."""
    found = Product.objects.select_for_update(of=("self",)).filter(pk=product_id).first()
    if found is None:
        raise Refused(_("This is another body's."))
    return found
