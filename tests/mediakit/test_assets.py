# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Assets: drafts with their rights, published and never changed, replaced, withdrawn; who reads and who keeps them."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils.translation import override

from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.mediakit import actions, files, queries
from lgnet.mediakit.models import Asset, Rendition, Version
from tests.factories.mediakit import FACTS, PDF, SVG, an_asset, officer, photo, published
from tests.factories.network import at_work
from tests.world import World


@pytest.fixture(autouse=True)
def in_english(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    with override("en"):
        yield


def titles() -> list[str]:
    """What the one who acts finds, but what the package ships."""
    return [one.title for one in queries.published() if not one.asset.shipped_as]


def test_a_draft_becomes_public_with_its_formats(world: World) -> None:
    by = officer(world)
    version = an_asset(by)
    with acting_as(PUBLIC):
        assert titles() == []
    with acting_as(by.actor()):
        actions.publish(by=by, version=version)

    with acting_as(PUBLIC):
        assert titles() == ["Marchio del progetto"]
        assert {made.label for made in Rendition.objects.filter(of=version)} == {"png-256", "png-1024", "pdf"}
    with acting_as(world.carla.actor()):
        assert titles() == ["Marchio del progetto"]


def test_without_the_right_of_the_union_nothing_is_published(world: World) -> None:
    by = officer(world)
    version = an_asset(by, eu_licence_ok=False)
    with acting_as(by.actor()):
        with pytest.raises(Refused, match="allow the Union"):
            actions.publish(by=by, version=version)
        with pytest.raises(DatabaseError), transaction.atomic():  # and not past the policy either
            Version.objects.filter(pk=version.pk).update(state="published")


def test_people_in_a_photo_need_a_release_that_lasts(world: World) -> None:
    by = officer(world)
    until = today() + dt.timedelta(days=3)
    version = an_asset(
        by, kind="photo", content=photo(), name="a.jpg", shows_people=True, release_until=until
    )
    with acting_as(by.actor()):
        with pytest.raises(Refused, match="release that they signed"):
            actions.publish(by=by, version=version)
        version = actions.add_release(by=by, version=version, name="liberatoria.pdf", blocks=[PDF])
        version = actions.publish(by=by, version=version)
    with acting_as(PUBLIC):
        assert titles() == ["Marchio del progetto"]
    with acting_as(by.actor()):
        actions.withdraw(
            by=by, version=version, reason="Una persona ci ha ripensato", is_release_withdrawn=True
        )
        version.refresh_from_db()
        assert version.release_withdrawn_on == today()
    with acting_as(PUBLIC):
        assert titles() == []


def test_a_release_that_has_run_out_ends_the_publication_by_itself(world: World, time_machine: Any) -> None:
    by = officer(world)
    version = an_asset(
        by, kind="photo", content=photo(), name="a.jpg", shows_people=True, release_until=today()
    )
    with acting_as(by.actor()):
        version = actions.add_release(by=by, version=version, name="liberatoria.pdf", blocks=[PDF])
        actions.publish(by=by, version=version)
        assert titles() == ["Marchio del progetto"]
    with acting_as(PUBLIC):  # the database asks its own clock: what ended yesterday is not there
        assert titles() == ["Marchio del progetto"]
    second = an_asset(
        by, kind="photo", content=photo(), name="b.jpg", shows_people=True, title="Ieri",
        release_until=today() - dt.timedelta(days=1),
    )  # fmt: skip
    with acting_as(by.actor()):
        second = actions.add_release(by=by, version=second, name="liberatoria.pdf", blocks=[PDF])
        with pytest.raises(Refused, match="run out"):
            actions.publish(by=by, version=second)
        Version.objects.filter(pk=second.pk).update(state="published", published_at=second.written_at)
    with acting_as(PUBLIC):
        assert "Ieri" not in titles()


def test_a_new_version_never_changes_the_old_one(world: World) -> None:
    by = officer(world)
    first = published(by)
    with acting_as(by.actor()):
        second = actions.new_version(
            by=by, version=first, name="nuovo.svg", blocks=[SVG.replace(b"#fff", b"#fc0")]
        )
        with pytest.raises(Refused, match="prepared already"):
            actions.new_version(by=by, version=first, name="nuovo.svg", blocks=[SVG])
        second = actions.publish(by=by, version=second)
        first.refresh_from_db()

        assert (first.state, second.version) == ("replaced", 2)
        assert files.path_of(first.digest).read_bytes() != files.path_of(second.digest).read_bytes()
        for change in ({"title": "Altro"}, {"digest": "0" * 64}, {"alt": "Altro"}):
            with pytest.raises(DatabaseError, match="not changed"), transaction.atomic():
                Version.objects.filter(pk=first.pk).update(**change)
        with pytest.raises(DatabaseError), transaction.atomic():
            Rendition.objects.filter(of=first).delete()
        with pytest.raises(Refused, match="never changed"):
            actions.edit(by=by, version=second, facts=actions.facts_of(second))


def test_the_form_sent_twice_makes_one_asset(world: World) -> None:
    by = officer(world)
    version = an_asset(by)
    with acting_as(by.actor()):
        facts = actions.facts_of(version)
        again = actions.add(
            by=by, kind="logo", facts=facts, name="a.svg", blocks=[SVG], asset_id=version.asset_id
        )
        assert again.pk == version.pk
        assert Asset.objects.filter(shipped_as=None).count() == 1


def test_a_kind_takes_only_its_files(world: World) -> None:
    by = officer(world)
    with pytest.raises(files.FileRefused, match=r"Photo.*SVG"):
        an_asset(by, kind="photo")


def test_a_draft_is_thrown_away_and_what_is_published_is_not(world: World) -> None:
    by = officer(world)
    draft, public = an_asset(by), published(by)
    with acting_as(by.actor()):
        actions.throw_away(by=by, version=draft)
        assert not Asset.objects.filter(pk=draft.asset_id).exists()
        with pytest.raises(Refused):
            actions.throw_away(by=by, version=public)


def test_the_shipped_marks_are_there_once_and_their_files_come_back(world: World) -> None:
    with acting_as(PUBLIC):
        shipped = [one for one in queries.published() if one.asset.shipped_as]
    assert {"eu-cofunded-it", "lgnet-wordmark", "palette", "ubuntu"} <= {
        one.asset.shipped_as for one in shipped
    }
    assert all(one.eu_licence_ok and one.alt for one in shipped)


def test_the_stranger_and_the_colleague(world: World) -> None:
    by, torino = officer(world), at_work(world.torino, "communications_officer")
    draft, public = an_asset(by), published(by)
    with acting_as(torino.actor()):
        assert not Version.objects.filter(pk=draft.pk).exists()
        with pytest.raises(Refused, match="another body"):
            actions.withdraw(by=torino, version=public, reason="x")
    with acting_as(world.anna.actor()):  # a colleague of the same partner in another role
        with pytest.raises(Refused, match="communications officer or the coordinator"):
            actions.publish(by=world.anna, version=draft)
        with pytest.raises(Refused, match="communications officer or the coordinator"):
            actions.add(by=world.anna, kind="logo", facts=actions.Facts(**FACTS), name="a.svg", blocks=[SVG])
