# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sizes in which pictures of the site are shown."""

CARD, WIDE = "fill-600x340|format-webp|webpquality-78", "width-1000|format-webp|webpquality-78"
