# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of directives and of the common catalogue. What was not issued to a partner does not exist for it."""
