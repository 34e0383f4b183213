# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One person is one file: whoever comes back is found under another spelling, and an impatient finger adds nobody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.registering import fill_registration, look_for, register
from tests.journeys.somebody import PHONE, Somebody

pytestmark = pytest.mark.journey


def test_somebody_who_comes_back_under_another_spelling_is_offered_before_a_second_file(
    somebody: Callable[..., Somebody],
) -> None:
    fabio = somebody("fabio")
    fabio.open("/people/new/")
    look_for(fabio, given_name="Mohamed", family_name="Abdirahman")
    register(fabio, birth_year="1996", citizenships_0="SO", native_name="محمد عبدالرحمن")
    file = fabio.page.url

    bruno = somebody("bruno", viewport=PHONE)
    bruno.open("/people/new/")
    look_for(bruno, given_name="Muhammad", family_name="Abdurahman")
    bruno.expect_accessible()
    expect(bruno.page.locator("#matches")).to_contain_text("محمد عبدالرحمن")
    assert file.endswith(str(bruno.page.locator("#matches a.people-name").first.get_attribute("href")))

    bruno.open("/people/new/")
    look_for(bruno, given_name="محمد", family_name="عبدالرحمن")
    bruno.page.locator("#matches a.people-name", has_text="Mohamed Abdirahman").click()
    bruno.page.wait_for_url(file)
    expect(bruno.page.locator("h1")).to_contain_text("Mohamed Abdirahman")


def test_a_registration_that_is_sent_twice_makes_one_person(somebody: Callable[..., Somebody]) -> None:
    anna = somebody("anna")
    anna.open("/people/new/")
    look_for(anna, given_name="Tesfalem", family_name="Ghebremariam")
    anna.send(".people-begin")
    fill_registration(anna, birth_year="1991", citizenships_0="ER")
    form = anna.page.locator("#registration")
    again = form.evaluate("form => Object.fromEntries(new FormData(form))")
    form.locator("button[type=submit]").last.dblclick()
    anna.page.wait_for_url("**/people/*-*/")
    file = anna.page.url

    # The same form once more, as a browser sends it that goes back and tries again.
    answer = anna.page.request.post(
        anna.address + "/people/new/form/", form=again, headers={"Referer": anna.address}
    )
    assert answer.url == file

    anna.open("/people/?q=Tesfalem+Ghebremariam")
    expect(anna.page.locator("#results a.people-name", has_text="Tesfalem")).to_have_count(1)
