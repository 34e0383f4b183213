# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms that anybody may send: too fast, too late, trapped, too long, too often; and nothing typed is lost."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django import forms
from django.db import ProgrammingError, connection
from django.http import HttpResponse, QueryDict
from django.test import RequestFactory
from django.utils import translation

from lgnet.core import public_forms
from lgnet.core.clock import now
from lgnet.core.models import SharedValue
from lgnet.core.public_forms import PublicForm, guard, stamp
from lgnet.core.rowsecurity import GATE, PUBLIC, acting_as
from tests.world import World


class Note(PublicForm):
    form_name = "tests.note"
    per_visitor = 3
    per_form = 5
    text = forms.CharField(max_length=30_000)

    def clean(self) -> dict[str, Any]:
        """Forgets to call what it inherits, as people do."""
        return self.cleaned_data


class Other(Note):
    form_name = "tests.other"


@pytest.fixture(autouse=True)
def noon(db: None) -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-11-26 12:00", tick=False) as clock, acting_as(PUBLIC):
        yield clock


def sent(kind: type[Note] = Note, address: str = "192.0.2.7", **data: str) -> Note:
    shown = stamp(kind.form_name, at=now() - dt.timedelta(seconds=20))
    query = QueryDict(mutable=True)
    query.update({"text": "Good evening", "stamp": shown, public_forms.TRAP: "", **data})
    return kind(query, address=address)


def test_a_person_is_not_bothered() -> None:
    form = sent()
    assert form.is_valid() and form.status == 200
    assert "Retry-After" not in guard(HttpResponse(), form).headers


def test_what_comes_back_at_once_is_asked_for_again_and_passes_then(noon: time_machine.Traveller) -> None:
    hasty = sent(stamp=stamp(Note.form_name))
    assert not hasty.is_valid() and hasty.status == 422
    assert str(public_forms.TOO_QUICK) in hasty.non_field_errors()
    assert "Good evening" in str(hasty)

    noon.shift(4)
    assert sent(stamp=str(hasty["stamp"].value())).is_valid()


@pytest.mark.parametrize("bad", ["", "1764158400", "1764158400:forged", "of another form", "old"])
def test_a_stamp_that_is_missing_forged_foreign_or_old_is_replaced_by_a_fresh_one(
    bad: str, noon: time_machine.Traveller
) -> None:
    made = {
        "of another form": stamp(Other.form_name, at=now() - dt.timedelta(minutes=1)),
        "old": stamp(Note.form_name, at=now() - dt.timedelta(hours=25)),
    }.get(bad, bad)
    form = sent(stamp=made)
    assert not form.is_valid() and str(public_forms.TOO_LATE) in form.non_field_errors()

    noon.shift(5)
    assert sent(stamp=str(form["stamp"].value())).is_valid()


def test_whoever_fills_in_what_nobody_sees_is_asked_again_with_the_field_emptied() -> None:
    form = sent(website="https://cheap.example")
    assert not form.is_valid() and str(public_forms.TRAPPED) in form.non_field_errors()
    assert "cheap.example" not in str(form)
    assert 'name="website"' in str(form) and "hidden" in str(form["website"])


def test_an_address_has_its_limit_for_each_form_and_gets_it_back_after_an_hour(
    noon: time_machine.Traveller,
) -> None:
    assert [sent().is_valid() for _ in range(4)] == [True, True, True, False]
    refused = sent()
    assert not refused.is_valid() and refused.status == 429
    assert str(public_forms.TOO_OFTEN) in refused.non_field_errors() and "Good evening" in str(refused)
    assert guard(HttpResponse(), refused).headers["Retry-After"] == "3600"
    assert sent(Other).is_valid() and sent(address="192.0.2.8").is_valid() is False  # the sixth of everybody

    noon.shift(3601)
    assert sent().is_valid()


def test_everybody_together_has_a_limit_too() -> None:
    answers = [sent(address=f"198.51.100.{n}") for n in range(6)]
    assert [form.is_valid() for form in answers] == [True] * 5 + [False]
    assert answers[-1].status == 429 and str(public_forms.TOO_MANY) in answers[-1].non_field_errors()


def test_what_is_wrong_anyway_is_not_counted() -> None:
    assert [sent(text="").is_valid() for _ in range(9)] == [False] * 9
    assert sent().is_valid()


def test_a_household_has_one_limit_whichever_of_its_ipv6_addresses_it_uses() -> None:
    answers = [sent(address=f"2001:db8:1:2::{n:x}").is_valid() for n in range(4)]
    assert answers == [True, True, True, False]


def test_texts_have_a_length_each_and_all_together() -> None:
    form = sent(text="x" * 20_001)
    assert not form.is_valid() and str(public_forms.TOO_LONG) in form.non_field_errors()

    class Endless(PublicForm):
        form_name = "tests.endless"
        text = forms.CharField()

    with pytest.raises(TypeError, match="max_length"):
        Endless()


def test_a_form_without_a_name_cannot_be_made() -> None:
    with pytest.raises(TypeError, match="form_name"):
        PublicForm()


def test_no_address_is_kept_and_the_digest_changes_each_day(noon: time_machine.Traveller) -> None:
    def keys() -> set[str]:
        with acting_as(GATE):
            return {row.key for row in SharedValue.objects.filter(key__startswith="form:")}

    assert sent().is_valid()
    first = keys()
    assert len(first) == 1 and "192" not in str(first)
    noon.shift(86_400)
    assert sent().is_valid()
    assert len(keys()) == 1 and not keys() & first  # yesterday's is forgotten, today's is another


def test_a_request_brings_the_address_and_an_opened_page_is_not_counted() -> None:
    factory = RequestFactory()
    assert not Note.of(factory.get("/")).is_bound
    form = Note.of(factory.post("/", {"text": "x"}, REMOTE_ADDR="203.0.113.9"))
    assert form.is_bound and form.address == "203.0.113.9"


@pytest.mark.parametrize("name", ["anna", "nadia"])
def test_whoever_works_here_may_send_a_form_and_reads_no_count(world: World, name: str) -> None:
    worker = getattr(world, name).actor()
    with acting_as(worker):
        assert sent().is_valid()
    with pytest.raises(ProgrammingError), acting_as(worker), connection.cursor() as cursor:
        cursor.execute("select * from core_sharedvalue")


@pytest.mark.parametrize("language", ["it", "fr", "es", "ar", "uk", "bn", "ur", "zh-hans"])
def test_every_refusal_is_said_in_the_language_of_the_visitor(language: str) -> None:
    sentences = [getattr(public_forms, name) for name in dir(public_forms) if name.startswith("TOO_")]
    with translation.override("en"):
        english = {str(sentence) for sentence in [*sentences, public_forms.TRAPPED]}
    with translation.override(language):
        said = {str(sentence) for sentence in [*sentences, public_forms.TRAPPED]}
    assert len(said) == 6 and not said & english
