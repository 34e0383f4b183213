# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every permission and every role on one page, for a data-protection officer to read.

A permission says what somebody may do at all; a policy says whether they may do it to this thing now;
row security says which things exist for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.core.rowsecurity import DbRole


class Permission(StrEnum):
    """What can be done. Names are `<thing>.<verb>`."""

    CONTACT_RECORD = "contact.record"
    PERSON_SEE = "person.see"
    PERSON_REGISTER = "person.register"
    PERSON_IMPORT = "person.import"
    PERSON_EXPORT = "person.export"
    INTAKE_SCREEN = "intake.screen"
    CASE_SEE = "case.see"
    CASE_OPEN = "case.open"
    CASE_WORK = "case.work"
    CASE_ASSIGN = "case.assign"
    CASE_CLOSE = "case.close"
    INTERVENTION_RECORD = "intervention.record"
    SPECIAL_SEE = "special.see"
    QUEUE_SEE = "queue.see"
    TEAM_SEE = "team.see"
    MEMBERS_MANAGE = "members.manage"
    AUDIT_SEE = "audit.see"
    FIGURES_PARTNER = "figures.partner"
    FIGURES_NATION = "figures.nation"
    TARGETS_SET = "targets.set"
    NETWORK_MANAGE = "network.manage"
    QUALITY_SEE = "quality.see"
    EVIDENCE_SEE = "evidence.see"
    REPORT_WRITE = "report.write"
    REPORT_SUBMIT = "report.submit"
    REPORT_VALIDATE = "report.validate"
    SNAPSHOT_TAKE = "snapshot.take"
    DIRECTIVE_READ = "directive.read"
    DIRECTIVE_ANSWER = "directive.answer"
    DIRECTIVE_ISSUE = "directive.issue"
    EXCHANGE_PART = "exchange.part"
    EXCHANGE_MODERATE = "exchange.moderate"
    OPEN_DATA_RELEASE = "open_data.release"
    EXAM_TAKE = "exam.take"
    EXAM_KEEP = "exam.keep"
    CREDIT_KEEP = "credit.keep"
    CERTIFICATE_ISSUE = "certificate.issue"
    TRAINING_ATTEND = "training.attend"
    TRAINING_APPROVE = "training.approve"
    TRAINING_FOLLOW = "training.follow"
    TRAINING_MANAGE = "training.manage"
    PRACTICE_READ = "practice.read"
    PRACTICE_WRITE = "practice.write"
    PRACTICE_DECIDE = "practice.decide"
    MEDIA_KEEP = "media.keep"
    MEDIA_FOLLOW = "media.follow"
    DIRECTORY_READ = "directory.read"
    DIRECTORY_EDIT = "directory.edit"
    DIRECTORY_PUBLISH = "directory.publish"
    EVENT_WRITE = "event.write"
    EVENT_PUBLISH = "event.publish"
    PUBLIC_ANSWER = "public.answer"
    PUBLIC_FOLLOW = "public.follow"
    SITE_WRITE = "site.write"
    SITE_PUBLISH = "site.publish"
    NEWSLETTER_SEND = "newsletter.send"
    API_TOKEN = "api.token"  # noqa: S105 - a permission, not a secret


P = Permission
# Whoever works here learns, and talks with colleagues of other partners, whatever their role.
_EVERYBODY = frozenset({P.EXAM_TAKE, P.EXCHANGE_PART, P.CREDIT_KEEP, P.PRACTICE_READ, P.DIRECTORY_READ})
_STAFF = frozenset({P.DIRECTIVE_READ, P.QUALITY_SEE, P.TRAINING_ATTEND}) | _EVERYBODY
_FIELD = _STAFF | {P.CONTACT_RECORD, P.PERSON_SEE, P.PERSON_REGISTER, P.QUEUE_SEE, P.INTERVENTION_RECORD}
_MONITORING = (
    frozenset({P.FIGURES_NATION, P.REPORT_VALIDATE, P.DIRECTIVE_READ, P.API_TOKEN, P.EXAM_KEEP})
    | _EVERYBODY
    | {P.TRAINING_FOLLOW, P.MEDIA_FOLLOW, P.PUBLIC_FOLLOW}
)
# What the public is told, asked and answered.
_FACE = frozenset({P.SITE_WRITE, P.EVENT_WRITE, P.EVENT_PUBLISH, P.NEWSLETTER_SEND})
_CASEWORK = _FIELD | {P.INTAKE_SCREEN, P.CASE_SEE, P.CASE_OPEN, P.CASE_WORK, P.CASE_CLOSE}


@dataclass(frozen=True)
class Role:
    """A role that a membership gives: who gets it, the database role behind it and what it may do."""

    code: str
    name: Promise
    description: Promise
    db_role: DbRole
    permissions: frozenset[Permission]


def _role(
    code: str, name: Promise, description: Promise, db_role: DbRole, permissions: frozenset[Permission]
) -> Role:
    return Role(code, name, description, db_role, permissions)


