# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What partners tell society in the demo, who comes, what neighbours write. Invented, like the names.

`days` counts from today: negative is past. `people` is how many registered; beyond the places they wait.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Announced:
    """An event of the demo, with its words in the languages in which somebody has said them."""

    partner: str
    days: int
    hour: int
    place: str
    audience: str
    words: Mapping[str, Words]
    language: str = "it"
    state: str = "published"
    capacity: int | None = None
    people: int = 0
    came: int = 0
    hours: int = 2
    campaign: str = ""
    reason: str = ""
    access: str = "Ingresso senza gradini, bagno accessibile. Interpreti in arabo e francese."
    is_online: bool = False
    walk_ins: int | None = None
    said: tuple[tuple[int, str], ...] = field(default=())


HOMES = "Una casa, non un passaporto"
EVENTS = (
    Announced(
        "genova", 9, 18, "Sala Quadrivium, piazza Santa Marta 2, Genova", "owners",
        {
            "it": ("Affittare senza paura: incontro per i proprietari", "Chi affitta a una famiglia seguita dalla rete"
                   " non è solo.\n\n- il fondo di garanzia, in dieci minuti\n- due proprietari raccontano\n- domande,"
                   " e un caffè"),
            "en": ("Renting without fear: an evening for owners", "Whoever rents to a family that the network follows"
                   " is not alone.\n\n- the guarantee fund, in ten minutes\n- two owners tell\n- questions, and a"
                   " coffee"),
            "es": ("Alquilar sin miedo: encuentro para propietarios", "Quien alquila a una familia acompañada por la"
                   " red no está solo.\n\n- el fondo de garantía, en diez minutos\n- dos propietarios cuentan\n-"
                   " preguntas, y un café"),
        },
        capacity=6, people=9, campaign=HOMES,
    ),
    Announced(
        "genova", 16, 16, "One Stop Shop, via Prè 12, Genova", "everybody",
        {
            "it": ("Porte aperte allo sportello", "Venite a vedere come lavoriamo: lo sportello, la scuola di italiano,"
                   " l’unità di strada. Ci sono merenda e giochi per i bambini."),
            "ar": ("أبواب مفتوحة في المكتب", "تعالوا لتروا كيف نعمل: المكتب، ومدرسة اللغة الإيطالية، والوحدة المتنقلة."
                   " هناك وجبة خفيفة وألعاب للأطفال."),
            "fr": ("Portes ouvertes au guichet", "Venez voir comment nous travaillons : le guichet, l’école d’italien,"
                   " l’unité mobile. Il y a un goûter et des jeux pour les enfants."),
            "uk": ("День відкритих дверей", "Приходьте подивитися, як ми працюємо: консультаційний пункт, школа"
                   " італійської, мобільна служба. Є частування та ігри для дітей."),
            "zh": ("服务点开放日", "欢迎来看看我们如何工作：服务点、意大利语学校、流动服务车。有点心和儿童游戏。"),
        },
        capacity=60, people=14,
    ),
    Announced(
        "genova", -12, 17, "Biblioteca De Amicis, Genova", "schools",
        {"it": ("Storie di viaggio: incontro con le scuole", "Tre classi, due mediatrici, un libro scritto insieme.")},
        state="held", capacity=40, people=22, came=19, walk_ins=6,
        said=((5, "Far parlare di più i ragazzi."), (4, ""), (5, "")),
    ),
    Announced(
        "sassari", 12, 18, "Palazzo Ducale, Sassari", "everybody",
        {
            "it": ("La rete si presenta alla città", "Che cosa fa LGNET a Sassari, chi ci lavora, come dare una mano."),
            "en": ("The network meets the city", "What LGNET does in Sassari, who works in it, how to lend a hand."),
        },
        capacity=80, people=11, campaign=HOMES,
    ),
    Announced(
        "torino", 5, 10, "Online", "associations",
        {"it": ("Volontari: da dove si comincia", "Un’ora per le associazioni: che cosa serve, che cosa no.")},
        capacity=None, people=7, is_online=True, hours=1,
    ),
    Announced(
        "milano", 20, 9, "Casa della Cultura, Milano", "employers",
        {
            "it": ("Lavoro: assumere con la rete", "Tirocini, permessi, incentivi: le domande dei datori di lavoro."),
            "en": ("Work: hiring with the network", "Traineeships, permits, incentives: what employers ask."),
        },
        capacity=40, people=5,
    ),
    Announced(
        "assb-bolzano", 14, 17, "Kolpinghaus, Bozen", "everybody",
        {
            "de": ("Offene Türen im Beratungsdienst", "Wer wir sind, wem wir helfen, wie man mitmachen kann."),
            "it": ("Porte aperte al servizio", "Chi siamo, chi aiutiamo, come si può partecipare."),
        },
        language="de", capacity=30, people=4,
    ),
    Announced(
        "napoli", 8, 17, "Piazza Mercato, Napoli", "everybody",
        {"it": ("Festa dei vicini", "Cibo, musica e banchetti delle associazioni. Non serve iscriversi.")},
    ),
    Announced(
        "roma", 6, 15, "Biblioteca Vaccheria Nardi, Roma", "schools",
        {"it": ("Lezione aperta sui diritti", "Per le classi terze. Quattro aule, un gioco di ruolo.")},
        state="cancelled", capacity=50, people=3, reason="La biblioteca chiude per lavori: la nuova data a presto.",
    ),
    Announced(
        "bari", -30, 18, "Officina degli Esordi, Bari", "everybody",
        {"it": ("Una cena, venti cucine", "Venti persone cucinano per chi viene.")},
        state="held", capacity=100, people=31, came=27, said=((5, "Ancora!"), (5, ""), (3, "Più sedie.")),
        campaign=HOMES,
    ),
    Announced(
        "sassari", -20, 10, "Piazza d’Italia, Sassari", "owners",
        {"it": ("Banchetto della casa", "Due mattine in piazza per chi ha un alloggio vuoto e una domanda.")},
        state="held", walk_ins=84, campaign=HOMES,
    ),
    Announced(
        "genova", 30, 18, "Da definire", "associations",
        {"it": ("Accompagnare in questura", "Formazione per volontari che accompagnano.")}, state="review", capacity=25,
    ),
    Announced(
        "genova", 45, 18, "Da definire", "everybody",
        {"it": ("Cinema in piazza", "Un film in lingua originale con i sottotitoli.")}, state="draft",
    ),
    Announced(
        "anci", 25, 10, "Sala delle Conferenze, Roma", "associations",
        {
            "it": ("Giornata nazionale della rete", "Ventidue città raccontano che cosa ha funzionato."),
            "en": ("National day of the network", "Twenty-two cities tell what worked."),
        },
    ),
)  # fmt: skip
# Who writes campaigns: the nation's, joined by others; a partner's own that has ended.
JOINED = ("genova", "sassari", "torino", "bari")
REACHED = (
    ("genova", "poster", 4_200, True, "manifesti affissi in 60 punti, stima del Comune"),
    ("genova", "event", 19, False, "presenze contate all’ingresso"),
    ("sassari", "press", 12_000, True, "tiratura del quotidiano locale"),
    ("torino", "association", 46, False, "associazioni che hanno risposto"),
    ("bari", "school", 212, False, "studenti nelle classi incontrate"),
)
MATERIALS = (
    ("anci", "poster", "it", "Manifesto A3", 3_000, ""),
    ("anci", "poster", "ar", "ملصق", 300, ""),
    ("anci", "card", "en", "Card for owners", 1_000, ""),
    (
        "genova",
        "photo",
        "it",
        "Chiavi in mano, piazza De Ferrari",
        None,
        "liberatorie in archivio, fascicolo 12/2026",
    ),
    ("bari", "lesson", "it", "Lezione per le scuole medie", None, ""),
)
# partner, kind, days ago, state, language, words, answer
MESSAGES = (
    ("genova", "home", 2, "new", "it", "Ho un bilocale in via San Luca, libero da gennaio. Sono disposto ad affittarlo"
     " a una famiglia.", ""),
    ("genova", "help", 4, "taken", "it", "Insegno italiano da trent’anni, ho due pomeriggi liberi.", ""),
    ("genova", "complaint", 40, "new", "fr", "J’ai attendu trois heures au guichet et personne ne parlait français.",
     ""),
    ("genova", "report", 9, "answered", "it", "Sotto i portici della stazione dormono due ragazzi giovanissimi.",
     "Grazie. L’unità di strada è passata la sera stessa e li ha incontrati."),
    ("genova", "feedback", 15, "answered", "ar", "شكرا للسيدة في المكتب، ساعدتني كثيرا.", "شكرا لك. أبلغناها."),
    ("genova", "home", 21, "answered", "it", "Una mansarda da sistemare, vorrei capire il fondo di garanzia.",
     "La aspettiamo all’incontro per i proprietari; intanto le mandiamo le due pagine sul fondo."),
    ("genova", "help", 6, "closed", "en", "Cheap loans for everybody!!!", ""),
    ("torino", "home", 1, "new", "it", "Stanza in appartamento condiviso, zona Vanchiglia.", ""),
    ("torino", "complaint", 3, "taken", "en", "The appointment was moved twice without telling me.", ""),
    ("milano", "report", 5, "new", "it", "Una donna con due bambini nel parco, da tre sere.", ""),
    ("sassari", "help", 2, "new", "it", "Siamo un coro, vorremmo cantare all’incontro in città.", ""),
)  # fmt: skip
# partner, kind, name, skills, languages, purpose
FRIENDS = (
    ("genova", "association", "Associazione Il Ponte", ("languages", "company"), ("ar", "fr"), "call"),
    ("genova", "volunteer", "Lidia Traverso", ("teaching",), ("it", "es"), "call"),
    ("genova", "owner", "Piero Lanza", ("homes",), ("it",), "homes"),
    ("genova", "school", "Istituto Vittorio Emanuele", ("children",), ("it",), "events"),
    ("torino", "association", "Casa di Quartiere", ("goods",), ("it", "ur"), "call"),
    ("sassari", "association", "Coro Monte Acuto", ("company",), ("it",), "events"),
)
LETTER = (
    "Novità di questo mese", "Buongiorno,\n\nda questo mese lo sportello è aperto anche il sabato mattina.\n\n- il"
    " sabato, dalle 9 alle 12\n- con interpreti in arabo e francese\n\nVi aspettiamo alle porte aperte.",
)  # fmt: skip
NAMES = (
    "Marta Riva", "Paolo Serra", "Giulia Conte", "Amina Diallo", "Luca Ferrari", "Olena Bondar", "Sara Greco",
    "Yusuf Rahman", "Elena Costa", "Davide Neri", "Fatou Sow", "Irene Villa", "Carlo Sanna", "Nadia Haddad",
)  # fmt: skip
