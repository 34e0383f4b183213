# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What may be the name of a person: by the words around it, by a list of names, by another script.

The list (`data/name_words.csv`) is our own: given and family names frequent among the people the network meets and
among Italians. "far" names are taken for a person's wherever they stand; "near" ones, which are also words, places
or colleagues' first names, only beside another capital or after a word that announces a person.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lgnet.people.guard.passages import Kind, Passage


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*")
TITLES = _set(
    """
    signor signora signorina signori sig sigra sigr mr mrs ms herr frau monsieur madame mme mademoiselle
    """
)
PEOPLE = _set(
    """
    minore ragazzo ragazza utente beneficiario beneficiaria destinatario destinataria ospite mamma madre
    padre papà figlio figlia figli marito moglie fratello sorella bambino bambina neonato nonna cliente
    paziente nipote cugino compagno compagna fidanzato client boy girl mother father son daughter husband
    wife brother sister fils fille mère père mari femme sohn tochter mutter vater
    """
)
CALLED = re.compile(
    r"(?:si chiama(?:va)?|di nome|chiamat[oa]|named|called|whose name is|s’appelle|s'appelle|nommée?|heißt|namens)\s+$",
    re.IGNORECASE,
)
# After these words, or among them, two capitals are a place or a body.
NO_PERSON = _set(
    """
    via viale piazza piazzale corso largo vicolo ponte parco quartiere rione borgo villa san santa santo
    sant’ santi istituto scuola liceo fondazione associazione cooperativa ospedale clinica parrocchia teatro
    stazione museo palazzo casa centro comune regione provincia prefettura questura ministero tribunale
    università rete progetto legge decreto regolamento circolare articolo unione europea unità mobile one
    stop shop sportello capo monte lago fiume isola porto assistente servizio servizi ufficio croce rossa
    medici senza frontiere save the children caritas anci cittalia fami lgnet italia roma milano napoli
    torino genova palermo bari bologna firenze venezia trieste perugia potenza latina caserta sassari
    taranto aosta cagliari campobasso catanzaro bolzano mali senegal gambia nigeria ghana marocco tunisia
    egitto pakistan bangladesh ucraina albania lunedì martedì mercoledì giovedì venerdì sabato domenica
    pasqua natale ramadan dublino costituzione convenzione protocollo commissione consulta sai cas tavolo
    gruppo festa giornata
    """
)
MARKS = re.compile(r"@[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}")  # somebody is mentioned: a colleague


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        return len(self.text) > 1 and self.text[0].isupper()

    @property
    def low(self) -> str:
        return self.text.lower()


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Given names, family names, and those of either that are names wherever they stand."""
    given, family, far = set[str](), set[str](), set[str]()
    path = Path(__file__).parent.parent / "data" / "name_words.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            (given if row["kind"] == "given" else family).add(row["word"])
            if row["origin"] == "far":
                far.add(row["word"])
    return frozenset(given), frozenset(family), frozenset(far)


def words_of(text: str) -> list[_Word]:
    """The words of a text with their places, without those by which somebody is mentioned."""
    mentioned = [match.span() for match in MARKS.finditer(text)]
    found = (_Word(match[0], match.start(), match.end()) for match in WORD.finditer(text))
    return [word for word in found if not any(a <= word.start < b for a, b in mentioned)]


def likely_names(text: str) -> Iterator[Passage]:
    """What may be a name, never certain. Runs of words are taken together: "Mamadou Lamin Diallo" is one passage."""
    words = words_of(text)
    at = 0
    while at < len(words):
        length = _length_of_name(text, words, at)
        if length:
            yield Passage(words[at].start, words[at + length - 1].end, Kind.NAME)
        at += max(length, 1)
    yield from _in_another_script(text, words)


def _length_of_name(text: str, words: list[_Word], at: int) -> int:
    """How many words from here on are a name; 0 where none is."""
    first = words[at]
    if not first.is_capital or first.low in NO_PERSON or first.low in TITLES | PEOPLE:
        return 0
    if at and words[at - 1].low in NO_PERSON and words[at - 1].is_capital | (words[at - 1].low in _PLACED):
        return 0
    run = _run(text, words, at)
    if _is_announced(text, words, at):
        return run
    given, family, far = _lists()
    names = [word.low in given or word.low in family for word in words[at : at + run]]
    if run >= 2 and any(names):
        return run
    return 1 if first.low in far and not _begins_with_capitals(first) else 0


_PLACED = _set(
    """
    via viale piazza piazzale corso largo vicolo san santa santo villa parco ponte
    """
)


def _begins_with_capitals(word: _Word) -> bool:
    """An abbreviation: ANCI, SAI."""
    return word.text.isupper()


def _run(text: str, words: list[_Word], at: int) -> int:
    """How many neighbouring words with a capital begin here, up to four, with nothing but a blank between them."""
    length = 1
    while length < 4 and at + length < len(words):
        last, following = words[at + length - 1], words[at + length]
        is_near = text[last.end : following.start] in {" ", "  ", "\n"}
        if (
            not is_near
            or not following.is_capital
            or following.low in NO_PERSON
            or _begins_with_capitals(following)
        ):
            break
        length += 1
    return length


def _is_announced(text: str, words: list[_Word], at: int) -> bool:
    """Whether a title, a word for a person or "si chiama" stands just before."""
    if CALLED.search(text[: words[at].start][-40:]):
        return True
    if not at:
        return False
    before = words[at - 1]
    if text[before.end : words[at].start].strip(" .,") or before.low not in TITLES | PEOPLE:
        return False
    return not words[at].text.isupper()


def _in_another_script(text: str, words: list[_Word]) -> Iterator[Passage]:
    """One to three words of another script in a text that is not of that script."""
    foreign = [word for word in words if not _is_latin(word.text)]
    if not foreign or len(foreign) > 3 or len(foreign) * 3 > len(words):
        return
    for word in foreign:
        yield Passage(word.start, word.end, Kind.NAME)


def _is_latin(word: str) -> bool:
    return ord(word[0]) < 0x250 or 0x1E00 <= ord(word[0]) < 0x1F00
