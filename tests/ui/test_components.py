# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each component says in words and in markup what it shows in colour."""

import datetime as dt

import pytest
import time_machine
from django import forms
from django.utils import translation

from lgnet.core.authz import no, yes
from lgnet.ui.looks import LOOKS, Stage
from tests.ui.drawing import draw

NOW = dt.datetime(2026, 3, 10, 10, 0, tzinfo=dt.UTC)


class MeetingForm(forms.Form):
    name = forms.CharField(help_text="As the person says it")
    urgency = forms.ChoiceField(widget=forms.RadioSelect, choices=[("a", "A"), ("b", "B")])
    informed = forms.BooleanField()


@pytest.mark.parametrize("code", LOOKS)
def test_every_state_has_a_word_and_an_icon_beside_its_colour(code: str) -> None:
    html = draw("{% status code %}", code=code, language="it")

    with translation.override("it"):
        assert str(LOOKS[code].label) in html
    assert "<use href=" in html


def test_a_state_without_look_and_without_word_is_refused() -> None:
    with pytest.raises(KeyError, match="no look for"):
        draw("{% status 'unheard-of' %}")


def test_a_state_without_look_is_drawn_with_the_word_of_the_caller() -> None:
    assert "At the van" in draw("{% status 'unheard-of' label='At the van' %}")


def test_an_allowed_action_is_a_form_that_posts() -> None:
    html = draw("{% action verdict=verdict url='/close/' label='Close' %}", verdict=yes)

    assert '<form class="ui-action" method="post" action="/close/">' in html
    assert "csrfmiddlewaretoken" in html


def test_a_refused_action_is_a_disabled_button_that_says_why() -> None:
    html = draw("{% action verdict=verdict url='/close/' label='Close' %}", verdict=no("The plan is <open>."))

    assert "<form" not in html
    assert 'aria-disabled="true" aria-describedby="why-close-"' in html
    assert '<p class="ui-action-reason" id="why-close-">The plan is &lt;open&gt;.</p>' in html


@pytest.mark.parametrize(
    ("due", "english", "italian"),
    [
        (NOW - dt.timedelta(days=3), "3 days late", "3 giorni di ritardo"),
        (NOW - dt.timedelta(hours=2), "2 hours late", "2 ore di ritardo"),
        (NOW - dt.timedelta(minutes=5), "Late by less than an hour", "In ritardo da meno di un'ora"),
        (NOW + dt.timedelta(minutes=5), "Less than an hour left", "Manca meno di un'ora"),
        (NOW + dt.timedelta(hours=3), "3 hours left", "Mancano 3 ore"),
        (dt.date(2026, 3, 10), "Due today", "Scade oggi"),
        (dt.date(2026, 3, 9), "1 day late", "1 giorno di ritardo"),
        (NOW + dt.timedelta(days=1), "Due tomorrow", "Scade domani"),
        (NOW + dt.timedelta(days=9), "9 days left", "Mancano 9 giorni"),
    ],
)
def test_the_time_left_is_said_as_people_say_it(due: dt.date, english: str, italian: str) -> None:
    with time_machine.travel(NOW, tick=False):
        assert english in draw("{% time_left due %}", due=due)
        assert italian in draw("{% time_left due %}", due=due, language="it").replace("&#x27;", "'")


@pytest.mark.parametrize(
    ("last_day", "english", "italian"),
    [
        (dt.date(2026, 3, 9), "Expired 1 day ago", "Scaduto da 1 giorno"),
        (dt.date(2025, 12, 10), "Expired 90 days ago", "Scaduto da 90 giorni"),
        (dt.date(2026, 3, 10), "Expires today", "Scade oggi"),
        (dt.date(2026, 3, 11), "Expires tomorrow", "Scade domani"),
        (dt.date(2026, 3, 19), "Expires in 9 days", "Scade tra 9 giorni"),
    ],
)
def test_a_document_expires_and_nobody_is_late(last_day: dt.date, english: str, italian: str) -> None:
    with time_machine.travel(NOW, tick=False):
        assert english in draw("{% time_left due is_validity=True %}", due=last_day)
        assert italian in draw("{% time_left due is_validity=True %}", due=last_day, language="it")


def test_the_stepper_tells_the_present_step_to_a_screen_reader() -> None:
    stages = [Stage("Contact", "done"), Stage("Screening", "current"), Stage("Plan", "todo")]

    html = draw("{% stepper stages label='Path' %}", stages=stages)

    assert html.count('aria-current="step"') == 1
    assert "Step 2 of 3" in html


def test_a_cell_repeats_the_name_of_its_column_for_narrow_screens() -> None:
    assert 'data-label="Stage"' in draw("{% cell 'Stage' %}open{% endcell %}")


def test_what_a_block_contains_is_escaped_once_only() -> None:
    source = "{% moment title='Note' at=now %}<p>{{ text }}</p>{% endmoment %}"

    html = draw(source, now=NOW, text="<b>ciao</b>")

    assert "<p>&lt;b&gt;ciao&lt;/b&gt;</p>" in html


def test_a_figure_says_when_it_was_true_and_how_much_of_the_target_it_is() -> None:
    html = draw("{% figure label='Taken in charge' value=6240 as_of=now target=9000 reached=6240 %}", now=NOW)

    assert "6,240" in html
    assert "69 % of 9,000" in html
    assert "As of" in html


def test_a_long_job_asks_for_its_progress_and_a_finished_one_does_not() -> None:
    assert 'hx-get="/job/"' in draw("{% progress label='Reading' value=3 maximum=9 poll_url='/job/' %}")
    assert "hx-get" not in draw("{% progress label='Reading' value=9 maximum=9 %}")


def test_a_field_has_a_visible_label_and_its_error_is_linked_to_it() -> None:
    html = draw("{{ form }}", form=MeetingForm({}))

    assert '<label class="ui-label" for="id_name">Name' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_error"' in html
    assert 'dir="auto"' in html


def test_the_summary_of_errors_leads_to_each_field() -> None:
    html = draw("{{ form }}", form=MeetingForm({}))

    assert "3 things to correct" in html
    for target in ("id_name", "id_urgency_0", "id_informed"):
        assert f'<a href="#{target}">' in html
        assert f'id="{target}"' in html
