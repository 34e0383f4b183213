# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tests and certificates of the demo show every state: under way, to mark, passed; valid, revoked, issued anew."""

from typing import Any

from django.db import connection

from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.demo.actions import certify, teach, write_tests
from lgnet.examinations.models import Attempt
from lgnet.network.worker import Worker
from lgnet.recognition import actions, queries
from lgnet.recognition.models import Certificate
from tests.database import pointed_at


def test_every_state_is_seen(colleagues: list[Worker], settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    director = next(one for one in colleagues if one.membership.role == "national_director")
    trainers = [one for one in colleagues if one.organisation.code == "cittalia"]
    with pointed_at(str(connection.settings_dict["NAME"]), "lgnet_owner"):
        teach(by=director, trainers=trainers, workers=colleagues, seed=20240116)
        exam = write_tests(by=trainers[0], workers=colleagues, seed=20240116)
        issued = certify(by=director, workers=colleagues, exam=exam, seed=20240116)

    with acting_as(director.actor()):
        states = set(Attempt.objects.values_list("state", "passed"))
        assert {("open", None), ("marking", None), ("done", True)} <= states
        rows = list(Certificate.objects.all())
        assert len(rows) == issued + 1 and sum(not row.is_valid for row in rows) == 2
        assert sum(row.replaces_id is not None for row in rows) == 1
        assert all(row.credits and row.accreditation for row in rows)
    valid = next(row for row in rows if row.is_valid)
    with acting_as(PUBLIC):
        assert actions.check(code=valid.code, name=valid.holder_name, address="192.0.2.1").name_matches
    holder = next(one for one in colleagues if one.user.pk == valid.holder_id)
    with acting_as(holder.actor()):
        assert queries.my_certificates(holder).exists() and queries.progress(holder, valid.ends_on)
