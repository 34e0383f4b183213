# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The test of the demo: invented questions about what this platform itself keeps to."""

from lgnet.examinations.actions import Wording

BANK = "Presa in carico e lavoro in rete"
TITLE, CODE = "La presa in carico nei Comuni: test finale", "presa-in-carico"
INSTRUCTIONS = (
    "Il test riguarda il modulo sulla presa in carico. Le domande chiuse si correggono subito;\n"
    "la risposta aperta la legge il docente."
)


def _one(text: str, right: str, *wrong: str, why: str = "") -> Wording:
    return Wording("single", text, ((right, True), *((one, False) for one in wrong)), why)


def _truth(text: str, *, is_true: bool, why: str) -> Wording:
    return Wording("true_false", text, (("true", is_true), ("false", not is_true)), why)


CLOSED = (
    _one(
        "Quando una persona incontrata dall’unità mobile conta come «presa in carico»?",
        "Quando si apre un caso con un responsabile", "Al primo contatto", "Quando riceve un volantino",
        why="Il contatto resta un contatto: il caso ha un responsabile, un’équipe e una data.",
    ),
    _one(
        "Chi risponde del caso?", "Il responsabile del caso", "L’ultimo che ha scritto", "Il capofila nazionale",
        why="Uno solo: l’équipe lavora con lui o con lei.",
    ),
    _one(
        "Che cosa si fa se manca un dato obbligatorio?", "Si indica il motivo per cui manca",
        "Si scrive una data inventata", "Si lascia il caso in bozza per sempre",
        why="Un dato finto inquina i conteggi; il motivo del dato mancante no.",
    ),
    _one(
        "Chi vede le note riservate?", "La cerchia di chi le ha scritte", "Tutti i colleghi", "Il Ministero",
        why="Chi guarda da fuori non le vede, nemmeno chi coordina.",
    ),
    _one(
        "Entro quando si dà risposta a un invio ricevuto?", "Entro il termine dello standard del partner",
        "Quando si libera qualcuno", "Non serve rispondere",
        why="Ogni partner fissa i suoi termini; la piattaforma li ricorda.",
    ),
    Wording(
        "multiple", "Quali sono linee di azione del progetto?",
        (("Impegno civico e autonomia lavorativa", True), ("Presa in carico", True), ("Abitare", True),
         ("Rilascio dei permessi di soggiorno", False)),
        "Sono tre; i permessi li rilascia la Questura.", 2,
    ),
    Wording(
        "multiple", "Che cosa si consegna alla persona al primo colloquio?",
        (("L’informativa sulla protezione dei dati", True), ("Il recapito di chi la segue", True),
         ("Le note dell’équipe", False)),
        "In una lingua che comprende.", 2,
    ),
    _truth("Un contatto può restare anonimo.", is_true=True, why="Sulla strada si comincia spesso senza un nome."),
    _truth(
        "Il livello nazionale legge i nomi delle persone seguite.", is_true=False,
        why="Legge numeri, e solo se non permettono di riconoscere nessuno.",
    ),
    _truth(
        "Un minore non accompagnato va segnalato subito alle autorità.", is_true=True,
        why="Lo chiede la legge 47/2017.",
    ),
)  # fmt: skip
OPEN = Wording(
    "text", "Descrivi in poche righe un caso in cui il lavoro di rete ha cambiato l’esito.",
    feedback="Si guarda a chi ha fatto che cosa, quando, e che cosa è cambiato per la persona.", points=4,
)  # fmt: skip
SAID = (
    "Una famiglia sfrattata: lo sportello ha chiamato il servizio sociale e l’agenzia per la casa lo stesso giorno;"
    " in tre settimane avevano un contratto.",
    "Con il consultorio abbiamo fissato una mediatrice fissa il martedì: le visite mancate si sono dimezzate.",
    "L’unità mobile ha accompagnato un ragazzo al corso di italiano e dopo due mesi al tirocinio.",
)
REMARKS = ("Chiaro e completo.", "Bene: aggiungi chi ha fatto che cosa.", "")
