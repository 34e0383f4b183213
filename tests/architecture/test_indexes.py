# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each index is worth what it costs at every insert."""

import pytest
from django.db import connection

from tests.architecture.house import our_models

# Of two B-trees on whole columns, the shorter one says nothing where the longer one begins with its columns.
_BEGINNINGS = """
select short.indexrelid::regclass::text, long.indexrelid::regclass::text
from pg_index short join pg_index long using (indrelid)
join pg_class s on s.oid = short.indexrelid join pg_class l on l.oid = long.indexrelid
join pg_am a on a.oid = s.relam and a.oid = l.relam and a.amname = 'btree'
where short.indexrelid <> long.indexrelid and not short.indisunique
  and num_nulls(short.indpred, long.indpred, short.indexprs, long.indexprs) = 4
  and long.indkey::text || ' ' like short.indkey::text || ' %%'
  and long.indclass::text || ' ' like short.indclass::text || ' %%'
  and short.indrelid::regclass::text = any(%s)
"""


@pytest.mark.django_db
def test_no_index_repeats_the_beginning_of_another() -> None:
    ours = [model._meta.db_table for model in our_models()]
    with connection.cursor() as cursor:
        cursor.execute(_BEGINNINGS, [ours])
        assert cursor.fetchall() == []
