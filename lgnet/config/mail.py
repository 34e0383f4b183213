# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How mail leaves: by the server that LGNET_MAIL_* name or, where none is named, to the console.

A password never travels in clear: without TLS only a server that asks for none is accepted.
"""

from dataclasses import dataclass

from lgnet.config import env

CONSOLE = "django.core.mail.backends.console.EmailBackend"
SMTP = "django.core.mail.backends.smtp.EmailBackend"
PORTS = {"starttls": 587, "tls": 465, "none": 25}


@dataclass(frozen=True)
class Mail:
    """The way out. `is_sent`: a server is named, so letters reach their readers."""

    backend: str
    sender: str
    is_sent: bool
    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    tls: str = "none"


def read_mail() -> Mail:
    """The way out as the environment names it. Raises `WrongEnvironment`."""
    host = env.text("LGNET_MAIL_HOST", default="")
    if not host:
        backend = env.text("LGNET_EMAIL_BACKEND", default=CONSOLE)
        sender = env.text("LGNET_MAIL_FROM", default="lgnet@localhost")
        return Mail(backend, sender, is_sent=False)
    tls = env.text("LGNET_MAIL_TLS", default="starttls").lower()
    if tls not in PORTS:
        raise env.WrongEnvironment(f"LGNET_MAIL_TLS={tls!r} is not one of: {', '.join(PORTS)}.")
    user = env.text("LGNET_MAIL_USER", default="")
    if user and tls == "none":
        raise env.WrongEnvironment(
            "LGNET_MAIL_TLS=none would send the password of LGNET_MAIL_USER in clear: use starttls or tls."
        )
    return Mail(
        SMTP,
        env.text("LGNET_MAIL_FROM", example="LGNET <lgnet@example.org>"),
        is_sent=True,
        host=host,
        port=env.integer("LGNET_MAIL_PORT", default=PORTS[tls], minimum=1, example="587"),
        user=user,
        password=env.secret("LGNET_MAIL_PASSWORD") if user else "",
        tls=tls,
    )
