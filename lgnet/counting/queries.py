# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What other rooms ask of the facts, as SQL to put into questions of their own."""


def stands(fact: str = "f") -> str:
    """SQL: whether a fact says something and was not taken back. `fact`: its name in the question."""
    return (
        f"{fact}.weight = 1"
        f" and not exists (select from counting_countingfact g where g.corrects_id = {fact}.id)"
    )
