# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Materials come in versions; a video without captions and transcript is none."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.training.actions import Content, add_material
from lgnet.training.models import Material
from tests.factories.training import CAPTIONS, WEBM, a_module, a_video
from tests.world import World

Browser = Callable[[Worker], Client]


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def a_form(captions: str = CAPTIONS, transcript: str = "Buongiorno") -> dict[str, Any]:
    return {
        "title": "La lezione",
        "file": SimpleUploadedFile("lezione.webm", WEBM),
        "captions": SimpleUploadedFile("lezione.vtt", captions.encode()),
        "transcript": transcript,
    }


def test_a_trainer_adds_a_video_and_everybody_watches_it_in_pieces(world: World, browser: Browser) -> None:
    module = a_module(world.ugo, trainers=(world.paola.user.pk,))
    address = reverse("training:new_video", args=[module.pk])

    page = browser(world.paola).post(address, a_form(), follow=True).content.decode()
    assert "<track" in page and "Buongiorno" in page
    with acting_as(world.carla.actor()):
        version = Material.objects.get().versions.get()
    carla = browser(world.carla)
    film = reverse("training:file", args=[version.pk])
    piece = carla.get(film, headers={"range": "bytes=4-8"})
    assert (piece.status_code, piece.content) == (206, WEBM[4:9])
    assert piece["Content-Range"] == f"bytes 4-8/{len(WEBM)}"
    assert carla.get(film, headers={"range": f"bytes={len(WEBM)}-"}).status_code == 416
    assert carla.get(film).content == WEBM
    assert b"Buongiorno a tutte" in carla.get(reverse("training:captions", args=[version.pk])).content


@pytest.mark.parametrize(
    ("captions", "transcript", "said"),
    [
        ("1\n00:00 --> 00:02\nCiao", "Ciao", "non sono in formato WebVTT"),
        ("WEBVTT\n", "Ciao", "non contengono parole"),
        (CAPTIONS, "", "obbligatorio"),
    ],
)
def test_a_video_without_captions_or_transcript_is_refused(
    world: World, browser: Browser, captions: str, transcript: str, said: str
) -> None:
    module = a_module(world.ugo)

    page = browser(world.ugo).post(
        reverse("training:new_video", args=[module.pk]), a_form(captions, transcript)
    )

    assert page.status_code == 422 and said in page.content.decode()
    with acting_as(world.ugo.actor()):
        assert not Material.objects.exists()


def test_a_new_version_takes_the_place_and_the_old_one_stays(world: World, browser: Browser) -> None:
    module = a_module(world.ugo)
    ugo = browser(world.ugo)
    ugo.post(
        reverse("training:new_page", args=[module.pk]), {"title": "Bibliografia", "text": "Primo elenco"}
    )
    with acting_as(world.ugo.actor()):
        material = Material.objects.get()
    ugo.post(
        reverse("training:new_version", args=[material.pk]),
        {"text": "Secondo elenco", "what_changed": "Due libri in più"},
    )

    address = reverse("training:material", args=[material.pk])
    page = browser(world.anna).get(address).content.decode()
    assert "Secondo elenco" in page and "Due libri in più" in page and "Primo elenco" not in page
    assert "Primo elenco" in browser(world.anna).get(address, {"version": "1"}).content.decode()


def test_who_does_not_teach_adds_nothing_and_a_draft_is_nobodys(world: World, browser: Browser) -> None:
    module = a_module(world.ugo)

    with acting_as(world.anna.actor()), pytest.raises(Refused, match="conduce gli incontri"):
        add_material(by=world.anna, module=module, kind="page", title="Mia", content=Content(text="Testo"))
    with acting_as(world.ugo.actor()):
        film = a_video(world.ugo, module)
        with pytest.raises(Refused, match="trascrizione"):
            add_material(
                by=world.ugo, module=module, kind="video", title="Muto",
                content=Content(name="x.webm", blocks=[WEBM], captions=CAPTIONS),
            )  # fmt: skip
        module.state = "draft"
        module.published_at = None
        module.save(update_fields=["state", "published_at"])
    assert browser(world.anna).get(reverse("training:material", args=[film.pk])).status_code == 404
