# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is recorded about somebody, said in words, field by field."""

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.clock import today
from lgnet.people.countries import country_name
from lgnet.people.identity import SEX_WORDS, Identity
from lgnet.people.languages import language_name
from lgnet.people.models import Precision
from lgnet.people.pages.lines import citizenships_in_words
from lgnet.people.partial_date import age_in_words, in_words

LABELS: dict[str, str | Promise] = {
    "given_name": gettext_lazy("Given name"),
    "family_name": gettext_lazy("Family name"),
    "native_name": gettext_lazy("Name in the original script"),
    "known_as": gettext_lazy("Known as"),
    "sex": gettext_lazy("Sex"),
    "birth_date": gettext_lazy("Birth date"),
    "birth_country": gettext_lazy("Country of birth"),
    "birth_place": gettext_lazy("Place of birth"),
    "citizenships": gettext_lazy("Citizenship"),
    "languages": gettext_lazy("Languages"),
    "needs_interpreter": gettext_lazy("Needs an interpreter"),
    "arrived_on": gettext_lazy("Arrived in Italy on"),
}


def identity_in_words(identity: Identity) -> dict[str, str]:
    """Every field of an identity as people read it; "" where nothing is recorded."""
    born = ""
    if identity.birth_date:
        born = in_words(identity.birth_date, identity.birth_precision)
        if identity.birth_precision != Precision.UNKNOWN:
            born += f" ({age_in_words(identity.birth_date, identity.birth_precision, today())})"
    return {
        "given_name": identity.given_name,
        "family_name": identity.family_name,
        "native_name": identity.native_name,
        "known_as": identity.known_as,
        "sex": str(SEX_WORDS[identity.sex]) if identity.sex else "",
        "birth_date": born,
        "birth_country": country_name(identity.birth_country) if identity.birth_country else "",
        "birth_place": identity.birth_place,
        "citizenships": citizenships_in_words(identity.citizenships, is_stateless=identity.is_stateless),
        "languages": ", ".join(map(language_name, identity.languages)),
        "needs_interpreter": _("Yes") if identity.needs_interpreter else "",
        "arrived_on": date_format(identity.arrived_on, "DATE_FORMAT") if identity.arrived_on else "",
    }
