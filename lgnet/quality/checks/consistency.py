# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What does not go together, what cannot be true, and who may be there twice."""

from django.utils.translation import gettext_lazy as _

from lgnet.quality.checks.declared import (
    COUNTED,
    COUNTED_ON,
    PEOPLE,
    RIGHT,
    TWO_PEOPLE,
    Check,
    Dimension,
    Repair,
    Severity,
)

_ADULT = "p.birth_date <= %(today)s::date - interval '18 years'"
_FOUND = """exists (select from quality_suspicion q left join people_person o on o.id = q.other_id
 where q.check_code = '{code}' and q.person_id = p.id and q.person_version = p.version
 and (q.other_id is null or o.version = q.other_version))"""
_COUNT_APART = "coalesce(p.same_as_id, p.id) <> coalesce(o.same_as_id, o.id)"
_DECIDED = "exists (select from cases_intake m where m.person_id = p.id and m.eligibility = 'eligible')"
_FAR = "< date '1950-01-01'"
_TOO_FAR = "> date '2100-01-01'"

CONSISTENCY = (
    Check(
        code="union_citizen",
        name=_("Citizen of the Union among the recipients"),
        sentence=_("The fund is for third-country nationals: correct the citizenship, or the case's lines."),
        dimension=Dimension.CONSISTENCY,
        field="people.person.citizenships",
        severity=Severity.BLOCKS_REPORTING,
        population=PEOPLE,
        among=f"(c.id is not null or {COUNTED_ON} is not null)",
        fails="p.citizenships && %(union)s::varchar[]",
        repair=Repair("people:edit", field="id_citizenships_0"),
        reasons=(RIGHT,),
    ),
    Check(
        code="stay_on_the_day",
        name=_("No regular stay on the day of the count"),
        sentence=_(
            "The status of stay recorded for that day does not let the person count: complete its history."
        ),
        dimension=Dimension.CONSISTENCY,
        field="people.staystatus.from_on",
        severity=Severity.BLOCKS_REPORTING,
        population=COUNTED,
        among="f.day is not null and exists (select from people_staystatus st where st.person_id = p.id)",
        fails="t.from_on is null or t.so2_default = 'NOT_ELIGIBLE'"
        f" or t.so2_default = 'CHECK' and not {_DECIDED}"
        " or t.expires_on < f.day and t.renewal_requested_on is null",
        repair=Repair("people:add_stay", field="id_from_on"),
        reasons=(RIGHT,),
    ),
    Check(
        code="dates_out_of_order",
        name=_("Dates out of order"),
        sentence=_("Nobody arrives, or is registered, before being born: one of the dates is wrong."),
        dimension=Dimension.CONSISTENCY,
        field="people.person.arrived_on",
        severity=Severity.IMPORTANT,
        population=PEOPLE,
        among="p.birth_date is not null",
        fails="p.arrived_on < p.birth_date or p.birth_date > (p.registered_at at time zone 'Europe/Rome')::date",
        repair=Repair("people:edit", field="id_arrived_on"),
    ),
    Check(
        code="impossible_date",
        name=_("A date put in place of a missing one"),
        sentence=_(
            "A date of long ago or far away stands for “not known”: leave it empty and say why instead."
        ),
        dimension=Dimension.CONSISTENCY,
        field="people.staystatus.expires_on",
        severity=Severity.IMPORTANT,
        population=PEOPLE,
        fails="p.birth_date < date '1910-01-01'"
        f" or p.arrived_on {_FAR} or exists (select from people_staystatus st where st.person_id = p.id"
        f" and st.is_current and (st.expires_on {_FAR} or st.expires_on {_TOO_FAR}))",
        repair=Repair("people:add_stay", field="id_expires_on"),
        reasons=(RIGHT,),
    ),
    Check(
        code="placeholder_name",
        name=_("A word in place of the name"),
        sentence=_("“XXX” or “to be verified” is not a name: leave it empty, a nickname is enough."),
        dimension=Dimension.CONSISTENCY,
        field="people.person.family_name",
        severity=Severity.IMPORTANT,
        population=PEOPLE,
        fails=_FOUND.format(code="placeholder_name"),
        repair=Repair("people:edit", field="id_given_name"),
        reasons=(RIGHT,),
    ),
    Check(
        code="minor_alone",
        name=_("Minor without a guardian"),
        sentence=_(
            "Nobody is recorded who answers for this minor: neither a guardian nor a family (Law 47/2017)."
        ),
        dimension=Dimension.CONSISTENCY,
        field="people.guardian.name",
        severity=Severity.IMPORTANT,
        population=PEOPLE,
        among=f"c.id is not null and p.birth_date is not null and not {_ADULT}",
        fails="not exists (select from people_guardian x where x.person_id = p.id and x.until_on is null)"
        " and not exists (select from people_householdmember x where x.person_id = p.id and x.until_on is null)",
        repair=Repair("people:add_guardian", field="id_name"),
    ),
    Check(
        code="guardian_of_adult",
        name=_("Guardian of somebody of age"),
        sentence=_("The guardianship ended at 18, unless the birth date is wrong: look at it again."),
        dimension=Dimension.CONSISTENCY,
        field="people.person.birth_date",
        severity=Severity.USEFUL,
        population=PEOPLE,
        among=f"c.id is not null and {_ADULT}",
        fails="exists (select from people_guardian x where x.person_id = p.id and x.until_on is null)",
        repair=Repair("people:edit", field="id_birth_0"),
        reasons=(RIGHT,),
    ),
    Check(
        code="tax_code_disagrees",
        name=_("Tax code against birth date or sex"),
        sentence=_(
            "The tax code says another birth date or sex: look at the document and correct what is wrong."
        ),
        dimension=Dimension.CONSISTENCY,
        field="people.identifier.value",
        severity=Severity.IMPORTANT,
        population=PEOPLE,
        among="exists (select from people_identifier x where x.person_id = p.id and x.kind = 'tax_code'"
        " and x.withdrawn_at is null)",
        fails=_FOUND.format(code="tax_code_disagrees"),
        repair=Repair("people:edit", field="id_birth_0"),
        reasons=(RIGHT,),
    ),
)

DUPLICATES = (
    Check(
        code="likely_twin",
        name=_("Perhaps registered twice"),
        sentence=_("Somebody very much alike is registered here: look at both files before working on."),
        dimension=Dimension.DUPLICATES,
        field="people.person",
        severity=Severity.IMPORTANT,
        population=PEOPLE,
        fails=f"{_FOUND.format(code='likely_twin')[:-1]} and {_COUNT_APART})",
        repair=Repair("quality:twins"),
        reasons=(TWO_PEOPLE,),
    ),
    Check(
        code="shared_telephone",
        name=_("A telephone that many people share"),
        sentence=_(
            "More than four people have this number: it may be a desk’s, or a slip. Is it safe to call?"
        ),
        dimension=Dimension.DUPLICATES,
        field="people.contactchannel.value",
        severity=Severity.USEFUL,
        population=PEOPLE,
        among="exists (select from people_contactchannel x where x.person_id = p.id and x.kind = 'phone'"
        " and x.withdrawn_at is null)",
        fails=_FOUND.format(code="shared_telephone"),
        repair=Repair("people:add_channel", field="id_value"),
        reasons=(RIGHT,),
    ),
)
