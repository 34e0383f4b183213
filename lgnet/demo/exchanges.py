# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2


"""What colleagues ask and tell each other in the demo. Invented; written as people who do this work would."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A thread: how many days ago, of what kind, on which theme, by whose partner, and what others wrote.

    A reply that begins with "+" was accepted; one that begins with "*" is a comment under the reply before it.
    """

    days_ago: int
    kind: str
    theme: str
    partner: str
    title: str
    text: str
    replies: tuple[tuple[str, str], ...] = ()
    language: str = "it"
    group: str = ""


Q, D = "question", "discussion"
RESIDENCE, STREET = "Residenza e iscrizione anagrafica", "Attrezzi dell’unità mobile"

ASKED = (
    Asked(6, Q, "residence", "aosta", "Iscrizione anagrafica di chi dorme in auto: con quale via?",
          "Una donna sola con un figlio di sei anni vive in auto da febbraio. L’anagrafe chiede un"
          " indirizzo abituale e"
          " respinge la domanda. Qualcuno ha ottenuto la residenza in una via fittizia per nuclei con minori?",
          (("firenze", "+Sì, da tre anni. Usiamo la via fittizia deliberata dalla giunta: la relazione del servizio"
                       " sociale attesta che la persona gravita sul territorio, e l’anagrafe iscrive entro"
                       " due giorni."
                       " Conviene citare l’art. 2 della legge 1228/1954 e la circolare ANPR. Il minore"
                       " segue la madre."),
           ("aosta", "*Grazie: la delibera della giunta era il pezzo che ci mancava."),
           ("torino", "Da noi la relazione la firma anche l’associazione che ospita di giorno: evita un"
                      " sopralluogo a"
                      " vuoto dei vigili."))),
    Asked(11, Q, "residence", "genova", "Il permesso scade e la residenza non arriva: in che ordine?",
          "La questura chiede la residenza per rinnovare, l’anagrafe chiede un permesso valido per"
          " iscrivere. Voi da che"
          " parte cominciate?",
          (("bologna", "+Dalla ricevuta: con la ricevuta della domanda di rinnovo l’anagrafe deve"
                       " iscrivere. Portiamo la"
                       " circolare del 2006 allo sportello, stampata."),
           ("milano", "Confermo. Se insistono, una PEC dell’avvocata di rete di solito basta."))),
    Asked(2, Q, "housing", "caserta", "Proprietari che chiedono sei mensilità: quale garanzia funziona?",
          "In tre casi su quattro il proprietario si ferma alla caparra. Il fondo di garanzia del Comune copre due"
          " mensilità. Che cosa offrite oltre al denaro?",
          (("genova", "Una persona con un telefono: il mediatore immobiliare risponde entro un giorno per"
                      " tutta la durata"
                      " del contratto. Ci chiedono più questo che la caparra."),
           ("trieste", "Polizza sui danni, 140 euro l’anno a contratto. Dopo il primo anno quasi nessuno la"
                       " rinnova perché"
                       " non serve."))),
    Asked(19, Q, "housing", "potenza", "Sublocazione del Comune: chi risponde delle spese condominiali?",
          "Il Comune prende in affitto e subloca alla famiglia. Il condominio manda le spese al Comune."
          " Come le avete"
          " ripartite nel contratto?",
          (("perugia", "+Forfait mensile nel contratto di sublocazione, con conguaglio a fine anno a carico"
                       " del progetto."
                       " Vi mando la clausola."),)),
    Asked(33, Q, "outreach", "napoli", "Unità mobile d’inverno: che cosa tenete sempre a bordo?",
          "Stiamo rifacendo la lista dei materiali. Oltre a coperte e bevande calde, che cosa vi è servito"
          " davvero?",
          (("palermo", "+Schede plastificate con le immagini dei servizi e gli orari, senza parole. E"
                       " caricatori: il"
                       " telefono è la prima richiesta."),
           ("roma", "Un secondo telefono con i dati: il primo finisce sempre la carica alle dieci di sera."),
           ("torino", "Assorbenti e biancheria in buste chiuse, non a vista."))),
    Asked(47, Q, "outreach", "bari", "Come registrate chi non vuole dire nulla di sé?",
          "Metà dei contatti in stazione non dà nemmeno un soprannome. Li contate lo stesso?",
          (("napoli", "+Sì, contatto anonimo con luogo e ora. Quando la persona si fida, il contatto si"
                      " lega alla scheda e"
                      " non si conta due volte."),)),
    Asked(1, Q, "health", "cagliari", "Salute mentale: invio al CSM senza tessera sanitaria",
          "Il centro chiede la tessera anche per il primo colloquio. Qualcuno ha un protocollo con"
          " l’azienda sanitaria?"),
    Asked(26, Q, "health", "venezia", "Codice STP: chi lo rilascia il sabato?",
          "Il pronto soccorso rimanda all’ufficio, che il sabato è chiuso. Da voi?",
          (("milano", "+Lo rilascia l’accettazione dell’ospedale: è scritto nella delibera regionale, basta"
                      " mostrarla."),)),
    Asked(58, Q, "legal", "perugia", "Conversione del permesso per protezione speciale: a che punto siete?",
          "Gli sportelli danno risposte diverse. Raccogliamo qui le prassi delle questure?",
          (("bologna", "Qui accettano la domanda se è stata presentata prima del decreto; dopo, no."),
           ("firenze", "Stessa cosa. Conviene allegare la ricevuta della prima istanza."))),
    Asked(72, Q, "legal", "latina", "Sfruttamento nei campi: art. 18 o art. 22?",
          "Per chi denuncia il caporale, quale strada è più rapida oggi? E chi accompagna alla denuncia?",
          (("taranto", "+Art. 22 comma 12-quater se c’è il rapporto di lavoro, art. 18 se ci sono violenza"
                       " o minaccia. Noi"
                       " andiamo sempre con il sindacato e l’ente antitratta."),
           ("catanzaro", "Attenzione ai tempi: il parere della procura da noi arriva in quattro mesi."))),
    Asked(14, Q, "minors", "trieste", "Presunto minore che si dice maggiorenne: che cosa fate la prima notte?",
          "Arriva la sera, dice diciannove anni, ne dimostra quindici. La struttura per adulti lo accetta,"
          " quella per"
          " minori no senza verbale.",
          (("bolzano", "+Nel dubbio è minore: lo segnaliamo subito e dorme nella struttura per minori con la nostra"
                       " dichiarazione, il verbale segue la mattina."),)),
    Asked(40, Q, "minors", "sassari", "Scuola a metà anno: chi ci aiuta con le resistenze?",
          "Due istituti dicono che le classi sono piene. Qualcuno ha una convenzione con l’ufficio scolastico?",
          (("genova", "Abbiamo un protocollo con l’ufficio territoriale: indica lui la scuola entro cinque"
                      " giorni."),)),
    Asked(9, Q, "protection", "milano", "Donna che rientra dal marito: come tenere la porta aperta?",
          "Dopo due colloqui ha chiuso. Il figlio va a scuola nel quartiere. Come restate raggiungibili"
          " senza esporla?",
          (("roma", "Un’insegnante di fiducia e un motivo neutro: il corso di italiano. Mai messaggi scritti."),
           ("torino", "Il numero 1522 sul retro della tessera della biblioteca: non dà nell’occhio."))),
    Asked(63, Q, "protection", "firenze", "Valutazione del rischio: quale strumento usate in strada?",
          "Ci serve qualcosa che un operatore faccia in cinque minuti, di notte.",
          (("napoli", "+Sei domande, tratte dal SARA-S e adattate con l’ente antitratta. Le abbiamo"
                      " plastificate."),)),
    Asked(21, Q, "language", "campobasso", "Interprete di tigrino in due ore: esiste?",
          "In regione non c’è nessuno. Qualcuno condivide mediatori in videochiamata?",
          (("bologna", "+Nella rubrica trovi chi lavora in tigrino a Bologna e a Roma: con un giorno di"
                       " preavviso si"
                       " collegano."),
           ("roma", "Confermo, martedì e giovedì mattina."))),
    Asked(84, Q, "language", "bolzano", "Wer hat Informationsblätter auf Deutsch und Italienisch nebeneinander?",
          "Wir möchten die Rechte am One Stop Shop zweisprachig erklären. Gibt es eine Vorlage im Netz?",
          (("trieste", "Abbiamo un modello a due colonne, lo traduciamo volentieri insieme."),), language="de"),
    Asked(30, Q, "language", "aosta", "Un modèle de consentement en français ?",
          "Plusieurs familles parlent mieux le français que l’italien. Quelqu’un a-t-il déjà traduit le"
          " formulaire ?",
          (("torino", "+Oui, nous l’avons en français et en arabe, relu par deux médiatrices."),), language="fr"),
    Asked(4, Q, "data", "taranto", "Contatto o presa in carico? Un caso al confine",
          "Tre colloqui lunghi, due accompagnamenti, nessun progetto firmato. Lo contiamo come presa in carico?",
          (("roma", "Senza responsabile del caso e data di apertura è un contatto, per quanto ricco."),
           ("bologna", "+Aprite il caso al secondo accompagnamento: è quello che state facendo, e la"
                       " persona ha diritto a"
                       " un responsabile con un nome."))),
    Asked(52, Q, "data", "catanzaro", "Giustificativi dei mediatori a chiamata",
          "Per ogni ora serve il foglio firmato anche se la mediazione è in video?",
          (("genova", "+Noi alleghiamo il registro della videochiamata con l’orario e la firma digitale."),)),
    Asked(95, Q, "case-work", "palermo", "Équipe multidisciplinare: ogni quanto vi vedete davvero?",
          "Ogni settimana non si riesce, ogni mese è troppo poco.",
          (("perugia", "Ogni due settimane, quaranta minuti, quattro casi scelti la sera prima."),
           ("milano", "+Quindici minuti al giorno in piedi per le urgenze, un’ora al mese per i casi lunghi."))),
    Asked(7, Q, "case-work", "torino", "Chi chiude il caso quando la persona si trasferisce in un’altra"
                                       " città della rete?",
          "La famiglia va a Bari per lavoro. Passaggio o chiusura?",
          (("bari", "+Passaggio: noi accettiamo entro due giorni e il responsabile ci chiama prima. Così"
                    " non si riparte da"
                    " capo."),)),
    Asked(16, Q, "work", "perugia", "Tirocini di inclusione: chi paga l’assicurazione?",
          "L’azienda ospitante non vuole e il Comune dice che tocca all’ente promotore.",
          (("potenza", "+L’ente promotore, e la spesa è ammissibile: l’abbiamo rendicontata due volte."),)),
    Asked(44, Q, "work", "sassari", "Patente: qualcuno paga i corsi?",
          "Senza patente il lavoro nei campi resta l’unico. La spesa è ammissibile?",
          (("latina", "Sì, come formazione, con il piano individuale che lo dice."),)),
    Asked(3, Q, "one-stop-shop", "venezia", "File alle otto di mattina: avete provato gli appuntamenti?",
          "Prima che lo sportello apra ci sono già quaranta persone. Con gli appuntamenti temiamo di"
          " perdere chi non ha"
          " telefono.",
          (("milano", "Metà e metà: appuntamenti dalle 9 alle 11, accesso libero dopo. La fila si è"
                      " dimezzata in un mese."),)),
    Asked(37, Q, "one-stop-shop", "campobasso", "Orari serali dello sportello: servono?",
          "Chi lavora nei campi arriva dopo le 18. Qualcuno ha provato l’apertura serale?",
          (("latina", "+Un giorno a settimana fino alle 21: è il giorno più pieno."),
           ("caserta", "Anche da noi, il giovedì."))),
    Asked(68, Q, "community", "palermo", "Portineria di comunità: come avete scelto il luogo?",
          "Abbiamo due locali: uno in piazza, l’altro dentro un cortile.",
          (("torino", "+Quello da cui si vede la piazza. La gente entra perché ha visto entrare qualcuno."),)),
    Asked(13, D, "community", "napoli", "Vicini che protestano: che cosa ha funzionato da voi?",
          "Ogni nuova struttura comincia con una raccolta di firme. Proviamo a mettere insieme quello che"
          " ha calmato gli"
          " animi: un numero da chiamare, una festa, altro?",
          (("palermo", "Aprire la porta prima: tre pomeriggi di visita, con i biscotti. Chi è entrato non"
                       " ha firmato."),
           ("genova", "Un numero attivo anche la sera, a cui risponde sempre la stessa persona."),
           ("bari", "Il mercatino del sabato dentro il cortile."))),
    Asked(24, D, "data", "roma", "Indicatori che raccontano qualcosa anche agli operatori",
          "Gli indicatori del fondo servono al fondo. Quali numeri guardate voi il lunedì mattina?",
          (("bologna", "Quanti aspettano da più di sette giorni, per nome e cognome dell’operatore che li segue."),
           ("torino", "Chi non sentiamo da un mese."),
           ("firenze", "Quante case trovate e quante rifiutate, con il motivo."))),
    Asked(50, D, "outreach", "palermo", "Uscire in due o in tre?",
          "Con tre si lavora meglio e si esce meno. Che cosa avete scelto?",
          (("napoli", "In tre la sera, in due di giorno."),
           ("roma", "Sempre in tre: uno guida e guarda."))),
    Asked(77, D, "housing", "genova", "Il mediatore immobiliare: che profilo cercate?",
          "Un agente immobiliare che impara il sociale o un educatore che impara il mercato?",
          (("trieste", "Agente, con un educatore accanto. I proprietari parlano con chi parla la loro lingua."),
           ("milano", "Educatrice con un corso di 40 ore. Dipende dalla persona."))),
    Asked(5, D, "health", "torino", "Mediatori esposti al trauma: chi si prende cura di loro?",
          "Dopo l’estate tre mediatrici hanno chiesto di cambiare servizio. Avete supervisione dedicata?",
          (("firenze", "Due ore al mese di gruppo, fuori dal servizio, con una psicologa esterna."),)),
    Asked(88, D, "case-work", "potenza", "Progetto individuale: in quante pagine?",
          "Il nostro ne ha undici. Le persone firmano senza leggere.",
          (("perugia", "Due, nella lingua della persona e in italiano, affiancate."),
           ("aosta", "Una, con quattro obiettivi al massimo."))),
    Asked(60, D, "work", "taranto", "Imprese che vogliono assumere: le teniamo in un elenco comune?",
          "Ogni città cerca da sola. Un elenco di rete, con i settori e le lingue?",
          (("latina", "Volentieri, partiamo dall’agricoltura."),)),
    Asked(28, D, "legal", "bologna", "Avvocate di rete: come le pagate?",
          "Gratuito patrocinio dove si può, e il resto?",
          (("milano", "Convenzione con l’ordine, tariffa oraria fissa, rendicontata come esperti."),)),
    Asked(10, D, "residence", "torino", "Bozza di modulo comune per la residenza fittizia",
          "Metto qui la prima bozza del modulo: dichiarazione della persona, attestazione del servizio,"
          " elenco degli"
          " allegati. Commenti entro venerdì?",
          (("firenze", "Aggiungerei una riga sui minori: seguono il genitore, ma l’anagrafe vuole vederlo"
                       " scritto."),
           ("aosta", "Per noi va bene, serve anche in francese.")), group=RESIDENCE),
    Asked(20, D, "residence", "firenze", "Dinieghi scritti: raccogliamoli",
          "Caricate le motivazioni, senza dati delle persone: ne faremo un prospetto per la regia.",
          (("genova", "Da noi due volte su tre: «manca la dimora abituale»."),
           ("torino", "Stessa formula, sempre la stessa.")), group=RESIDENCE),
    Asked(8, D, "outreach", "napoli", "Lista dei materiali: versione due",
          "Ho unito le liste di tutti. Mancano le taglie dei guanti e chi compra i caricatori.",
          (("palermo", "I caricatori li prendiamo noi per tutti, costano la metà in quantità."),), group=STREET),
    Asked(35, D, "outreach", "roma", "Sicurezza della squadra: regole in una pagina",
          "Una pagina, leggibile al buio: mai soli, auto rivolta verso l’uscita, parola per andarsene.",
          (("napoli", "Aggiungerei: chi resta in sede sa sempre dove siamo."),), group=STREET),
    Asked(0, Q, "health", "genova", "Dentista sociale: qualcuno ha una convenzione?",
          "È la richiesta più frequente di questo mese e non sappiamo dove mandare le persone."),
    Asked(0, Q, "housing", "aosta", "Camere nei convitti chiusi d’estate: si può?",
          "Il convitto è vuoto da giugno a settembre. Qualcuno ha usato spazi scolastici per l’emergenza?"),
)  # fmt: skip
HIDDEN = (
    "Secondo me certi uffici non vogliono lavorare e lo si sa. Fate nomi e cognomi e li mandiamo al giornale.",
    "Capiamo la fatica, ma qui non si accusano persone. Riscrivilo raccontando il problema: l’ufficio lo leggerà.",
)
REPORTED = ("Basta dire che è un parente e passa.", "Suggerisce di dichiarare il falso all’anagrafe.")
ANYWAY = "Il nome è quello della piazza, non di una persona."
PURPOSES = {
    RESIDENCE: "Un modulo comune per la residenza di chi non ha casa, e un prospetto dei dinieghi da"
    " portare alla regia.",
    STREET: "Che cosa serve a bordo, come si compra insieme, come si esce in sicurezza.",
}
GROUPS = {
    RESIDENCE: ("torino", "firenze", "aosta", "genova", "bologna"),
    STREET: ("napoli", "palermo", "roma", "genova", "bari", "torino"),
}
