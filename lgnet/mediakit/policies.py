# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with an asset, a product or a proof. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import today
from lgnet.core.rowsecurity import DbRole
from lgnet.mediakit.models import Kind, Product, Version
from lgnet.mediakit.models import Verdict as Found
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

STATE = Version.State


def is_nation(by: Worker) -> bool:
    """Whether somebody works for the whole network rather than for a partner."""
    return by.role.db_role == DbRole.NATIONAL


def keep(by: Worker) -> Verdict:
    """Add assets, make products, have something looked at."""
    if not by.may(Permission.MEDIA_KEEP):
        return no(_("The communications officer or the coordinator does this."))
    return yes


add = make = check = keep


def _own(by: Worker, partner_id: object) -> Verdict:
    return yes if partner_id == by.partner_id else no(_("This is another body's."))


def edit(by: Worker, version: Version) -> Verdict:
    """Change a draft or throw it away."""
    if version.state != STATE.DRAFT:
        return no(_("What was published is never changed: make a new version."))
    return _own(by, version.partner_id) and keep(by)


throw_away = edit


def publish(by: Worker, version: Version) -> Verdict:
    """Show it to everybody."""
    may = edit(by, version)
    if may and not version.eu_licence_ok:
        return no(
            _("Whoever holds the rights must allow the Union to use it too (art. 49(6)): without that it is not"
              " published.")
        )  # fmt: skip
    if may and version.shows_people and not version.release_stored_as:
        return no(_("People can be recognised: add the release that they signed."))
    if may and version.shows_people and version.release_until and version.release_until < today():
        return no(_("The release of the people in it has run out."))
    return may


def new_version(by: Worker, version: Version, *, is_at_work: bool) -> Verdict:
    """Begin the next version; the present one holds until then."""
    if version.state == STATE.DRAFT or is_at_work:
        return no(_("The next version is being prepared already."))
    return _own(by, version.partner_id) and keep(by)


def withdraw(by: Worker, version: Version) -> Verdict:
    """Take it from the public, for good; it stays for the record."""
    if version.state != STATE.PUBLISHED:
        return no(_("Only what is published is withdrawn."))
    return _own(by, version.partner_id) and keep(by)


def stand_for_the_body(by: Worker, version: Version) -> Verdict:
    """Let a logo stand for its body on the public site, or no longer."""
    if version.asset.kind != Kind.LOGO or version.asset.shipped_as or version.state != STATE.PUBLISHED:
        return no(_("Only a logo of your own body that is published stands for it."))
    return _own(by, version.partner_id) and keep(by)


def work_on(by: Worker, product: Product) -> Verdict:
    """Say where a product is shown, prove it, have it checked."""
    if product.ended_at is not None:
        return no(_("This product is no longer shown: it stays as it was."))
    return _own(by, product.partner_id) and keep(by)


end = prove = work_on


def offer(by: Worker, product: Product) -> Verdict:
    """Let everybody take it: only what has a file and keeps the rules."""
    if not product.digest or product.verdict != Found.PASSED:
        return no(
            _("Only a product whose file keeps the rules is offered to everybody: have it checked first.")
        )
    return work_on(by, product)


def restore(by: Worker, product: Product) -> Verdict:
    """Undo its end."""
    if product.ended_at is None:
        return no(_("This product is still shown."))
    return _own(by, product.partner_id) and keep(by)
