# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a check is: which rows it looks at, when one of them fails, how bad that is, and where it is mended.

A check is data: adding one is adding a `Check` to its list. Its SQL says `p` for the person, `c` for the case (the
open one, where the check is about people) and the population's own letter for the row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.counting.queries import stands
from lgnet.network.permissions import Permission
from lgnet.people.models import Missing


class Dimension(models.TextChoices):
    """In which way data can be wanting (after ISO/IEC 25012)."""

    COMPLETENESS = "completeness", _("Completeness")
    TIMELINESS = "timeliness", _("Timeliness")
    CONSISTENCY = "consistency", _("Consistency")
    DUPLICATES = "duplicates", _("Duplicates")


class Severity(IntEnum):
    """How much a miss costs; also where it stands in a list."""

    BLOCKS_REPORTING = 0
    IMPORTANT = 2
    USEFUL = 3


SEVERITY_WORDS: Mapping[Severity, Promise] = {
    Severity.BLOCKS_REPORTING: _("Keeps the person out of the report"),
    Severity.IMPORTANT: _("Important"),
    Severity.USEFUL: _("Useful"),
}


class Mender(models.TextChoices):
    """Who can put a miss right."""

    MANAGER = "manager", _("Who follows the case, else who recorded it")
    COORDINATOR = "coordinator", _("The coordinator")


@dataclass(frozen=True, slots=True)
class Population:
    """Rows that checks look at. `source` is what follows FROM, `own` the condition that they are the partner's.

    `asked`: the colleague to whom a row itself belongs, where it is not for whoever follows the person.
    """

    source: str
    own: str
    subject: str
    recorder: str
    case: str = "c.id"
    manager: str = "c.manager_id"
    person: str = "p.id"
    asked: str = ""


# The first day on which the person counts as supported (O.2.3); null for who does not count.
COUNTED_ON = f"""(select min(f.occurred_on) from counting_factsubject s join counting_countingfact f on f.id = s.fact_id
 where s.subject_id = p.id and f.kind = 'supported' and {stands()})"""  # noqa: S608 - constants only
_OPEN_CASE = "left join cases_case c on c.person_id = p.id and c.stage <> 'closed'"
_MINE = "p.partner_id = %(partner)s"

PEOPLE = Population(f"people_person p {_OPEN_CASE}", _MINE, "p.id", "p.registered_by_id")
COUNTED = Population(
    f"people_person p cross join lateral (select {COUNTED_ON} as day) f {_OPEN_CASE}"  # noqa: S608 - constants only
    " left join lateral (select st.from_on, st.expires_on, st.renewal_requested_on, r.so2_default"
    " from people_staystatus st join people_residencestatus r on r.code = st.status_id"
    " where st.person_id = p.id and st.from_on <= f.day order by st.from_on desc, st.recorded_at desc limit 1)"
    " t on true",
    _MINE,
    "p.id",
    "p.registered_by_id",
)
CASES = Population(
    "cases_case c join people_person p on p.id = c.person_id",
    "c.partner_id = %(partner)s",
    "c.id",
    "p.registered_by_id",
)
CLOSED_CASES = Population(
    "cases_case c join people_person p on p.id = c.person_id",
    "c.partner_id = %(partner)s and c.stage = 'closed'",
    "c.id",
    "c.manager_id",
    asked="c.manager_id",
)
INTAKES = Population(
    "cases_intake n join people_person p on p.id = n.person_id left join cases_case c on c.intake_id = n.id",
    "n.partner_id = %(partner)s",
    "n.id",
    "p.registered_by_id",
)
INTERVENTIONS = Population(
    "cases_intervention i join cases_case c on c.id = i.case_id join people_person p on p.id = c.person_id",
    "i.partner_id = %(partner)s",
    "i.id",
    "i.delivered_by_id",
    manager="i.delivered_by_id",
    asked="i.delivered_by_id",
)
CONTACTS = Population(
    "outreach_contact k left join people_person p on p.id = k.person_id",
    "k.partner_id = %(partner)s",
    "k.id",
    "k.met_by_id",
    case="null::uuid",
    manager="null::uuid",
    person="coalesce(k.person_id, k.id)",  # who stayed without a name is a line of its own
    asked="k.met_by_id",
)

RIGHT = "right"
TWO_PEOPLE = "two_people"
ON_PAPER = "on_paper"
TOLD_LATER = "told_later"


@dataclass(frozen=True, slots=True)
class Repair:
    """Where a miss is mended: the name of an address, what of the row goes into it, and the field there."""

    name: str
    of: str = "person"  # person, case or subject
    field: str = ""
    permission: Permission = Permission.PERSON_REGISTER


@dataclass(frozen=True, slots=True)
class Check:
    """One rule about the data. `repair` none: it is measured, and cannot be put right any more, only explained.

    `explained_by`: the permission of who may say why a miss stays.
    """

    code: str
    name: Promise
    sentence: Promise
    dimension: Dimension
    field: str
    severity: Severity
    population: Population
    fails: str
    among: str = "true"
    repair: Repair | None = None
    mender: Mender = Mender.MANAGER
    reasons: tuple[str, ...] = ()
    explained_by: Permission = Permission.PERSON_REGISTER

    @property
    def can_be_mended(self) -> bool:
        """Whether it can still be put right: what cannot is listed last, and stays in the measure."""
        return self.repair is not None


SAYS_NOTHING = (Missing.NOT_KNOWN.value, Missing.NOT_SHOWN.value, Missing.REFUSED.value)
