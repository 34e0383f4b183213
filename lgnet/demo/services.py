# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The invented services of the demo: what each partner offers, where its van stands, what is otherwise tonight.

Squares and stations are real places that people would name; that a desk or a van is there is invented.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offered:
    """A service as most partners have it. `week`: the days (0 is Monday) with their hours."""

    name: str
    kind: str
    summary: str
    eligibility: str
    documents: tuple[str, ...]
    languages: tuple[str, ...]
    week: Mapping[tuple[int, ...], str]
    capacity_note: str = ""
    line: str = ""  # only where the partner has taken this action line
    words: Mapping[str, tuple[str, str]] | None = None  # language -> name, what it does


DESK = Offered(
    "Sportello unico (One Stop Shop)",
    "ACC01",
    "Ti ascoltiamo e ti diciamo dove andare: documenti, casa, lavoro, salute, scuola. Se serve fissiamo noi"
    " l’appuntamento.",
    "Per tutti i cittadini stranieri, anche senza appuntamento.",
    (),
    ("it", "en", "fr", "ar"),
    {(0, 1, 2, 3, 4): "9:00-13:00", (1, 3): "14:30-17:30"},
    words={
        "en": ("One Stop Shop", "We listen and tell you where to go: papers, home, work, health, school."),
        "fr": (
            "Guichet unique",
            "Nous vous écoutons et vous disons où aller : papiers, logement, travail, santé.",
        ),
        "ar": ("المكتب الموحّد", "نستمع إليك ونقول لك إلى أين تذهب: الوثائق، السكن، العمل، الصحة، المدرسة."),
        "uk": (
            "Єдиний пункт допомоги",
            "Ми вислухаємо і скажемо, куди піти: документи, житло, робота, здоров’я.",
        ),
    },
)
OFFERED = (
    DESK,
    Offered(
        "Sportello legale",
        "LEG01",
        "Un’operatrice legale guarda i tuoi documenti e ti aiuta con permesso, rinnovo e conversione.",
        "Per chi ha un permesso, una ricevuta o ha chiesto protezione.",
        ("permit", "identity", "letters"),
        ("it", "en", "fr"),
        {(1,): "9:30-12:30", (3,): "15:00-18:00"},
        "Dieci persone per volta: si prende il numero.",
    ),
    Offered(
        "Aiuto per trovare casa",
        "ABI04",
        "Una mediatrice immobiliare cerca con te una stanza o una casa e parla con il proprietario.",
        "Per chi ha un permesso e un lavoro o un tirocinio.",
        ("permit", "identity", "income", "contract"),
        ("it", "en", "es"),
        {(0, 2): "15:00-18:00"},
        line="housing",
    ),
    Offered(
        "Corso di italiano",
        "FOR01",
        "Corso gratuito per principianti, due volte alla settimana. C’è uno spazio per i bambini.",
        "Per tutti, dai 16 anni.",
        (),
        ("it",),
        {(1, 4): "17:00-19:00"},
        line="civic_engagement",
    ),
)
VAN = Offered(
    "Unità mobile",
    "ACC02",
    "Un camper con educatori, mediatrici e un’infermiera. Puoi parlare, bere qualcosa di caldo, sapere dove dormire.",
    "Per tutti. Non serve il nome.",
    (),
    ("it", "en", "fr", "ar", "bn"),
    {},
    words={
        "en": (
            "Mobile unit",
            "A van with educators, mediators and a nurse. Talk, have something warm, find a bed.",
        ),
        "fr": (
            "Unité mobile",
            "Un camping-car avec éducateurs, médiatrices et une infirmière. Parler, se réchauffer.",
        ),
        "ar": (
            "سيارة المساعدة",
            "سيارة فيها مربّون ووسيطات وممرضة. يمكنك أن تتكلم وتشرب شيئًا ساخنًا وتعرف أين تنام.",
        ),
        "bn": ("সাহায্যের গাড়ি", "শিক্ষাকর্মী, মধ্যস্থতাকারী ও নার্সসহ একটি গাড়ি। কথা বলুন, গরম কিছু খান।"),
    },
)


@dataclass(frozen=True, slots=True)
class StreetStop:
    """A stop of a van: where, and from when to when."""

    name: str
    address: str
    latitude: float
    longitude: float
    days: tuple[int, ...]
    starts: str
    ends: str


