# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is not there."""

from django.utils.translation import gettext_lazy as _

from lgnet.network.permissions import Permission
from lgnet.people.models import Missing
from lgnet.quality.checks.declared import (
    CASES,
    CLOSED_CASES,
    CONTACTS,
    COUNTED_ON,
    PEOPLE,
    RIGHT,
    SAYS_NOTHING,
    Check,
    Dimension,
    Mender,
    Repair,
    Severity,
)

_FOLLOWED = f"(c.id is not null or {COUNTED_ON} is not null)"
_OPEN = "c.stage <> 'closed'"

COMPLETENESS = (
    Check(
        code="no_birth_date",
        name=_("Birth date missing"),
        sentence=_("Without at least the year there is no age band, and the person cannot be reported."),
        dimension=Dimension.COMPLETENESS,
        field="people.person.birth_date",
        severity=Severity.BLOCKS_REPORTING,
        population=PEOPLE,
        fails="p.birth_date is null",
        repair=Repair("people:edit", field="id_birth_0"),
        reasons=SAYS_NOTHING,
    ),
    Check(
        code="no_sex",
        name=_("Sex not recorded"),
        sentence=_("The fund asks for every figure by sex: ask the person how they want to be recorded."),
        dimension=Dimension.COMPLETENESS,
        field="people.person.sex",
        severity=Severity.BLOCKS_REPORTING,
        population=PEOPLE,
        fails="p.sex = ''",
        repair=Repair("people:edit", field="id_sex_0"),
        reasons=(Missing.REFUSED.value,),
    ),
    Check(
        code="no_citizenship",
        name=_("Citizenship missing"),
        sentence=_(
            "Record the citizenship, or that the person is stateless: only then can they be reported."
        ),
        dimension=Dimension.COMPLETENESS,
        field="people.person.citizenships",
        severity=Severity.BLOCKS_REPORTING,
        population=PEOPLE,
        fails="cardinality(p.citizenships) = 0 and not p.is_stateless",
        repair=Repair("people:edit", field="id_citizenships_0"),
        reasons=SAYS_NOTHING,
    ),
    Check(
        code="no_stay",
        name=_("Status of stay missing"),
        sentence=_("Record the status of stay with its dates, also when the document is only a receipt."),
        dimension=Dimension.COMPLETENESS,
        field="people.staystatus.status",
        severity=Severity.BLOCKS_REPORTING,
        population=PEOPLE,
        among=_FOLLOWED,
        fails="not exists (select from people_staystatus st where st.person_id = p.id)",
        repair=Repair("people:add_stay", field="id_status"),
        reasons=(*SAYS_NOTHING, Missing.LOST.value),
    ),
    Check(
        code="no_notice",
        name=_("Privacy notice not given"),
        sentence=_("Give the notice in a language the person understands, and write down that you did."),
        dimension=Dimension.COMPLETENESS,
        field="people.privacynotice.delivered_on",
        severity=Severity.BLOCKS_REPORTING,
        population=PEOPLE,
        among=_FOLLOWED,
        fails="not exists (select from people_privacynotice x where x.person_id = p.id)",
        repair=Repair("people:add_notice", field="id_language"),
    ),
    Check(
        code="no_channel",
        name=_("No way to reach the person"),
        sentence=_(
            "A telephone, an e-mail address or somebody to ask: without one an appointment cannot move."
        ),
        dimension=Dimension.COMPLETENESS,
        field="people.contactchannel.value",
        severity=Severity.USEFUL,
        population=PEOPLE,
        among="c.id is not null",
        fails="not exists (select from people_contactchannel x"
        " where x.person_id = p.id and x.withdrawn_at is null)",
        repair=Repair("people:add_channel", field="id_value"),
        reasons=(Missing.NOT_KNOWN.value, Missing.REFUSED.value, Missing.LOST.value),
    ),
    Check(
        code="no_language",
        name=_("Language missing"),
        sentence=_("Whoever meets the person next must know which language to speak."),
        dimension=Dimension.COMPLETENESS,
        field="people.person.languages",
        severity=Severity.USEFUL,
        population=PEOPLE,
        among="c.id is not null",
        fails="cardinality(p.languages) = 0",
        repair=Repair("people:edit", field="id_languages_0"),
        reasons=(Missing.NOT_KNOWN.value,),
    ),
    Check(
        code="no_manager",
        name=_("Nobody answers for the case"),
        sentence=_("Name a case manager: a case that is nobody's is forgotten."),
        dimension=Dimension.COMPLETENESS,
        field="cases.case.manager",
        severity=Severity.IMPORTANT,
        population=CASES,
        among=_OPEN,
        fails="c.manager_id is null",
        repair=Repair("cases:case", of="case", permission=Permission.CASE_ASSIGN),
        mender=Mender.COORDINATOR,
    ),
    Check(
        code="plan_without_goals",
        name=_("Plan without goals"),
        sentence=_("The plan was begun and says nothing yet: write the first goal with the person."),
        dimension=Dimension.COMPLETENESS,
        field="cases.plan.goals",
        severity=Severity.IMPORTANT,
        population=CASES,
        among=f"{_OPEN} and exists (select from cases_plan y where y.case_id = c.id and y.status <> 'superseded')",
        fails="not exists (select from cases_plan y join cases_goal z on z.plan_id = y.id"
        " where y.case_id = c.id and y.status <> 'superseded')",
        repair=Repair("cases:plan", of="case", permission=Permission.CASE_WORK),
    ),
    Check(
        code="closed_without_outcome",
        name=_("Closed without an outcome"),
        sentence=_("The case was closed and nobody wrote where the person stood at the end."),
        dimension=Dimension.COMPLETENESS,
        field="cases.assessment.exit",
        severity=Severity.IMPORTANT,
        population=CLOSED_CASES,
        among="c.closure_reason not in ('untraceable', 'died')",
        fails="not exists (select from cases_assessment y where y.case_id = c.id and y.moment = 'exit')",
        repair=Repair("cases:outcome", of="case", permission=Permission.CASE_WORK),
    ),
    Check(
        code="contact_without_area",
        name=_("Contact without a place"),
        sentence=_("Where people are met decides where the mobile unit goes next."),
        dimension=Dimension.COMPLETENESS,
        field="outreach.contact.area",
        severity=Severity.USEFUL,
        population=CONTACTS,
        among="k.place not in ('one_stop_shop', 'other')",
        fails="k.area = ''",
        repair=Repair("outreach:area", of="subject", field="id_area", permission=Permission.CONTACT_RECORD),
        reasons=(RIGHT,),
        explained_by=Permission.CONTACT_RECORD,
    ),
)
