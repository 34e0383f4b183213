# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is looked at, by what it holds: pages of a PDF, a picture, a drawing, a page of ours."""

import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

import numpy as np
from django.utils.translation import gettext as _
from PIL import Image

from lgnet.mediakit import files
from lgnet.mediakit.files import FileKind, FileRefused, drawings, pictures
from lgnet.mediakit.rules import Finding
from lgnet.mediakit.seeing import emblem, faces, marks, papers, sites, statement, straight
from lgnet.mediakit.seeing.colours import Pixels
from lgnet.mediakit.seeing.judging import Sight, judge
from lgnet.mediakit.seeing.words import Said, Text, find, shortened

LONG_SIDE, SHORT = 1400, 800
LARGE_SIDE = 3000  # for reading letters


@dataclass(frozen=True)
class Page:
    """A page as it was looked at: a picture (PNG) and its size in pixels."""

    picture: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Looked:
    """What was looked at, by the digest of exactly that, and what was found."""

    name: str
    content_type: str
    digest: str
    findings: list[Finding]
    pages: list[Page]


def look(content: bytes, *, name: str) -> Looked:
    """Look at a file. Raises FileRefused with the sentence for whoever sent it."""
    kind, digest = files.sniff(content), hashlib.sha256(content).hexdigest()
    if kind == FileKind.PDF:
        sheets, text = papers.read(content)
        mm = [(sheet.width, sheet.height) for sheet in sheets]
        findings = _found(
            [sheet.pixels for sheet in sheets], text, mm, lambda page: papers.drawn(content, page, LARGE_SIDE)
        )
        return Looked(name, kind.content_type, digest, findings, [_page(sheet.pixels) for sheet in sheets])
    if kind == FileKind.SVG:
        drawing = drawings.cleaned(content)

        def seen(long_side: int) -> Pixels:
            made = files.drawn(drawing.content, drawing.width, drawing.height, long_side)
            return np.asarray(_opened(made.content, FileKind.PNG))

        shown = seen(LONG_SIDE)
        findings = _found([shown], _text_of(drawing.content), closer=lambda _page: seen(LARGE_SIDE))
        return Looked(name, kind.content_type, digest, findings, [_page(shown)])
    if kind in files.PICTURES:
        picture = _straight(_opened(content, kind))
        pixels = _sized(picture)
        large = pixels if max(picture.size) <= LONG_SIDE else _sized(picture, LARGE_SIDE)
        enlarged = max(1.0, pixels.shape[1] / picture.width)
        findings = _found([pixels], Text(), closer=lambda _page: large, enlarged=enlarged)
        return Looked(name, kind.content_type, digest, findings, [_page(pixels)])
    raise FileRefused(_("Send a PDF, a picture (PNG, JPEG, WebP) or a drawing (SVG) to have it looked at."))


def look_at_page(path: str) -> Looked:
    """Look at one of our own public pages, by its path. Raises FileRefused."""
    site = sites.read(path)
    sight = _sight([site.emblem]) if site.emblem is not None else None
    return Looked(path, "text/html", site.digest, sites.judge(site, sight), [])


def find_in_pixels(pixels: Pixels) -> list[Finding]:
    """What is found in a picture that is in memory: for measuring."""
    return _found([_sized(Image.fromarray(pixels))], Text())


def _found(
    sheets: Sequence[Pixels],
    text: Text,
    mm: Sequence[tuple[float, float]] | None = None,
    closer: Callable[[int], Pixels] | None = None,
    enlarged: float = 1.0,
) -> list[Finding]:
    """The findings. Letters are read where the text does not say the sentence; `closer` draws a page larger for it."""
    sight = _sight(sheets, mm)
    if sight is not None:
        sight = replace(sight, enlarged=enlarged)
    if sight is not None and not text.said:
        sight = _read(sight, closer(sight.page) if closer else sheets[sight.page])
    return judge(sight, text, paper=mm[0] if mm else None)


def _sight(sheets: Sequence[Pixels], mm: Sequence[tuple[float, float]] | None = None) -> Sight | None:
    """The largest emblem of the first page that has one, with what stands around it."""
    for n, pixels in enumerate(sheets):
        found = emblem.find(pixels)
        if found:
            high, wide = pixels.shape[:2]
            return Sight(n, wide, high, mm[n] if mm else None, found[0], marks.find(pixels, found[0]))
    return None


def _read(sight: Sight, pixels: Pixels) -> Sight:
    """What the letters around the emblem say, and in which face they are."""
    times = pixels.shape[1] / sight.width
    large = sight.emblem.times(times)
    read = statement.find(pixels, large, sight.enlarged)
    face = faces.beyond_doubt(pixels, read.lines)
    return replace(sight, read=read.times(1 / times), face=face)


def _opened(content: bytes, kind: FileKind) -> Image.Image:
    picture, _remarks = pictures.plain(content, kind)
    if picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    return picture.convert("RGB")


def _straight(picture: Image.Image) -> Image.Image:
    """The picture put straight where it was laid askew as a whole, with the emblem: that is no fault of the product."""
    seen = emblem.find(_sized(picture))
    turned = seen[0].ring.turned if seen else 0.0
    if abs(turned) < straight.LEAST:
        return picture
    askew = straight.askew(np.asarray(picture))
    return straight.straightened(picture, askew) if abs(askew - turned) < straight.TOGETHER else picture


def _sized(picture: Image.Image, most: int = LONG_SIDE) -> Pixels:
    """Neither so large that it takes long, nor so small that a star is two pixels wide."""
    long = max(picture.size)
    if long > most:
        share = most / long
        size = max(1, round(picture.width * share)), max(1, round(picture.height * share))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    elif long < SHORT:
        picture = picture.resize((picture.width * 2, picture.height * 2), Image.Resampling.LANCZOS)
    return np.asarray(picture)


def _page(pixels: Pixels) -> Page:
    target = io.BytesIO()
    pictures.write(Image.fromarray(pixels), target, "PNG", compress_level=4)
    return Page(target.getvalue(), pixels.shape[1], pixels.shape[0])


def _text_of(svg: bytes) -> Text:
    """The words of a drawing. Where they stand only a browser knows, so their place is left open."""
    root = ET.fromstring(svg)  # noqa: S314 - cleaned: no entities
    words, said = [], []
    for element in root.iter(f"{{{drawings.SVG}}}text"):
        text = " ".join("".join(element.itertext()).split())
        words.append(text)
        style = dict(part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part)
        face = element.get("font-family") or style.get("font-family", "")
        fill = (element.get("fill") or style.get("fill", "")).strip()
        faces = frozenset([face.split(",")[0].strip(" '\"")]) if face else frozenset[str]()
        italic = "italic" in (element.get("font-style") or style.get("font-style", ""))
        colours = frozenset([fill.upper()]) if len(fill) == 7 and fill.startswith("#") else frozenset[str]()
        said += [Said(sentence, 0, None, faces, italic, colours) for sentence, _a, _b in find(text)]
    everything = "\n".join(words)
    return Text(bool(everything.strip()), tuple(said), shortened(everything))
