# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Colours as people see them: distances in CIELAB, and masks of the pixels of one colour."""

import colorsys
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from lgnet.mediakit.seeing.blobs import Mask

Pixels = NDArray[np.uint8]
Colour = tuple[int, int, int]
REFLEX_BLUE: Colour = (0, 51, 153)
YELLOW: Colour = (255, 204, 0)
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = np.array([0.9505, 1.0, 1.089])


def lab(colours: NDArray[np.floating] | NDArray[np.uint8]) -> NDArray[np.float64]:
    """sRGB (0 to 255) in CIELAB, D65."""
    share = np.asarray(colours, float) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    xyz = linear @ _TO_XYZ.T / _WHITE
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)


def apart(one: Colour, other: Colour) -> float:
    """How far two colours are apart (CIE 1976); 2 is just seen, 100 is black and white."""
    return float(np.linalg.norm(lab(np.array(one)) - lab(np.array(other))))


def written(colour: Colour) -> str:
    """As web pages write it."""
    return "#{:02X}{:02X}{:02X}".format(*colour)


def hue(colour: Colour) -> tuple[float, float, float]:
    """Hue in degrees, lightness and saturation from 0 to 1."""
    turn, light, vivid = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    return 360 * turn, light, vivid


def median(pixels: NDArray[np.uint8]) -> Colour:
    """The colour in the middle of many."""
    red, green, blue = (round(float(value)) for value in np.median(pixels.reshape(-1, 3), axis=0))
    return red, green, blue


def differs(pixels: Pixels, colour: Colour, by: int) -> Mask:
    """Pixels that are not of a colour, by the largest difference of a channel."""
    found: Mask = np.abs(pixels.astype(np.int16) - np.array(colour, np.int16)).max(axis=-1) > by
    return found


def _lighter(pixels: Pixels) -> Mask:
    """What is lighter than what surrounds it: small stars of a packed picture lose their colour, not their light."""
    grey = Image.fromarray(pixels).convert("L")
    around = np.asarray(grey.filter(ImageFilter.BoxBlur(11)), np.int16)
    found: Mask = np.asarray(grey, np.int16) - around > 26
    return found


def masks(pixels: Pixels) -> Iterator[tuple[str, Mask]]:
    """Where stars could be: by hue, and the bright and the dark."""
    p = pixels.astype(np.int16)
    red, green, blue = p[..., 0], p[..., 1], p[..., 2]
    most, least = p.max(-1), p.min(-1)
    span = most - least
    hue = np.zeros(most.shape)
    some = span > 0
    safe = np.where(some, span, 1)
    hue = np.where(
        most == red,
        (green - blue) / safe % 6,
        np.where(most == green, (blue - red) / safe + 2, (red - green) / safe + 4),
    )
    hue *= 60
    vivid = (span > 0.3 * np.maximum(most, 1)) & (most > 70)
    yield "yellow", vivid & (hue >= 32) & (hue <= 70) & (most > 120)
    yield "bright", (least > 165) & (span < 60)
    yield "dark", most < 95
    yield "lighter", _lighter(pixels)
    yield "red", vivid & ((hue < 32) | (hue > 325))
    yield "green", vivid & (hue > 70) & (hue < 175)
    yield "blue", vivid & (hue >= 175) & (hue < 262)
    yield "magenta", vivid & (hue >= 262) & (hue <= 325)
