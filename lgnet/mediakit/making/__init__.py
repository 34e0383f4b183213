# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The generator: a layout in millimetres, checked against the rules before it is drawn."""
