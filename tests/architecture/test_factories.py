# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every table can be filled by what the tests have at hand: no model is dead, none is left untested."""

from dataclasses import replace
from typing import Any

from django.core.cache import cache
from django.db import ProgrammingError, models, transaction

from lgnet.analysis.actions import refresh_all
from lgnet.core.rowsecurity import GATE, Actor, DbRole, acting_as
from lgnet.direction.parts import Parts
from lgnet.imports.actions.bulk import write_people
from lgnet.network.actions.invitations import invite
from lgnet.network.models import Team
from lgnet.people.actions import add_guardian, correct_identity, deliver_notice
from lgnet.people.identity import Identity
from lgnet.website.actions import count_views
from tests.architecture.house import our_models
from tests.factories.analysis import among_others
from tests.factories.api import a_key, ask
from tests.factories.direction import a_target
from tests.factories.directives import the_whole_story
from tests.factories.directory import the_whole_story as the_directory
from tests.factories.evaluation import the_whole_story as the_evaluation
from tests.factories.evidence import a_sample
from tests.factories.evidence import checked as sample_checked
from tests.factories.examinations import an_exam, sat
from tests.factories.exchange import the_whole_exchange
from tests.factories.mediakit import officer
from tests.factories.mediakit import the_whole_story as a_poster_with_its_proof
from tests.factories.meetings import the_whole_meeting
from tests.factories.network import at_work
from tests.factories.open_data import published
from tests.factories.outreach import a_contact
from tests.factories.practices import the_whole_story as a_practice_and_its_adoption
from tests.factories.quality import a_dismissal, a_night
from tests.factories.recognition import the_whole_story as recognition_story
from tests.factories.reports import a_report_with_everything
from tests.factories.snapshots import a_cutoff_with_everything
from tests.factories.society import the_whole_story as what_society_does
from tests.factories.training import the_whole_story as the_training
from tests.factories.website import a_picture
from tests.imports.factories import whole_story
from tests.imports.registers import checked
from tests.world import World

# Rows that no role of a request reads here, with the reason.
ELSEWHERE = {
    "analysis.Kept": "what was told last time, read by the job alone",
    "counting.CountedPerson": "kept and read by the counting functions alone",
    "evaluation.Answer": "written by one function, counted by another",
    "evaluation.Remark": "written by one function, read by another",
    "recognition.Lookup": "kept and read by the checking function alone",
    "library.Word": "words that documents use, read by the library's functions alone",
    "demo.DemoMark": "only a demo's database holds it",
}


def holds_rows(model: type[models.Model]) -> bool:
    """Whether the role acting now reads at least one row."""
    try:
        with transaction.atomic():
            return model._default_manager.exists()
    except ProgrammingError:  # no grant
        return False


def test_every_table_can_be_filled(world: World, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    with acting_as(world.amelia.actor()):
        invite(
            by=world.amelia,
            email="nuova@example.org",
            name="Nuova",
            role="case_manager",
            link=lambda token: token,
        )
        Team.objects.create(partner_id=world.amelia.partner_id, name="Équipe")
    key = a_key(world.dario)
    ask(key, "partners")
    with acting_as(world.dario.actor()):
        checked(world.dario)
    with acting_as(world.ugo.actor()):
        a_target(world.ugo, world.genova, 10, parts=Parts({("F", "18-60"): 10}))
    with acting_as(world.dario.actor()):
        sample_checked(world.dario, a_sample(world.dario, world.genova))
    with acting_as(world.anna.actor()):
        a_contact(world.anna)
        boy = world.person("yusuf")
        add_guardian(by=world.anna, person=boy, name="Marta Galli")
        deliver_notice(by=world.anna, person=boy, version="2024-01", language="so", how="read_aloud")
        known = replace(Identity.of(boy), known_as="Yusuf B.")
        correct_identity(by=world.anna, person=boy, identity=known, version=boy.version)
        a_dismissal(world.anna, boy)
        a_night(world.anna, boy)
        filled = {model._meta.label for model in our_models() if holds_rows(model)}
    with acting_as(world.dario.actor()):
        write_people([whole_story(world.dario)], by=world.dario)
        filled |= {model._meta.label for model in our_models() if holds_rows(model)}
    published(world.ugo, a_cutoff_with_everything(world.ugo))
    with acting_as(world.ugo.actor()):
        filled |= {model._meta.label for model in our_models() if holds_rows(model)}
    a_report_with_everything(world.dario, world.ugo)
    with acting_as(world.dario.actor()):
        filled |= {model._meta.label for model in our_models() if holds_rows(model)}
    the_whole_story(world.ugo, world.dario)
    sat(world.anna, an_exam(world.nadia))
    the_whole_exchange(world.carla, world.dario, world.ugo)
    the_whole_meeting(world.dario, world.carla)
    recognition_story(world)
    with acting_as(world.anna.actor()):
        filled |= {model._meta.label for model in our_models() if holds_rows(model)}
    for worker in (world.dario, world.ugo):
        with acting_as(worker.actor()):
            filled |= {model._meta.label for model in our_models() if holds_rows(model)}
    the_evaluation(world)
    for worker in (world.anna, world.dario, world.ugo):
        with acting_as(worker.actor()):
            filled |= {model._meta.label for model in our_models() if holds_rows(model)}
    the_training(world.ugo, world.dario)
    torino = at_work(world.torino, "coordinator")
    a_practice_and_its_adoption(world.dario, torino)
    a_poster_with_its_proof(officer(world))
    for worker in (world.dario, world.ugo, torino):
        with acting_as(worker.actor()):
            filled |= {model._meta.label for model in our_models() if holds_rows(model)}
    the_directory(world.dario)
    what_society_does(world.dario, torino)
    for actor in (world.dario.actor(), Actor(DbRole.WORKER, world.dario.partner_id)):
        with acting_as(actor):
            filled |= {model._meta.label for model in our_models() if holds_rows(model)}
    with acting_as(Actor(DbRole.PUBLIC)):
        count_views({"/it/": 1})
    a_picture()
    for actor in (Actor(DbRole.PUBLIC), Actor(DbRole.PUBLISHER), world.ugo.actor()):
        with acting_as(actor):
            filled |= {model._meta.label for model in our_models() if holds_rows(model)}
    refresh_all()
    among_others(world.genova.pk)
    with acting_as(world.dario.actor()):
        filled |= {model._meta.label for model in our_models() if holds_rows(model)}
    with acting_as(GATE):
        cache.set("attempts", [1.0])
        filled |= {model._meta.label for model in our_models() if holds_rows(model)}

    assert {model._meta.label for model in our_models()} - filled - set(ELSEWHERE) == set()
