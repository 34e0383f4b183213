# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A certificate on paper, with the code that proves it and the same as a square code for telephones."""

from decimal import Decimal

import qrcode
import qrcode.image.svg
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from lgnet.recognition.models import Certificate
from lgnet.ui import paper


def check_address(code: str) -> str:
    """Where anybody checks a certificate."""
    return f"{settings.SITE_ADDRESS}/verify/{code}"


def on_paper(certificate: Certificate, *, language: str) -> bytes:
    """The certificate as tagged PDF (PDF/UA-1)."""
    with override(language):
        return paper.render(
            "recognition/paper/certificate.typ", _data(certificate, language), language=language
        )


def _data(one: Certificate, language: str) -> dict[str, object]:
    address = check_address(one.code)
    return {
        "issuer": one.body_name,
        "title": _("Certificate of attendance"),
        "says": _("It is certified that"),
        "name": one.holder_name,
        "did": _("took part in the course"),
        "course": one.course_title,
        "facts": [{"label": label, "value": value} for label, value in _facts(one, language) if value],
        "signed": one.signatory,
        "signed_as": one.signatory_role,
        "issued": _("Issued on %(day)s") % {"day": f"{one.issued_at:%d/%m/%Y}"},
        "code_label": _("Code"),
        "code": one.code,
        "check": _("Anybody can check this certificate at %(address)s") % {"address": address},
        "qr": square_code(address),
        "qr_words": _("Square code that leads to %(address)s") % {"address": address},
        "warning": _("Revoked: this certificate stands no more") if one.revoked_at else "",
    }


def _facts(one: Certificate, language: str) -> list[tuple[str, str]]:
    days = f"{one.starts_on:%d/%m/%Y} – {one.ends_on:%d/%m/%Y}"
    hours = _("%(attended)s of %(planned)s") % {
        "attended": number(one.hours_attended, language),
        "planned": number(one.hours_planned, language),
    }
    return [
        (_("Partner"), one.partner.name),
        (_("Code of the course"), one.course_code),
        (_("Days"), days if one.starts_on != one.ends_on else f"{one.starts_on:%d/%m/%Y}"),
        (_("How it was held"), str(Certificate.Mode(one.mode).label)),
        (_("Hours attended"), hours),
        (_("Final test"), str(Certificate.Outcome(one.outcome).label)),
        (_("Credits"), _credits(one, language)),
        (_("Number of the accreditation"), one.accreditation),
    ]


def _credits(one: Certificate, language: str) -> str:
    if not one.credits or one.scheme is None:
        return ""
    text = f"{number(one.credits, language)} ({one.scheme.label(language)})"
    if one.special_credits:
        special = number(one.special_credits, language)
        text = f"{text}, " + _("of which %(n)s: %(what)s") % {
            "n": special,
            "what": one.scheme.special(language),
        }
    return text


def number(value: Decimal, language: str) -> str:
    """Without zeros that say nothing, with the comma where one is written."""
    plain = f"{value.normalize():f}"
    return plain.replace(".", ",") if language.startswith("it") else plain


def square_code(address: str) -> str:
    """A QR code (ISO/IEC 18004) as SVG, black on white."""
    code = qrcode.QRCode(border=2, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(address)
    drawn = code.make_image(image_factory=qrcode.image.svg.SvgPathFillImage)
    return str(drawn.to_string(encoding="unicode"))
