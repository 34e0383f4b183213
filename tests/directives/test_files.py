# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files that go with a circular: only what shows what it is, unharmed, and never for a stranger."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client

from lgnet.core.rowsecurity import acting_as
from lgnet.directives import actions
from lgnet.directives.models import Directive, DirectiveFile
from lgnet.interop import attachments
from lgnet.interop.attachments import AttachmentRefused
from lgnet.network.worker import Worker
from tests.factories.directives import PDF, a_draft
from tests.world import World

Browser = Callable[[Worker], Client]


@pytest.fixture(autouse=True)
def files_here(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_a_file_goes_with_the_circular_and_stays_as_it_was(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        draft = a_draft(world.ugo)
    ugo = browser(world.ugo)
    sent = SimpleUploadedFile("Modulo.pdf", PDF)
    assert ugo.post(f"/directives/{draft.pk}/files/", {"file": sent}).status_code == 302
    wrong = SimpleUploadedFile("Modulo.pdf", b"<html>")
    assert ugo.post(f"/directives/{draft.pk}/files/", {"file": wrong}).status_code == 422
    with acting_as(world.ugo.actor()):
        file = DirectiveFile.objects.get(directive=draft)

    assert browser(world.anna).get(f"/directives/files/{file.pk}/").status_code == 404, "not issued yet"
    ugo.post(f"/directives/{draft.pk}/issue/")
    got = browser(world.anna).get(f"/directives/files/{file.pk}/")

    assert got.getvalue() == PDF and "attachment" in got["Content-Disposition"]
    assert got["X-Content-Type-Options"] == "nosniff"
    assert ugo.post(f"/directives/files/{file.pk}/remove/").status_code == 403
    with (
        acting_as(world.ugo.actor()),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("delete from directives_directivefile where id = %s", [file.pk])


def test_a_correction_keeps_the_files_and_removing_there_keeps_the_former(
    world: World, files_here: Path
) -> None:
    with acting_as(world.ugo.actor()):
        draft = a_draft(world.ugo)
        actions.attach(by=world.ugo, directive=draft, name="a.pdf", blocks=[PDF])
        first = actions.issue(by=world.ugo, directive=draft)
        again = actions.correct(by=world.ugo, directive=first)
        actions.remove_file(by=world.ugo, file=again.files.get())

        kept = first.files.get()
        read = attachments.read(
            kept.stored_as, key_id=kept.key_id, wrapped=bytes(kept.wrapped), subject=kept.sealed_for
        )
        assert read == PDF


def test_six_files_are_too_many(world: World) -> None:
    with acting_as(world.ugo.actor()):
        draft = a_draft(world.ugo)
        for n in range(5):
            actions.attach(by=world.ugo, directive=draft, name=f"{n}.pdf", blocks=[PDF])
        with pytest.raises(AttachmentRefused):
            actions.attach(by=world.ugo, directive=draft, name="6.pdf", blocks=[PDF])


def test_a_draft_thrown_away_takes_its_files_along(
    world: World, files_here: Path, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True), acting_as(world.ugo.actor()):
        draft = a_draft(world.ugo)
        actions.attach(by=world.ugo, directive=draft, name="a.pdf", blocks=[PDF])
        actions.throw_away(by=world.ugo, directive=draft)
        assert not Directive.objects.filter(pk=draft.pk).exists()

    assert not [path for path in files_here.rglob("*") if path.is_file()]
