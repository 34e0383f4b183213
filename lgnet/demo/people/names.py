# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names by culture: who shares what with whom in a family, which spelling a document has, the native form."""

from lgnet.demo.people.model import Name
from lgnet.demo.people.tables import Culture, Draw, Spelled, pick

NativeName = tuple[Spelled, Spelled | None, Spelled | None]  # given, family, second family


def own_name(draw: Draw, culture: Culture, sex: str) -> NativeName:
    """The name of somebody without relatives here."""
    given = pick(draw, culture.given[sex])
    if draw() < culture.single:
        return given, None, None
    family = pick(draw, culture.family[sex])
    second = pick(draw, culture.family[sex]) if culture.naming == "double" else None
    return given, family, second


def partner_name(draw: Draw, culture: Culture, sex: str, of: NativeName) -> NativeName:
    """The name of a spouse: the same family name only where people change it."""
    given, family, second = own_name(draw, culture, sex)
    if culture.naming == "gendered" and of[1] is not None:
        family = _other_form(culture, of[1], sex)
    elif culture.naming == "western" and of[1] is not None and draw() < 0.4:
        family = of[1]
    return given, family, second


def child_name(draw: Draw, culture: Culture, sex: str, parents: list[NativeName]) -> NativeName:
    """The name of a child: the father's given name, both family names or one, as the culture does."""
    given = pick(draw, culture.given[sex])
    first = parents[0]
    if culture.naming == "patronymic":
        return given, first[0], None
    if culture.naming == "double":
        return given, first[1], parents[-1][1] if len(parents) > 1 else first[2]
    if culture.naming == "separate":
        shared = first[1] if first[1] in culture.family[sex] else pick(draw, culture.family[sex])
        return given, shared, None
    if culture.naming == "gendered" and first[1] is not None:
        return given, _other_form(culture, first[1], sex), None
    return given, first[1], None


def written(draw: Draw, culture: Culture, name: NativeName) -> Name:
    """The name as the document shown has it: one of its spellings, the native form for most who have one."""
    given, family, second = name
    latin_family = _spelling(draw, family) if family else ""
    if second:
        latin_family = f"{latin_family} {_spelling(draw, second)}"
    native = ""
    if given[1] and draw() < 0.72:
        family_native = family[1] if family else ""
        if culture.naming == "family_first":
            native = family_native + given[1]
        else:
            native = f"{given[1]} {family_native}" if family_native else given[1]
    latin_given = _spelling(draw, given)
    known_as = ""
    if draw() < 0.07:
        known_as = latin_given.split()[0].split("-")[0][: 3 + int(draw() * 3)].title()
    return Name(
        latin_given,
        latin_family,
        native,
        culture.script if native else "Latn",
        known_as,
    )


def _spelling(draw: Draw, spelled: Spelled) -> str:
    spellings = spelled[0]
    return spellings[0] if len(spellings) == 1 or draw() < 0.6 else pick(draw, spellings)


def _other_form(culture: Culture, family: Spelled, sex: str) -> Spelled:
    for forms in culture.family.values():
        if family in forms:
            return culture.family[sex][forms.index(family)]
    return family
