# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A layout drawn as tagged PDF, SVG or PNG; and how much of what was typed does not fit."""

import base64
from dataclasses import asdict, dataclass
from typing import cast

from lgnet.core.authz import Refused
from lgnet.mediakit import files
from lgnet.mediakit.making.designs import LGNET, Design, make
from lgnet.mediakit.making.layout import Layout
from lgnet.mediakit.making.outlines import whole
from lgnet.mediakit.making.selfcheck import check
from lgnet.mediakit.making.sentences import sentence_language
from lgnet.mediakit.models import Verdict
from lgnet.mediakit.rules import WHY, Finding, together
from lgnet.mediakit.shipped import DATA
from lgnet.ui import paper

TEMPLATE = "mediakit/paper/product.typ"
EMBLEM = {
    "it": "Emblema dell’Unione europea", "en": "Emblem of the European Union", "fr": "Emblème de l’Union européenne",
    "es": "Emblema de la Unión Europea", "de": "Emblem der Europäischen Union", "sl": "Emblem Evropske unije",
}  # fmt: skip
CONTENT_TYPES = {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}
PAPER_PPI = 150.0


@dataclass(frozen=True, slots=True)
class TooLong:
    """A field that does not fit, and by about how many characters it is too long."""

    name: str
    characters: int


@dataclass(frozen=True)
class Drawn:
    """A product that may leave: its file, and what the check of its layout found."""

    content: bytes
    content_type: str
    layout: Layout
    findings: list[Finding]


def draw(design: Design, form: str) -> Drawn:
    """Make a product as one of pdf, svg and png. Refused where it breaks a rule or its words do not fit."""
    layout = make(design)
    findings = check(layout)
    if together(findings) != Verdict.PASSED:
        broken = next((one for one in findings if one.outcome == "broken"), findings[0])
        raise Refused(broken.sentence())
    long = too_long(layout, author=design.partner)
    if long:
        raise Refused(str(WHY["text_over"]) % {"name": long[0].name})
    return Drawn(picture(layout, form, author=design.partner), CONTENT_TYPES[form], layout, findings)


def picture(layout: Layout, form: str, *, author: str, pixels: int = 0) -> bytes:
    """A layout drawn, whatever fits: for the preview. `pixels`: how wide a PNG is."""
    wide = pixels or layout.pixels
    ppi = wide / layout.width * 25.4 if wide else PAPER_PPI
    made = paper.drawn(
        TEMPLATE, _data(layout, author), language=layout.language, form=cast("paper.Form", form), ppi=ppi
    )
    return whole(made) if form == "svg" else made


def too_long(layout: Layout, *, author: str) -> list[TooLong]:
    """The fields whose words do not fit in their box."""
    measured = paper.measured(TEMPLATE, _data(layout, author), language=layout.language, label="fit")
    words = {box.name: box.text for box in layout.of("text")}
    found = []
    for one in measured:
        name, high, room = str(one["name"]), float(str(one["height"])), float(str(one["room"]))
        if high > room + 0.5:
            found.append(TooLong(name, max(1, round(len(words[name]) * (1 - room / high)))))
    return found


def _data(layout: Layout, author: str) -> dict[str, object]:
    shown = sentence_language(layout.language)
    return {
        "title": layout.title,
        "author": author,
        "width": layout.width,
        "height": layout.height,
        "ground": layout.ground,
        "sentence-language": shown,
        "emblem": EMBLEM[shown],
        "boxes": [asdict(box) for box in layout.boxes],
        "pictures": {box.picture: _as_svg(box.picture) for box in layout.of("mark")},
    }


def _as_svg(picture: str) -> str:
    """A mark as the text of a drawing; one in pixels is wrapped into it."""
    if picture == LGNET:
        return (DATA / f"{LGNET}.svg").read_text(encoding="utf-8")
    content = files.path_of(picture).read_bytes()
    kind = files.sniff(content)
    if kind == files.FileKind.SVG:
        return content.decode()
    width, height = files.pixels(content, kind)
    data = base64.b64encode(content).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:{kind.content_type};base64,{data}"/></svg>'
    )
