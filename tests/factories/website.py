# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures of the public site, as its editors bring them in."""

import io

from django.core.files.base import ContentFile
from PIL import Image

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.website.models import Picture
from lgnet.website.sizes import PLAIN


def a_picture(title: str = "Sportello") -> Picture:
    """A small picture with one of its sizes."""
    target = io.BytesIO()
    Image.new("RGB", (64, 36), (200, 90, 40)).save(target, "PNG")
    with acting_as(Actor(DbRole.PUBLISHER)):
        picture = Picture(
            title=title, description="Due persone a un tavolo.", rights_holder="Comune di Genova", licence="here",
            people="nobody", file=ContentFile(target.getvalue(), f"{title.lower()}.png"),
        )  # fmt: skip
        picture.save()
        picture.get_rendition(PLAIN)
        picture.file.close()
    return picture
