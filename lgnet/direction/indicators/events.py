# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The indicators of the network's life in public: events and exchanges that were held, and how many came.

They count nobody: no name, no gender, no age of whoever comes is asked for or kept.
"""

from lgnet.core.shipped_csv import Sureness
from lgnet.counting.models import FactKind
from lgnet.direction.indicators.building import of_events
from lgnet.direction.indicators.definition import Breakdown, Group, Proof, Wording

OWN = "Indicator of the project"
BY_WHOM_AND_WHEN = (Breakdown.PARTNER, Breakdown.MONTH)

EVENTS = of_events(
    FactKind.EVENT,
    code="EVENTS",
    name=Wording("Eventi e scambi fra le città della rete", "Events and exchanges between the cities"),
    group=Group.PROJECT,
    rule=Wording(
        "Gli eventi pubblici, le riunioni di rete e le visite di studio che si sono tenuti.",
        "The public events, the meetings of the network and the study visits that were held.",
    ),
    unit=Wording("eventi", "events"),
    breakdowns=BY_WHOM_AND_WHEN,
    who_counts=(
        Wording(
            "Ogni evento pubblico di cui chi lo organizza ha detto che si è tenuto, nel giorno in cui è cominciato.",
            "Every public event of which its organiser has said that it was held, on the day on which it began.",
        ),
        Wording(
            "Ogni riunione e ogni visita di studio aperta a tutta la rete di cui è scritto il resoconto, nel giorno in "
            "cui è cominciata.",
            "Every meeting and study visit open to the whole network of which the report is written, on the day on "
            "which it began.",
        ),
        Wording(
            "Ciascuno vale uno per chi lo organizza e uno nella rete, quanti che siano i partner che vi prendono "
            "parte. Ciò che organizza un ente nazionale conta nella rete e per nessun partner.",
            "Each makes one for whoever organises it, and one in the network, however many partners take part. What a "
            "national body organises counts in the network and for no partner.",
        ),
    ),
    not_counted=(
        Wording(
            "Ciò che è soltanto annunciato, ciò che è annullato, e ciò di cui nessuno ha detto se si è tenuto.",
            "What is only announced, what was cancelled, and what nobody has said was held.",
        ),
        Wording(
            "Gli incontri di un gruppo di lavoro, che solo chi ne fa parte può verificare, e le sessioni della "
            "formazione.",
            "Meetings of a working group, which only its members can verify, and sessions of the training.",
        ),
        Wording(
            "L’evento dichiarato tenuto per sbaglio: rimesso fra i pubblicati non conta più, e nella storia restano il "
            "fatto e il motivo.",
            "An event declared held by mistake: put back among the published ones it counts no more, and the fact and "
            "the reason stay in the history.",
        ),
    ),
    proofs=(Proof.EVENT,),
    source=OWN,
    sure=Sureness.OWN,
)

PARTICIPATIONS = of_events(
    FactKind.PARTICIPATION,
    code="PARTICIPATIONS",
    name=Wording("Partecipazioni agli eventi pubblici", "Participations in public events"),
    group=Group.PROJECT,
    rule=Wording(
        "Quante volte qualcuno è venuto a un evento pubblico che si è tenuto. Sono presenze, non persone.",
        "How many times somebody came to a public event that was held. They are participations, not persons.",
    ),
    unit=Wording("partecipazioni", "participations"),
    breakdowns=BY_WHOM_AND_WHEN,
    who_counts=(
        Wording(
            "Chi si era iscritto ed è stato segnato presente, nel giorno in cui l’evento è cominciato.",
            "Who had registered and was ticked off as present, on the day on which the event began.",
        ),
        Wording(
            "Chi è venuto senza iscriversi, quanti ne ha contati chi organizza.",
            "Who came without having registered, as many as the organiser counted.",
        ),
        Wording(
            "Chi viene a due eventi vale due partecipazioni. Di chi viene non si sa né chi è, né il genere, né l’età.",
            "Who comes to two events makes two participations. Who they are, their gender and their age are not known.",
        ),
    ),
    not_counted=(
        Wording("Chi si è iscritto e non è venuto.", "Who registered and did not come."),
        Wording(
            "Chi è venuto senza che nessuno contasse: l’evento conta, le sue presenze non si sanno e non si stimano.",
            "Who came where nobody counted: the event counts, how many came is not known and not estimated.",
        ),
        Wording(
            "I colleghi alle riunioni e alle visite di studio, e chi segue la formazione.",
            "Colleagues at meetings and study visits, and who attends the training.",
        ),
        Wording(
            "La presenza segnata per sbaglio, e quelle di un evento rimesso fra i pubblicati: restano nella storia, "
            "con il motivo, e non contano più.",
            "A presence ticked off by mistake, and those of an event put back among the published ones: they stay in "
            "the history, with the reason, and do not count any more.",
        ),
    ),
    proofs=(Proof.ATTENDANCE,),
    source=OWN,
    sure=Sureness.OWN,
)
