# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The media kit of the demo: assets, a poster that is proved, one that nobody photographed, one that breaks a rule,
and places that show none. Pictures are drawn here; nobody is in them.
"""

import datetime as dt
import io
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageDraw

from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.mediakit import actions, files
from lgnet.mediakit.actions import Facts, Showing
from lgnet.mediakit.making.designs import Words
from lgnet.mediakit.models import Kind, Licence, Product, ProductKind
from lgnet.network.models import Site
from lgnet.network.worker import Worker
from lgnet.ui.paper.legible import FONTS

EMBLEM = FONTS.parent / "emblem.svg"
PROVED, UNPROVED, BROKEN = "sassari", "genova", "torino"
POSTERS = {PROVED: "Lo sportello unico è aperto", UNPROVED: "Casa, lavoro, salute: una porta sola"}
FRAME = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900"><path fill="#17324d" fill-rule="evenodd"'
    b' d="M0 0h1200v900H0zM40 40v720h1120V40z"/><circle cx="1100" cy="830" r="34" fill="#0066cc"/></svg>'
)
# Signs drawn for the demo: a shield with a colour, and on it the sea, a star or a gate. Nobody's real arms.
SHIELD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 280"><path fill="{colour}" d="M20 20h200v130c0 60-44'
    ' 92-100 112C64 242 20 210 20 150z"/><path fill="#fff" d="{sign}"/></svg>'
)
WAVE = "q20-24 40 0t40 0 40 0 40 0v22q-20 24-40 0t-40 0-40 0-40 0z"
SEA = f"M40 130{WAVE}M40 84{WAVE}"
STAR = "M120 62l20 44 48 6-36 32 10 48-42-24-42 24 10-48-36-32 48-6z"
GATE = "M66 190V96h20v14h22V96h24v14h22V96h20v94h-36v-40a18 18 0 0 0-36 0v40z"
MARKS = {
    "genova": ("#8c1d2f", SEA), "sassari": ("#1f5f8b", GATE), "torino": ("#274690", STAR), "palermo": ("#7a4a12", STAR),
    "napoli": ("#0b6e6e", SEA), "bologna": ("#5b2a86", GATE),
}  # fmt: skip


def show_to_the_public(*, by: Sequence[Worker]) -> int:
    """Write it as the communications officers would have; `by` is one for each partner. How many products."""
    officers = {worker.organisation.code: worker for worker in by}
    if PROVED in officers:
        _kit(officers[PROVED])
    for code in MARKS.keys() & officers.keys():
        _mark(officers[code])
    made = [
        _poster(officers[code], headline, is_proved=code == PROVED)
        for code, headline in (
            (PROVED, "Lo sportello unico è aperto"),
            (UNPROVED, "Casa, lavoro, salute: una porta sola"),
        )
        if code in officers
    ]
    if BROKEN in officers:
        made.append(_old_leaflet(officers[BROKEN]))
    return len(made)


def _mark(by: Worker) -> None:
    """A sign that stands for a partner on the public site, and says that it is only the demo's."""
    colour, sign = MARKS[by.organisation.code]
    facts = Facts(
        f"Segno di prova di {by.organisation.short_name}",
        "Uno scudo colorato con un disegno semplice, fatto per la demo", "Rete LGNET", Licence.MARK,
        credit="Disegno di prova: non è lo stemma dell'ente", eu_licence_ok=True,
    )  # fmt: skip
    svg = SHIELD.format(colour=colour, sign=sign).encode()
    with acting_as(by.actor()):
        made = actions.add(by=by, kind=Kind.LOGO, facts=facts, name="segno.svg", blocks=[svg])
        actions.stand_for_the_body(by=by, version=actions.publish(by=by, version=made), stands=True)


def _kit(by: Worker) -> None:
    """A frame and a photo for everybody, and a photo whose release is still to come."""
    holder, licence = by.organisation.name, Licence.CC_BY
    frame = Facts(
        "Cornice per le foto dei quartieri", "Una cornice blu scuro con un cerchio azzurro in basso a destra",
        holder, licence, eu_licence_ok=True,
    )  # fmt: skip
    yard = Facts(
        "Il cortile dello sportello", "Un cortile al mattino: un muro chiaro, due alberi, una panca", holder,
        licence, credit=f"Foto: {holder}, CC BY 4.0", eu_licence_ok=True,
    )  # fmt: skip
    course = Facts(
        "Il corso di italiano", "Una classe vista da dietro, al tavolo", holder, licence, shows_people=True
    )
    with acting_as(by.actor()):
        for kind, facts, name, content in (
            (Kind.TEMPLATE, frame, "cornice.svg", FRAME), (Kind.PHOTO, yard, "cortile.jpg", scene(1)),
        ):  # fmt: skip
            actions.publish(
                by=by, version=actions.add(by=by, kind=kind, facts=facts, name=name, blocks=[content])
            )
        actions.add(by=by, kind=Kind.PHOTO, facts=course, name="corso.jpg", blocks=[scene(2)])


