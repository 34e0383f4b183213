# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The checker: looks at a PDF, a picture, a drawing or a page of ours, and says for each rule what can be said."""

from lgnet.mediakit.seeing.looking import Looked, Page, look, look_at_page

__all__ = ["Looked", "Page", "look", "look_at_page"]
