# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures in pixels: refused before they are opened where too large, turned upright, in sRGB, without EXIF or GPS."""

import io
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from lgnet.mediakit.files.kinds import FileKind, FileRefused, pixels

MOST_PIXELS = 40_000_000  # a good camera of today; a hundred million pixels would take 400 MB to open
_FORMATS = {FileKind.PNG: "PNG", FileKind.JPEG: "JPEG", FileKind.WEBP: "WEBP"}
_PLAIN = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})


@dataclass(frozen=True)
class Cleaned:
    """A picture that may be kept, and what was taken out of it or changed, as sentences."""

    content: bytes
    width: int
    height: int
    remarks: tuple[str, ...] = ()


def opened(content: bytes, kind: FileKind) -> Image.Image:
    """The picture, its pixels loaded. Raises FileRefused where it is too large or damaged."""
    width, height = pixels(content, kind)
    if width * height > MOST_PIXELS:
        raise FileRefused(
            _("This picture has %(n)s million pixels, and at most %(most)s are taken: make it smaller.")
            % {"n": round(width * height / 1e6), "most": MOST_PIXELS // 1_000_000}
        )
    try:
        picture = Image.open(io.BytesIO(content), formats=[_FORMATS[kind]])
        if picture.size != (width, height):
            raise FileRefused(_("This picture is damaged: its head does not say how large it is."))
        picture.load()
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError, Image.DecompressionBombError) as wrong:
        raise FileRefused(_("This picture is damaged and does not open.")) from wrong
    return picture


def plain(content: bytes, kind: FileKind) -> tuple[Image.Image, tuple[str, ...]]:
    """The picture upright and in sRGB, with nothing beside its pixels, and what was taken out or changed."""
    picture = opened(content, kind)
    if getattr(picture, "n_frames", 1) > 1:
        raise FileRefused(_("This picture moves: send one still picture, or a video."))
    remarks = _hidden(picture)
    found, turned = _in_srgb(ImageOps.exif_transpose(picture), picture.info.get("icc_profile"))
    found.info = {}  # else the profile and notes of programs would be written again
    return found, (*remarks, *turned)


def cleaned(content: bytes, kind: FileKind) -> Cleaned:
    """The picture written anew: upright, in sRGB, with nothing in it but its pixels."""
    found, remarks = plain(content, kind)
    target = io.BytesIO()
    if kind == FileKind.JPEG:
        write(found.convert("RGB"), target, "JPEG", quality=92, optimize=True)
    elif kind == FileKind.WEBP:
        write(found, target, "WEBP", quality=92, method=4)
    else:
        write(found, target, "PNG")
    return Cleaned(target.getvalue(), *found.size, remarks)


def write(picture: Image.Image, target: io.BytesIO, form: str, **how: object) -> None:
    """Write a picture. Named here once: everywhere else `save` is what rows do."""
    _write = Image.Image.save
    _write(picture, target, form, **how)


def _hidden(picture: Image.Image) -> list[str]:
    exif = picture.getexif()
    found = []
    if exif.get_ifd(0x8825):
        found.append(_("the place where it was taken (GPS)"))
    if len(exif):
        found.append(_("the camera's notes (EXIF)"))
    if any(name in picture.info for name in ("xmp", "XML:com.adobe.xmp", "photoshop", "comment")):
        found.append(_("notes of a program (XMP)"))
    return found


def _in_srgb(picture: Image.Image, profile: bytes | None) -> tuple[Image.Image, list[str]]:
    """The picture in sRGB, without a profile. Raises FileRefused where its colours cannot be known."""
    if picture.mode == "CMYK" and not profile:
        raise FileRefused(
            _("This picture is in the colours of print (CMYK) and says of none how it looks: save it as RGB.")
        )
    if picture.mode != "CMYK" and picture.mode not in _PLAIN:
        raise FileRefused(
            _("This picture is written as %(mode)s, which browsers cannot show: save it as RGB with 8 bits.")
            % {"mode": picture.mode}
        )
    if picture.mode != "CMYK":
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    return _turned(picture, profile) if profile else (picture, [])


def _turned(picture: Image.Image, profile: bytes) -> tuple[Image.Image, list[str]]:
    """The picture from its own colours to sRGB."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        name = ImageCms.getProfileDescription(source).strip()
        if name.lower().startswith("srgb"):
            return picture, []
        alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
        flat = picture.convert("RGB") if alpha else picture
        changed = ImageCms.profileToProfile(flat, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        assert changed is not None  # noqa: S101 - not changed in place
    except (ImageCms.PyCMSError, OSError) as wrong:
        raise FileRefused(_("The colour profile of this picture is damaged: save it as sRGB.")) from wrong
    if alpha:
        changed.putalpha(alpha)
    return changed, [_("colours of %(profile)s, now sRGB") % {"profile": name[:60]}]


def as_png(content: bytes, kind: FileKind) -> bytes:
    """The same picture as PNG."""
    target = io.BytesIO()
    write(opened(content, kind), target, "PNG")
    return target.getvalue()
