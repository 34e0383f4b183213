# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The face: page frame, components, forms, and the rendering of pages and fragments. No domain word in it."""
