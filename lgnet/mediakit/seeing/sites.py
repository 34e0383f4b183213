# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One of our own public pages, made as for a visitor inside the platform: nothing is fetched from any network."""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _
from PIL import Image

from lgnet.core.authz import rule_of
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.mediakit import files
from lgnet.mediakit.files import FileRefused, drawings
from lgnet.mediakit.making.sentences import OFFICIAL
from lgnet.mediakit.rules import Finding, Outcome, elsewhere, with_risk
from lgnet.mediakit.seeing.colours import Pixels, written
from lgnet.mediakit.seeing.judging import Sight
from lgnet.mediakit.seeing.words import find
from lgnet.ui.public import language_of

MET, BROKEN, UNKNOWN = Outcome.MET, Outcome.BROKEN, Outcome.UNKNOWN
WIDE = 900
LEAST_ON_A_PAGE = 32  # points of the style sheet: our own measure, smaller is not to be seen on a telephone
# What a site says of the operation (art. 50(1)(a)), in the languages of our pages; one word of each group is enough.
SAYS = {
    "fund": ("fami", "amif", "asylum, migration", "asilo, migrazione", "asile, migration", "asilo, migración",
             "притулку", "اللجوء", "আশ্রয়", "پناہ", "庇护"),
    "support": ("unione europea", "european union", "union européenne", "unión europea", "європейськ", "الأوروبي",
                "ইউরোপীয়", "یورپی", "欧洲"),
}  # fmt: skip


@dataclass
class Site:
    """What a page holds: its words, the emblem as it looks, what stands next to it."""

    digest: str
    words: str = ""
    emblem: Pixels | None = None
    beside: str = ""
    sizes: list[tuple[str, float, float]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects the words, the pictures and the words that follow the picture of the emblem."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.pictures: list[tuple[str, float, float, int]] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"script", "style"}:
            self.hidden += 1
        if tag == "img":
            size = [
                float(v) if (v := given.get(name) or "").isdigit() else 0.0 for name in ("width", "height")
            ]
            self.pictures.append((given.get("src") or "", size[0], size[1], len(self.words)))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self.hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self.hidden and data.strip():
            self.words.append(" ".join(data.split()))


def read(path: str) -> Site:
    """Make the page as a visitor gets it. Raises FileRefused where there is no such page for visitors."""
    clean = "/" + path.strip().split("?")[0].split("#")[0].lstrip("/")
    try:
        match = resolve(clean)
        rule = rule_of(match.func)
        if rule is None or rule.kind not in {"public", "visitors"}:
            raise FileRefused(_("This page is not for visitors."))
        with acting_as(PUBLIC), translation.override(_language(clean)):
            response = match.func(_request(clean), *match.args, **match.kwargs)
    except (Resolver404, Http404):
        raise FileRefused(
            _("There is no such page here: write its path, for example /it/media-kit/.")
        ) from None
    if (
        not isinstance(response, HttpResponse)
        or response.status_code != 200
        or "html" not in response.headers.get("Content-Type", "")
    ):
        raise FileRefused(_("There is no such page here: write its path, for example /it/media-kit/."))
    return _site(response.content)


def _language(path: str) -> str:
    found = language_of(path)
    return found.tag.lower() if found else translation.get_language() or "it"


def _request(path: str) -> HttpRequest:
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", path, path
    request.META.update(
        SERVER_NAME="127.0.0.1", SERVER_PORT="80", REQUEST_METHOD="GET", HTTP_HOST="127.0.0.1"
    )
    request.user = AnonymousUser()
    return request


def _site(html: bytes) -> Site:
    reader = _Reader()
    reader.feed(html.decode())
    site = Site(hashlib.sha256(html).hexdigest(), " ".join(reader.words))
    for source, width, height, place in reader.pictures:
        site.sizes.append((source, width, height))
        pixels = _picture(source) if site.emblem is None and "emblem" in source else None
        if pixels is not None:
            site.emblem, site.beside = pixels, " ".join(reader.words[place : place + 3])
    return site


def _picture(source: str) -> Pixels | None:
    """A picture of our own static files as it looks; None for any other."""
    path = finders.find(source.partition("/static/")[2].split("?")[0]) if "/static/" in source else None
    if not isinstance(path, str) or not path.endswith(".svg"):
        return None
    drawing = drawings.cleaned(Path(path).read_bytes())
    made = files.drawn(drawing.content, drawing.width, drawing.height, WIDE)
    return np.asarray(Image.open(io.BytesIO(made.content)).convert("RGB"))


def judge(site: Site, sight: Sight | None) -> list[Finding]:
    """The findings of a page. Sizes on the screen and the face are the style sheet's: a browser knows them."""
    found: list[Finding] = [*elsewhere(), Finding("VIS-9", Outcome.ELSEWHERE, "in_the_register")]
    found += [Finding("VIS-12", UNKNOWN, "licence_unknown"), _says(site)]
    if sight is None:
        found += [Finding("VIS-1", BROKEN, "no_emblem"), Finding("VIS-2", BROKEN, "no_emblem")]
        found += [Finding(rule, UNKNOWN, "emblem_absent") for rule in ("VIS-3", "VIS-4", "VIS-5", "VIS-6")]
        return with_risk([*found, Finding("VIS-8", BROKEN, "statement_missing")])
    found += _drawn(site, sight)
    said = next((sentence for sentence, _a, _b in find(site.beside)), "")
    if said:
        found += [
            Finding("VIS-2", MET, "sentence_found", {"sentence": said}),
            Finding("VIS-8", MET, "statement_there"),
        ]
    else:
        missing = {"sentence": OFFICIAL["it"]}
        found += [
            Finding("VIS-2", BROKEN, "sentence_missing", missing),
            Finding("VIS-8", BROKEN, "statement_missing"),
        ]
    found += [Finding("VIS-3", UNKNOWN, "font_unread"), Finding("VIS-4", UNKNOWN, "colour_unread")]
    return with_risk(found)


def _drawn(site: Site, sight: Sight) -> Iterable[Finding]:
    emblem = sight.emblem
    size = next(((w, h) for source, w, h in site.sizes if "emblem" in source and h), None)
    if size is not None and size[1] < LEAST_ON_A_PAGE:
        yield Finding("VIS-1", BROKEN, "emblem_small_page", {"px": round(size[1]), "least": LEAST_ON_A_PAGE})
    else:
        yield Finding("VIS-1", MET, "emblem_on_page")
    whole = emblem.is_whole
    yield Finding("VIS-5", MET if whole else BROKEN, "unchanged_alone" if whole else "something_on_it")
    stretched = size is not None and abs(size[0] / size[1] - 1.5) > 0.05
    if emblem.is_stretched or stretched:
        proportion = size[0] / size[1] if size else emblem.proportion
        yield Finding("VIS-6", BROKEN, "stretched", {"found": f"{proportion:.2f}:1"})
    elif emblem.is_mono or (emblem.is_blue_right and emblem.is_yellow_right):
        yield Finding("VIS-6", MET, "colours_ok")
    else:
        yield Finding("VIS-6", BROKEN, "blue_wrong", {"found": written(emblem.field)})


def _says(site: Site) -> Finding:
    words = site.words.lower()
    missing = [name for name, any_of in SAYS.items() if not any(word in words for word in any_of)]
    if missing:
        return Finding("VIS-7", BROKEN, "page_silent", {"missing": ", ".join(missing)})
    return Finding("VIS-7", MET, "page_says")
