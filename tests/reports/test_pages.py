# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reports in the browser: the partner's quarters, the nation's board, remarks beside the text, the network's report."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.reports import queries
from lgnet.reports.models import Attachment
from tests.factories.counting import facts
from tests.factories.reports import a_deviation, a_report, a_sending, answered
from tests.world import World

Browser = Callable[[Worker], Client]
PDF = b"%PDF-1.7 verbale"


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def test_a_partner_finds_its_quarters_and_the_one_to_write(world: World, english: Browser) -> None:
    dario = english(world.dario)
    assert "No quarter is open yet" in text(dario, "/reports/")
    report = a_report(world.dario)

    page = text(dario, "/reports/")
    assert "July-September 2026" in page or "July to September 2026" in page
    assert "6 questions are still to be answered." in page and "5 days left" in page
    answered(world.dario, report)
    assert "All six questions are answered." in text(dario, "/reports/")
    with time_machine.travel("2026-10-11T10:00:00Z", tick=False):
        assert "Late" in text(english(world.dario), "/reports/")


def test_the_board_shows_who_is_late_who_waits_and_who_is_done(world: World, english: Browser) -> None:
    nadia = english(world.nadia)
    assert "No quarter is open yet" in text(nadia, "/reports/")
    report = answered(world.dario, a_report(world.dario))

    assert text(nadia, "/reports/").count("rep-state--waiting") == 22
    a_sending(world.dario, report)
    assert text(nadia, "/reports/").count("rep-state--submitted") == 1
    with time_machine.travel("2026-10-13T10:00:00Z", tick=False):
        page = text(english(world.nadia), "/reports/")
    assert page.count("rep-state--late") == 21
    assert page.count("3 days late") == 21


