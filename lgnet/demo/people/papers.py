# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers on somebody's papers, and the telephone. Formally right, of no document that exists."""

from datetime import date, timedelta

from lgnet.demo.people import codes
from lgnet.demo.people.model import Birth, Identifier, Name, Stay
from lgnet.demo.people.tables import Draw

NEEDS_STP = frozenset({"IRR", "SCA", "NDR"})
HAS_TAX_CODE = {
    "IRR": 0.06,
    "NDR": 0.15,
    "SCA": 0.7,
    "RIA": 0.45,
    "RIC": 0.7,
    "RSC": 0.5,
    "MIN": 0.5,
}
ASYLUM = frozenset({"RIA", "RSC"})


class Issuer:
    """Gives out codes; remembers the tax codes given, so that the next namesake gets the homonym's form."""

    def __init__(self, draw: Draw, today: date) -> None:
        self._draw = draw
        self._today = today
        self._given: dict[str, int] = {}

    def tax_code(self, name: Name, sex: str, born: date, place: str) -> str:
        """A tax code that nobody else has here."""
        code = codes.tax_code(name.family, name.given, sex, born, place)
        steps = self._given.get(code, 0)
        self._given[code] = steps + 1
        return codes.homonym(code, steps) if 0 < steps <= 7 else code

    def papers(
        self,
        number: int,
        name: Name,
        sex: str,
        birth: Birth,
        place: str,
        region: str,
        stays: tuple[Stay, ...],
    ) -> tuple[Identifier, ...]:
        """What somebody with this status of stay can show; for some, nothing."""
        draw, stay = self._draw, stays[-1]
        found: list[Identifier] = []
        if draw() < HAS_TAX_CODE.get(stay.code, 0.88):
            if stay.code in ASYLUM and draw() < 0.5:
                found.append(
                    Identifier(
                        "provisional_tax_code",
                        codes.provisional_tax_code(9_100_000 + number),
                    )
                )
            elif birth.on is not None and birth.precision == "day" and sex in ("M", "F"):
                found.append(Identifier("tax_code", self.tax_code(name, sex, birth.on, place)))
        if stay.code in NEEDS_STP and draw() < 0.45:
            begun = self._today - timedelta(days=int(min(260, (self._today - stay.valid_from).days) * draw()))
            found.append(Identifier("stp", codes.stp(region, number), begun, begun + timedelta(days=182)))
        if stay.document == "permit" and draw() < 0.86:
            value = f"I{(number * 7919 + 10_000_019) % 100_000_000:08}"
            found.append(Identifier("residence_permit", value, stay.valid_from, stay.expires_on))
        elif stay.document in ("receipt_first", "receipt_renewal") and draw() < 0.9:
            value = f"0{(number * 104_729 + 61_000_000_003) % 100_000_000_000:011}"
            found.append(Identifier("permit_receipt", value, stay.valid_from))
        if draw() < (0.2 if stay.code in ASYLUM else 0.5):
            found.append(_passport(draw, number, birth, stay.valid_from))
        return tuple(found)


def telephone(draw: Draw, number: int) -> str:
    """A mobile number under 300, a code given to no operator; a few keep a foreign-looking or no number."""
    return f"+39 300 {(number * 7919 + 3_141_593) % 10_000_000:07}" if draw() < 0.8 else ""


def _passport(draw: Draw, number: int, birth: Birth, seen: date) -> Identifier:
    issued = seen - timedelta(days=int(1800 * draw()))
    if birth.on is not None:
        issued = max(issued, birth.on)
    return Identifier(
        "passport",
        f"{birth.country}{(number * 15_485_863 + 5_000_011) % 10_000_000:07}",
        issued,
        issued + timedelta(days=3652),
    )
