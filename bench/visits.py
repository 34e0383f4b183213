# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Prepares what is asked for, and counts queries: `python -m bench.visits SIZE COUNT FILE`.

Logs in workers of the largest partner and of the nation, chooses people and cases of theirs, and writes
complete requests into FILE, so that sending them needs nothing but a socket.
"""

import json
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median
from typing import Any
from urllib.parse import urlencode

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench.place import OF_FIFTY, PARTNER  # noqa: E402
from lgnet.cases.models import Case, CaseMember  # noqa: E402
from lgnet.core.clock import today  # noqa: E402
from lgnet.core.ids import new_id  # noqa: E402
from lgnet.core.rowsecurity import GATE, acting_as  # noqa: E402
from lgnet.demo.people import SyntheticPerson, generate  # noqa: E402
from lgnet.network.models import Membership, User  # noqa: E402
from lgnet.network.worker import Worker  # noqa: E402
from lgnet.people.languages import language_choices  # noqa: E402
from lgnet.people.models import Person  # noqa: E402

Request = dict[str, Any]
NOTE = (
    "Colloquio di un'ora: il contratto di tirocinio è firmato, manca la visita medica. Ci rivediamo martedì."
)
COUNTED = 5  # requests of each kind whose queries are counted
WORKERS = 8


class Visitor:
    """Somebody who has logged in, as headers."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.client = Client(HTTP_HOST="127.0.0.1")
        with acting_as(GATE):
            self.client.force_login(User.objects.get(pk=worker.user.pk))
        session = self.client.cookies["sessionid"].value
        token = "b" * 32
        self.client.cookies["csrftoken"] = token
        self.headers = {
            "Cookie": f"sessionid={session}; csrftoken={token}",
            "Accept-Language": "it",
            "Accept-Encoding": "gzip",
        }
        self.token = token

    def get(self, path: str, **headers: str) -> Request:
        """Open a page or a fragment of one."""
        return {"method": "GET", "path": path, "headers": self.headers | headers, "expect": 200}

    def post(self, path: str, values: dict[str, Any]) -> Request:
        """Send a form; it answers by sending on to the next page."""
        headers = self.headers | {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-CSRFToken": self.token,
        }
        return {
            "method": "POST",
            "path": path,
            "headers": headers,
            "body": urlencode(values, True),
            "expect": 302,
        }


def _workers(organisation: str, role: str) -> list[Worker]:
    with acting_as(GATE):
        found = Membership.objects.filter(organisation__code=organisation, role=role, ended_at=None)
        return [Worker(m.user, m) for m in found.select_related("user", "organisation", "site")]


def pages(size: int, count: int) -> dict[str, list[Request]]:
    """Complete requests for each kind of page; different ones for each worker, the same for each run."""
    random = Random(size)
    managers = [each for each in _workers(PARTNER, "case_manager") if each.user.email != OF_FIFTY]
    visitors = [Visitor(worker) for worker in managers[:WORKERS]]
    nation = [Visitor(worker) for worker in _workers("interno", "national_director")]
    pairs = [(visitor, case) for visitor in visitors for case in _cases(visitor.worker)]
    random.shuffle(pairs)
    asked = _asked(visitors[0].worker, random, count)
    strangers = list(generate(size + 1, count, today()))
    people = reverse("people:list")

    def turns(n: int) -> Visitor:
        return visitors[n % len(visitors)]

    return {
        "status": [turns(n).get("/status") for n in range(count)],  # what any request costs on this machine
        "list": [turns(n).get(people) for n in range(count)],
        "search": [
            turns(n).get(f"{people}?{urlencode({'q': asked[n % len(asked)]})}", **{"HX-Request": "true"})
            for n in range(count)
        ],
        "case": [who.get(reverse("cases:case", args=[case])) for who, case in islice(cycle(pairs), count)],
        "note": [_note(who, case) for who, case in islice(cycle(pairs), count)],
        "create": [_create(turns(n), stranger) for n, stranger in enumerate(strangers)],
        "nation": [nation[n % len(nation)].get(reverse("direction:nation")) for n in range(count)],
        **dashboards(turns(0), count),
    }


