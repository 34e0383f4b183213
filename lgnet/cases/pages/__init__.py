# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each page of intakes and cases shows: one frozen dataclass and its builder a page."""
