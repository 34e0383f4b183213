# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files that strangers send: known by content, cleaned of what does harm or tells too much, or refused with why."""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from lgnet.mediakit import files
from lgnet.mediakit.files import FileKind, FileRefused, drawings
from tests.factories.mediakit import SVG, photo

BEGIN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def svg(inside: bytes) -> bytes:
    return BEGIN + inside + b'<rect width="9" height="9"/></svg>'


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (b"<script>alert(1)</script>", "a script"),
        (b"<foreignObject><p>x</p></foreignObject>", "foreignObject"),
        (b'<rect width="1" onload="x()"/>', "instructions that run"),
        (b'<image href="https://example.org/pixel.png"/>', "fetched from elsewhere"),
        (b'<use xlink:href="//example.org/a.svg#b"/>', "fetched from elsewhere"),
        (b"<style>@import url(https://example.org/a.css);</style>", "fetched from elsewhere"),
        (b'<rect style="fill:url(https://example.org/#x)"/>', "fetched from elsewhere"),
        (b'<a href="javascript:alert(1)"><rect width="1"/></a>', "fetched from elsewhere"),
        (b'<image href="data:image/svg+xml;base64,PHN2Zz4="/>', "fetched from elsewhere"),
        (b'<animate attributeName="href" values="javascript:x()"/>', "animate"),
    ],
)
def test_what_a_browser_could_run_or_fetch_is_taken_out_and_told(inside: bytes, told: str) -> None:
    found = drawings.cleaned(svg(inside))

    assert any(told in remark for remark in found.remarks), found.remarks
    for word in (b"script", b"foreignObject", b"onload", b"example.org", b"javascript", b"import", b"base64"):
        assert word not in found.content
    assert b"<rect" in found.content


def test_a_clean_drawing_stays_as_it_is_and_nothing_is_told() -> None:
    found = drawings.cleaned(SVG)

    assert found.remarks == ()
    assert (found.width, found.height) == (200, 100)
    assert b"#0066cc" in found.content


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(b""), "entities"),
        (b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg(b"<text>&x;</text>"), "entities"),
        (BEGIN + b"<g>" * 80 + b"</g>" * 80 + b"</svg>", "nested"),
        (BEGIN + b"<rect/>" * 20_001 + b"</svg>", "too many parts"),
        (svg(b"<g"), "well-formed"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', "viewBox"),
        (BEGIN + b'<g id="a"><use href="#a"/></g></svg>', "repeats itself"),
    ],
)
def test_a_drawing_that_could_tie_the_computer_up_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(FileRefused, match=why):
        drawings.cleaned(content)


def test_a_drawing_that_uses_itself_many_times_over_is_refused() -> None:
    layers = [b'<g id="l0"><rect width="1" height="1"/></g>']
    layers += [b'<g id="l%d">' % n + b'<use href="#l%d"/>' % (n - 1) * 60 + b"</g>" for n in range(1, 5)]
    with pytest.raises(FileRefused, match="repeats itself"):
        drawings.cleaned(BEGIN + b"".join(layers) + b'<use href="#l4"/></svg>')


def _png_head(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def test_a_hundred_million_pixels_are_refused_by_the_head_of_the_file_alone() -> None:
    head_without_picture = _png_head(10_000, 10_000)  # there is nothing to open behind it
    with pytest.raises(FileRefused, match="100 million pixels"):
        files.take([head_without_picture])


def test_a_head_that_lies_is_found_out() -> None:
    small = io.BytesIO()
    Image.new("RGB", (20, 20)).save(small, "PNG")
    whole = small.getvalue()
    with pytest.raises(FileRefused, match="damaged"):
        files.take([_png_head(40, 40) + whole[33:]])


def test_where_a_photo_was_taken_does_not_leave() -> None:
    taken = files.take([photo()])

    assert taken.kind == FileKind.JPEG
    with Image.open(io.BytesIO(taken.content)) as picture:
        assert not len(picture.getexif())
        assert picture.size == (1600, 1000)
    assert any("GPS" in remark for remark in taken.remarks)
    assert {made.label for made in taken.made} == {"webp-480", "webp-1280", "jpg-1600"}


def test_a_photo_that_lies_on_its_side_is_put_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = io.BytesIO()
    Image.new("RGB", (60, 40)).save(lying, "JPEG", exif=exif)

    taken = files.take([lying.getvalue()])

    assert (taken.width, taken.height) == (40, 60)


def test_colours_of_print_without_a_profile_are_refused_with_what_to_do() -> None:
    target = io.BytesIO()
    Image.new("CMYK", (30, 30), (0, 255, 255, 0)).save(target, "JPEG")
    with pytest.raises(FileRefused, match=r"CMYK.*save it as RGB"):
        files.take([target.getvalue()])


def test_a_profile_of_other_colours_is_turned_to_srgb_and_told() -> None:
    wide = _wide_profile()
    target = io.BytesIO()
    Image.new("RGB", (30, 30), (0, 255, 0)).save(target, "PNG", icc_profile=wide)

    taken = files.take([target.getvalue()])

    assert any("now sRGB" in remark for remark in taken.remarks)
    with Image.open(io.BytesIO(taken.content)) as picture:
        assert "icc_profile" not in picture.info


def _wide_profile() -> bytes:
    """sRGB under another name, as programs write it: what counts is that it is not taken for sRGB by its name."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return plain.replace(b"s\x00R\x00G\x00B\x00 \x00b\x00u", b"W\x00i\x00d\x00e\x00 \x00b\x00u").replace(
        b"\x00s\x00R\x00G\x00B", b"\x00W\x00i\x00d\x00e"
    )


def test_sixteen_bits_and_moving_pictures_are_refused_with_what_to_do() -> None:
    deep = io.BytesIO()
    Image.new("I;16", (8, 8)).save(deep, "PNG")
    with pytest.raises(FileRefused, match="8 bits"):
        files.take([deep.getvalue()])
    moving = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(moving, "WEBP", save_all=True, append_images=frames[1:])
    with pytest.raises(FileRefused, match="moves"):
        files.take([moving.getvalue()])


@pytest.mark.parametrize(
    ("content", "kind"),
    [(SVG, "svg"), (photo(40, 40), "jpg"), (b"%PDF-1.7\n", "pdf"), (b"OTTO" + b"\x00" * 9, "otf")],
)
def test_content_says_what_a_file_is(content: bytes, kind: str) -> None:
    assert files.sniff(content) == kind


@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00", b"<html><body>x</body></html>", b"PK\x03\x04nothing", b"text", b""]
)
def test_what_is_none_of_the_kinds_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        files.take([content])


@given(st.binary(max_size=300))
def test_no_bytes_break_the_door(content: bytes) -> None:
    for start in (
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"RIFF0000WEBP",
        b"<svg ",
        b"%PDF-",
        b"PK\x03\x04",
    ):
        with suppress(FileRefused):
            files.take([start + content])


def test_a_video_that_says_where_it_was_taken_and_a_pdf_with_a_program_are_refused() -> None:
    with pytest.raises(FileRefused, match="where it was taken"):
        files.take([b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 40 + b"\xa9xyz+44.4+008.9/"])
    with pytest.raises(FileRefused, match="program"):
        files.take([b"%PDF-1.7\n1 0 obj << /S /JavaScript /JS (x) >> endobj"])


def test_names_of_downloads_are_plain() -> None:
    assert files.named("../../Il Marchio (nuovo).SVG", FileKind.SVG) == "il-marchio-nuovo.svg"
    assert files.named("\u202eexe.gnp", FileKind.PNG) == "exe.png"
