# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the invented workers of the demo think of the training."""

from collections.abc import Mapping

# How often: "I cannot say", then the marks from 1 to 5.
AGREEMENT = (4, 2, 7, 22, 40, 25)
REMARKS: Mapping[str, tuple[str, ...]] = {
    "usefulness": (
        "I casi portati dalle altre città: avrei voluto più tempo per discuterli.",
        "La parte sul primo colloquio, da usare subito. Toglierei la seconda ora di diapositive.",
        "Il lavoro in piccoli gruppi. Meglio di mattina: il pomeriggio lo sportello è aperto.",
        "Utile la scheda di valutazione dei bisogni; la versione lunga però nessuno la compila.",
        "Capire chi fa che cosa nell’équipe. Servirebbe un incontro insieme alla ASL.",
        "Le sedute in linea vanno bene, ma di un’ora al massimo.",
        "Finalmente un modello di piano individuale uguale per tutti.",
        "Cambierei gli orari: chi è sull’unità mobile la sera non ce la fa la mattina presto.",
        "Molto bella la simulazione con la mediatrice.",
        "Più esempi su famiglie con minori, meno normativa letta ad alta voce.",
        "Il confronto con chi lavora in città piccole come la nostra.",
        "Mandate i materiali prima dell’incontro, non dopo.",
        "È servito conoscere di persona i colleghi degli altri Comuni.",
        "La parte sulle vulnerabilità è stata troppo breve.",
        "Ripeterei la discussione dei casi ogni tre mesi.",
        "Audio difficile da seguire in collegamento: servono microfoni per la sala.",
        "Ho capito come scrivere obiettivi che si possono verificare.",
        "Interessante, ma pensato per servizi con più personale del nostro.",
        "Le domande finali aiutano a fissare le cose.",
        "Un modulo così andrebbe fatto a tutti i nuovi assunti.",
        "Bene i formatori, meno bene la sala.",
        "Vorrei una traccia per il colloquio con l’interprete al telefono.",
        "Da tenere: i materiali riutilizzabili. Da cambiare: troppe cose in quattro ore.",
        "Mi è servito vedere come altri si accordano con i servizi sanitari.",
    ),
    "use": (
        "La riunione di équipe ogni due settimane ci ha permesso di usare davvero il piano.",
        "Manca il tempo: le schede si compilano la sera.",
        "Mi hanno aiutato i modelli già pronti.",
        "Senza mediatori il colloquio come lo abbiamo imparato non si può fare.",
        "La coordinatrice ha chiesto a tutti di usare la stessa scheda: ha funzionato.",
        "Il turno di notte non incontra mai gli altri: difficile lavorare in équipe.",
        "Ho potuto chiedere ai colleghi conosciuti al corso.",
        "I servizi sanitari non conoscono ancora gli accordi.",
    ),
}
