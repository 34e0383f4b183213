# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the media kit ships: the network's own marks and colours, the emblem with its sentence, the face for it.

Marks of real bodies (ministry, associations, municipalities) are not ours to draw: the national officer uploads them.
"""

from dataclasses import dataclass
from pathlib import Path

from lgnet.mediakit.making.sentences import LANGUAGES, OFFICIAL
from lgnet.mediakit.models import Kind, Licence
from lgnet.ui.paper.legible import FONTS

DATA = Path(__file__).parent / "data"
NETWORK, UNION = "Rete LGNET", "Unione europea"


@dataclass(frozen=True, slots=True)
class ShippedAsset:
    """An asset of the package: its lasting name, its file, what is said of it."""

    code: str
    path: Path
    kind: Kind
    title: str
    alt: str
    licence: Licence
    rights_holder: str
    credit: str = ""


def _lockup(language: str, sentence: str, variant: str = "", words: str = "") -> ShippedAsset:
    name = f"eu-cofunded-{language}{variant}"
    return ShippedAsset(
        name, DATA / f"{name}.svg", Kind.LOGO, f"Emblema UE con la frase, {LANGUAGES[language]}{words}",
        f"Emblema dell’Unione europea con accanto la frase «{sentence}»{words}", Licence.EU_EMBLEM, UNION,
        "Unione europea",
    )  # fmt: skip


def assets() -> tuple[ShippedAsset, ...]:
    """Every asset of the package; the first is shown last."""
    italian = OFFICIAL["it"]
    return (
        ShippedAsset(
            "ubuntu", FONTS / "ubuntu-400.ttf", Kind.FONT, "Carattere Ubuntu",
            "Il carattere della frase accanto all’emblema: uno degli otto che il regolamento ammette",
            Licence.UBUNTU, "Canonical Ltd.", "Ubuntu Font Family © Canonical Ltd.",
        ),
        ShippedAsset(
            "palette", DATA / "palette.svg", Kind.PALETTE, "Colori",
            "Blu riflesso #003399 e giallo #FFCC00 dell’Unione; blu #0066cc, inchiostro #17324d e bianco della rete",
            Licence.CC0, NETWORK,
        ),
        *(_lockup(language, OFFICIAL[language]) for language in reversed(list(OFFICIAL)) if language != "it"),
        _lockup("it", italian, "-black", ", in nero"),
        _lockup("it", italian, "-on-colour", ", su fondo colorato"),
        _lockup("it", italian),
        ShippedAsset(
            "lgnet-mark", DATA / "lgnet-mark.svg", Kind.LOGO, "Segno LGNET",
            "Quattro punti legati a un centro: il segno della rete", Licence.MARK, NETWORK,
        ),
        ShippedAsset(
            "lgnet-wordmark", DATA / "lgnet-wordmark.svg", Kind.LOGO, "Marchio LGNET",
            "Il segno della rete con accanto la scritta LGNET", Licence.MARK, NETWORK,
        ),
    )  # fmt: skip
