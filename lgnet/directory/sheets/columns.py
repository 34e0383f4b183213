# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a column of a spreadsheet can be, and how offices call it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.directory.models import SheetRun
from lgnet.imports.targets import folded


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that a column can hold. `called`: names as offices write them, folded."""

    code: str
    label: str | Promise
    called: str
    is_needed: bool = False


_PLACE = (
    Target("address", _("Street and number"), "indirizzo|via|address|street"),
    Target("latitude", _("Latitude"), "latitudine|lat|latitude"),
    Target("longitude", _("Longitude"), "longitudine|lon|lng|long|longitude"),
)
_DAYS = (
    Target("day_0", _("Monday"), "lunedi|lun|monday|mon"),
    Target("day_1", _("Tuesday"), "martedi|mar|tuesday|tue"),
    Target("day_2", _("Wednesday"), "mercoledi|mer|wednesday|wed"),
    Target("day_3", _("Thursday"), "giovedi|gio|thursday|thu"),
    Target("day_4", _("Friday"), "venerdi|ven|friday|fri"),
    Target("day_5", _("Saturday"), "sabato|sab|saturday|sat"),
    Target("day_6", _("Sunday"), "domenica|dom|sunday|sun"),
)
TARGETS: Mapping[str, Mapping[str, Target]] = {
    kind: {target.code: target for target in targets}
    for kind, targets in {
        SheetRun.Kind.SERVICES.value: (
            Target(
                "name", pgettext_lazy("service", "Name"), "nome|servizio|nome del servizio|name|service", True
            ),
            Target("kind", _("Type"), "tipo|tipologia|tipo di servizio|type|kind", True),
            Target(
                "provider", _("Who gives it"), "ente|gestore|ente gestore|chi lo fa|provider|organisation"
            ),
            Target("summary", _("What it does"), "descrizione|che cosa fa|description|summary"),
            Target("eligibility", _("For whom"), "per chi|destinatari|requisiti|eligibility|for whom"),
            Target("documents", _("Documents to bring"), "documenti|documenti da portare|documents"),
            Target("languages", _("Languages spoken there"), "lingue|languages"),
            Target("phone", _("Telephone"), "telefono|tel|phone|telephone"),
            Target("email", _("E-mail"), "email|e mail|mail|posta elettronica"),
            Target("website", _("Web page"), "sito|sito web|pagina web|website|url"),
            Target("capacity_note", _("How many people find room"), "posti|capienza|capacity"),
            Target("cost", _("Cost"), "costo|cost"),
            Target("place", _("Name of the place"), "sede|luogo|sportello|place|location"),
            _PLACE[0],
            Target("postcode", _("Postcode"), "cap|postcode|zip"),
            Target("city", _("Town"), "comune|citta|town|city"),
            *_PLACE[1:],
            *_DAYS,
        ),
        SheetRun.Kind.STOPS.value: (
            Target("service", _("Mobile unit"), "unita|unita mobile|servizio|mezzo|unit|service", True),
            Target("place", _("Place"), "luogo|fermata|posto|place|stop", True),
            *_PLACE,
            Target("weekday", _("Day of the week"), "giorno|giorno della settimana|weekday|day"),
            Target("only_on", _("Or only on"), "data|solo il|date|only on"),
            Target("starts", _("From"), "dalle|inizio|ora inizio|from|starts|start", True),
            Target("ends", _("To"), "alle|fine|ora fine|to|ends|end", True),
            Target("valid_from", _("First night"), "dal|valido dal|valid from"),
            Target("valid_until", _("Last night"), "al|fino al|valido fino al|valid until"),
        ),
    }.items()
}


def guess(kind: str, header: Iterable[str]) -> dict[str, str]:
    """Which column is what, by its name: number of the column -> target. Each target once."""
    by_name = {
        name: target.code
        for target in TARGETS[kind].values()
        for name in (*target.called.split("|"), target.code)
    }
    found: dict[str, str] = {}
    for number, name in enumerate(header):
        code = by_name.get(folded(name)) or by_name.get(folded(name).replace(" ", "_"))
        if code and code not in found.values():
            found[str(number)] = code
    return found
