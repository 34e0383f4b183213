# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a drawn product is meant to show, and which rules it therefore keeps and breaks.

Both drawing programs take a `Case`; how they draw it is their own affair, so that what works for one need not for
the other.
"""

from dataclasses import dataclass
from random import Random

WORDS = {
    "it": "Cofinanziato dall’Unione europea", "en": "Co-funded by the European Union",
    "fr": "Cofinancé par l’Union européenne", "es": "Cofinanciado por la Unión Europea",
    "de": "Kofinanziert von der Europäischen Union", "sl": "Sofinancira Evropska unija",
}  # fmt: skip
SHORT = ("Cofinanziato dall’UE", "Co-funded by the EU", "Finanziato UE", "Funded by EU")
# Faults, each with the rule that it breaks. «alike» are other flags and marks with stars: there is no emblem at all.
FAULTS = {
    "turned": "VIS-5", "covered": "VIS-5", "star_gone": "VIS-5", "upside_down": "VIS-5", "larger_mark": "VIS-5",
    "stretched": "VIS-6", "wrong_blue": "VIS-6", "wrong_stars": "VIS-6", "no_border": "VIS-6", "in_blue": "VIS-6",
    "small": "VIS-1", "none": "VIS-1", "alike": "VIS-1", "short_words": "VIS-2", "no_words": "VIS-2",
    "wrong_colour": "VIS-4", "wrong_face": "VIS-3",
}  # fmt: skip
GOOD = ("plain", "plain", "plain", "bordered", "mono_blue", "mono_black", "photo", "two_lines")
WAYS = ("", "scan", "photo", "screen", "packed", "tiny")
TOLD = ("VIS-1", "VIS-2", "VIS-3", "VIS-4", "VIS-5", "VIS-6")


@dataclass(frozen=True)
class Case:
    """One product: its look, its fault where it has one, how the file was treated."""

    look: str
    fault: str
    language: str
    share: float  # of the shorter side that the emblem takes in height
    quality: int  # of the JPEG; 0 is a PNG
    seed: int
    worn: str = ""  # how the picture reached us: as it was made, or one of WAYS

    @property
    def truth(self) -> dict[str, str]:
        """For each rule met or broken; where there is no emblem only that is asked."""
        broken = FAULTS.get(self.fault, "")
        if broken == "VIS-1" and self.fault != "small":
            return {"VIS-1": "broken"}
        found = {rule: "broken" if rule == broken else "met" for rule in TOLD}
        if broken == "VIS-2":  # without the sentence there is no face and no colour of it
            del found["VIS-3"], found["VIS-4"]
        return found


def cases(count: int, seed: int, ways: tuple[str, ...] = ("",)) -> list[Case]:
    """Half good, half with one fault each, every fault about as often as any other, in the ways in turn."""
    random, found = Random(seed), []
    faults = list(FAULTS)
    for n in range(count):
        fault = "" if n % 2 else faults[(n // 2) % len(faults)]
        look = random.choice(GOOD) if not fault else random.choice(("plain", "plain", "two_lines"))
        if fault == "no_border":
            look = "coloured"
        share = random.uniform(0.015, 0.032) if fault == "small" else random.uniform(0.08, 0.24)
        quality = random.choice((0, 0, 92, 80, 65, 45))
        way = ways[n // 2 % len(ways)]
        found.append(
            Case(look, fault, random.choice(list(WORDS)), share, quality, random.randrange(10**9), way)
        )
    return found
