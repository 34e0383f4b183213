# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the media kit: for everybody under `media-kit/`, for who works here under `media/`."""

from django.urls import path

from lgnet.mediakit.views import assets, checks, products, public
from lgnet.ui import public as _languages  # noqa: F401 - registers the converter of languages

app_name = "mediakit"
urlpatterns = [
    path("media-kit/", public.door, name="door"),
    path("<language:lang>/media-kit/", public.kit, name="public"),
    path("<language:lang>/media-kit/<uuid:asset_id>/", public.asset, name="public_asset"),
    path("media-kit/lgnet-media-kit.zip", public.zip_, name="zip"),
    path("media-kit/files/<uuid:version_id>/", public.take, name="take"),
    path("media-kit/pictures/<uuid:rendition_id>/", public.picture, name="picture"),
    path("media-kit/announcements/<uuid:product_id>/", public.announcement, name="announcement"),
    path("media-kit/products/<uuid:product_id>/", public.take_offered, name="take_offered"),
    path("media/", products.home, name="home"),
    path("media/nation/", products.nation, name="nation"),
    path("media/products/", products.products, name="products"),
    path("media/products/export/", products.export, name="export"),
    path("media/products/register/", products.register, name="register"),
    path("media/make/<slug:kind>/", products.make, name="make"),
    path("media/products/<uuid:product_id>/", products.product, name="product"),
    path("media/products/<uuid:product_id>/show/", products.show, name="show"),
    path("media/products/<uuid:product_id>/prove/", products.prove, name="prove"),
    path("media/products/<uuid:product_id>/check/", products.check, name="check_product"),
    path("media/products/<uuid:product_id>/end/", products.end, name="end"),
    path("media/products/<uuid:product_id>/restore/", products.restore, name="restore"),
    path("media/products/<uuid:product_id>/picture/", products.picture, name="product_picture"),
    path("media/products/<uuid:product_id>/take/<slug:form>/", products.take, name="take_product"),
    path("media/proofs/<uuid:proof_id>/", products.proof, name="proof"),
    path("media/look/", checks.look, name="look"),
    path("media/checks/<uuid:check_id>/", checks.check, name="check"),
    path("media/checks/<uuid:check_id>/pages/<int:number>/", checks.picture, name="check_picture"),
    path("media/assets/", assets.assets, name="assets"),
    path("media/assets/new/", assets.new, name="new"),
    path("media/assets/<uuid:version_id>/", assets.version, name="version"),
    path("media/assets/<uuid:version_id>/release/", assets.release, name="release"),
    path("media/assets/<uuid:version_id>/renew/", assets.renew, name="renew"),
    path("media/assets/<uuid:version_id>/publish/", assets.publish, name="publish"),
    path("media/assets/<uuid:version_id>/stand/", assets.stand, name="stand"),
    path("media/assets/<uuid:version_id>/withdraw/", assets.withdraw, name="withdraw"),
    path("media/assets/<uuid:version_id>/throw-away/", assets.throw_away, name="throw_away"),
    path("media/assets/<uuid:version_id>/file/", assets.own_file, name="own_file"),
    path("media/pictures/<uuid:rendition_id>/", assets.own_picture, name="own_picture"),
]
