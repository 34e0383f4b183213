# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sentence in a picture is read: in full, shortened, missing; and where it cannot be read, that is said."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from lgnet.mediakit import rules, seeing
from lgnet.mediakit.making import drawing
from lgnet.mediakit.making.designs import Design, Words, make
from lgnet.mediakit.making.sentences import OFFICIAL, TRANSLATED
from lgnet.mediakit.models import Verdict
from lgnet.mediakit.seeing import reading, statement
from lgnet.ui.paper.legible import FONTS

WORDS = Words("Porte aperte", "Un pomeriggio insieme.", "11 dicembre", "Via Balbi 5", "079 000 000")
DESIGN = Design("card", "it", "Comune di Sassari", WORDS)
needs_reader = pytest.mark.skipif(
    not reading.is_there(), reason="there is no reader of letters for this machine"
)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def card(
    words: str | None, *, face: str = "ubuntu-400", fill: str = "#003399", lines: int = 1
) -> Image.Image:
    """A card as a picture; the words beside the emblem are other ones, or none."""
    picture = Image.open(io.BytesIO(drawing.draw(DESIGN, "png").content)).convert("RGB")
    if words is None:
        return picture
    layout = make(DESIGN)
    box, scale = layout.of("emblem")[0], layout.pixels / layout.width
    right, top, bottom = box.right * scale, box.y * scale, box.bottom * scale
    draw = ImageDraw.Draw(picture)
    draw.rectangle((right + 2, top - 20, picture.width, picture.height), fill="white")
    size = (bottom - top) * 0.26
    font = ImageFont.truetype(FONTS / f"{face}.ttf", size)
    parts = words.split()
    cut = len(parts) if lines == 1 else max(1, len(parts) // 2)
    for n, line in enumerate((" ".join(parts[:cut]), " ".join(parts[cut:]))):
        draw.text((right + size, top + size * (0.6 + 1.3 * n)), line, font=font, fill=fill)
    return picture


def told(picture: Image.Image, form: str = "PNG") -> dict[str, rules.Finding]:
    target = io.BytesIO()
    picture.save(target, form, quality=80)
    return {one.rule: one for one in seeing.look(target.getvalue(), name="x").findings}


def outcome(picture: Image.Image, rule: str, form: str = "PNG") -> tuple[str, str]:
    found = told(picture, form)[rule]
    return str(found.outcome), found.why


@needs_reader
@pytest.mark.parametrize("language", list(OFFICIAL))
@pytest.mark.parametrize("lines", [1, 2])
def test_the_sentence_is_read_in_every_language_of_latin_letters(language: str, lines: int) -> None:
    found = told(card(OFFICIAL[language], lines=lines), "JPEG")
    assert (str(found["VIS-2"].outcome), found["VIS-2"].values) == ("met", {"sentence": OFFICIAL[language]})
    assert found["VIS-8"].outcome == "met"


@needs_reader
@pytest.mark.parametrize("words", ["Cofinanziato dall’UE", "Co-funded by the EU", "Finanziato dall’UE"])
def test_a_shortened_sentence_in_a_picture_breaks_the_rule(words: str) -> None:
    found = told(card(words))
    assert (str(found["VIS-2"].outcome), found["VIS-2"].why) == ("broken", "sentence_short")
    assert "UE" in found["VIS-2"].sentence() or "EU" in found["VIS-2"].sentence()
    assert found["VIS-11"].outcome == "broken"


@needs_reader
@pytest.mark.parametrize("words", ["", "Con il sostegno dell’Unione", "Cofinanziato dal Comune di Sassari"])
def test_a_sentence_that_is_not_there_breaks_the_rule(words: str) -> None:
    assert outcome(card(words), "VIS-2") == ("broken", "sentence_missing")


@needs_reader
def test_a_sentence_far_from_the_emblem_is_found_and_called_far() -> None:
    picture = card("")
    ImageDraw.Draw(picture).rectangle((0, 0, picture.width, 120), fill="white")
    ImageDraw.Draw(picture).text(
        (60, 40), OFFICIAL["it"], font=ImageFont.truetype(FONTS / "ubuntu-400.ttf", 30), fill="#003399"
    )
    assert outcome(picture, "VIS-2") == ("broken", "sentence_far")


@needs_reader
def test_what_was_sent_too_small_to_be_read_is_not_called_missing() -> None:
    picture = card("")
    tiny = picture.resize((picture.width // 4, picture.height // 4), Image.Resampling.LANCZOS)
    found = told(tiny)
    assert (str(found["VIS-2"].outcome), found["VIS-2"].why) == ("unknown", "sentence_unread")
    assert rules.together(list(found.values())) != Verdict.PASSED


@needs_reader
def test_another_script_beside_the_emblem_cannot_be_told() -> None:
    assert outcome(card(TRANSLATED["bn"], face="noto-sans-bengali-400"), "VIS-2") == (
        "unknown",
        "sentence_unread",
    )


def test_on_a_machine_without_a_reader_the_checker_works_and_says_that_it_cannot_tell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "tesserocr", None)
    found = told(card(None))
    assert {str(found[rule].outcome) for rule in ("VIS-2", "VIS-3", "VIS-4", "VIS-8")} == {"unknown"}
    assert found["VIS-1"].outcome == "met" and found["VIS-6"].outcome == "met"


@needs_reader
@pytest.mark.parametrize("face", ["ubuntu-400", "arimo-400", "noto-sans-400", "amiri-400"])
def test_a_face_is_called_right_only_where_it_is_beyond_doubt(face: str) -> None:
    picture = card(OFFICIAL["it"], face=face)
    large = picture.resize((picture.width * 2, picture.height * 2), Image.Resampling.LANCZOS)
    is_allowed = face in {"ubuntu-400", "arimo-400"}
    assert (told(large)["VIS-3"].outcome == "met") == is_allowed
    small = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS)
    assert told(small)["VIS-3"].outcome in ({"met", "unknown"} if is_allowed else {"broken", "unknown"})


@needs_reader
def test_letters_in_red_break_the_rule_of_colours() -> None:
    assert outcome(card(OFFICIAL["it"], fill="#CC0022"), "VIS-4") == ("broken", "colour_wrong")
    assert outcome(card(OFFICIAL["it"], fill="#000000"), "VIS-4") == ("met", "colour_ok")


@needs_reader
def test_a_page_laid_askew_on_the_scanner_is_put_straight_first() -> None:
    poster = drawing.draw(replace(DESIGN, kind="poster"), "png").content
    picture = Image.open(io.BytesIO(poster)).convert("RGB")
    picture.thumbnail((1400, 1400))
    scanned = picture.rotate(2.6, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    found = told(scanned, "JPEG")
    assert {str(found[rule].outcome) for rule in ("VIS-1", "VIS-2", "VIS-5", "VIS-6")} == {"met"}


@given(st.sampled_from(list(OFFICIAL.values())), st.text(max_size=12), st.text(max_size=12), st.data())
@settings(max_examples=60, deadline=None)
def test_letters_read_wrongly_are_forgiven_and_words_left_out_are_not(
    sentence: str, before: str, after: str, data: st.DataObject
) -> None:
    letters = list(sentence)
    for place in data.draw(st.lists(st.integers(0, len(letters) - 1), max_size=3, unique=True)):
        letters[place] = "x"
    assert statement.known(f"{before} {''.join(letters)} {after}")
    *most, last = sentence.split()
    left_out = " ".join(most if len(last) > 5 else most[:-1] if len(most[-1]) > 5 else most[:-2])
    assert statement.known(left_out) == ""


@given(st.text("abc", max_size=6), st.text("abc", max_size=9))
@settings(max_examples=80, deadline=None)
def test_wrong_letters_are_those_of_the_best_place_in_the_text(wanted: str, text: str) -> None:
    slow = min(_distance(wanted, text[a:b]) for a in range(len(text) + 1) for b in range(a, len(text) + 1))
    assert statement.wrong_letters(wanted, text) == slow


def _distance(one: str, other: str) -> int:
    if not one or not other:
        return len(one) + len(other)
    return min(
        _distance(one[1:], other) + 1,
        _distance(one, other[1:]) + 1,
        _distance(one[1:], other[1:]) + (one[0] != other[0]),
    )
