# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a campaign offers from the media kit, as staff and as visitors see it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.template.defaultfilters import filesizeformat

from lgnet.mediakit.making.sentences import LANGUAGES, RIGHT_TO_LEFT
from lgnet.network.worker import Worker
from lgnet.society.models import Campaign, Material
from lgnet.society.queries.materials import Offered, offered

FORMS = {"application/pdf": "PDF", "image/svg+xml": "SVG", "image/jpeg": "JPEG", "image/png": "PNG"}


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file: its title, what it is, where to take it; `drop` where one's own partner chose it."""

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
    form: Form


def kit_section(by: Worker, campaign: Campaign, form: Form) -> KitSection:
    """Four queries at most."""
    own = set(Material.objects.filter(campaign=campaign, partner=by.partner_id).values_list("pk", flat=True))
    return KitSection(groups(offered(campaign.pk), own), form)


def groups(found: Sequence[Offered], own: set[uuid.UUID] | None = None, first: str = "") -> list[Group]:
    """By language, the reader's first."""
    by_language: dict[str, list[FileLine]] = {}
    for one in found:
        file = one.file
        about = " · ".join(filter(None, (file.kind, FORMS.get(file.content_type), filesizeformat(file.size))))
        drop = one.material_id if own and one.material_id in own else None
        by_language.setdefault(one.language, []).append(FileLine(file.title, about, file.path, drop))
    return [
        Group(code, LANGUAGES.get(code, code), "rtl" if code in RIGHT_TO_LEFT else "ltr", by_language[code])
        for code in sorted(by_language, key=lambda code: (code != first, list(LANGUAGES).index(code)))
    ]
