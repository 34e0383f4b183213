# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can go wrong with the embedded server, said so that the reader knows what to do next."""


class EmbeddedError(RuntimeError):
    """The embedded PostgreSQL cannot do what was asked; the message says why and what helps."""
