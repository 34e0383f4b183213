# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The API keeps to its own description, and the description to the rules for public interfaces in Italy (ModI)."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from schemathesis.specs.openapi.checks import ignored_auth

from tests.factories.api import a_key
from tests.world import World


@pytest.fixture
def one_connection() -> Iterator[None]:
    """The test's own connection for every request, as Django's client keeps it: the world is in its transaction."""
    ends = (request_started, request_finished)
    for end in ends:
        end.disconnect(close_old_connections)
    yield
    for end in ends:
        end.connect(close_old_connections)


@pytest.fixture
def description() -> Any:
    return Client().get("/api/v1/openapi.json").json()


def operations(description: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in description["paths"].items():
        for told in methods.values():
            yield path, told


def test_the_official_schema_accepts_it(db: None, description: Any) -> None:
    validate(description, cls=OpenAPIV31SpecValidator)

    assert description["openapi"].startswith("3.1.")


def test_it_says_who_answers_for_it_and_where(db: None, description: Any) -> None:
    info = description["info"]

    assert re.fullmatch(r"\d+\.\d+\.\d+", info["version"])
    assert info["x-summary"] and info["contact"]["url"] and info["license"]["identifier"] == "EUPL-1.2"
    assert all(
        server["url"].startswith("https://") and server["description"] for server in description["servers"]
    )
    assert "/api/v1/status" in description["paths"]


def test_every_operation_has_words_problems_and_formats(db: None, description: Any) -> None:
    for path, told in operations(description):
        assert re.fullmatch(r"(/[a-z0-9-]+|/\{[a-z]+\})+", path), f"{path} is not written in kebab-case"
        assert told["operationId"] and told["description"] and told["tags"]
        for parameter in told.get("parameters", []):
            assert parameter["description"], f"{path} {parameter['name']}"
            if parameter["schema"].get("type") == "integer":
                assert parameter["schema"]["format"]
        for status, answer in told["responses"].items():
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"]
        if path != "/api/v1/status":
            assert {"401", "403", "429"} <= set(told["responses"])


def test_whatever_is_asked_the_answer_is_as_described(
    world: World, settings: Any, one_connection: None
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    answered: list[int] = []
    for found in schema.get_all_operations():
        operation = found.ok()  # type: ignore[union-attr]  # the test before this one has validated the description
        _ask_anything(operation, a_key(world.dario, "figures", "cases", "names"), answered)

    assert 200 in answered and 404 in answered
    assert len(answered) > 60


def _ask_anything(operation: Any, key: str, answered: list[int]) -> None:
    @given(case=operation.as_strategy())
    @limits(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def keeps_to_its_description(case: Any) -> None:
        answer = case.call(headers={"Authorization": f"Bearer {key}"})
        answered.append(answer.status_code)
        # Its own check of keys takes ours for a generated one; `test_keys` tells what a wrong key gets.
        case.validate_response(answer, excluded_checks=[ignored_auth])

    keeps_to_its_description()
