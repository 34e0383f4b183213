# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Short codes by which the nation speaks of a counted person: the same person has the same code in every list.

A code is 40 bits of a digest of the pseudonym. It can be read over the telephone; only the partner, which holds the
person's file, knows who that is. Two of a million people share one more often than not somewhere: it names somebody
in a list, it is no key.
"""

import hashlib

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def short_code(pseudonym: bytes) -> str:
    """Such as "7K2M-4QXN"."""
    bits = int.from_bytes(hashlib.sha256(b"counted person\0" + pseudonym).digest()[:5], "big")
    letters = "".join(_CROCKFORD[(bits >> shift) & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"
