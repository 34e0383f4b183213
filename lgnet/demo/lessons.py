# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the training of the demo teaches. Invented, as everything here; after what ANCI and Cittalia announced."""

from dataclasses import dataclass
from pathlib import Path

TITLE = "Programma formativo 2025-26: servizi integrati per la presa in carico"
AIMS = "Metodi comuni, scambio tra i Comuni e strumenti per chi accoglie, dalla strada alla casa."
ROOM, ADDRESS = "Sala Conferenze ANCI", "Via dei Prefetti 46, Roma"
LINK = "https://aula.cittalia.example/lgnet"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session: days from today, the hour it begins, minutes, how, its title."""

    days: int
    hour: int
    minutes: int
    mode: str
    title: str
    break_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Lesson:
    """A module: how many enrol, how many places, until how many days from today; nobody enrols in a draft."""

    code: str
    title: str
    area: str
    contents: str
    places: int
    share: int | None
    people: int
    until: int
    meetings: tuple[Meeting, ...]
    is_draft: bool = False
    requires: str = ""


LESSONS = (
    Lesson(
        "M1", "La presa in carico integrata", "reception",
        "Équipe multidisciplinare, primo colloquio, piano individuale, lavoro di rete con i servizi sanitari.",
        130, None, 120, -125,
        (
            Meeting(-118, 9, 240, "presence", "L’équipe e il primo colloquio", 30),
            Meeting(-111, 10, 90, "online", "Valutazione dei bisogni e vulnerabilità"),
            Meeting(-104, 10, 90, "online", "Il piano individuale"),
            Meeting(-97, 9, 240, "blended", "Casi a confronto tra città", 30),
        ),
    ),
    Lesson(
        "M2", "Diritti, documenti e tutele", "rights",
        "Permessi di soggiorno, iscrizione anagrafica, minori non accompagnati, vittime di tratta.",
        60, 4, 58, -16,
        (
            Meeting(-9, 10, 90, "online", "Permessi e rinnovi"),
            Meeting(-2, 10, 90, "online", "Residenza e accesso ai servizi"),
            Meeting(5, 10, 90, "online", "Minori e persone vulnerabili"),
        ),
        requires="",
    ),
    Lesson(
        "M3", "Autonomia abitativa: strumenti e accordi", "housing",
        "Agenzie sociali per la casa, garanzie ai proprietari, coabitazioni, uscita dall’accoglienza.",
        30, 3, 47, 14,
        (
            Meeting(24, 9, 240, "presence", "Trovare casa: agenzie e garanzie", 30),
            Meeting(31, 10, 90, "online", "Accordi con i proprietari"),
        ),
        requires="M1",
    ),
    Lesson(
        "M4", "Raccogliere dati che servono", "data",
        "Dalla scheda all’indicatore: completezza, tempestività, prove per i controlli.",
        80, 5, 0, 45,
        (Meeting(60, 10, 90, "online", "Dalla scheda all’indicatore"),),
        is_draft=True,
    ),
)  # fmt: skip
READING = """Prima dell’incontro leggere le linee operative della rete.

In particolare:

- come si compone un’équipe e chi risponde del caso;
- quali informazioni si raccolgono al primo colloquio e quali no;
- quando si coinvolgono i servizi sanitari e come.

Chi non ha potuto partecipare può recuperare con la registrazione e la scheda di lavoro."""
LIST = b"fase;chi;entro\nprimo colloquio;assistente sociale;3 giorni\nvalutazione;equipe;10 giorni\n"
FILM = Path(__file__).parent / "film" / "colloquio.webm"  # sixteen seconds of slides, without sound
CAPTIONS = """WEBVTT

00:00.000 --> 00:04.000
L’équipe e il primo colloquio: chi c’è, e chi risponde del caso.

00:04.000 --> 00:08.000
Uno: accogliere. Una persona alla volta, nella sua lingua, con chi media.

00:08.000 --> 00:12.000
Due: chiedere il necessario. Bisogni e urgenze; il resto può aspettare.

00:12.000 --> 00:16.000
Tre: dire che cosa succede ora. Chi chiama, quando, con quale documento.
"""
TRANSCRIPT = """Quattro cartelli, senza voce.

L’équipe e il primo colloquio: chi c’è, e chi risponde del caso.

1. Accogliere: una persona alla volta, nella sua lingua, con chi media.
2. Chiedere il necessario: bisogni e urgenze. Il resto può aspettare.
3. Dire che cosa succede ora: chi chiama, quando, con quale documento."""
MADE_UP = ("Registrazione e scheda di lavoro", "Colloquio con la formatrice", "Incontro analogo a Torino")
