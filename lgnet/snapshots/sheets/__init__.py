# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sheets for FAMI 2.0: which columns there are, which a sheet has, what stands in them.

No import format of FAMI 2.0 is public: the form of a sheet is data, set by the direction for each edition.
"""
