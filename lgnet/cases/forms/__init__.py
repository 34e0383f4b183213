# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people type about intakes and cases, read into values. Labels and help texts live here."""
