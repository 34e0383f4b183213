# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is asked by mail to answer a survey, and reminded of it. Called after the commit."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from lgnet.evaluation.models import Survey
from lgnet.network.models import Colleague


@dataclass(frozen=True, slots=True)
class Letter:
    """To whom, about which module, until when, and where to answer."""

    email: str
    language: str
    module: str
    kind: str
    closes_on: dt.date
    link: str
    is_reminder: bool


def letter(
    survey: Survey, colleague: Colleague, invitation: uuid.UUID, address: str, *, is_reminder: bool = False
) -> Letter:
    """What is written to somebody."""
    return Letter(
        colleague.email, colleague.language, survey.module.title, survey.kind, survey.closes_on,
        f"{address}/evaluation/surveys/{invitation}/", is_reminder,
    )  # fmt: skip


def tell(letters: Sequence[Letter]) -> None:
    """A letter that cannot be sent stops none of the others."""
    for one in letters:
        with translation.override(one.language):
            title = (
                _("LGNET: two minutes on “%(module)s”")
                if one.kind == "usefulness"
                else _("LGNET: three months after “%(module)s”")
            )
            body = render_to_string("evaluation/mail/asked.txt", {"letter": one})
            send_mail(title % {"module": one.module}, body, None, [one.email], fail_silently=True)
