# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters to coordinators: reminders of the deadline, and what the nation decided. No figures, no texts in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.core.letters import link
from lgnet.network.models import Colleague
from lgnet.reports.models import Reminder, Report

K = Reminder.Kind
_SUBJECTS: dict[str, Promise] = {
    K.BEFORE: _("LGNET: the quarterly report is due on %(day)s"),
    K.ON_THE_DAY: _("LGNET: the quarterly report is due today"),
    K.LATE: _("LGNET: the quarterly report is late"),
    Report.State.SENT_BACK: _("LGNET: the quarterly report is to be corrected"),
    Report.State.VALIDATED: _("LGNET: the quarterly report is validated"),
    Report.State.REOPENED: _("LGNET: the quarterly report was re-opened"),
}
_SENTENCES: dict[str, Promise] = {
    K.BEFORE: _("The report on %(quarter)s is due on %(day)s, and has not been sent yet."),
    K.ON_THE_DAY: _("The report on %(quarter)s is due today, %(day)s, and has not been sent yet."),
    K.LATE: _(
        "The report on %(quarter)s was due on %(day)s and has not been sent. Who is late is on the nation's list."
    ),
    Report.State.SENT_BACK: _(
        "The national monitoring has sent back the report on %(quarter)s with its remarks."
    ),
    Report.State.VALIDATED: _("The national monitoring has validated the report on %(quarter)s. Thank you."),
    Report.State.REOPENED: _(
        "The national monitoring has re-opened the report on %(quarter)s; the reason is on its page."
    ),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands in a letter."""

    name: str
    sentence: str
    partner: str
    link: str


def tell(people: Iterable[Colleague], report: Report, about: str) -> int:
    """Write to each in their own language, about a reminder or a state. Returns how many letters went out."""
    told = 0
    for person in people:
        with translation.override(person.language):
            values = {"quarter": report.period, "day": date_format(report.period.due_on, "DATE_FORMAT")}
            letter = Letter(
                person.name,
                str(_SENTENCES[about]) % values,
                report.partner.name,
                link(f"/reports/{report.pk}/"),
            )
            text = render_to_string("reports/mail/letter.txt", {"letter": letter})
            told += send_mail(str(_SUBJECTS[about]) % values, text, None, [person.email])
    return told
