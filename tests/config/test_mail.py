# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Mail leaves by the server that the environment names, over TLS, with its account; a wrong setting is told."""

import datetime as dt
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.mail import get_connection, send_mail

from lgnet.config.env import WrongEnvironment
from lgnet.config.mail import CONSOLE, Mail, read_mail
from lgnet.config.mail import SMTP as SMTP_BACKEND
from lgnet.core.clock import now

NAMES = ("HOST", "PORT", "USER", "PASSWORD", "PASSWORD_FILE", "TLS", "FROM")


@pytest.fixture(autouse=True)
def _nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LGNET_HOME", str(tmp_path))
    monkeypatch.delenv("LGNET_EMAIL_BACKEND", raising=False)
    for name in NAMES:
        monkeypatch.delenv(f"LGNET_MAIL_{name}", raising=False)


def named(monkeypatch: pytest.MonkeyPatch, **values: str) -> Mail:
    for name, value in values.items():
        monkeypatch.setenv(f"LGNET_MAIL_{name}", value)
    return read_mail()


def test_without_a_server_letters_go_to_the_console_and_are_not_called_sent() -> None:
    mail = read_mail()

    assert (mail.backend, mail.is_sent) == (CONSOLE, False)


@pytest.mark.parametrize(("tls", "port"), [("starttls", 587), ("tls", 465), ("none", 25)])
def test_the_port_follows_from_the_way_of_tls(monkeypatch: pytest.MonkeyPatch, tls: str, port: int) -> None:
    assert named(monkeypatch, HOST="mail.example.org", FROM="a@example.org", TLS=tls).port == port


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"HOST": "h"}, "LGNET_MAIL_FROM"),
        ({"HOST": "h", "FROM": "a@b.it", "TLS": "ssl"}, "starttls, tls, none"),
        ({"HOST": "h", "FROM": "a@b.it", "TLS": "none", "USER": "u"}, "in clear"),
        ({"HOST": "h", "FROM": "a@b.it", "USER": "u"}, "LGNET_MAIL_PASSWORD_FILE"),
        ({"HOST": "h", "FROM": "a@b.it", "PORT": "smtp"}, "whole number"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, values: dict[str, str], told: str) -> None:
    with pytest.raises(WrongEnvironment, match=told):
        named(monkeypatch, **values)


class Mailbox:
    """What the server received, and who had logged in."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, list[str], str]] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert session.ssl is not None and session.authenticated
        content = envelope.content
        assert isinstance(content, bytes) and envelope.mail_from is not None
        self.letters.append((envelope.mail_from, list(envelope.rcpt_tos), content.decode()))
        return "250 OK"


def authenticated(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
) -> AuthResult:
    return AuthResult(success=(data.login, data.password) == (b"lgnet", b"a long secret"), handled=False)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of 127.0.0.1 that signs itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "a mail server of the tests")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now() - dt.timedelta(days=1))
        .not_valid_after(now() + dt.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def mailbox(certificate: Path) -> Iterator[tuple[Mailbox, int]]:
    """A mail server that wants TLS and a password, and its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    box = Mailbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(
        box, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True, auth_required=True,
        authenticator=authenticated,
    )  # fmt: skip
    server.start()
    yield box, port
    server.stop()


def sent_by(mail: Mail) -> int:
    way = get_connection(
        mail.backend, host=mail.host, port=mail.port, username=mail.user, password=mail.password,
        use_tls=mail.tls == "starttls", timeout=5,
    )  # fmt: skip
    return send_mail("Ciao", "Sei invitata", mail.sender, ["anna@example.org"], connection=way)


def test_a_letter_leaves_over_tls_with_the_password_of_a_file(
    mailbox: tuple[Mailbox, int], certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, port = mailbox
    (tmp_path / "password").write_text("a long secret\n")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    mail = named(
        monkeypatch, HOST="127.0.0.1", PORT=str(port), USER="lgnet", PASSWORD_FILE=str(tmp_path / "password"),
        FROM="LGNET <lgnet@example.org>",
    )  # fmt: skip

    assert mail.backend == SMTP_BACKEND and sent_by(mail) == 1

    ((sender, readers, content),) = box.letters
    assert (sender, readers) == ("lgnet@example.org", ["anna@example.org"])
    assert "Sei invitata" in content


def test_a_server_whose_certificate_nobody_vouches_for_gets_nothing(
    mailbox: tuple[Mailbox, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    box, port = mailbox
    mail = named(
        monkeypatch, HOST="127.0.0.1", PORT=str(port), USER="lgnet", PASSWORD="a long secret", FROM="a@b.it"
    )

    with pytest.raises(ssl.SSLCertVerificationError):
        sent_by(mail)

    assert not box.letters
