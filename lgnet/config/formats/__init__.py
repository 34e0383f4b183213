# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How days and hours are written, where the framework would write them as nobody in Italy does."""
