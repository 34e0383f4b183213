# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A worker sits the test of a course, receives the certificate, a stranger checks it, and it is revoked."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from lgnet.core.rowsecurity import acting_as
from lgnet.recognition import actions
from tests.factories.examinations import OPEN, SINGLE, an_exam
from tests.factories.recognition import a_completed_module, terms
from tests.journeys.somebody import PHONE, Somebody
from tests.world import World

pytestmark = pytest.mark.journey


def test_from_the_test_to_a_revoked_certificate(
    somebody: Callable[..., Somebody], behind: Callable[[], AbstractContextManager[World]]
) -> None:
    with behind() as world:
        module = a_completed_module(world, world.anna, code="J1", title="Corso del viaggio")
        exam = an_exam(world.nadia, SINGLE, OPEN, code="viaggio", minutes=30, for_everybody=False)
        with acting_as(world.ugo.actor()):
            actions.set_award(by=world.ugo, module=module, terms=terms(exam=exam))
            actions.admit_class(by=world.ugo, module=module)

    anna = somebody("anna", viewport=PHONE)
    anna.open("/tests/")
    anna.follow("main >> text=Test viaggio")
    anna.expect_accessible()
    anna.send(f'form[action="/tests/{exam.pk}/begin/"]')
    anna.page.locator("label", has_text="Il Comune").click()
    anna.page.locator("textarea").fill("Ho ascoltato, poi ho chiamato lo sportello.")
    expect(anna.page.locator(".exm-saved", has_text="Salvata alle")).to_have_count(2)
    anna.expect_accessible()
    anna.page.reload()
    expect(anna.page.locator("textarea")).to_have_value("Ho ascoltato, poi ho chiamato lo sportello.")
    anna.send("#sit")
    anna.reads("In correzione")

    nadia = somebody("nadia")
    nadia.open("/tests/marking/")
    nadia.follow("main >> text=Test viaggio")
    nadia.page.locator("input[name^=points]").fill("4")
    nadia.expect_accessible()
    nadia.send("#marks")
    anna.open(f"/tests/{exam.pk}/")
    anna.reads("Superato")

    ugo = somebody("ugo")
    ugo.open(f"/recognition/modules/{module.pk}/")
    ugo.expect_accessible()
    ugo.send(f'form[action="/recognition/modules/{module.pk}/issue/"]')
    anna.open("/recognition/")
    anna.reads("Corso del viaggio")
    anna.expect_accessible()
    code = str(anna.page.locator(".rec-code").first.text_content())

    stranger = somebody(viewport=PHONE)
    stranger.open(f"/verify/{code}")
    stranger.reads("Questo attestato è valido", "Corso del viaggio")
    expect(stranger.main).not_to_contain_text("Parodi")
    stranger.expect_accessible()
    stranger.fill(name="parodi anna")
    stranger.page.locator("#check button").click()
    stranger.reads("Il nome è quello sull’attestato")

    ugo.open(f"/recognition/certificates/?code={code}")
    ugo.follow("main >> text=Anna Parodi")
    ugo.tick("reason", "wrong")
    ugo.expect_accessible()
    ugo.send("#revoke")
    stranger.open(f"/verify/{code}")
    stranger.reads("Questo attestato è stato revocato")
    stranger.expect_accessible()
