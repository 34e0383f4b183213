# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Modules that are over, their surveys and answers, made by the actions and the job themselves."""

import time_machine

from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.evaluation.actions import answer, write_questions
from lgnet.evaluation.actions.writing import Wording
from lgnet.evaluation.jobs import run_surveys
from lgnet.evaluation.models import Invitation, Survey
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.training.models import Module
from tests.factories.network import at_work, colleague
from tests.factories.recognition import a_completed_module
from tests.factories.training import at
from tests.world import World

END = -23  # days from today: when the last session of `a_completed_module` ends


def team(of: Organisation, size: int) -> list[Worker]:
    """So many case managers of a partner."""
    return [
        at_work(
            of, "case_manager", colleague(f"Operatrice {n} Prova", f"{of.code}{n}@example.org"),
            valid_from="2024-01-01",
        )
        for n in range(size)
    ]  # fmt: skip


def asked(world: World, *people: Worker) -> tuple[Module, Survey]:
    """A module that these people attended, and the survey of its usefulness, opened the day after its end."""
    module = a_completed_module(world, *people, code="E1", contents="Fasi, équipe, piano individuale.")
    with time_machine.travel(at(END + 1, 9), tick=False):
        run_surveys()
    with acting_as(world.ugo.actor()):
        return module, Survey.objects.select_related("module").get(module=module, kind="usefulness")


def marks(first: int = 4) -> list[int]:
    """A mark for each of the six questions about usefulness."""
    return [first, 4, 5, 3, 4, 0]


def answered(worker: Worker, survey: Survey, first: int = 4, text: str = "") -> bool:
    """Somebody answers while the survey is open; they act inside."""
    with time_machine.travel(at(END + 2, 9), tick=False), acting_as(worker.actor()):
        invitation = Invitation.objects.select_related("survey__module").get(survey=survey)
        return answer(by=worker, invitation=invitation, marks=marks(first), text=text)


def closed(survey: Survey) -> Survey:
    """The job of the day after the last one."""
    with time_machine.travel(at(END + 40, 9), tick=False):
        run_surveys()
    survey.closed_on = today()
    return survey


def the_whole_story(world: World) -> None:
    """Five of Genova answer, and the survey tells; the direction writes other questions."""
    people = team(world.genova, 5)
    _module, survey = asked(world, *people, world.anna)
    for n, one in enumerate(people):
        answered(one, survey, 1 + n, text="È servito il lavoro di gruppo.")
    closed(survey)
    with acting_as(world.ugo.actor()):
        write_questions(by=world.ugo, kind="use", wordings=[Wording("Lo usi?", "Do you use it?")])
