# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What visitors read for the codes of the platform, in their language."""

from collections.abc import Mapping

from babel import Locale
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from lgnet.network.models import ActionLine, Site

LINES: Mapping[str, Promise] = {
    ActionLine.CIVIC_ENGAGEMENT: _("Taking part and working"),
    ActionLine.TAKING_IN_CHARGE: _("Taken in charge by one team"),
    ActionLine.HOUSING: _("A home"),
}
KINDS: Mapping[str, Promise] = {
    Site.Kind.ONE_STOP_SHOP: _("One stop shop: all help in one place"),
    Site.Kind.MOBILE_UNIT: _("Mobile unit: the van on the street"),
    Site.Kind.DAY_CENTRE: _("Day centre"),
    Site.Kind.RESIDENCE: _("Residence"),
    Site.Kind.DESK: _("Desk"),
}
FIGURES: Mapping[str, Promise] = {
    "contacts": _("contacts on the street"),
    "registered": _("people registered"),
    "taken-in-charge": _("people taken in charge"),
    "supported": _("people supported"),
}
ROLES: Mapping[str, Promise] = {
    "lead": pgettext_lazy("partner of a project", "Lead"),
    "national_partner": pgettext_lazy("partner of a project", "National partner"),
    "local_partner": pgettext_lazy("partner of a project", "Local partner"),
    "support": pgettext_lazy("partner of a project", "Stands beside a local partner"),
}


def language_names(codes: list[str]) -> list[str]:
    """Languages spoken somewhere, as the reader calls them."""
    names = Locale.parse((get_language() or "it").partition("-")[0]).languages
    return [str(names.get(code, code)) for code in codes]


# Pages that are drawn from what the platform knows: by their address without the language.
TITLES: Mapping[str, Promise] = {
    "": _("Help near you, quickly, in your language"),
    "help": _("Find help near you"),
    "network": pgettext_lazy("public menu", "The network"),
    "partners": pgettext_lazy("public menu", "Who we are"),
    "news": pgettext_lazy("public menu", "News"),
    "contacts": pgettext_lazy("public menu", "Contacts"),
    "numbers": pgettext_lazy("public menu", "Open data"),
    "transparency": pgettext_lazy("public menu", "Transparency"),
    "practices": pgettext_lazy("public menu", "Practices"),
}
