# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The training of the demo shows every state: over, running, full with people who wait, being planned."""

from typing import Any

from django.db import connection

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.demo.actions import teach
from lgnet.network.worker import Worker
from lgnet.training.models import Attendance, Enrolment, Module
from lgnet.training.pages.programme import programme_page
from lgnet.training.queries import completed, completions
from lgnet.training.queries.network import module_numbers, percent_so_far
from lgnet.training.queries.telling import due
from tests.database import pointed_at


def test_every_state_is_seen(colleagues: list[Worker], settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    director = next(one for one in colleagues if one.membership.role == "national_director")
    name = str(connection.settings_dict["NAME"])
    with pointed_at(name, "lgnet_owner"):
        trainers = [one for one in colleagues if one.organisation.code == "cittalia"]
        teach(by=director, trainers=trainers, workers=colleagues, seed=20240116)

    with acting_as(director.actor()):
        page = programme_page(director)
        stages = {line.module.code: line.stage for part in page.parts for line in part.lines}
        assert stages == {"M1": "over", "M2": "running", "M3": "open", "M4": "draft"}
        first, third = Module.objects.get(code="M1"), Module.objects.get(code="M3")
        people = completions(module=first)
        numbers = module_numbers()
        for module in Module.objects.exclude(state="draft"):
            assert numbers[module.pk].percent == percent_so_far(completions(module=module))
        assert len(people) == 120 and len({one.partner.pk for one in people}) == 22
        assert 0 < len(completed(first)) < 120
        assert Attendance.objects.filter(how="makeup").exists()
        states = list(Enrolment.objects.filter(module=third).values_list("state", flat=True))
        assert states.count("seated") == 30 and states.count("waiting") > 5
        asked = Enrolment.objects.filter(approved_at=None).values_list("partner__code", flat=True)
        assert "genova" in asked
    with acting_as(Actor(DbRole.WORKER, people[0].partner.pk)):
        assert due(people[0].partner.pk) == []