EVERY, WORKING, EVENINGS = (0, 1, 2, 3, 4, 5, 6), (0, 1, 2, 3, 4), (0, 2, 4)
# By partner: stops that the van makes.
STOPS: Mapping[str, tuple[StreetStop, ...]] = {
    "genova": (
        StreetStop("Piazza Caricamento", "piazza Caricamento", 44.4098, 8.9270, EVERY, "19:00", "20:30"),
        StreetStop("Stazione Brignole", "piazza Verdi", 44.4068, 8.9475, EVERY, "21:00", "22:30"),
        StreetStop("Sampierdarena", "piazza Settembrini", 44.4115, 8.8932, EVENINGS, "23:00", "00:30"),
    ),
    "roma": (
        StreetStop("Stazione Termini", "via Marsala", 41.9031, 12.5018, EVERY, "18:00", "20:00"),
        StreetStop(
            "Stazione Tiburtina",
            "piazzale Stazione Tiburtina",
            41.9103,
            12.5310,
            EVERY,
            "20:30",
            "22:30",
        ),
        StreetStop(
            "Piazza Vittorio", "piazza Vittorio Emanuele II", 41.8951, 12.5045, WORKING, "23:00", "00:30"
        ),
    ),
    "torino": (
        StreetStop("Porta Nuova", "piazza Carlo Felice", 45.0621, 7.6785, EVERY, "19:30", "21:00"),
        StreetStop("Porta Palazzo", "piazza della Repubblica", 45.0767, 7.6838, EVERY, "21:30", "23:00"),
    ),
    "milano": (
        StreetStop("Stazione Centrale", "piazza Duca d’Aosta", 45.4847, 9.2026, EVERY, "19:00", "21:00"),
        StreetStop("Porta Venezia", "bastioni di Porta Venezia", 45.4745, 9.2054, WORKING, "21:30", "23:30"),
    ),
    "napoli": (
        StreetStop("Piazza Garibaldi", "piazza Garibaldi", 40.8528, 14.2700, EVERY, "20:00", "22:00"),
        StreetStop("Piazza Mercato", "piazza Mercato", 40.8473, 14.2664, EVENINGS, "22:30", "00:30"),
    ),
    "palermo": (
        StreetStop("Stazione Centrale", "piazza Giulio Cesare", 38.1107, 13.3672, EVERY, "19:00", "20:30"),
        StreetStop("Ballarò", "piazza Carmine", 38.1119, 13.3616, WORKING, "21:00", "22:30"),
    ),
    "firenze": (
        StreetStop(
            "Stazione Santa Maria Novella", "piazza della Stazione", 43.7765, 11.2479, EVERY, "20:00", "22:00"
        ),
        StreetStop("Le Cascine", "piazza Vittorio Veneto", 43.7778, 11.2366, EVENINGS, "22:30", "00:00"),
    ),
    "bologna": (
        StreetStop(
            "Stazione Centrale", "piazza delle Medaglie d’Oro", 44.5056, 11.3430, EVERY, "19:30", "21:30"
        ),
        StreetStop("Piazza dell’Unità", "piazza dell’Unità", 44.5102, 11.3490, EVENINGS, "22:00", "23:30"),
    ),
    "bari": (StreetStop("Piazza Umberto", "piazza Umberto I", 41.1209, 16.8693, EVERY, "19:00", "21:00"),),
    "taranto": (
        StreetStop("Porta Napoli", "piazzale Duca d’Aosta", 40.4803, 17.2283, EVERY, "20:00", "22:00"),
    ),
    "latina": (StreetStop("Autolinee", "via Vittorio Cervone", 41.4630, 12.9120, EVERY, "18:00", "20:00"),),
    "cagliari": (
        StreetStop("Piazza Matteotti", "piazza Matteotti", 39.2163, 9.1091, WORKING, "19:00", "21:00"),
    ),
    "assb-bolzano": (
        StreetStop("Parco della Stazione", "viale della Stazione", 46.4971, 11.3578, EVERY, "18:30", "20:30"),
    ),
}
STREETS = ("via Roma", "corso Italia", "via Garibaldi", "via Mazzini", "via Dante", "corso Matteotti")
CANCELLED, MOVED, CLOSED, STALE, REPORTED, DRAFT = (
    "firenze",
    "torino",
    "venezia",
    "napoli",
    "palermo",
    "trieste",
)
MOVED_TO = ("Parco Dora", "corso Mortara", 45.0893, 7.6661)
SAID = "Sono venuta martedì alle 10 e la porta era chiusa, non c’era nessun avviso."
