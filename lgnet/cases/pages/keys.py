# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The address of the next page of a list, with what it is narrowed down to."""

import datetime as dt
import uuid
from urllib.parse import urlencode

from django.http import QueryDict

from lgnet.core import places


def next_address(asked: QueryDict, moment: dt.datetime, row: uuid.UUID) -> str:
    """The query of the next page, with the same filters."""
    kept = {name: value for name, value in asked.items() if name != "after"}
    return "?" + urlencode(kept | {"after": places.written(moment, row)})