def _poster(by: Worker, headline: str, *, is_proved: bool) -> Product:
    words = Words(
        headline=headline,
        text="Orientamento, mediazione in sei lingue, un appuntamento entro tre giorni.",
        when="Dal lunedì al venerdì, 9–13", where=by.organisation.name,
        contact=f"Ufficio LGNET · lgnet@{by.organisation.code}.example",
    )  # fmt: skip
    with acting_as(by.actor()):
        design = actions.design(by=by, kind=ProductKind.POSTER, language="it", words=words)
        product = actions.make(by=by, design=design)
        place = (
            Site.objects.filter(partner=by.partner_id)
            .exclude(kind=Site.Kind.MOBILE_UNIT)
            .order_by("name")
            .first()
        )
        since = today() - dt.timedelta(days=70)
        actions.show(by=by, product=product, showing=Showing(place, "Atrio, accanto alla porta", since))
        if is_proved:
            photo = _on_a_wall(files.path_of(product.digest).read_bytes())
            day = today() - dt.timedelta(days=12)
            actions.prove(
                by=by, product=product, taken_on=day, note="Atrio", name="atrio.jpg", blocks=[photo]
            )
    return product


def _old_leaflet(by: Worker) -> Product:
    """A leaflet of another hand: the emblem is stretched and its sentence is missing."""
    since = today() - dt.timedelta(days=200)
    with acting_as(by.actor()):
        return actions.register(
            by=by, kind=ProductKind.LEAFLET, title="Volantino della festa di quartiere", language="it",
            showing=Showing(None, "Distribuito nei mercati", since), blocks=[_stretched()], name="volantino.png",
        )  # fmt: skip


def _jpeg(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    files.write(picture, target, "JPEG", quality=85)
    return target.getvalue()


def scene(seed: int) -> bytes:
    """A wall, a floor, two trees and a bench, in the light of the morning."""
    random = Random(seed)
    picture = Image.new("RGB", (1280, 850), (214, 226, 236))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 330, 1280, 850), fill=(226, 206, 176))
    draw.rectangle((0, 600, 1280, 850), fill=(170, 150, 130))
    for x in (260 + 40 * seed, 860):
        draw.rectangle((x - 14, 380, x + 14, 640), fill=(92, 70, 54))
        for _ in range(40):
            cx, cy = x + random.randrange(-130, 130), 300 + random.randrange(-120, 120)
            draw.ellipse((cx - 46, cy - 46, cx + 46, cy + 46), fill=(60 + random.randrange(60), 120, 70))
    draw.rectangle((480, 610, 760, 640), fill=(110, 80, 50))
    return _jpeg(picture)


def _on_a_wall(poster: bytes) -> bytes:
    """The poster as somebody photographed it in the hall."""
    wall = Image.open(io.BytesIO(scene(3)))
    with Image.open(io.BytesIO(poster)) as sheet:
        small = sheet.convert("RGB").resize((480, round(480 * sheet.height / sheet.width)))
    wall.paste(small, (400, 90))
    return _jpeg(wall)


def _stretched() -> bytes:
    """A leaflet whose emblem was pulled wide."""
    page = Image.new("RGB", (1000, 1400), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle((0, 0, 1000, 620), fill=(240, 150, 60))
    for n in range(9):
        draw.ellipse(
            (40 + 105 * n, 120 + 40 * (n % 3), 110 + 105 * n, 190 + 40 * (n % 3)), fill=(200, 60, 70)
        )
    made = files.drawn(EMBLEM.read_bytes(), 810, 540, 360)
    with Image.open(io.BytesIO(made.content)) as mark:
        page.paste(mark.convert("RGB").resize((420, 190)), (60, 1140))
    target = io.BytesIO()
    files.write(page, target, "PNG")
    return target.getvalue()
