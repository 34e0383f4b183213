# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of the data's quality. Rows of other partners do not exist here (row security)."""

from lgnet.quality.queries.reportability import not_reportable, reasons_of, reportability

__all__ = ["not_reportable", "reasons_of", "reportability"]
