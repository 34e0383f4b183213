# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Version 1 of the read-only API: aggregates for the nation, own rows for a partner."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Path, Query

from lgnet.api import queries
from lgnet.api.models import Scope
from lgnet.api.pages import answers
from lgnet.api.schemas import (
    CaseOut,
    Cases,
    Figures,
    IndicatorOut,
    Indicators,
    Partners,
    People,
    Problem,
    Status,
    Targets,
)
from lgnet.api.views.door import Door, Key, Wrong, has_scope, worker_with
from lgnet.cases.models import Case
from lgnet.core import audit
from lgnet.direction import queries as direction
from lgnet.direction.indicators import Indicator, find
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker

PAGE, LONGEST = 100, 500
DESCRIPTION = """Read-only. Analysts of the national level read aggregates, never a person; a partner reads its own
rows. Keys are made in the platform under "API". Lists come in pages: hand `next` back as `after`."""

api = Door(
    title="LGNET",
    version="1.0.0",
    description=DESCRIPTION,
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api:v1",
    auth=Key(),
    servers=[
        {"url": "https://lgnet.example/", "description": "The installation that you were given a key for"}
    ],
    openapi_extra={
        "info": {
            "x-summary": "Figures of the network and a partner's own people and cases, read-only.",
            "contact": {"name": "The LGNET platform contributors", "url": "https://lgnet.example/contacts"},
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        }
    },
)
WRONG = {401: Problem, 403: Problem, 422: Problem, 429: Problem}
NOT_THERE = {**WRONG, 404: Problem}
Code = Annotated[str, Path(max_length=60, description="Code of the thing, as a list gives it")]
Breakdown = Literal["month", "sex", "age-band"]
Size = Annotated[int, Query(ge=1, le=LONGEST, description="Rows in a page")]
After = Annotated[str, Query(max_length=200, description="`next` of the page before")]


@api.get("/status", response={200: Status}, auth=None, tags=["service"], operation_id="status")
def status(request: HttpRequest) -> Status:
    """Whether the API answers. Needs no key."""
    return Status(status=200, title="OK", detail="Ready.")


@api.get("/indicators", response={200: Indicators, **WRONG}, tags=["figures"], operation_id="listIndicators")
def indicators(request: HttpRequest) -> Indicators:
    """Every definition: what a number means, measured or only declared."""
    worker_with(request, Scope.FIGURES)
    return Indicators(items=answers.definitions(), next=None)


@api.get(
    "/indicators/{code}",
    response={200: IndicatorOut, **NOT_THERE},
    tags=["figures"],
    operation_id="getIndicator",
)
def indicator(request: HttpRequest, code: Code) -> IndicatorOut:
    """The rule behind a number."""
    worker_with(request, Scope.FIGURES)
    found = find(code)
    if found is None:
        raise Wrong(404, "There is no indicator with this code.")
    return answers.definition(found)


@api.get("/partners", response={200: Partners, **WRONG}, tags=["figures"], operation_id="listPartners")
def partners(request: HttpRequest) -> Partners:
    """The partners whose figures the key may read."""
    worker = worker_with(request, Scope.FIGURES)
    return Partners(items=[answers.partner(body) for body in direction.partners_for(worker)], next=None)


@api.get(
    "/figures/{indicator}", response={200: Figures, **NOT_THERE}, tags=["figures"], operation_id="getFigure"
)
def figure(
    request: HttpRequest,
    indicator: Code,
    partner: Annotated[str, Query(max_length=60, description="Code of a partner, or network")] = "network",
    by: Annotated[
        list[Breakdown],
        Query(max_length=3, description="Break down by month, sex, age-band; may be repeated"),
    ] = [],  # noqa: B006 - ninja copies it
) -> Figures:
    """A figure with the version of its definition and the moment at which it was true. Cumulative."""
    worker = worker_with(request, Scope.FIGURES)
    return answers.figure(_measured(indicator), _body(worker, partner), tuple(by))


@api.get("/targets", response={200: Targets, **WRONG}, tags=["figures"], operation_id="listTargets")
def targets(request: HttpRequest) -> Targets:
    """What each partner and the network are to reach by the end of the edition."""
    worker_with(request, Scope.FIGURES)
    codes = dict(editions.local_partners().values_list("pk", "code"))
    held = direction.targets(editions.current())
    items = [
        answers.target(scope, target, target.value, codes)
        for (scope, _indicator), target in held.items()
        if target.value is not None
    ]
    return Targets(items=sorted(items, key=lambda item: (item.partner, item.indicator)), next=None)


@api.get("/people", response={200: People, **NOT_THERE}, tags=["own rows"], operation_id="listPeople")
def people(request: HttpRequest, limit: Size = PAGE, after: After = "") -> People:
    """The partner's own people, the latest registered first. Written down in the access log."""
    worker_with(request, Scope.CASES)
    rows, following = queries.people(_place(after), limit)
    with_names = has_scope(request, Scope.NAMES)
    audit.record("api.people_read", kind="people.person", rows=len(rows), with_names=with_names)
    return People(items=[answers.person(row, with_names=with_names) for row in rows], next=following)


@api.get("/cases", response={200: Cases, **NOT_THERE}, tags=["own rows"], operation_id="listCases")
def cases(request: HttpRequest, limit: Size = PAGE, after: After = "") -> Cases:
    """The partner's own cases, the latest touched first. Written down in the access log."""
    worker_with(request, Scope.CASES)
    rows, following = queries.cases(_place(after), limit)
    audit.record("api.cases_read", kind="cases.case", rows=len(rows))
    return Cases(items=[answers.case(row) for row in rows], next=following)


@api.get("/cases/{code}", response={200: CaseOut, **NOT_THERE}, tags=["own rows"], operation_id="getCase")
def case(request: HttpRequest, code: Code) -> CaseOut:
    """One case by its code. A case of another partner does not exist."""
    worker_with(request, Scope.CASES)
    found = Case.objects.filter(code=code).first()
    if found is None:
        raise Wrong(404, "There is no case with this code.")
    audit.record("api.case_read", on=found)
    return answers.case(found)


def _measured(code: str) -> Indicator:
    found = find(code)
    if not isinstance(found, Indicator):
        raise Wrong(404, "No indicator with this code is measured: see /indicators.")
    return found


def _body(worker: Worker, code: str) -> Organisation | None:
    if code == answers.NETWORK_CODE:
        return None
    body = direction.partners_for(worker).filter(code=code).first()
    if body is None:
        raise Wrong(404, "There is no partner with this code whose figures you may read.")
    return body


def _place(text: str) -> queries.Place | None:
    try:
        return queries.read_place(text) if text else None
    except ValueError:
        raise Wrong(404, "after: there is no such page. Hand back `next` as it was given.") from None
