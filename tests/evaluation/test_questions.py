# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The questions are versioned: the direction writes the next ones, a survey keeps those that it was opened with."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.evaluation.actions import Wording, load_shipped, write_questions
from lgnet.evaluation.models import Questionnaire
from lgnet.evaluation.queries.results import scales
from lgnet.network.worker import Worker
from tests.factories.evaluation import asked
from tests.world import World

Browser = Callable[[Worker], Client]


def sent(**more: Any) -> dict[str, Any]:
    return {
        "scale1_it": "È stato utile?", "scale1_en": "Was it useful?", "words_it": "Altro?", "words_en": "Else?",
        **more,
    }  # fmt: skip


def test_a_survey_keeps_the_questions_that_it_was_opened_with(world: World, browser: Browser) -> None:
    _module, survey = asked(world, world.anna)
    address = reverse("evaluation:questions", args=["usefulness"])
    ugo = browser(world.ugo)

    assert "bisogni veri" in ugo.get(address).content.decode()
    assert ugo.post(address, sent()).status_code == 302
    with acting_as(world.ugo.actor()):
        latest = Questionnaire.objects.filter(kind="usefulness").latest("number")
        assert latest.number == 2 and latest.questions.count() == 2
        assert len(scales(survey)) == 6


def test_what_is_wrong_is_said_at_the_field(world: World, browser: Browser) -> None:
    address = reverse("evaluation:questions", args=["use"])
    page = browser(world.ugo).post(address, sent(scale1_en=""))

    assert page.status_code == 422 and "È stato utile?" in page.content.decode()
    assert set(page.context["page"].form.errors) == {"scale1_en"}
    empty = browser(world.ugo).post(address, {"scale1_it": "", "words_it": "Altro?", "words_en": "Else?"})
    assert set(empty.context["page"].form.errors) == {"scale1_it"}


def test_what_is_shipped_is_loaded_once(world: World) -> None:
    with acting_as(world.ugo.actor()):
        load_shipped()
        assert Questionnaire.objects.count() == 2


def test_only_the_direction_writes_them(world: World, browser: Browser) -> None:
    address = reverse("evaluation:questions", args=["use"])

    assert browser(world.nadia).get(address).status_code == 403
    assert browser(world.dario).get(address).status_code == 403
    assert browser(world.ugo).get(reverse("evaluation:questions", args=["nothing"])).status_code == 404
    with acting_as(world.dario.actor()), pytest.raises(Refused, match="Solo la direzione"):
        write_questions(by=world.dario, kind="use", wordings=[Wording("Sì?", "Yes?")])
