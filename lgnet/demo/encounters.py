# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - texts are easier to read unbroken


"""The meetings, visits and directory of the demo. Invented."""

from dataclasses import dataclass

from lgnet.demo.exchanges import RESIDENCE, STREET


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting: in how many days (negative: ago), at what hour and for how long, whose, and for how many."""

    days: int
    hour: int
    hours: int
    kind: str
    host: str
    title: str
    purpose: str
    agenda: str
    place: str = ""
    link: str = ""
    places: int | None = None
    group: str = ""
    comes: tuple[str, ...] = ()
    report: str = ""
    decisions: tuple[tuple[str, tuple[tuple[str, str, int, bool], ...]], ...] = ()
    called_off: str = ""


HELD = (
    Held(
        -24, 10, 6, "visit", "palermo", "Visita di studio: l’unità mobile e lo sportello di Palermo",
        "Mezza giornata di lavoro insieme e un’uscita serale con la squadra.",
        "Come nasce un’uscita\nAccompagnamento allo sportello\nUscita serale in due gruppi\nChe cosa portiamo a casa",
        "Palermo, One Stop Shop", places=16, comes=("genova", "napoli", "torino", "bari", "aosta", "roma"),
        report="In dodici abbiamo seguito una serata dell’unità mobile. La squadra esce in tre, con una mediatrice, e"
        " segna i contatti al rientro: in strada si ascolta e basta.\n\nCi ha colpito il passaggio allo sportello: la"
        " persona trova al mattino lo stesso volto della sera. I tempi tra il primo contatto e il primo colloquio sono"
        " scesi da nove a tre giorni.\n\nMeno convincente l’invio ai servizi sanitari, che resta affidato alle"
        " conoscenze personali.",
        decisions=(
            ("Ogni partner prova per un mese il passaggio con lo stesso volto: chi incontra la sera apre al mattino.",
             (("genova", "Preparare il turno di prova serale e mattutino", 12, False),
              ("napoli", "Raccontare la prova in mezza pagina", 30, False))),
            ("Le schede con le immagini dei servizi diventano comuni alla rete.",
             (("palermo", "Mandare le schede modificabili a tutti", -5, True),
              ("torino", "Tradurre le schede in arabo e in francese", 5, False))),
        ),
    ),
    Held(
        -61, 14, 2, "meeting", "bologna", "Seminario: presa in carico e continuità amministrativa",
        "Che cosa resta quando il progetto finisce.", "Apertura\nTre esempi\nDomande", "", "https://video.lgnet.example/seminario",
        comes=("bologna", "firenze", "milano", "perugia", "genova"),
        report="Tre esempi di servizi passati al bilancio ordinario. In comune: una delibera scritta nel primo anno.",
        decisions=(("Raccogliere le delibere in un unico documento.", (("perugia", "Raccogliere le delibere", -20, True),)),),
    ),
    Held(
        9, 9, 4, "visit", "firenze", "Visita di studio: la residenza per chi non ha casa",
        "Una mattina all’anagrafe e al servizio sociale di Firenze.",
        "Accoglienza\nIl percorso, passo per passo\nSportello dal vivo\nDomande", "Firenze, Palazzo Vecchio", places=6,
        comes=("aosta", "torino", "bologna", "genova", "perugia", "venezia", "trieste", "cagliari"),
    ),
    Held(
        4, 15, 1, "meeting", "torino", "Residenza: lettura della bozza del modulo", "Chiudiamo il testo.",
        "Osservazioni arrivate\nRiga sui minori\nVersione in francese", "", "https://video.lgnet.example/residenza",
        group=RESIDENCE, comes=("torino", "firenze", "aosta"),
    ),
    Held(
        -12, 17, 1, "meeting", "napoli", "Attrezzi: chi compra che cosa", "Acquisti comuni.", "Liste\nPreventivi", "",
        "https://video.lgnet.example/attrezzi", group=STREET, comes=("napoli", "palermo", "roma", "genova"),
        report="I caricatori li compra Palermo per tutti, le lampade Napoli.",
        decisions=(("Un acquisto comune di caricatori e lampade.", (("genova", "Mandare le quantità per Genova", 2, False),)),),
    ),
    Held(
        26, 10, 7, "meeting", "roma", "Incontro di rete di primavera",
        "Una giornata con tutti i partner: strumenti comuni, numeri, pratiche da replicare.",
        "Saluti della regia\nVoci dalle città\nTavoli\nChiusura", "Roma, sede ANCI", places=120,
        comes=("roma", "milano", "napoli", "torino", "palermo", "genova", "bologna", "catanzaro"),
    ),
    Held(
        15, 10, 3, "visit", "trieste", "Visita di studio: la frontiera e i minori", "Mezza giornata con la squadra di Trieste.",
        "Arrivi\nPrima notte\nTutela", "Trieste, sportello", called_off="La squadra è impegnata per gli arrivi: nuova data in aprile.",
        comes=("bolzano", "venezia"),
    ),
)  # fmt: skip
HEADLINES = {
    "coordinator": "Coordino il partner: accordi, équipe, rendicontazione",
    "case_manager": "Seguo prese in carico e iscrizioni anagrafiche",
    "specialist": "Lavoro nell’équipe, anche a distanza per altre città",
    "outreach_operator": "Unità mobile: uscite serali e primo aggancio",
}
SKILLS = {
    "coordinator": ("co-design", "reporting", "data-protection"),
    "case_manager": ("social-work", "law", "housing-mediation", "job-guidance"),
    "specialist": ("psychology", "mediation", "law", "minors-work", "teaching"),
    "outreach_operator": ("outreach-work", "trafficking", "mediation"),
}
SPEAKS = ("en", "fr", "ar", "es", "uk", "bn", "ur", "wo", "ti", "sq", "ro", "de", "zh", "so")
