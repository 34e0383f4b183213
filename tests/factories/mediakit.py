# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Assets and products of the tests, made by the actions themselves; each function acts for itself."""

import datetime as dt
import io
from functools import lru_cache
from typing import Any

from PIL import Image

from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.mediakit import actions, seeing
from lgnet.mediakit.actions import Facts, Showing
from lgnet.mediakit.making.designs import Words
from lgnet.mediakit.models import Product, Version
from lgnet.network.models import Site
from lgnet.network.worker import Worker
from tests.factories.network import at_work, colleague
from tests.world import World

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#0066cc"/>'
    b'<circle cx="100" cy="50" r="40" fill="#fff"/></svg>'
)
PDF = b"%PDF-1.7\n% a release, signed\n"
FACTS: dict[str, Any] = {
    "title": "Marchio del progetto",
    "alt": "Un cerchio bianco su fondo blu",
    "rights_holder": "Comune di Genova",
    "licence": "CC-BY-4.0",
    "eu_licence_ok": True,
}


def officer(world: World) -> Worker:
    """The communications officer of Genova."""
    return at_work(world.genova, "communications_officer", colleague("Sara Oliva", "sara@example.org"))


def national(world: World) -> Worker:
    """The communications officer of the nation."""
    body = world.nadia.organisation
    return at_work(body, "national_communications", colleague("Serena Villa", "serena@example.org"))


@lru_cache(maxsize=8)
def photo(width: int = 1600, height: int = 1000, colour: str = "#8899aa") -> bytes:
    """A picture as a telephone sends it, with the place where it was taken."""
    picture = Image.new("RGB", (width, height), colour)
    exif = Image.Exif()
    exif[0x010F] = "A telephone"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (44.0, 24.0, 30.0)
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=exif, quality=80)
    return target.getvalue()


def an_asset(
    by: Worker, *, kind: str = "logo", content: bytes = SVG, name: str = "marchio.svg", **more: Any
) -> Version:
    """A draft."""
    with acting_as(by.actor()):
        return actions.add(by=by, kind=kind, facts=Facts(**{**FACTS, **more}), name=name, blocks=[content])


def published(by: Worker, **more: Any) -> Version:
    """An asset that everybody may take."""
    version = an_asset(by, **more)
    with acting_as(by.actor()):
        return actions.publish(by=by, version=version)


def a_site(by: Worker, name: str = "Sportello unico") -> Site:
    """A place where people are received."""
    with acting_as(by.actor()):
        return Site.objects.create(partner_id=by.partner_id, name=name, kind=Site.Kind.ONE_STOP_SHOP)


def a_product(by: Worker, kind: str = "poster", headline: str = "Porte aperte", **more: Any) -> Product:
    """A product of the generator."""
    words = Words(headline=headline, text="Un pomeriggio insieme.", when="11 dicembre", where="Via Balbi 5")
    with acting_as(by.actor()):
        design = actions.design(by=by, kind=kind, language="it", words=words)
        return actions.make(by=by, design=design, **more)


def shown(by: Worker, product: Product, site: Site, *, since: int = 30) -> Product:
    """The product, shown at a place for some days."""
    showing = Showing(site=site, place="Atrio", shown_from=today() - dt.timedelta(days=since))
    with acting_as(by.actor()):
        return actions.show(by=by, product=product, showing=showing)


def proved(by: Worker, product: Product, *, days_ago: int = 3) -> Product:
    """A photo of it where it hangs."""
    with acting_as(by.actor()):
        taken_on = today() - dt.timedelta(days=days_ago)
        actions.prove(
            by=by, product=product, taken_on=taken_on, note="Atrio", name="foto.jpg", blocks=[photo(800, 600)]
        )
    return product


def the_whole_story(by: Worker) -> Product:
    """Every table has a row: an asset with its formats, a product with its check and its proof."""
    published(by)
    product = shown(by, a_product(by), a_site(by))
    with acting_as(by.actor()):
        looked = seeing.look(SVG, name="marchio.svg")
        actions.check(by=by, looked=looked)
    return proved(by, product)