_ALL = (
    _role(
        "outreach_operator",
        _("Outreach operator"),
        _(
            "Works on the mobile unit: meets people, registers those who want it. Given by the partner's administrator."
        ),
        DbRole.LOCAL,
        _FIELD | {P.DIRECTORY_EDIT},
    ),
    _role(
        "front_desk",
        _("One Stop Shop front desk"),
        _("Receives people at the desk, registers them and does the first screening."),
        DbRole.LOCAL,
        _FIELD | {P.INTAKE_SCREEN, P.CASE_SEE, P.DIRECTORY_EDIT},
    ),
    _role(
        "case_manager",
        _("Social worker, case manager"),
        _("Takes people in charge and follows their cases; sees special data only inside the case's circle."),
        DbRole.LOCAL,
        _CASEWORK | {P.SPECIAL_SEE, P.FIGURES_PARTNER, P.REPORT_WRITE, P.PRACTICE_WRITE, P.EVENT_WRITE},
    ),
    _role(
        "specialist",
        _("Specialist of the team"),
        _("Psychologist, lawyer, mediator, educator: works on the cases whose team they belong to."),
        DbRole.LOCAL,
        _STAFF
        | {P.PERSON_SEE, P.CASE_SEE, P.CASE_WORK, P.INTERVENTION_RECORD, P.SPECIAL_SEE, P.QUEUE_SEE}
        | {P.PRACTICE_WRITE, P.EVENT_WRITE},
    ),
    _role(
        "coordinator",
        _("Local coordinator"),
        _("Answers for the partner: the queue, the team's load, the figures, imports and exports."),
        DbRole.LOCAL,
        _CASEWORK
        | {P.CASE_ASSIGN, P.TEAM_SEE, P.FIGURES_PARTNER, P.PERSON_IMPORT, P.PERSON_EXPORT, P.SPECIAL_SEE}
        | {P.EVIDENCE_SEE, P.REPORT_WRITE, P.REPORT_SUBMIT, P.DIRECTIVE_ANSWER, P.API_TOKEN}
        | {P.TRAINING_APPROVE, P.PRACTICE_WRITE, P.PRACTICE_DECIDE, P.MEDIA_KEEP, P.PUBLIC_ANSWER}
        | {P.DIRECTORY_EDIT, P.DIRECTORY_PUBLISH}
        | _FACE,
    ),
    _role(
        "partner_administrator",
        _("Partner's administrator"),
        _("Invites, changes and ends the memberships of the partner's own people; sees no file of a person."),
        DbRole.LOCAL,
        _EVERYBODY | {P.MEMBERS_MANAGE, P.FIGURES_PARTNER, P.DIRECTIVE_READ, P.TRAINING_ATTEND},
    ),
    _role(
        "data_protection_officer",
        _("Data protection officer"),
        _("Reads the access log of the partner."),
        DbRole.LOCAL,
        _EVERYBODY | {P.AUDIT_SEE, P.DIRECTIVE_READ, P.TRAINING_ATTEND},
    ),
    _role(
        "communications_officer",
        _("Communications officer"),
        _(
            "Tells the public what the partner does: media kit, products and their visibility;"
            " sees no file of a person."
        ),
        DbRole.LOCAL,
        _EVERYBODY | {P.MEDIA_KEEP, P.DIRECTIVE_READ, P.TRAINING_ATTEND, P.PUBLIC_ANSWER} | _FACE,
    ),
    _role(
        "national_analyst",
        _("National monitoring"),
        _("Ministry, ANCI or Cittalia: figures of the whole network, never a name."),
        DbRole.NATIONAL,
        _MONITORING,
    ),
    _role(
        "national_director",
        _("National direction"),
        _("The lead: figures, targets, partners and editions, never a name."),
        DbRole.NATIONAL,
        _MONITORING
        | {P.TARGETS_SET, P.NETWORK_MANAGE, P.SNAPSHOT_TAKE, P.DIRECTIVE_ISSUE, P.OPEN_DATA_RELEASE}
        | {P.EXCHANGE_MODERATE, P.TRAINING_MANAGE, P.CERTIFICATE_ISSUE, P.MEDIA_KEEP}
        | _FACE
        | {P.SITE_PUBLISH},
    ),
    _role(
        "national_communications",
        _("National communications"),
        _(
            "Keeps the network's image: official marks, media kit, visibility of the whole network; never a name."
        ),
        DbRole.NATIONAL,
        _EVERYBODY
        | {P.MEDIA_KEEP, P.MEDIA_FOLLOW, P.FIGURES_NATION, P.DIRECTIVE_READ, P.PUBLIC_FOLLOW}
        | _FACE
        | {P.SITE_PUBLISH},
    ),
)

ROLES: Mapping[str, Role] = {role.code: role for role in _ALL}
ROLE_CHOICES = [(role.code, role.name) for role in _ALL]
