# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sizes and formats in which pictures of the site are shown; made when the picture comes in."""

from collections.abc import Mapping
from typing import Any

from wagtail.images.models import Filter

WIDTHS = (480, 960, 1440)
FORMATS = {"image/avif": "format-avif|avifquality-60", "image/webp": "format-webp|webpquality-78"}
WIDE = {kind: tuple(f"width-{width}|{form}" for width in WIDTHS) for kind, form in FORMATS.items()}
PLAIN = "width-960|format-jpeg|jpegquality-80|bgcolor-ffffff"  # for whatever reads neither
CARD = "fill-600x340|format-webp|webpquality-78"
ALL = (*WIDE["image/avif"], *WIDE["image/webp"], PLAIN, CARD)


def sizes_of(picture: Any) -> Mapping[str, Any]:
    """Its sizes as it is cut now, by what they are for; one cut around another point is not shown. No query."""
    cut = {size: Filter(spec=size).get_cache_key(picture) for size in ALL}
    return {
        each.filter_spec: each
        for each in picture.renditions.all()
        if cut.get(each.filter_spec) == each.focal_point_key
    }


def make_sizes(picture: Any) -> None:
    """Every size in which visitors see a picture: they may write nothing, so it is made beforehand."""
    picture.get_renditions(*ALL)
    picture.file.close()
