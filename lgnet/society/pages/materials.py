# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a campaign offers from the media kit, as staff and as visitors see it."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.forms import Form
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from lgnet.mediakit.making.sentences import LANGUAGES, RIGHT_TO_LEFT
from lgnet.network.worker import Worker
from lgnet.society.models import Campaign
from lgnet.society.queries.materials import Chosen, Offered, chosen, offered

FORMS = {"application/pdf": "PDF", "image/svg+xml": "SVG", "image/jpeg": "JPEG", "image/png": "PNG"}


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file: its title, what it is, where to take it ("" where it cannot be); `drop` where one's own chose it."""

    title: str
    about: str
    url: str
    drop: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The files in one language."""

    code: str
    name: str
    direction: str
    files: Sequence[FileLine]


@dataclass(frozen=True, slots=True)
class KitSection:
    """The section of a campaign's page."""

    groups: Sequence[Group]
    form: Form | None


def kit_section(by: Worker, campaign: Campaign, form: Form | None) -> KitSection:
    """Four queries at most. Of its own files a partner also sees those that nobody can take now: it takes them out."""
    own = chosen(by, campaign.pk)
    ended = {one.material_id for one in own if one.has_ended}
    offers = [one for one in offered(campaign.pk) if one.material_id not in ended]
    there = {one.material_id for one in offers}
    missing = [one for one in own if one.material_id not in there]
    return KitSection(groups(offers, {one.material_id for one in own}, missing=missing), form)


def groups(
    found: Sequence[Offered],
    own: Collection[uuid.UUID] = (),
    first: str = "",
    missing: Sequence[Chosen] = (),
) -> list[Group]:
    """By language, the reader's first; what cannot be taken stands last."""
    by_language: dict[str, list[FileLine]] = {}
    for one in found:
        file = one.file
        about = " · ".join(filter(None, (file.kind, FORMS.get(file.content_type), filesizeformat(file.size))))
        drop = one.material_id if one.material_id in own else None
        by_language.setdefault(one.language, []).append(FileLine(file.title, about, file.path, drop))
    for gone in missing:
        lost = FileLine(gone.title, _("Not available now"), "", gone.material_id)
        by_language.setdefault(gone.language, []).append(lost)
    return [
        Group(code, LANGUAGES.get(code, code), "rtl" if code in RIGHT_TO_LEFT else "ltr", by_language[code])
        for code in sorted(by_language, key=lambda code: (code != first, list(LANGUAGES).index(code)))
    ]
