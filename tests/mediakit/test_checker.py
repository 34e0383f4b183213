# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The generator keeps the rules, the checker sees when they are broken, and both say the same of the same layout."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from pypdf import PdfReader

from lgnet.core.authz import Refused
from lgnet.mediakit import rules, seeing
from lgnet.mediakit.files import FileRefused
from lgnet.mediakit.making import drawing
from lgnet.mediakit.making.designs import KINDS, Design, Words, make
from lgnet.mediakit.making.layout import Box, Layout
from lgnet.mediakit.making.selfcheck import check
from lgnet.mediakit.making.sentences import LANGUAGES, OFFICIAL
from lgnet.mediakit.models import Verdict
from lgnet.mediakit.seeing import blobs, words
from lgnet.mediakit.seeing.judging import is_allowed
from lgnet.mediakit.shipped import assets

WORDS = Words("Porte aperte", "Un pomeriggio insieme.", "11 dicembre", "Via Balbi 5", "079 000 000")
DESIGN = Design("poster", "it", "Comune di Sassari", WORDS)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def outcomes(found: list[rules.Finding]) -> dict[str, str]:
    return {one.rule: str(one.outcome) for one in found}


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("form", ["pdf", "svg", "png"])
def test_what_the_generator_makes_keeps_the_rules_for_the_eye_too(kind: str, form: str) -> None:
    made = drawing.draw(replace(DESIGN, kind=kind), form)
    assert rules.together(made.findings) == Verdict.PASSED
    looked = seeing.look(made.content, name=f"x.{form}")
    assert rules.together(looked.findings) == Verdict.PASSED, [
        (one.rule, one.sentence()) for one in looked.findings if one.outcome in {"broken", "unknown"}
    ]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_in_every_language_the_sentence_is_an_official_one(language: str) -> None:
    layout = make(replace(DESIGN, language=language, kind="card"))
    assert layout.of("sentence")[0].text == OFFICIAL.get(language, OFFICIAL["it"])
    assert bool(layout.of("translation")) == (language not in OFFICIAL)
    assert rules.together(check(layout)) == Verdict.PASSED


