# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The square code that somebody shows at the door of an event.

It holds an address whose link shows a registration and can do nothing to it: whoever takes a photo of the code cannot
cancel the place. Whoever keeps the door checks in with it.
"""

import uuid
from base64 import b64encode
from io import BytesIO

import qrcode
import qrcode.image.svg
from django.conf import settings
from django.urls import reverse

from lgnet.society.links import Purpose, token

BORDER = 3  # white around it, in modules


def door_address(registration: uuid.UUID) -> str:
    """What the square code holds; the id stands first in its link, so that the list knows it without a connection."""
    return settings.SITE_ADDRESS + reverse("society:shown_code", args=[token(Purpose.DOOR, registration)])


def picture(address: str) -> str:
    """The code as a picture that stands in the page itself."""
    drawn = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathFillImage, border=BORDER)
    return f"data:image/svg+xml;base64,{b64encode(drawn.to_string()).decode()}"


def file(address: str) -> bytes:
    """The code as a file to go with a letter (PNG)."""
    out = BytesIO()
    qrcode.make(address, border=BORDER, box_size=8).save(out)
    return out.getvalue()
