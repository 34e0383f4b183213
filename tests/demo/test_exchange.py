# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the demo's colleagues tell each other is plausible, shows every state, and names nobody."""

from collections import defaultdict
from typing import Any

from django.test import Client

from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.demo.actions import talk
from lgnet.demo.encounters import HELD
from lgnet.demo.exchanges import ASKED
from lgnet.demo.people.tables import cities
from lgnet.exchange import queries
from lgnet.exchange.models import DirectoryEntry, Post, PostReport, Thread
from lgnet.exchange.vocabulary import themes
from lgnet.meetings.models import Meeting, Task
from lgnet.network.worker import Worker
from lgnet.people.guard.names import likely_names
from lgnet.people.guard.patterns import numbers_and_addresses
from tests.database import pointed_at


def test_the_texts_name_nobody_and_their_themes_and_partners_exist() -> None:
    known = {row.code for row in themes()}
    for told in ASKED:
        texts = [told.title, told.text, *(words for _partner, words in told.replies)]
        assert not [found for text in texts for found in numbers_and_addresses(text)], told.title
        assert not [found for text in texts[:2] for found in likely_names(text)], told.title
        assert told.theme in known
        assert {told.partner, *(partner for partner, _words in told.replies)} <= set(cities())
    for held in HELD:
        assert not [*numbers_and_addresses(held.report), *likely_names(held.report)], held.title


def test_it_shows_every_state(colleagues: list[Worker], worker_id: str, django_db_blocker: Any) -> None:
    workers: dict[str, list[Worker]] = defaultdict(list)
    for worker in colleagues:
        workers[worker.organisation.code].append(worker)
    with django_db_blocker.unblock():
        with pointed_at(f"demo_{worker_id}", "lgnet_owner"):
            talk(workers=workers, seed=7)
        firenze = next(w for w in workers["firenze"] if w.membership.role == "case_manager")
        with acting_as(firenze.actor()):
            aosta = Thread.objects.get(title__startswith="Iscrizione anagrafica")
            assert aosta.accepted is not None
            assert (aosta.organisation.code, aosta.accepted.organisation.code) == ("aosta", "firenze")
            assert Thread.objects.count() >= 38
            assert Post.objects.filter(hidden_at__isnull=False).count() == 1
            assert DirectoryEntry.objects.count() == 30
            assert Meeting.objects.exclude(report="").exists()
            assert {task.done_at is None for task in Task.objects.all()} == {True, False}
            assert len(queries.groups()) == 2
        director = next(w for w in workers["interno"] if w.membership.role == "national_director")
        with acting_as(director.actor()):
            assert PostReport.objects.get().settled_at is None
        client = Client()
        with acting_as(GATE):
            client.force_login(firenze.user)  # type: ignore[arg-type]  # the worker's user is a User at run time
        assert client.get(f"/exchange/threads/{aosta.pk}/").status_code == 200
