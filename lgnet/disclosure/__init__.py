# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Statistical disclosure control: which cells of a table may leave, and the proof. No database, no domain word."""
