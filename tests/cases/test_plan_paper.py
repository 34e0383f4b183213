# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The printed plan: both languages, all signatures, whatever was typed."""

import datetime as dt
import io
import json
from collections import Counter
from dataclasses import replace

import pypdf
import pytest
from django.utils import translation
from pypdf.generic import ArrayObject, DictionaryObject

from lgnet.cases.models import CaseMember
from lgnet.cases.models.assessment import Domain
from lgnet.cases.paper import (
    LABELS,
    PlanAction,
    PlanGoal,
    PlanPaper,
    TeamMember,
    Words,
    label_languages,
    render_plan,
)

PLAN = PlanPaper(
    issuer="Comune di Torino",
    person="Amina Diallo",
    code="TO-2026-0412",
    version=2,
    case_manager="Giulia Bianchi",
    team=(TeamMember("Marco Rossi", "educator"),),
    agreed_on=dt.date(2026, 2, 3),
    goals=(
        PlanGoal(
            Words("Imparare l’italiano", "Learn Italian"),
            area="language",
            by=dt.date(2026, 6, 30),
            actions=(PlanAction(Words("Iscrizione al corso A2"), "person", by=dt.date(2026, 2, 20)),),
        ),
    ),
    guardian="Laura Verdi",
)


def printed(pdf: bytes) -> str:
    return " ".join(" ".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


def languages_and_tags(pdf: bytes) -> Counter[str]:
    """How often each language and each tag occurs in the structure of the document."""
    seen: Counter[str] = Counter()
    nodes = [pypdf.PdfReader(io.BytesIO(pdf)).root_object["/StructTreeRoot"].get_object()]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ArrayObject):
            nodes += [child.get_object() for child in node]
        elif isinstance(node, DictionaryObject):
            seen.update(str(node[key]) for key in ("/Lang", "/S") if key in node)
            nodes += [node["/K"].get_object()] if "/K" in node else []
    return seen


def test_the_words_of_the_paper_exist_in_nine_languages_without_gaps() -> None:
    table = json.loads(LABELS.read_text(encoding="utf-8"))

    assert set(label_languages()) == {"it", "en", "fr", "es", "ar", "uk", "bn", "ur", "zh"}
    for language, labels in table.items():
        assert labels.keys() == table["it"].keys(), language
        assert all(labels.values()), language
        assert "{page}" in labels["page_of"], language
        assert "{pages}" in labels["page_of"], language


def test_the_paper_names_domains_and_parts_as_the_screens_do() -> None:
    table = json.loads(LABELS.read_text(encoding="utf-8"))

    for language in ("it", "en"):
        with translation.override(language):
            for prefix, choices in (("area", Domain.choices), ("part", CaseMember.Part.choices)):
                for code, label in choices:
                    assert table[language][f"{prefix}_{code}"] == str(label)


@pytest.mark.parametrize("language", [*label_languages(), "fa", "ti", "pt-BR", "xx"])
def test_the_plan_prints_in_every_language(language: str, caplog: pytest.LogCaptureFixture) -> None:
    pdf = render_plan(PLAN, second_language=language)

    text = printed(pdf)
    assert "Progetto individuale" in text
    assert "Amina Diallo" in text
    assert "Cofinanziato dall’Unione europea" in text
    assert str(pypdf.PdfReader(io.BytesIO(pdf)).root_object["/Lang"]) == "it"
    assert not caplog.records


def test_both_languages_stand_side_by_side_and_are_tagged_as_what_they_are() -> None:
    pdf = render_plan(PLAN, second_language="en")

    text = printed(pdf)
    for words in (
        "Individual plan",
        "Learn Italian",
        "Imparare l’italiano",
        "Goals and actions",
        "June 30, 2026",
        "Goal 1 · Italian language",
        "Obiettivo 1 · Lingua italiana",
        "Educatore o educatrice",
    ):
        assert words in text
    assert "30 giugno 2026" in text
    seen = languages_and_tags(pdf)
    assert seen["en"] > 10
    assert seen["/H1"] == 2
    assert seen["/Figure"] == 1
    assert seen["/TH"] == 2


def test_arabic_is_read_back_letter_by_letter() -> None:
    pdf = render_plan(PLAN, second_language="ar")

    assert "ar" in languages_and_tags(pdf)
    # A face that draws dots apart gives a screen reader "الش خخص" here.
    assert "الشخص" in printed(pdf)


def test_italian_alone_makes_one_column() -> None:
    assert languages_and_tags(render_plan(PLAN))["/TH"] == 1
    assert languages_and_tags(render_plan(PLAN, second_language="it"))["/TH"] == 1


def test_a_language_without_labels_gets_them_in_english() -> None:
    plan = replace(PLAN, goals=(PlanGoal(Words("Imparare", "ቋንቋ")),))

    pdf = render_plan(plan, second_language="ti")

    assert "Individual plan" in printed(pdf)
    assert "ti" in languages_and_tags(pdf)


def test_a_guardian_signs_for_a_minor_only() -> None:
    assert "Tutore" not in printed(render_plan(PLAN))
    assert printed(render_plan(replace(PLAN, is_minor=True))).count("Tutore") == 2


def test_a_plan_not_agreed_says_that_it_is_a_draft() -> None:
    assert "Bozza, non ancora concordata" in printed(render_plan(replace(PLAN, agreed_on=None)))


def test_an_empty_plan_says_that_there_are_no_goals() -> None:
    assert "Non ci sono ancora obiettivi." in printed(render_plan(replace(PLAN, goals=())))


@pytest.mark.parametrize(
    "words",
    ['#panic("x") $x^2$ "\\u{41}" \\ *_`', "pay \u202e001\u202c\u200b", "fine🙂"],
    ids=["markup", "override", "emoji"],
)
def test_typed_text_is_printed_not_obeyed(words: str) -> None:
    goal = PlanGoal(Words(words, words), actions=(PlanAction(Words(words), "team", words),))
    plan = replace(
        PLAN, issuer=words, person=words, code=words, case_manager=words, goals=(goal,), mediator=words
    )

    text = printed(render_plan(plan, second_language="ur"))

    assert ("#panic" in text) == ("#panic" in words)
    assert ("pay 001" in text) == ("pay" in words)


def test_the_end_of_a_very_long_text_is_not_lost() -> None:
    long = "parola " * 1000 + "ULTIMA"
    goal = PlanGoal(Words(long, long), actions=(PlanAction(Words(long), "outside", long),))

    text = printed(render_plan(replace(PLAN, person=long, goals=(goal,)), second_language="ar"))

    assert text.count("ULTIMA") >= 9
