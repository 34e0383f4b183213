# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What comes late. What has come late already is measured and cannot be mended; what still waits can."""

from django.utils.translation import gettext_lazy as _

from lgnet.network.permissions import Permission
from lgnet.quality.checks.declared import (
    CASES,
    INTAKES,
    INTERVENTIONS,
    ON_PAPER,
    PEOPLE,
    RIGHT,
    TOLD_LATER,
    Check,
    Dimension,
    Repair,
    Severity,
)

_OPEN = "c.stage <> 'closed'"
_CURRENT = "select from people_staystatus st where st.person_id = p.id and st.is_current"

TIMELINESS = (
    Check(
        code="permit_expired",
        name=_("Permit expired, no renewal recorded"),
        sentence=_("Record the renewal or the new document: an expired one stops the services that need it."),
        dimension=Dimension.TIMELINESS,
        field="people.staystatus.expires_on",
        severity=Severity.IMPORTANT,
        population=PEOPLE,
        among=f"c.id is not null and exists ({_CURRENT} and st.expires_on is not null)",
        fails=f"exists ({_CURRENT} and st.expires_on < %(today)s and st.renewal_requested_on is null)",
        repair=Repair("people:add_stay", field="id_document"),
        reasons=(RIGHT,),
    ),
    Check(
        code="screening_late",
        name=_("Screening late"),
        sentence=_("Somebody has waited for the first conversation longer than the standard says."),
        dimension=Dimension.TIMELINESS,
        field="cases.intake.screened_at",
        severity=Severity.IMPORTANT,
        population=INTAKES,
        among="n.next_step = 'screen'",
        fails="n.due_at < %(now)s",
        repair=Repair("cases:screen", of="subject", permission=Permission.INTAKE_SCREEN),
    ),
    Check(
        code="taking_late",
        name=_("Taking in charge late"),
        sentence=_("The screening says to take the person in charge, and the time for it has passed."),
        dimension=Dimension.TIMELINESS,
        field="cases.intake.taken_at",
        severity=Severity.IMPORTANT,
        population=INTAKES,
        among="n.next_step = 'take_in_charge'",
        fails="n.due_at < %(now)s",
        repair=Repair("cases:take", of="subject", permission=Permission.CASE_OPEN),
    ),
    Check(
        code="quiet_case",
        name=_("Nothing written for 90 days"),
        sentence=_("Write what was done, or propose the closure if the contact is lost."),
        dimension=Dimension.TIMELINESS,
        field="cases.case.last_activity_at",
        severity=Severity.IMPORTANT,
        population=CASES,
        among=_OPEN,
        fails="c.last_activity_at < %(now)s - interval '90 days'",
        repair=Repair("cases:deliver", of="case", permission=Permission.INTERVENTION_RECORD),
        reasons=(RIGHT,),
    ),
    Check(
        code="assessment_old",
        name=_("Assessment older than 90 days"),
        sentence=_("Look again at where the person stands: the quarter of the fund asks for it."),
        dimension=Dimension.TIMELINESS,
        field="cases.assessment.assessed_on",
        severity=Severity.USEFUL,
        population=CASES,
        among=f"{_OPEN} and c.opened_at < %(now)s - interval '90 days'",
        fails="not exists (select from cases_assessment y"
        " where y.case_id = c.id and y.assessed_on > %(today)s::date - 90)",
        repair=Repair("cases:assess", of="case", permission=Permission.CASE_WORK),
    ),
    Check(
        code="logged_late",
        name=_("Written down later than 48 hours"),
        sentence=_("What is written days later is remembered less well, and figures lag behind."),
        dimension=Dimension.TIMELINESS,
        field="cases.intervention.recorded_at",
        severity=Severity.USEFUL,
        population=INTERVENTIONS,
        among="i.withdrawn_at is null and i.recorded_at > %(now)s - interval '90 days'",
        fails="i.recorded_at > ((i.delivered_on + 1)::timestamp at time zone 'Europe/Rome') + interval '48 hours'",
        reasons=(ON_PAPER, TOLD_LATER, RIGHT),
        explained_by=Permission.INTERVENTION_RECORD,
    ),
)
