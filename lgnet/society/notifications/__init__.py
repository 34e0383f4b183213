# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told by mail: visitors in their language, and staff. Called after the change is committed."""
