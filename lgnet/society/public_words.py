# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words of lists that visitors read, in every language of visitors."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.ui.public import CONTENT_ONLY, LANGUAGES, Language

SPOKEN: Mapping[str, Language] = {**LANGUAGES, **CONTENT_ONLY}  # in which something may be said

AUDIENCES: Mapping[str, Promise] = {
    "everybody": pgettext_lazy("audience", "Everybody"),
    "schools": pgettext_lazy("audience", "Schools"),
    "associations": pgettext_lazy("audience", "Associations"),
    "owners": pgettext_lazy("audience", "Owners of homes"),
    "employers": pgettext_lazy("audience", "Employers"),
}
OFFERS: Mapping[str, Promise] = {
    "home": _("I have a home"),
    "help": _("I want to help"),
    "report": _("I report a situation"),
}
VOICES: Mapping[str, Promise] = {
    "feedback": _("I want to say something"),
    "complaint": _("I complain"),
}
STATES: Mapping[str, Promise] = {
    "new": _("It has arrived and waits to be read."),
    "taken": _("Somebody is working on it."),
    "answered": _("It is answered."),
    "closed": _("It is closed."),
}
REGISTRATIONS: Mapping[str, Promise] = {
    "asked": _("You have not confirmed your address yet."),
    "waiting": _("You are on the waiting list."),
    "seated": _("You have a place."),
    "cancelled": _("This registration is cancelled."),
}
RATINGS: Mapping[str, Promise] = {
    "5": _("Very good"),
    "4": pgettext_lazy("rating", "Good"),
    "3": _("So so"),
    "2": _("Not good"),
    "1": _("Bad"),
}
FEED_TITLE = _("Events of LGNET")
