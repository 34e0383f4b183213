# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Clients and formats of outside systems. They know protocols and files, never our domains."""