def dashboards(worker: Visitor, count: int) -> dict[str, list[Request]]:
    """The screens of numbers, each as somebody who looks at it: worker, coordinator, nation.

    The worker given carries thousands of cases, for the partner has few colleagues; another one carries fifty.
    """
    usual = next(Visitor(each) for each in _workers(PARTNER, "case_manager") if each.user.email == OF_FIFTY)
    (coordinator, *_others) = [Visitor(each) for each in _workers(PARTNER, "coordinator")]
    (nation, *_colleagues) = [Visitor(each) for each in _workers("interno", "national_director")]
    looked_at = {
        "my day": (usual, "desk:home", []),
        "my day, thousands of cases": (worker, "desk:home", []),
        "coordinator's home": (coordinator, "desk:home", []),
        "figures of a partner": (coordinator, "direction:partner", [PARTNER]),
        "an indicator": (nation, "direction:indicator", ["O.2.3"]),
        "checks": (nation, "direction:checks", []),
        "targets": (nation, "direction:targets", []),
        "analysis": (nation, "analysis:overview", []),
        "waiting": (coordinator, "analysis:timeliness", []),
        "flows": (nation, "analysis:flows", []),
        "refusals": (nation, "analysis:refusals", []),
        "places": (coordinator, "analysis:places", []),
        "seasons": (nation, "analysis:seasons", []),
        "quality of the network": (nation, "quality:overview", []),
        "quality of a partner": (coordinator, "quality:scorecard", []),
        "to put right": (usual, "quality:overview", []),
        "to put right, thousands": (worker, "quality:overview", []),
        "reports": (nation, "reports:list", []),
    }
    return {
        name: [who.get(reverse(view, args=given))] * count for name, (who, view, given) in looked_at.items()
    }


def _cases(worker: Worker) -> list[Any]:
    """Open cases of the worker with a plan and work done on them, which is what somebody opens."""
    with acting_as(worker.actor()):
        mine = CaseMember.objects.filter(user=worker.user.pk, left_at=None).values("case")
        told = Case.objects.filter(
            pk__in=mine, closed_at=None, plans__isnull=False, interventions__isnull=False
        )
        return list(told.order_by("pk").values_list("pk", flat=True).distinct()[:200])


def _asked(worker: Worker, random: Random, count: int) -> list[str]:
    """What is typed into the search box: whole names, the beginning of one, names in their own script."""
    with acting_as(worker.actor()):
        newest = list(Person.objects.select_related("key").order_by("-registered_at", "-id")[:2_000])
        chosen = random.sample(newest, min(count, len(newest)))
        return list(filter(None, (_typed(person, n) for n, person in enumerate(chosen))))


def _typed(person: Person, n: int) -> str:
    if n % 4 == 0 and person.native_name:
        return person.native_name
    if n % 4 == 1:
        return person.family_name or person.given_name
    return f"{person.family_name} {person.given_name}".strip()


def _note(visitor: Visitor, case: Any) -> Request:
    values = {"note_id": new_id(), "text": NOTE, "level": "partner"}
    return visitor.post(reverse("cases:note", args=[case]), values)


def _create(visitor: Visitor, person: SyntheticPerson) -> Request:
    birth = person.birth.on
    offered = {code for code, _ in language_choices()}
    exact = birth is not None and person.birth.precision == "day"
    values: dict[str, Any] = {
        "new_id": new_id(),
        "given_name": person.name.given,
        "family_name": person.name.family,
        "native_name": person.name.native,
        "sex": person.sex if person.sex in ("M", "F") else "",
        "birth_day": birth.day if birth and exact else "",
        "birth_month": birth.month if birth and exact else "",
        "birth_year": birth.year if birth else "",
        "birth_country": person.birth.country,
        "citizenships_0": person.citizenships[0] if person.citizenships else "",
        "languages_0": next((spoken.code for spoken in person.languages if spoken.code in offered), ""),
        "channel-kind": "phone",
        "channel-value": f"+39 351 {person.number % 1_000:03} {new_id().int % 10_000:04}",
        "channel-is_safe": "yes",
        "another_because": "namesake",  # asked for only where somebody registered resembles her
    }
    return visitor.post(reverse("people:register"), values)


def queries(requests: list[Request]) -> float:
    """How many statements one of these requests sends to PostgreSQL (the middle one of a few)."""
    return median(_counted(request) for request in requests[:COUNTED])


def _counted(request: Request) -> int:
    counted = 0

    def count(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        nonlocal counted
        counted += 1
        return execute(sql, params, many, context)

    headers = {name: value for name, value in request["headers"].items() if name != "Content-Type"}
    client = Client(HTTP_HOST="127.0.0.1", headers=headers)
    with connection.execute_wrapper(count):
        if request["method"] == "GET":
            answer = client.get(request["path"])
        else:
            kind = request["headers"]["Content-Type"]
            answer = client.post(request["path"], request["body"], content_type=kind)
    if answer.status_code != request["expect"]:
        raise RuntimeError(f"{request['path']}: {answer.status_code} {answer.content[:3000]!r}")
    return counted


def _present(found: dict[str, list[Request]]) -> Iterator[tuple[str, list[Request], float]]:
    for name, requests in found.items():
        yield name, requests[COUNTED:], queries(requests)


if __name__ == "__main__":
    found = list(_present(pages(int(sys.argv[1]), int(sys.argv[2]) + COUNTED)))
    everything = {name: requests for name, requests, _ in found}
    Path(sys.argv[3]).write_text(json.dumps(everything, default=str))
    print(json.dumps({name: number for name, _, number in found}))
