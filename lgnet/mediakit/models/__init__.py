# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables of the media kit."""

from lgnet.mediakit.models.asset import Asset, Kind, Licence, Rendition, Version
from lgnet.mediakit.models.product import Check, Product, ProductKind, Proof, Verdict

__all__ = [
    "Asset",
    "Check",
    "Kind",
    "Licence",
    "Product",
    "ProductKind",
    "Proof",
    "Rendition",
    "Verdict",
    "Version",
]
