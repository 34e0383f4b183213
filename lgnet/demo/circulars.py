# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the circulars of the demo say. Invented, as everything here; written as a ministry would."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A circular: when it was issued, how many days it leaves, and how many partners have done what it asks."""

    days_ago: int
    due: int
    share: float
    kind: str
    subject: str
    text: str
    answer_kind: str = ""
    question: str = ""
    choices: tuple[str, ...] = ()


PAST = (
    Told(
        312, 20, 1.0, "acknowledge", "Avvio della piattaforma comune",
        "Gentili referenti,\n\nda oggi la rete lavora su un’unica piattaforma. Vi chiediamo di:\n\n"
        "1. verificare i colleghi abilitati;\n2. registrare le sedi aperte al pubblico;\n"
        "3. segnalare entro la scadenza ciò che manca.\n\nGrazie a tutte e a tutti.",
    ),
    Told(
        231, 15, 1.0, "answer", "Formazione sull’accoglienza LGBTI+: in quale mese?",
        "ANCI e Cittalia propongono due giornate in presenza. Indicate il mese che preferite.",
        "choice", "In quale mese preferite la formazione?", ("Marzo", "Aprile", "Maggio"),
    ),
    Told(
        148, 10, 1.0, "acknowledge", "Informativa sulla protezione dei dati: nuova versione",
        "Dal mese prossimo si consegna la versione aggiornata dell’informativa.\n\n"
        "- chi l’ha già ricevuta non deve fare nulla;\n- ai nuovi destinatari si consegna la versione nuova;\n"
        "- il testo è disponibile in nove lingue.",
    ),
    Told(
        76, 12, 0.95, "know", "Calendario delle rilevazioni del secondo semestre",
        "Le fotografie dei dati sono fissate al 30 giugno e al 31 dicembre. I dati mancanti si completano"
        " dalla pagina «Qualità dei dati» prima di quelle date.",
    ),
    Told(
        23, 18, 0.8, "acknowledge", "Minori stranieri non accompagnati: segnalazioni",
        "Ricordiamo che ogni minore non accompagnato va segnalato subito alle autorità competenti.\n\n"
        "La piattaforma lo ricorda nella scheda della persona; la segnalazione resta compito di chi incontra.",
    ),
)  # fmt: skip
QUESTION = Told(
    9, 12, 0.75, "answer", "Posti letto per l’emergenza freddo",
    "Per preparare il piano nazionale per l’inverno chiediamo quanti posti letto ogni partner può rendere"
    " disponibili da dicembre a marzo, oltre a quelli già in uso.\n\nBasta un numero: il dettaglio seguirà.",
    "number", "Quanti posti letto in più da dicembre a marzo?",
)  # fmt: skip
OPEN = Told(
    0, 14, 0.0, "acknowledge", "Aperture nelle festività: sedi e unità mobili",
    "Gentili referenti,\n\nvi chiediamo di verificare sulla piattaforma gli orari dei giorni festivi di:\n\n"
    "- One Stop Shop;\n- unità mobili;\n- sportelli presso terzi.\n\n"
    "Il modulo allegato aiuta a raccogliere i turni. Gli orari compaiono nelle pagine pubbliche.",
)  # fmt: skip
FORM = b"sede;giorno;apertura;chiusura;turno\nOne Stop Shop;lunedi;09:00;13:00;\n"
CATALOGUE = """Dal {day} il catalogo comune degli interventi cambia:

- nuovo codice FOR11: Corso di italiano, livelli A1 e A2
- nuovo codice FOR12: Corso di italiano, livelli B1 e B2
- FOR02 si chiama «Educazione civica e orientamento» invece di «Educazione e orientamento civico»
- FOR01 «Corso di italiano» non si usa più; al suo posto: FOR11, FOR12

Ciò che è stato registrato fino ad allora conserva codice e nome. Da quel giorno i moduli propongono da soli i codici \
nuovi: per i corsi già avviati scegliete il livello.
"""
