# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names are stored as their owners write them and found however others write them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.people.names import clean, fold, loose, script, skeleton, tokens

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)

SAME_NAME = [
    "محمد|Mohamed|Mohammed|Muhammad|Mohammad|Maxamed|Muxamed|মোহাম্মদ|መሐመድ",
    "Олена|Olena|Елена|Elena|OLENA",
    "陈飞|陳飛|Chen Fei|CHEN  FEI",
    "Jallow|Diallo|Jalloh|Djalo|Diallò",
    "عبدالله|عبد الله|Abdullah|Abdullahi|Abdoulaye|Cabdulaahi|Абдулла|Abdallah",
    "عبد الرحمن|عبدالرحمن|Abdel Rahman|Abd al-Rahman|Abderrahmane|Abdurrahman|Abdul-Rahman",
    "عبد العزيز|Abdelaziz|Abdul Aziz|Abd el Aziz",
    "خديجة|Khadija|Khadidja|Khadiga",
    "يوسف|Yusuf|Youssef|Iusuf|Yousuf",
    "فاطمة|Fatima|Fatma|Fatime|Faatima",
    "فاطمة الزهراء|Fatima Zahra|Fatima Ezzahra",
    "Олександр|Oleksandr|Aleksandr|Александр|Alexander",
    "Оксана|Oksana|Oxana",
    "Ігор|Ihor|Igor",
    "Vjaceslav|Vyaceslav|Viaceslav",
    "Жанна|Zhanna|Janna",
    "Тетяна|Tetiana|Tetyana|Tetjana",
    "უჩა ფანცულაია|Ucha Pantsulaia",
    "ተስፋይ|Tesfay|Tesfai|Tesfaye",
    "ተኽለ|Tekle|Tekhle",
    "চৌধুরী|Chowdhury|Chaudhuri|Choudhury",
    "Cissé|Sisse|CISSE",
    "N'Diaye|NDiaye|N Diaye|N’DIAYE|Nʼdiaye",
    "Ouédraogo|Ouedraogo|Wedraogo",
    "Xaliimo|Haliimo|Halimo|Halima",
    "Cali|Ali|علي|Aali",
    "Md Rahman|Mohammad Rahman|MD. RAHMAN",
    "Ahmed Ould Salem|Ahmed Salem|Ahmed wuld Salem",
]


@pytest.mark.parametrize("spellings", SAME_NAME)
def test_spellings_of_one_name_meet(spellings: str) -> None:
    found = {tuple(map(skeleton, tokens(name))) for name in spellings.split("|")}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Fatima", "Fanta"), ("Sami", "Siham"), ("Mohamed", "Mamadou"), ("Olena", "Olha"), ("Chen", "Zhang")],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert [*map(skeleton, tokens(one))] != [*map(skeleton, tokens(other))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Amadou Bah", "Latn"),
        ("محمد", "Arab"),
        ("Олена", "Cyrl"),
        ("陈飞", "Hani"),
        ("মোহাম্মদ", "Beng"),
        ("ተስፋይ", "Ethi"),
        ("უჩა", "Geor"),
        ("Ouédraogo", "Latn"),
        ("12/3", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_the_script_of_a_name_is_recognised(text: str, code: str) -> None:
    assert script(text) == code


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Amadou \t Bah\n", "Amadou Bah"),
        ("Ama\u200bdou\u202e\u200f\ufeff", "Amadou"),
        ("Jose\u0301", "José"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("Ali\u200creza", "Alireza"),
        ("علی\u200c\u200c", "علی"),
        ("নুরুল\u200d হক", "নুরুল হক"),
        ("a\x00b\ud800c", "abc"),
    ],
)
def test_a_name_is_stored_as_written_without_what_nobody_sees(typed: str, stored: str) -> None:
    assert clean(typed) == stored


@given(ANY_TEXT)
def test_cleaning_is_stable_storable_and_bounded(text: str) -> None:
    cleaned = clean(text, max_length=20)
    assert clean(cleaned, max_length=20) == cleaned
    assert len(cleaned) <= 20
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")
    assert "\x00" not in cleaned


@given(ANY_TEXT)
def test_tokens_of_any_text_are_plain_letters_and_stable(text: str) -> None:
    found = tokens(text)
    assert all(token.isascii() and token.isalpha() and token.islower() for token in found)
    assert len(found) <= 8
    for token in found:
        assert skeleton(token)
        assert loose(token)
        assert fold(token)
    script(text)


@given(ANY_TEXT)
def test_case_and_invisible_marks_do_not_matter(text: str) -> None:
    assert tokens("\u200e" + text + "\u200b") == tokens(text)


@given(st.text("abcdefghijklmnopqrstuvwxyz' -éñ", max_size=40))
def test_capitals_and_accents_typed_apart_do_not_matter(text: str) -> None:
    assert tokens(text.upper()) == tokens(text)
    assert tokens(unicodedata.normalize("NFD", text)) == tokens(text)


def test_a_name_made_of_particles_only_is_kept() -> None:
    assert tokens("De La") == ["de", "la"]
    assert tokens("Al") == ["al"]


def test_very_long_text_costs_little() -> None:
    assert len(tokens("محمد " * 100_000)) == 8
    assert len(tokens("a" * 100_000)) == 1
