# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Italian: no nought before a day."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y H:i"
