# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What must prove a count: one item for each rule, and what of its row the hash is made of.

The items are those of FAMI practice (rules 1.5): the service, the stay valid on the counting date, the privacy
notice, the plan; Reg. (EU) 2021/1060, annexes XIII (10) and XVII. A hash is over plain text that anybody can write
again: the label of the row, then its columns in a fixed order, one on each line (`canonical`).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.counting.models import EVENT_KINDS, FactKind

# Which columns of a row its hash is made of. Instants are in UTC; what changes in the ordinary course is left out.
COLUMNS: Mapping[str, Sequence[str]] = {
    "cases.intervention": (
        "id", "case_id", "type_id", "delivered_on", "minutes", "delivered_by_id", "result", "withdrawn_at",
    ),
    "cases.case": ("id", "person_id", "opened_at", "opened_by_id"),
    "cases.assessment": ("id", "case_id", "moment", "assessed_on", "assessed_by_id"),
    "cases.intake": ("id", "person_id", "first_contact_at", "screened_at", "screened_by_id", "outcome"),
    "cases.plan": ("id", "case_id", "version", "language", "agreed_on"),
    "people.person": ("id", "sex", "birth_date", "birth_precision", "citizenships", "is_stateless"),
    "people.staystatus": (
        "id", "person_id", "status_id", "document", "from_on", "issued_on", "expires_on", "renewal_requested_on",
    ),
    "people.privacynotice": ("id", "person_id", "version", "language", "how", "delivered_on"),
    "outreach.contact": ("id", "place", "area", "met_at", "met_by_id"),
    "society.event": (
        "id", "partner_id", "starts_at", "ends_at", "place", "is_online", "ended_at", "ended_by_id", "walk_ins",
    ),
    "meetings.meeting": (
        "id", "kind", "organisation_id", "organiser_id", "starts_at", "ends_at", "place", "reported_at",
    ),
}  # fmt: skip
LABELS: Mapping[str, str | Promise] = {
    "cases.intervention": _("Intervention"),
    "cases.case": _("Case"),
    "cases.assessment": _("Assessment"),
    "cases.intake": _("Intake"),
    "cases.plan": _("Plan"),
    "people.person": _("Identity of the person"),
    "people.staystatus": _("Status of stay"),
    "people.privacynotice": _("Privacy notice"),
    "outreach.contact": _("Contact"),
    "society.event": _("Public event"),
    "meetings.meeting": _("Meeting or study visit"),
}


def canonical(label: str, values: Mapping[str, str | None]) -> str:
    """The text that is hashed: label, then "column=value" on each line, "-" for no value."""
    lines = [f"{column}={values[column] if values[column] is not None else '-'}" for column in COLUMNS[label]]
    return "\n".join([label, *lines])


def digest(label: str, values: Mapping[str, str | None]) -> str:
    """SHA-256 of the canonical text in UTF-8, in hexadecimal: what the SQL computes."""
    return hashlib.sha256(canonical(label, values).encode()).hexdigest()


def digest_sql(label: str) -> str:
    """SQL: the digest of the row `e` of a label."""
    parts = ", ".join(f"'{column}=' || coalesce({_text(column)}, '-')" for column in COLUMNS[label])
    return f"encode(sha256(convert_to(concat_ws(E'\\n', '{label}', {parts}), 'UTF8')), 'hex')"


def _text(column: str) -> str:
    if column.endswith("_at"):
        return f"""to_char(e.{column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
    return f"e.{column}::text"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must be there for a count. `find`: SQL for its row as `e`, with `c` the counted fact."""

    code: str
    name: str | Promise
    asks: str | Promise
    find: Mapping[str, str]
    is_required: bool = True


# The row that the fact names. The cast waits for the label: other facts may name no row of ours.
_NAMED = "e.id = case when split_part(c.evidence, ':', 1) = '{label}' then split_part(c.evidence, ':', 2)::uuid end"
_TABLES = {label: label.replace(".", "_") for label in COLUMNS}
_PROOFS = (
    "cases.intervention",
    "cases.case",
    "cases.assessment",
    "cases.intake",
    "people.person",
    "outreach.contact",
    "society.event",
    "meetings.meeting",
)

PROOF = Rule(
    "proof",
    _("What was done"),
    _("The service, contact, case, closure or event that makes the count, with its day and who did it."),
    {label: f"from {_TABLES[label]} e where {_NAMED.format(label=label)}" for label in _PROOFS},
)
IDENTITY = Rule(
    "identity",
    _("Who it was"),
    _("Birth date, sex and citizenship as recorded."),
    {"people.person": "from people_person e where e.id = c.person_id"},
)
STAY = Rule(
    "stay",
    _("Stay on the day"),
    _("The status of stay and its document, as of the counting date."),
    {
        "people.staystatus": "from people_staystatus e where e.person_id = c.person_id and e.from_on <= c.occurred_on"
        " order by e.from_on desc, e.recorded_at desc limit 1"
    },
)
NOTICE = Rule(
    "notice",
    _("Privacy notice"),
    _("The notice that was given: version, language, day."),
    {
        "people.privacynotice": "from people_privacynotice e where e.person_id = c.person_id"
        " order by e.delivered_on, e.id limit 1"
    },
)
PLAN = Rule(
    "plan",
    _("Plan signed"),
    _("The first plan that the person agreed to, where there is one."),
    {
        "cases.plan": "from cases_plan e join cases_case k on k.id = e.case_id"
        " where k.person_id = c.person_id and e.agreed_on is not null order by e.agreed_on, e.id limit 1"
    },
    is_required=False,
)
RULES: Mapping[str, Rule] = {rule.code: rule for rule in (PROOF, IDENTITY, STAY, NOTICE, PLAN)}

_ABOUT_A_PERSON = (PROOF, IDENTITY, NOTICE)
_OF_THE_PROJECT = frozenset({FactKind.REGISTERED, FactKind.NOT_TAKEN})
_IN_CHARGE = frozenset({FactKind.TAKEN_IN_CHARGE, FactKind.ASSISTED, FactKind.HOUSED})


def rules_of(kind: str) -> tuple[Rule, ...]:
    """What must prove a count of this kind; for the fund's indicators all of it."""
    if kind in EVENT_KINDS:
        return (PROOF,)
    if kind in _OF_THE_PROJECT:
        return _ABOUT_A_PERSON
    if kind in _IN_CHARGE:
        return (*_ABOUT_A_PERSON, PLAN)
    return (PROOF, IDENTITY, STAY, NOTICE, PLAN)
