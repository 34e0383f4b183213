# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first rows of a long ordered list, with what they point to."""

from typing import TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def first_rows(rows: QuerySet[M], limit: int) -> list[M]:
    """The first rows in the order of the queryset, with everything its `select_related` names. One query.

    PostgreSQL takes the condition of row security on each joined table for a strong one, expects few rows to be
    left, and reads the whole list before it sorts. Keys chosen without the joined tables come from the index in
    order, and it stops after `limit` of them.
    """
    keys = rows.select_related(None).values("pk")[:limit]
    found: QuerySet[M] = QuerySet(rows.model).filter(pk__in=keys).order_by(*rows.query.order_by)
    found.query.select_related = rows.query.select_related
    return list(found)
