# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Real stories in real Chromium, by keyboard where people use it, with axe on each screen."""
