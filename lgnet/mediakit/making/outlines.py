# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Drawings that hold drawings: typesetting packs a mark as a picture, and here it becomes part of the drawing."""

import base64
import re

_PACKED = re.compile(r"<image\b[^>]*data:image/svg\+xml;base64,[^>]*/>")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')


def whole(svg: bytes) -> bytes:
    """A drawing in which the marks are drawn too, not packed as pictures: editors open and change nothing else."""

    def unpacked(found: re.Match[str]) -> str:
        given = dict(_ATTRIBUTE.findall(found.group(0)))
        inner = base64.b64decode((given.get("href") or given["xlink:href"]).partition(",")[2]).decode()
        inner = inner[inner.index("<svg") :]
        place = " ".join(f'{name}="{given[name]}"' for name in ("x", "y", "width", "height") if name in given)
        moved = given.get("transform", "")
        inner = re.sub(r'(<svg\b[^>]*?)\s(?:width|height)="[^"]*"', r"\1", inner, count=1)
        inner = re.sub(r'(<svg\b[^>]*?)\s(?:width|height)="[^"]*"', r"\1", inner, count=1)
        inner = inner.replace("<svg", f'<svg {place} preserveAspectRatio="none"', 1)
        return f'<g transform="{moved}">{inner}</g>' if moved else inner

    return _PACKED.sub(unpacked, svg.decode()).encode()
