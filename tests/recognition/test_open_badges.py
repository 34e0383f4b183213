# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A holder takes a certificate as an Open Badge 3.0: others’ readers accept it, and see when it is revoked."""

import copy
import hashlib
import json
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from openbadgeslib.ob3.status import decode_encoded_list
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.recognition import actions, jobs, openbadge
from lgnet.recognition.models import Badge, IssuerKey
from tests.factories.recognition import a_badge, a_certificate, revoked
from tests.world import World

Browser = Callable[[Worker], Client]


def served(address: str) -> bytes:
    """What the platform serves to a stranger at an address that a badge names."""
    path = "/" + address.split("/", 3)[3]
    response = Client().get(path)
    assert response.status_code == 200, path
    return bytes(response.content)


def public_key(token: str) -> Any:
    """The key that a badge names, fetched where it says, as PyJWT reads it."""
    header = jwt.get_unverified_header(token)
    return jwt.PyJWK.from_json(served(header["kid"]).decode()).key


def verifier(token: str) -> OB3Verifier:
    """The verifier of openbadgeslib with that key."""
    return OB3Verifier(pubkey_pem=public_key(token))


def test_two_readers_of_others_accept_the_signature_and_the_structure(world: World) -> None:
    certificate = a_certificate(world)
    token = a_badge(world.anna, certificate).token

    claims = jwt.decode(token, public_key(token), algorithms=["EdDSA"])
    read = verifier(token).verify(token, check_status=True, download=served)

    assert jwt.get_unverified_header(token)["alg"] == "EdDSA"
    assert claims["iss"] == claims["issuer"]["id"] == read.issuer.id
    assert claims["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert claims["credentialSubject"]["achievement"]["name"] == "La presa in carico"
    assert json.loads(served(read.issuer.id))["id"] == read.issuer.id


def test_a_badge_that_was_changed_or_signed_by_another_is_refused(world: World) -> None:
    token = a_badge(world.anna, a_certificate(world)).token
    head, body, signature = token.split(".")
    forged = copy.copy(body[:-4] + ("AAAA" if body[-4:] != "AAAA" else "BBBB"))

    for wrong in (f"{head}.{forged}.{signature}", f"{head}.{body}.{signature[:-6]}AAAAAA"):
        with pytest.raises(OB3VerificationError):
            verifier(token).verify(wrong)
    other = jwt.PyJWK.from_dict(
        {
            "kty": "OKP",
            "crv": "Ed25519",
            "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
        }  # RFC 8037, appendix A
    ).key
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(token, other, algorithms=["EdDSA"])


def test_revoked_it_is_refused_by_whoever_reads_the_list(world: World) -> None:
    certificate = a_certificate(world)
    token = a_badge(world.anna, certificate).token
    still = a_badge(world.bruno, a_certificate(world, world.bruno, code="M2")).token
    revoked(world, certificate)

    with pytest.raises(OB3VerificationError, match="revocation"):
        verifier(token).verify(token, check_status=True, download=served)
    assert verifier(still).verify(still, check_status=True, download=served)


@given(st.sets(st.integers(0, openbadge.STATUS_BITS - 1), max_size=30))
def test_the_list_of_revoked_badges_is_read_back_by_others(revoked_ones: set[int]) -> None:
    bits = decode_encoded_list(openbadge.bits(revoked_ones))

    assert len(bits) * 8 == openbadge.STATUS_BITS
    assert {n for n in revoked_ones if bits[n // 8] & 0x80 >> n % 8} == revoked_ones
    assert sum(bin(byte).count("1") for byte in bits) == len(revoked_ones)


def test_it_tells_less_than_the_certificate(world: World) -> None:
    badge = a_badge(world.anna, a_certificate(world))
    claims = jwt.decode(badge.token, options={"verify_signature": False})
    said = json.dumps(claims, ensure_ascii=False)
    identity = claims["credentialSubject"]["identifier"][0]

    for hidden in (
        "Parodi",
        "anna@",
        "Genova",
        "Moretti",
        badge.certificate.code,
        str(world.anna.user.pk),
        "100",
    ):
        assert hidden not in said, hidden
    name = f"Anna Parodi{identity['salt']}".encode()
    assert identity["identityHash"] == f"sha256${hashlib.sha256(name).hexdigest()}"
    assert claims["credentialSubject"]["creditsEarned"] == 3


def test_only_its_holder_takes_it_and_once(world: World, browser: Browser) -> None:
    certificate = a_certificate(world)
    address = f"/recognition/certificates/{certificate.pk}/badge/"
    anna = browser(world.anna)
    assert anna.get(address).status_code == 404, "nobody who did not ask for one has one"
    for _time in (1, 2):
        assert anna.post(f"{address}take/").status_code == 302
    first = anna.get(address)

    assert first.status_code == 200 and first.headers["Content-Type"] == "application/vc+jwt"
    with acting_as(world.anna.actor()):
        assert Badge.objects.get().token == first.content.decode()
    assert browser(world.carla).post(f"{address}take/").status_code == 404
    with acting_as(world.ugo.actor()):
        assert not Badge.objects.exists(), "the nation issues certificates and reads no badge"
        with pytest.raises(Refused):
            actions.take_badge(by=world.ugo, certificate=certificate)


def test_a_new_key_signs_from_then_on_and_what_the_old_one_signed_stays_valid(world: World) -> None:
    before = a_badge(world.anna, a_certificate(world)).token
    with acting_as(world.ugo.actor()):
        actions.replace_key(by=world.ugo)
    after = a_badge(world.bruno, a_certificate(world, world.bruno, code="M2")).token

    kids = [jwt.get_unverified_header(token)["kid"] for token in (before, after)]
    published = json.loads(served("http://x/recognition/keys.json"))["keys"]
    assert kids[0] != kids[1] and {key["kid"] for key in published} == set(kids)
    assert not [key for key in published if "d" in key], "no private half"
    for token in (before, after):
        assert verifier(token).verify(token)


def test_the_list_is_signed_anew_each_night_by_a_job(world: World) -> None:
    a_badge(world.anna, a_certificate(world))
    before = served("http://x/recognition/status/1")
    jobs.renew()
    after = served("http://x/recognition/status/1")
    read = jwt.decode(after.decode(), public_key(after.decode()), algorithms=["EdDSA"])

    assert (
        read["credentialSubject"]["statusPurpose"] == "revocation" and read["validUntil"] > read["validFrom"]
    )
    assert before.split(b".")[0] == after.split(b".")[0]


def test_the_private_half_lies_wrapped_in_the_database(world: World) -> None:
    a_certificate(world)
    with acting_as(Actor(DbRole.WORKER)):
        key = IssuerKey.objects.get()
    assert len(bytes(key.wrapped)) == 12 + 32 + 16, "nonce, key, tag"
