# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The surveys of the demo: one tells, with partners above and below the threshold, one waits for Laura Testa."""

from typing import Any

from django.db import connection

from lgnet.core.rowsecurity import acting_as
from lgnet.demo.actions import survey, teach
from lgnet.evaluation.models import Survey
from lgnet.evaluation.queries.asking import mine_open
from lgnet.evaluation.queries.results import quotes, told, turnout
from lgnet.network.worker import Worker
from tests.database import pointed_at


def test_one_survey_tells_and_one_waits(colleagues: list[Worker], settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    director = next(one for one in colleagues if one.membership.role == "national_director")
    trainers = [one for one in colleagues if one.organisation.code == "cittalia"]
    with pointed_at(str(connection.settings_dict["NAME"]), "lgnet_owner"):
        teach(by=director, trainers=trainers, workers=colleagues, seed=20240116)
        assert survey(workers=colleagues, seed=20240116) > 100

    with acting_as(director.actor()):
        closed, open_ = Survey.objects.get(kind="usefulness"), Survey.objects.get(kind="use")
        assert closed.closed_on and not open_.closed_on
        groups = told(closed)
        partners = {partner for _survey, partner in turnout([closed.pk]) if partner}
        alone = [one for one in groups if one.group.scope == "partner"]
        assert 3 <= len(alone) < len(partners) == 22
        assert any(one.group.scope == "others" for one in groups) and len(quotes(closed)) >= 10
    laura = next(one for one in colleagues if one.user.email == "laura.testa@genova.example")
    with acting_as(laura.actor()):
        assert [one.survey_id for one in mine_open(laura.user.pk)] == [open_.pk]
