# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sizes and formats in which pictures of the site are shown; made when the picture comes in."""

from typing import Any

WIDTHS = (480, 960, 1440)
FORMATS = {"image/avif": "format-avif|avifquality-60", "image/webp": "format-webp|webpquality-78"}
WIDE = {kind: tuple(f"width-{width}|{form}" for width in WIDTHS) for kind, form in FORMATS.items()}
PLAIN = "width-960|format-jpeg|jpegquality-80|bgcolor-ffffff"  # for whatever reads neither
CARD = "fill-600x340|format-webp|webpquality-78"
ALL = (*WIDE["image/avif"], *WIDE["image/webp"], PLAIN, CARD)


def make_sizes(picture: Any) -> None:
    """Every size in which visitors see a picture: they may write nothing, so it is made beforehand."""
    picture.get_renditions(*ALL)
    picture.file.close()