def test_the_board_asks_the_same_few_questions_however_many_reports(world: World, english: Browser) -> None:
    nadia = english(world.nadia)

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            text(nadia, "/reports/")
        ours = [q["sql"] for q in found.captured_queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
        return len([sql for sql in ours if "set_config" not in sql])

    a_sending(world.dario, answered(world.dario, a_report(world.dario)))
    before = asked()
    assert before <= 9


def test_the_nation_sends_back_with_remarks_beside_the_text(world: World, english: Browser) -> None:
    report = answered(world.dario, a_report(world.dario))
    a_sending(world.dario, report)
    nadia, dario = english(world.nadia), english(world.dario)
    url = f"/reports/{report.pk}/"

    assert "Remark on: Main activities and outputs" in text(nadia, url)
    empty = nadia.post(url + "decide/", {"decision": "send_back"})
    torn = nadia.post(url + "decide/", {"decision": "validate", "activities": "Quanti incontri?"})
    sent = nadia.post(url + "decide/", {"decision": "send_back", "activities": "Quanti incontri?"})

    assert (empty.status_code, torn.status_code, sent.status_code) == (422, 422, 302)
    assert "Quanti incontri?" in torn.content.decode() and "There are remarks" in torn.content.decode()
    assert "Quanti incontri?" in text(dario, url)
    page = text(dario, f"{url}write/activities/")
    assert "Remark of the national monitoring" in page and "Quanti incontri?" in page
    assert "To be corrected" in text(nadia, "/reports/")


def test_the_nation_validates_and_re_opens_with_a_reason(world: World, english: Browser) -> None:
    report = answered(world.dario, a_report(world.dario))
    a_sending(world.dario, report)
    nadia, url = english(world.nadia), f"/reports/{report.pk}/"

    assert nadia.post(url + "decide/", {"decision": "validate"}).status_code == 302
    assert nadia.post(url + "decide/", {"decision": "validate"}).status_code == 403, (
        "sent twice it is refused"
    )
    assert nadia.post(url + "reopen/", {"reason": ""}).status_code == 422
    assert nadia.post(url + "reopen/", {"reason": "Refuso nei numeri"}).status_code == 302
    page = text(english(world.dario), url)
    assert "Refuso nei numeri" in page and "Re-opened" in page and "Write the report" in page


def test_a_partner_reads_no_form_of_the_nation_and_cannot_decide(world: World, english: Browser) -> None:
    report = answered(world.dario, a_report(world.dario))
    a_sending(world.dario, report)
    dario = english(world.dario)

    assert "Your decision" not in text(dario, f"/reports/{report.pk}/")
    assert dario.post(f"/reports/{report.pk}/decide/", {"decision": "validate"}).status_code == 403
    assert dario.get("/reports/quarters/2026-q3/").status_code == 403
    assert dario.get("/reports/calendar/").status_code == 403


def test_the_last_step_tells_what_stops_and_what_warns(world: World, english: Browser) -> None:
    report = a_report(world.dario)
    dario, send = english(world.dario), f"/reports/{report.pk}/write/send/"

    assert "This stops the report" in text(dario, send)
    answered(world.dario, report)
    page = text(dario, send)
    assert "This stops the report" not in page and "nothing new in this quarter" in page
    assert "Only the coordinator sends the report." in text(english(world.anna), send)
    with acting_as(world.dario.actor()):
        seen = queries.draft(report).seen
    stale = dario.post(f"/reports/{report.pk}/submit/", {"seen": "old", "warnings_read": "on"})
    unread = dario.post(f"/reports/{report.pk}/submit/", {"seen": seen})
    sent = dario.post(f"/reports/{report.pk}/submit/", {"seen": seen, "warnings_read": "on"})

    assert (stale.status_code, unread.status_code, sent.status_code) == (409, 403, 302)
    assert english(world.anna).post(f"/reports/{report.pk}/submit/", {"seen": seen}).status_code == 403
    assert english(world.carla).post(f"/reports/{report.pk}/submit/", {"seen": seen}).status_code == 404


def test_a_file_is_attached_read_by_the_nation_once_sent_and_taken_out(
    world: World, english: Browser
) -> None:
    report = answered(world.dario, a_report(world.dario))
    anna, nadia = english(world.anna), english(world.nadia)
    url = f"/reports/{report.pk}/attach/"

    bad = anna.post(url, {"new_id": report.pk, "file": SimpleUploadedFile("conti.pdf.exe", PDF)})
    good = anna.post(url, {"new_id": report.pk, "file": SimpleUploadedFile("verbale dell’équipe.pdf", PDF)})
    twice = anna.post(url, {"new_id": report.pk, "file": SimpleUploadedFile("verbale dell’équipe.pdf", PDF)})

    assert (bad.status_code, good.status_code, twice.status_code) == (422, 302, 302)
    assert "Files of this kind are not taken" in bad.content.decode()
    with acting_as(world.dario.actor()):
        file = Attachment.objects.get()
    there = f"/reports/attachments/{file.pk}/"
    assert anna.get(there).content == PDF
    assert (nadia.get(there).status_code, english(world.carla).get(there).status_code) == (404, 404)

    a_sending(world.dario, report)
    answer = nadia.get(there)
    assert answer.content == PDF and answer["Content-Disposition"].startswith("attachment;")
    assert anna.post(f"{there}remove/").status_code == 403, "it was sent"
    with acting_as(world.dario.actor()):
        assert AuditEntry.objects.filter(event="report.attachment_seen", subject_id=file.pk).count() == 1


def test_a_file_is_taken_out_and_put_back_while_it_is_written(world: World, english: Browser) -> None:
    report = a_report(world.dario)
    anna = english(world.anna)
    anna.post(
        f"/reports/{report.pk}/attach/", {"new_id": report.pk, "file": SimpleUploadedFile("a.pdf", PDF)}
    )
    step = f"/reports/{report.pk}/write/attachments/"

    anna.post(f"/reports/attachments/{report.pk}/remove/")
    assert "No file is attached." in text(anna, step)
    anna.post(f"/reports/attachments/{report.pk}/put-back/")

    assert "a.pdf" in text(anna, step)


def test_the_networks_report_assembles_itself(world: World, english: Browser) -> None:
    facts(world.anna, 1, 2, day=dt.date(2026, 8, 3))
    facts(world.carla, 2, 3, day=dt.date(2026, 8, 3))
    report = answered(world.dario, a_report(world.dario), words="Genova dice:")
    a_deviation(world.dario, report, remedy="Nuovo avviso")
    a_sending(world.dario, report)
    nadia = english(world.nadia)

    page = text(nadia, "/reports/quarters/2026-q3/")

    assert "1 of 22, of which 0 validated." in page and "provisional" in page
    assert "Genova dice: strengths" in page and "Avvio dei laboratori rinviato" in page
    assert page.index("Not sent yet") < page.index("Torino")
    for code in ("2026-q2", "1999-q1"):
        assert nadia.get(f"/reports/quarters/{code}/").status_code == 404


def test_the_direction_moves_deadlines_in_the_browser_and_others_read_why_not(
    world: World, english: Browser
) -> None:
    report = a_report(world.dario)
    ugo, days = (
        english(world.ugo),
        {"days_to_send": "15", "open_days_before": "20", "remind_days_before": "5"},
    )

    assert ugo.post("/reports/calendar/", days).status_code == 302
    assert ugo.post("/reports/calendar/", days | {"days_to_send": "0"}).status_code == 422
    moved = ugo.post("/reports/calendar/", {"period": str(report.period_id), "due_on": "2026-10-20"})
    assert moved.status_code == 302
    assert "Oct. 20, 2026" in text(ugo, "/reports/calendar/") or "20 October 2026" in text(
        ugo, "/reports/calendar/"
    )
    assert "Only the national direction" in text(english(world.nadia), "/reports/calendar/")
    assert english(world.nadia).post("/reports/calendar/", days).status_code == 403


@pytest.mark.parametrize("who", ["dario", "nadia"])
def test_reading_a_report_asks_the_same_few_questions_however_long_it_is(
    world: World, english: Browser, who: str
) -> None:
    report = answered(world.dario, a_report(world.dario))
    for _ in range(6):
        a_deviation(world.dario, report)
    a_sending(world.dario, report)
    client = english(getattr(world, who))

    with CaptureQueriesContext(connection) as asked:
        text(client, f"/reports/{report.pk}/")

    ours = [q["sql"] for q in asked.captured_queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len([sql for sql in ours if "set_config" not in sql]) <= 16
