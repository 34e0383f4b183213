# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the practices of the demo say. Invented; written as the cities of the network would tell them.

`state`: draft, waiting (for a reviewer), reviewing, sent_back, approved, published, stale, retired. `days_ago` is how
long ago it was published, or written where it was not.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A practice of the demo; the reviewing partner is named by its code."""

    partner: str
    reviewer: str
    state: str
    days_ago: int
    title: str
    context: str
    problem: str
    steps: tuple[str, ...]
    people: str
    results: str
    went_wrong: str
    transfer: str
    needs: tuple[str, ...]
    lines: tuple[str, ...]
    cost: str = ""
    cost_euro: int | None = None
    months: int | None = None
    indicator: str = ""
    is_public: bool = False
    question: tuple[str, str] = ("", "")


NOTICE = Told(
    "campobasso", "potenza", "published", 420, "L’avviso pubblico che si capisce: dalla domanda alla presa in carico",
    "Un capoluogo di quarantotto mila abitanti, due assistenti sociali sul progetto, pochi enti del terzo settore.",
    "L’avviso per entrare nel progetto era lungo undici pagine: chi ne aveva più bisogno non presentava domanda, e un"
    " terzo delle domande arrivava senza gli allegati.",
    ("Riscrivere l’avviso in due pagine, con i requisiti in forma di domande", "Tradurlo in cinque lingue con i"
     " mediatori, a voce anche in un messaggio audio", "Tenere lo sportello aperto due pomeriggi per compilare"
     " insieme", "Chiedere i documenti dopo l’ammissione, non prima", "Dare un esito a tutti entro quindici giorni",
     "Prendere in carico gli ammessi nella stessa settimana"),
    "Due assistenti sociali, una mediatrice a chiamata, l’ufficio comunicazione per una settimana.",
    "Le domande complete sono passate da due su tre a nove su dieci. Tra la domanda e la presa in carico passano"
    " dodici giorni invece di quaranta.",
    "I primi audio duravano sette minuti e nessuno li ascoltava fino in fondo: ora durano novanta secondi.",
    "Serve che il segretario comunale accetti i documenti dopo. Funziona in città piccole; dove le domande sono"
    " centinaia lo sportello va organizzato per appuntamento.",
    ("legal", "basic_needs"), ("taking_in_charge",), "Mediazione: 60 ore l’anno. Il resto è lavoro ordinario.",
    2_400, 3, "TAKEN_IN_CHARGE", True, ("Chi firma l’esito entro quindici giorni quando manca il dirigente?",
                              "La delega è nel decreto di nomina: firma la responsabile del servizio."),
)  # fmt: skip
PRACTICES = (
    NOTICE,
    Told(
        "genova", "torino", "published", 200, "Fondo di garanzia per gli affitti con le agenzie del quartiere",
        "Un centro storico con molte case vuote e proprietari che non si fidano.",
        "Con un permesso di soggiorno breve nessuna agenzia mostrava un alloggio.",
        ("Incontrare le agenzie una per una", "Costituire il fondo con una delibera", "Firmare l’accordo sul danno"
         " massimo coperto", "Accompagnare proprietario e inquilino nel primo mese", "Verificare dopo sei mesi"),
        "Un mediatore immobiliare, un’assistente sociale, un’educatrice per l’accompagnamento.",
        "Nove agenzie su quattordici ora ci telefonano quando si libera un alloggio.",
        "Il fondo è arrivato otto mesi dopo i primi accordi: due agenzie si erano ritirate.",
        "Dove il mercato è saturo il fondo da solo non basta: serve qualcuno che conosca i proprietari.",
        ("housing",), ("housing",), "Fondo iniziale e un mediatore a metà tempo.", 38_000, 9, "HOUSED", True,
        ("Chi copre i danni oltre il massimale?", "Nessuno: lo diciamo prima di firmare, ed è successo una volta."),
    ),
    Told(
        "palermo", "napoli", "published", 310, "Portinerie di comunità: uno sportello tenuto da chi è passato di lì",
        "Due quartieri con mercati e case occupate, dove i servizi arrivano poco.",
        "Le persone non entravano negli uffici: troppa distanza, troppi moduli.",
        ("Scegliere un locale su strada", "Formare otto persone del progetto come portinai", "Aprire quattro"
         " pomeriggi la settimana", "Tenere un quaderno delle richieste", "Portare ogni richiesta al servizio giusto"
         " entro tre giorni"),
        "Un’educatrice, due mediatori, otto persone in impegno civico.",
        "In un anno milletrecento richieste, metà risolte al banco.",
        "D’estate la portineria resta scoperta: va pensato prima.",
        "Ha bisogno di un locale visibile e di un servizio che risponda davvero entro tre giorni.",
        ("basic_needs", "work"), ("civic_engagement",), "Affitto, assicurazione, rimborsi.", 21_000, 6, "CONTACTS",
        True,
    ),
    Told(
        "torino", "genova", "published", 95, "Colloquio congiunto alla prima settimana",
        "Una grande città con tre servizi che prendono in carico le stesse persone.",
        "Chi arrivava raccontava la sua storia tre volte, e tre équipe facevano tre progetti.",
        ("Fissare due mattine fisse la settimana", "Invitare lavoro, salute e casa allo stesso tavolo", "Scrivere un"
         " solo progetto con un solo responsabile", "Rileggerlo insieme dopo trenta giorni"),
        "Responsabile del caso, psicologa, operatore legale, mediatrice.",
        "Il tempo fino al primo intervento si è dimezzato.", "All’inizio i colloqui duravano due ore: ora quaranta"
        " minuti, con un ordine scritto.", "Si può fare anche in due servizi soli. Serve un calendario condiviso.",
        ("basic_needs", "health", "legal"), ("taking_in_charge",), "Nessun costo oltre alle ore.", 0, 2,
        "TAKEN_IN_CHARGE",
    ),
    Told(
        "bologna", "milano", "published", 150, "Italiano al mattino presto, prima dei turni nei campi e nei magazzini",
        "Molti lavorano di notte o all’alba: i corsi serali restavano vuoti.",
        "Metà degli iscritti smetteva entro il primo mese.",
        ("Chiedere gli orari di lavoro all’iscrizione", "Aprire un gruppo alle sei e trenta", "Ridurre la lezione a"
         " quarantacinque minuti", "Dare il materiale anche in audio"),
        "Due insegnanti, una scuola che apre prima.", "Finisce il corso il settanta per cento degli iscritti.",
        "Il custode della scuola va coinvolto dall’inizio.", "Basta una sede vicina ai luoghi di lavoro.",
        ("language", "work"), ("civic_engagement",), "Ore di insegnamento e apertura anticipata.", 9_600, 2,
        "O.2.3.1",
    ),
    Told(
        "trieste", "venezia", "stale", 520, "Uscite notturne con un’infermiera",
        "Una stazione di transito, molte persone che restano poche ore.",
        "Gli operatori vedevano ferite e febbri e potevano solo indicare il pronto soccorso.",
        ("Accordo con il distretto sanitario", "Una sera su due con un’infermiera", "Valigetta e scheda di primo"
         " bisogno", "Riunione breve il mattino dopo"),
        "Due operatori di strada, un’infermiera.", "Meno invii inutili al pronto soccorso.",
        "L’accordo scade ogni anno e ogni anno si ricomincia.", "Dipende dal distretto: partire da una prova di tre"
        " mesi.", ("health",), ("taking_in_charge",), "Ore dell’infermiera.", 14_000, 5, "CONTACTS",
    ),
    Told(
        "roma", "firenze", "retired", 600, "Sportello itinerante nelle scuole di italiano",
        "Scuole lontane dal centro.", "Chi studiava non arrivava allo sportello.",
        ("Calendario con le scuole", "Due ore a turno in ogni scuola", "Scheda unica di segnalazione"),
        "Un’operatrice.", "Cento segnalazioni in un anno.", "Troppe sedi per una persona sola.",
        "Meglio poche sedi fisse.", ("language",), ("taking_in_charge",),
    ),
    Told(
        "firenze", "perugia", "approved", 12, "Cucina aperta: pranzi di quartiere con le associazioni",
        "Un quartiere dove vecchi e nuovi residenti non si parlano.", "Lamentele sui social, nessun incontro.",
        ("Trovare una cucina parrocchiale o di circolo", "Un pranzo al mese, cucinato insieme", "Un tema leggero per"
         " volta", "Invitare sempre chi si lamenta"),
        "Un’educatrice e dodici volontari.", "Da venti a novanta persone a pranzo.", "Le norme igieniche: chiedere"
        " subito alla ASL.", "Ovunque ci sia una cucina.", ("basic_needs",), ("civic_engagement",), "Spesa e pulizie.",
        3_600, 2, "", False, ("Come avete fatto con la ASL?", "Notifica sanitaria a nome del circolo che ospita."),
    ),
    Told(
        "bari", "taranto", "sent_back", 18, "Tirocini con artigiani del quartiere",
        "Botteghe senza ricambio.", "I tirocini in azienda finivano senza assunzione.",
        ("Mappa delle botteghe", "Due settimane di prova", "Tirocinio di tre mesi"),
        "Un operatore del lavoro.", "Sei assunti su undici.", "", "Dove ci sono botteghe.", ("work",),
        ("civic_engagement",), "Indennità di tirocinio.", 19_800, 4,
    ),
    Told(
        "sassari", "cagliari", "reviewing", 6, "Una scheda sola tra unità di strada e pronto soccorso",
        "Una città media con un solo ospedale.", "Chi usciva dal pronto soccorso si perdeva.",
        ("Scheda di una pagina", "Telefono dedicato", "Richiamata entro due giorni"),
        "Un’operatrice e la caposala.", "Otto persone su dieci richiamate.", "Il sabato nessuno risponde.",
        "Serve un ospedale che designi una persona.", ("health",), ("taking_in_charge",), "", None, 3, "", False,
        ("Quali dati passano, e con quale base giuridica?", ""),
    ),
    Told(
        "perugia", "", "waiting", 3, "Il patto di convivenza nelle case condivise",
        "Appartamenti con quattro persone.", "Liti per le pulizie e le bollette.",
        ("Scrivere il patto insieme", "Rileggerlo ogni mese", "Nominare a turno un referente"),
        "Un’educatrice.", "Da cinque trasferimenti l’anno a uno.", "Il patto scritto da noi non lo rispettava"
        " nessuno.", "Ovunque si abiti insieme.", ("housing",), ("housing",), "", 0, 1,
    ),
    Told(
        "campobasso", "", "draft", 2, "Gli orti urbani come primo lavoro di gruppo",
        "Terreni comunali incolti.", "", (), "", "", "", "", ("work",), ("civic_engagement",),
    ),
)  # fmt: skip

TAKEN_UP = "taranto"  # takes up the notice of Campobasso, with this result
AIM = "Arrivare alla presa in carico entro due settimane dalla domanda, anche per chi vive nei campi della provincia."
RESULT = (
    "In sette mesi abbiamo rifatto due avvisi. Le domande complete sono passate dalla metà a otto su dieci, e il tempo"
    " fino alla presa in carico da trentacinque giorni a sedici.\n\nDove le persone non hanno telefono l’audio non"
    " serve: lì ha funzionato lo sportello nei campi."
)
CHANGED = (
    "Abbiamo aggiunto un’uscita settimanale nei campi e tolto la traduzione scritta in due lingue poco usate."
)
FEEDBACK = (
    "Grazie: i documenti chiesti dopo l’ammissione sono la vera svolta. Nella scheda metterei prima il parere del"
    " segretario comunale, a noi ha portato via due mesi."
)
OTHER = "latina"  # takes up the fund of Genova, and is under way
OTHER_AIM = "Avere cinque agenzie disponibili prima dell’estate."
