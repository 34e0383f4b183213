# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever is given to the checker, it answers with a sentence that says what to do, and never with a crash."""

import io
import struct
import time
import zlib
from collections.abc import Callable, Iterator

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter

from lgnet.mediakit import seeing
from lgnet.mediakit.files import FileRefused
from lgnet.mediakit.making import drawing
from lgnet.mediakit.making.designs import Design, Words
from lgnet.mediakit.seeing import papers

DESIGN = Design("slide", "it", "Comune di Sassari", Words("Porte aperte", "Un pomeriggio insieme."))


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def written(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def pages(count: int, *, emblem_on: int | None = None) -> bytes:
    writer, made = PdfWriter(), PdfReader(io.BytesIO(drawing.draw(DESIGN, "pdf").content)).pages[0]
    for n in range(count):
        if n == emblem_on:
            writer.add_page(made)
        else:
            writer.add_blank_page(595, 842)
    return written(writer)


def locked() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt("segreto", algorithm="RC4-128")
    return written(writer)


def bomb(times: int = 1) -> bytes:
    """A page whose content unpacks to four hundred million signs, packed once or twice."""
    packed = zlib.compressobj(9)
    content = b"".join(packed.compress(b" " * 2**20) for _ in range(400)) + packed.flush()
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    filters = b"[" + b"/FlateDecode " * times + b"]"
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length " + str(len(content)).encode() + b"/Filter" + filters + b">>stream\n" + content
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip


def huge_png() -> bytes:
    head = struct.pack(">II5B", 10_000, 10_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + b"IHDR"
        + head
        + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    )


def cmyk() -> bytes:
    target = io.BytesIO()
    Image.new("CMYK", (600, 400), (100, 20, 0, 0)).save(target, "JPEG")
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (locked, "asks for a password: save it without"),
        (lambda: pages(300), "has 300 pages, and at most 200"),
        (bomb, "unpacks to more than a computer can hold"),
        (lambda: bomb(2), "unpacks to more than a computer can hold"),
        (lambda: b"%PDF-1.7\nnothing", "This PDF is damaged"),
        (huge_png, "100 million pixels"),
        (cmyk, "save it as RGB"),
        (lambda: b"", "none of the kinds"),
        (lambda: b"PK\x03\x04" + b"\x00" * 40, "send the files one by one"),
    ],
)
def test_what_cannot_be_looked_at_is_refused_with_what_to_do(
    content: Callable[[], bytes], sentence: str
) -> None:
    with pytest.raises(FileRefused, match=sentence):
        seeing.look(content(), name="x")


def test_a_drawing_with_a_program_is_looked_at_without_it() -> None:
    svg = drawing.draw(DESIGN, "svg").content
    spoiled = svg.replace(b"</svg>", b"<script>fetch('https://example.org')</script></svg>")
    kept = {one.rule: str(one.outcome) for one in seeing.look(spoiled, name="x.svg").findings}
    assert kept["VIS-1"] == kept["VIS-6"] == "met"


@pytest.mark.parametrize("emblem_on", [0, 5, 38, 39])
def test_of_a_long_document_the_cover_and_the_back_are_looked_at(emblem_on: int) -> None:
    found = {one.rule: one for one in seeing.look(pages(40, emblem_on=emblem_on), name="x").findings}
    assert found["VIS-1"].outcome == found["VIS-2"].outcome == "met"


def test_an_emblem_that_may_be_on_a_page_that_was_not_looked_at_is_not_called_missing() -> None:
    found = {one.rule: one for one in seeing.look(pages(40, emblem_on=20), name="x").findings}
    assert (str(found["VIS-1"].outcome), found["VIS-1"].values) == ("unknown", {"n": 32})
    short = {one.rule: one for one in seeing.look(pages(8), name="x").findings}
    assert short["VIS-1"].outcome == "broken"


def test_an_ordinary_document_unpacks_within_bounds() -> None:
    assert papers.unpacks_within_bounds(drawing.draw(DESIGN, "pdf").content)


def test_what_only_looks_packed_costs_nothing_and_too_many_streams_are_refused() -> None:
    looks_packed = b"stream\nx\x00" * 200_000  # the second byte does not fit the first
    begun = time.process_time()
    assert papers.unpacks_within_bounds(b"%PDF-1.7\n" + looks_packed)
    assert time.process_time() - begun < 5

    packed = b"stream\n" + zlib.compress(b"q") + b"\nendstream\n"
    assert papers.unpacks_within_bounds(packed * 1_000)
    assert not papers.unpacks_within_bounds(packed * (papers.MOST_STREAMS + 1))


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_bytes_after_the_head_of_a_pdf_break_the_checker(rest: bytes) -> None:
    with pytest.raises(FileRefused):
        seeing.look(b"%PDF-1.7\n" + rest, name="x.pdf")