def test_the_pdf_is_tagged_and_reads_in_order() -> None:
    reader = PdfReader(io.BytesIO(drawing.draw(DESIGN, "pdf").content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    text = reader.pages[0].extract_text()
    assert text.index("Porte aperte") < text.index("Un pomeriggio") < text.index("079 000 000")


@given(
    name=st.text(min_size=1, max_size=60),
    kind=st.sampled_from(list(KINDS)),
    language=st.sampled_from(list(LANGUAGES)),
)
@settings(max_examples=60, deadline=None)
def test_no_name_however_long_makes_a_mark_larger_than_the_emblem(
    name: str, kind: str, language: str
) -> None:
    layout = make(Design(kind, language, name, WORDS))
    emblem = layout.of("emblem")[0]
    for one in (*layout.of("logo"), *layout.of("mark")):
        assert one.height <= emblem.height
        assert one.x >= layout.of("sentence")[0].right - 0.01 and one.right <= layout.width
    assert rules.together(check(layout)) == Verdict.PASSED


def changed(layout: Layout, part: str, **more: object) -> Layout:
    boxes = tuple(replace(box, **more) if box.part == part else box for box in layout.boxes)  # type: ignore[arg-type]
    return replace(layout, boxes=boxes)


def _with_a_large_mark(layout: Layout) -> Layout:
    """A mark of 65 by 42 millimetres on a plate of its own, beside an emblem of 42 by 28."""
    emblem = layout.of("emblem")[0]
    plate = Box("ground", 200, emblem.y - 10, 65, 42, ground="#cc3333")
    large = replace(plate, part="mark", text="LGNET", picture="lgnet-wordmark")
    kept = tuple(box for box in layout.boxes if box.part not in {"mark", "logo"})
    return replace(layout, boxes=(*kept, plate, large))


BREAKS: dict[str, tuple[str, Callable[[Layout], Layout]]] = {
    "small": ("VIS-1", lambda a: changed(a, "emblem", width=9.0, height=6.0)),
    "absent": ("VIS-1", lambda a: replace(a, boxes=tuple(b for b in a.boxes if b.part != "emblem"))),
    "far": ("VIS-2", lambda a: changed(a, "sentence", y=340.0, x=180.0)),
    "red": ("VIS-4", lambda a: changed(a, "sentence", fill="#CC0022")),
    "stretched": ("VIS-6", lambda a: changed(a, "emblem", width=54.0)),
    "larger mark": ("VIS-5", _with_a_large_mark),
}


@pytest.mark.parametrize("name", list(BREAKS))
def test_the_eye_and_the_numbers_say_the_same_of_what_is_broken(name: str) -> None:
    rule, change = BREAKS[name]
    layout = change(make(DESIGN))
    pdf = drawing.picture(layout, "pdf", author="x")

    assert outcomes(check(layout))[rule] == "broken"
    assert outcomes(seeing.look(pdf, name="x.pdf").findings)[rule] == "broken"


def test_a_product_that_breaks_a_rule_does_not_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    slide = BREAKS["red"][1](make(replace(DESIGN, kind="slide")))
    monkeypatch.setitem(KINDS, "poster", lambda _design: slide)
    with pytest.raises(Refused, match="#CC0022"):
        drawing.draw(DESIGN, "pdf")


def test_words_that_do_not_fit_do_not_leave_and_are_measured() -> None:
    long = replace(DESIGN, words=replace(WORDS, text="Una frase lunga. " * 80))
    (found,) = drawing.too_long(make(long), author="x")
    assert found.name == "text" and 300 < found.characters < 1300
    fits = replace(WORDS, text=("Una frase lunga. " * 80)[: 1359 - found.characters - 120])
    assert not drawing.too_long(make(replace(DESIGN, words=fits)), author="x")
    with pytest.raises(Refused, match="does not fit"):
        drawing.draw(long, "png")


def test_the_shipped_lock_ups_are_recognised_in_colour_in_black_and_on_colour() -> None:
    for one in assets():
        if one.code.startswith("eu-"):
            assert (
                rules.together(seeing.look(one.path.read_bytes(), name=one.code).findings) == Verdict.PASSED
            ), one.code


def _poster_pixels() -> Image.Image:
    return Image.open(io.BytesIO(drawing.draw(replace(DESIGN, kind="card"), "png").content)).convert("RGB")


def _png(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def _emblem_box() -> tuple[int, int, int, int]:
    layout = make(replace(DESIGN, kind="card"))
    box, scale = layout.of("emblem")[0], layout.pixels / layout.width
    return round(box.x * scale), round(box.y * scale), round(box.right * scale), round(box.bottom * scale)


@pytest.mark.parametrize(
    ("rule", "why", "spoil"),
    [
        ("VIS-5", "something_on_it", lambda d, b: d.rectangle((b[0] + 55, b[1] + 38, b[0] + 95, b[1] + 62), "red")),
        ("VIS-5", "star_count", lambda d, b: d.rectangle((b[0] + 66, b[1] + 8, b[0] + 84, b[1] + 26), fill="#003399")),
        ("VIS-6", "no_edge", lambda d, b: d.rectangle((0, b[1] - 30, 1200, b[1] - 1), fill="#003399")),
    ],
)  # fmt: skip
def test_a_picture_that_was_tampered_with_is_seen(
    rule: str, why: str, spoil: Callable[[ImageDraw.ImageDraw, tuple[int, int, int, int]], None]
) -> None:
    picture, box = _poster_pixels(), _emblem_box()
    draw = ImageDraw.Draw(picture)
    spoil(draw, box)
    if why == "no_edge":
        for side in ((0, box[1], box[0], 630), (0, box[3], 1200, 630), (box[2], box[1], 1200, 630)):
            draw.rectangle(side, fill="#003399")
    found = {one.rule: one for one in seeing.look(_png(picture), name="x.png").findings}
    assert (str(found[rule].outcome), found[rule].why) == ("broken", why)


def test_ten_or_fifteen_stars_are_no_emblem() -> None:
    for count in (10, 15):
        picture = Image.new("RGB", (900, 600), "#003399")
        draw = ImageDraw.Draw(picture)
        for n in range(count):
            turn = 2 * np.pi * n / count
            x, y = 450 + 200 * np.sin(turn), 300 - 200 * np.cos(turn)
            draw.regular_polygon((x, y, 30), 5, fill="#FFCC00")
        assert outcomes(seeing.look(_png(picture), name="x.png").findings)["VIS-1"] == "broken"


def test_a_damaged_or_foreign_file_is_refused_with_a_sentence() -> None:
    with pytest.raises(FileRefused, match="damaged"):
        seeing.look(b"%PDF-1.7\nnothing", name="x.pdf")
    with pytest.raises(FileRefused, match="Send a PDF"):
        seeing.look(b"OTTO" + b"\x00" * 20, name="x.otf")


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Progetto cofinanziato dall'Unione europea nel 2026", True, False),
        ("PROGETTO COFINANZIATO DALL’UNIONE\nEUROPEA", True, False),
        ("Finanziato dall’UE", False, True),
        ("Co-funded by the EU", False, True),
        ("Cofinanziato\ndall’UE", False, True),
        ("Finanziato dal Comune. L'UE è un'altra cosa.", False, False),
    ],
)
def test_the_sentence_is_read_in_full_or_as_short(text: str, full: bool, short: bool) -> None:
    assert bool(list(words.find(text))) == full
    assert bool(words.shortened(text)) == short


@pytest.mark.parametrize(
    ("face", "allowed"),
    [("ArialMT", True), ("Ubuntu-Regular", True), ("TrebuchetMS", True), ("Calibri", True), ("EBGaramond", False),
     ("ArialNarrow", False), ("TitilliumWeb", False), ("UbuntuMono-Regular", False), ("NotoSans", False)],
)  # fmt: skip
def test_only_the_eight_faces_are_allowed(face: str, allowed: bool) -> None:
    assert is_allowed(face) == allowed


@given(st.integers(0, 2**32 - 1), st.floats(0.05, 0.7))
@settings(max_examples=40, deadline=None)
def test_patches_are_those_of_a_plain_flood_fill(seed: int, share: float) -> None:
    mask = np.random.default_rng(seed).random((14, 17)) < share
    assert sorted(blobs.find(mask).area) == sorted(_slowly(mask))


def _slowly(mask: blobs.Mask) -> list[float]:
    left, areas = {(int(y), int(x)) for y, x in zip(*np.nonzero(mask), strict=True)}, []
    while left:
        todo, area = [left.pop()], 0
        while todo:
            y, x = todo.pop()
            area += 1
            near = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= near
            todo += near
        areas.append(float(area))
    return areas


def test_findings_are_kept_as_codes_and_read_in_the_language_of_the_reader() -> None:
    kept = [one.as_json() for one in check(make(DESIGN))]
    with override("it"):
        assert "L’emblema è alto 28 mm." in [one.sentence() for one in rules.read(kept)]
    assert "The emblem is 28 mm high." in [one.sentence() for one in rules.read(kept)]
    assert rules.read([{"rule": "VIS-1", "outcome": "met", "why": "of a later version"}]) == []
