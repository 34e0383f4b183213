# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an editor does on the editing pages of the site, as their forms send it."""

import io
import json
from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from PIL import Image

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.website.models import SitePage

SUBMIT, PUBLISH, SAVE = "action-submit", "action-publish", ""


def number_of(path: str) -> int:
    """The page at an address, published or not."""
    with acting_as(Actor(DbRole.PUBLISHER)):
        return int(SitePage.objects.get(url_path=path).pk)


def text(words: str) -> str:
    """A paragraph as the editor of rich text sends it."""
    block = {
        "key": "a",
        "text": words,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    return json.dumps({"blocks": [block], "entityMap": {}})


def filled(
    title: str, *, summary: str = "Una frase.", body: str = "Il testo.", **more: str
) -> Mapping[str, str]:
    """The form of a page."""
    return {
        "title": title, "summary": summary, "body": text(body), "image": "", "image_says": "", "written_in": "",
        "slug": title.lower().replace(" ", "-"), "search_description": "", "go_live_at": "", "expire_at": "",
    } | more  # fmt: skip


def add(client: Client, above: str, form: Mapping[str, str], then: str = SAVE) -> HttpResponse:
    """A new page below another."""
    url = f"/site-admin/pages/add/website/sitepage/{number_of(above)}/"
    return client.post(url, {**form, **({then: "1"} if then else {})})  # type: ignore[return-value]


def change(client: Client, path: str, form: Mapping[str, str], then: str = SAVE) -> HttpResponse:
    """The page at an address, written anew."""
    url = f"/site-admin/pages/{number_of(path)}/edit/"
    return client.post(url, {**form, **({then: "1"} if then else {})})  # type: ignore[return-value]


def decide(client: Client, path: str, action: str, comment: str = "") -> HttpResponse:
    """The nation's answer to what a partner wants to publish."""
    with acting_as(Actor(DbRole.PUBLISHER)):
        page = SitePage.objects.get(url_path=path)
        task = page.current_workflow_task_state
        assert task is not None
        url = f"/site-admin/pages/workflow/action/{page.pk}/{action}/{task.pk}/"
    return client.post(url, {"comment": comment})  # type: ignore[return-value]


def jpeg(size: tuple[int, int] = (1600, 900), *, mode: str = "RGB", **more: Any) -> bytes:
    """A photograph, as a camera writes it."""
    target = io.BytesIO()
    Image.new(mode, size, (200, 90, 40, 10)[: len(mode)]).save(target, "JPEG", **more)
    return target.getvalue()


def told(title: str = "Sportello", **more: str) -> Mapping[str, str]:
    """The form of a picture, without its file."""
    return {
        "title": title, "description": "Due persone parlano a un tavolo.", "rights_holder": "Comune di Genova",
        "licence": "CC-BY-4.0", "people": "nobody", "release_kept_at": "", "release_until": "",
        "focal_point_x": "", "focal_point_y": "", "focal_point_width": "", "focal_point_height": "",
    } | more  # fmt: skip


def send_picture(client: Client, content: bytes, name: str = "DSC001.jpg", **more: str) -> HttpResponse:
    """Bring a picture in."""
    file = SimpleUploadedFile(name, content)
    return client.post("/site-admin/images/add/", {**told(**more), "file": file})  # type: ignore[return-value]
