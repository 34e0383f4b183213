# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `recognition`. Those of the public are printed on paper and signed in badges: they never change."""

from django.urls import path

from lgnet.recognition.views import checking, issuing, mine

app_name = "recognition"
ROOT = "recognition/"
urlpatterns = [
    path("verify/", checking.ask, name="ask"),
    path("verify/<str:code>", checking.verify, name="verify"),
    path(f"{ROOT}issuer", checking.issuer, name="issuer"),
    path(f"{ROOT}keys.json", checking.keys, name="keys"),
    path(f"{ROOT}keys/<uuid:key_id>", checking.key, name="key"),
    path(f"{ROOT}status/<int:number>", checking.status, name="status"),
    path(ROOT, mine.mine, name="mine"),
    path(f"{ROOT}team/", mine.team, name="team"),
    path(f"{ROOT}courses/new/", mine.new_course, name="new_course"),
    path(f"{ROOT}courses/<uuid:course_id>/proof/", mine.proof, name="proof"),
    path(f"{ROOT}courses/<uuid:course_id>/proof/file/", mine.proof_file, name="proof_file"),
    path(f"{ROOT}courses/<uuid:course_id>/take-back/", mine.take_back, name="take_back"),
    path(f"{ROOT}courses/<uuid:course_id>/restore/", mine.restore, name="restore"),
    path(f"{ROOT}certificates/<uuid:certificate_id>/pdf/", mine.pdf, name="pdf"),
    path(f"{ROOT}certificates/<uuid:certificate_id>/badge/", mine.badge, name="badge"),
    path(f"{ROOT}certificates/<uuid:certificate_id>/badge/take/", mine.take_badge, name="take_badge"),
    path(f"{ROOT}modules/", issuing.modules, name="modules"),
    path(f"{ROOT}modules/<uuid:module_id>/", issuing.module, name="module"),
    path(f"{ROOT}modules/<uuid:module_id>/admit/", issuing.admit, name="admit"),
    path(f"{ROOT}modules/<uuid:module_id>/issue/", issuing.issue, name="issue"),
    path(f"{ROOT}certificates/", issuing.issued, name="issued"),
    path(f"{ROOT}certificates/<uuid:certificate_id>/", issuing.certificate, name="certificate"),
    path(f"{ROOT}certificates/<uuid:certificate_id>/revoke/", issuing.revoke, name="revoke"),
    path(f"{ROOT}certificates/<uuid:certificate_id>/reissue/", issuing.reissue, name="reissue"),
    path(f"{ROOT}keys/replace/", issuing.replace_key, name="replace_key"),
]
