# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the definition of an indicator holds. A definition in use is never edited: it gets a new version.

The words stand here in both languages, not in the translations: they are part of the frozen definition, whose
digest is kept in `published.json` (see `lgnet.direction.indicators.lock`).
"""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import get_language

from lgnet.core.shipped_csv import Sureness
from lgnet.counting.models import ABOUT_NOBODY, EVENT_KINDS, FactKind


@dataclass(frozen=True, slots=True)
class Wording:
    """The same words in Italian and English; as text, in the language that is active."""

    it: str
    en: str

    def __str__(self) -> str:
        return self.it if (get_language() or "it").startswith("it") else self.en


class Breakdown(StrEnum):
    """By what a figure can be divided."""

    SEX = "sex"
    AGE_BAND = "age_band"  # frozen at the first count (rule CNT-5)
    PARTNER = "partner"
    MONTH = "month"
    LINE = "line"  # action lines overlap: their sum may exceed the total
    DETAIL = "detail"  # how an intake ended


BREAKDOWN_WORDS: Mapping[Breakdown, Wording] = {
    Breakdown.SEX: Wording("genere", "gender"),
    Breakdown.AGE_BAND: Wording("fascia d’età", "age band"),
    Breakdown.PARTNER: Wording("partner", "partner"),
    Breakdown.MONTH: Wording("mese", "month"),
    Breakdown.LINE: Wording(
        "linea d’azione (chi è seguito su due linee sta in entrambe)",
        "action line (who is followed on two lines is in both)",
    ),
    Breakdown.DETAIL: Wording("esito del colloquio", "end of the screening"),
}


class Group(StrEnum):
    """Where an indicator stands on the page that lists them all."""

    PROJECT = "project"
    OUTPUT = "output"  # Annex VIII, outputs of specific objective 2
    RESULT = "result"  # Annex VIII, results of specific objective 2


class Proof(StrEnum):
    """What must be at hand for each counted person; the codes on which evidence is joined."""

    CONTACT = "contact"
    FILE = "file"
    NOTICE = "notice"
    SCREENING = "screening"
    CASE = "case"
    STAY = "stay"
    SERVICE = "service"
    ENTRY_ASSESSMENT = "assessment_entry"
    EXIT_ASSESSMENT = "assessment_exit"
    ANSWER = "answer"
    APPLICATION = "application"
    PARTNERSHIP = "partnership"
    EVENT = "event"
    ATTENDANCE = "attendance"


PROOF_WORDS: Mapping[Proof, Wording] = {
    Proof.CONTACT: Wording(
        "scheda del contatto: giorno, luogo, operatore", "record of the contact: day, place, worker"
    ),
    Proof.FILE: Wording("scheda della persona", "the person's file"),
    Proof.NOTICE: Wording("informativa sulla privacy consegnata", "privacy notice handed over"),
    Proof.SCREENING: Wording("primo colloquio con il suo esito", "screening and how it ended"),
    Proof.CASE: Wording(
        "presa in carico: data, assistente sociale, linee d’azione",
        "the case: date, case manager, action lines",
    ),
    Proof.STAY: Wording("titolo di soggiorno valido quel giorno", "residence title valid on that day"),
    Proof.SERVICE: Wording("intervento con data e operatore", "service with its day and worker"),
    Proof.ENTRY_ASSESSMENT: Wording("valutazione all’ingresso", "assessment at entry"),
    Proof.EXIT_ASSESSMENT: Wording("valutazione all’uscita", "assessment at exit"),
    Proof.ANSWER: Wording("risposta della persona alla chiusura", "the person's answer at closure"),
    Proof.APPLICATION: Wording("ricevuta della domanda", "receipt of the application"),
    Proof.PARTNERSHIP: Wording("adesione al progetto", "membership of the project"),
    Proof.EVENT: Wording(
        "scheda dell’evento o dell’incontro: giorno, luogo, chi ha detto che si è tenuto",
        "record of the event or meeting: day, place, who said that it was held",
    ),
    Proof.ATTENDANCE: Wording(
        "scheda dell’evento, con il conteggio delle presenze", "record of the event, with how many came"
    ),
}


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """The smallest part of a figure: a month of Rome (its first day), a sex and an age band."""

    month: dt.date
    sex: str
    age_band: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A counting fact as the slow twin reads it."""

    id: uuid.UUID
    kind: str
    partner_id: uuid.UUID
    occurred_on: dt.date
    pseudonym: bytes | None
    sex: str
    age_band: str
    weight: int
    corrects_id: uuid.UUID | None
    lines: tuple[str, ...] = ()
    days: int | None = None
    detail: str = ""
    is_weak: bool = False


Twin = Callable[[Iterable[Fact], uuid.UUID], Counter[Cell]]
DaysTwin = Callable[[Iterable[Fact], uuid.UUID], Counter[int]]
NumberTwin = Callable[[Iterable[Fact]], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One version of the definition of something the network measures.

    `valid_from` is the first day of a month; the version holds until the next one begins. `parent`: the
    indicator of which this is an "of which"; `bounded_by`: the output that a result never exceeds (CNT-3).
    `changed` says what is new against the version before.
    """

    code: str
    version: int
    valid_from: dt.date
    name: Wording
    rule: Wording
    unit: Wording
    group: Group
    who_counts: tuple[Wording, ...]
    not_counted: tuple[Wording, ...]
    proofs: tuple[Proof, ...]
    breakdowns: tuple[Breakdown, ...]
    source: str
    sure: Sureness
    parent: str = ""
    bounded_by: str = ""
    changed: Wording | None = None

    @property
    def edition_label(self) -> str:
        """The version as it is printed beside a number: "O.2.3 v1"."""
        return f"{self.code} v{self.version}"

    @property
    def evidence(self) -> str:
        """What proves it, in one line."""
        return ", ".join(str(PROOF_WORDS[proof]) for proof in self.proofs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Definition):
    """A number of persons, each counted once, or of events, each of which counts.

    `screen_sql` reads the totals that are ready, `exact_sql` counts the facts themselves, `twin` is the slow
    and obvious count in Python; the tests hold the three together.
    """

    fact_kind: FactKind
    screen_sql: str
    exact_sql: str
    twin: Twin

    @property
    def counts_persons(self) -> bool:
        """Whether a person counts once; otherwise every event counts."""
        return self.fact_kind not in EVENT_KINDS

    @property
    def is_about_somebody(self) -> bool:
        """Whether sex and age band can be told; of an event nobody has one."""
        return self.fact_kind not in ABOUT_NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Definition):
    """How long persons waited: how many so many days, the median, and the share within a number of days.

    The SQL gives days and how many persons; a share or a median of shares is never added up.
    """

    fact_kind: FactKind
    within_days: int
    screen_sql: str
    exact_sql: str
    twin: DaysTwin


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Definition):
    """A number of authorities or projects: no persons, no sex, no age. `most`: more is a mistake."""

    fact_kind: FactKind | None
    screen_sql: str
    exact_sql: str
    twin: NumberTwin
    most: int


@dataclass(frozen=True, slots=True)
class NotYetMeasured:
    """An indicator that is declared and whose work is not recorded here yet: it has no value, not even zero."""

    code: str
    name: Wording
    unit: str
    group: Group
    source: str
    note: str
