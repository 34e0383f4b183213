# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command that the benchmark starts for each process that writes people: `lgnet bench` calls it.

Models can be imported only once Django is set up, so the writing itself (`bench.seeding`) is loaded after it.
"""

import importlib
import sys

import django


def main(arguments: list[str]) -> None:
    """`prepare`, or `write SIZE PART PARTS`."""
    django.setup()
    seeding = importlib.import_module("bench.seeding")
    if arguments[0] == "prepare":
        seeding.prepare()
    else:
        seeding.write(*(int(argument) for argument in arguments[1:]))


if __name__ == "__main__":
    main(sys.argv[1:])
