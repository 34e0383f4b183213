# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `practices`."""

from django.urls import path

from lgnet.practices.views import adopt, read, review, write

app_name = "practices"
urlpatterns = [
    path("", read.list_, name="list"),
    path("new/", write.new, name="new"),
    path("cards/<uuid:card_id>/", read.card, name="card"),
    path("cards/<uuid:card_id>/edit/", write.edit, name="edit"),
    path("cards/<uuid:card_id>/figures/", write.measure, name="measure"),
    path("cards/<uuid:card_id>/files/", write.attach, name="attach"),
    path("cards/<uuid:card_id>/throw-away/", write.throw_away, name="throw_away"),
    path("cards/<uuid:card_id>/submit/", write.submit, name="submit"),
    path("cards/<uuid:card_id>/take-back/", write.take_back, name="take_back"),
    path("cards/<uuid:card_id>/publish/", write.publish, name="publish"),
    path("cards/<uuid:card_id>/next/", write.new_version, name="new_version"),
    path("cards/<uuid:card_id>/confirm/", write.confirm, name="confirm"),
    path("cards/<uuid:card_id>/retire/", write.retire, name="retire"),
    path("cards/<uuid:card_id>/restore/", write.restore, name="restore"),
    path("cards/<uuid:card_id>/review/", review.take, name="take"),
    path("cards/<uuid:card_id>/adopt/", adopt.adopt, name="adopt"),
    path("figures/<uuid:figure_id>/drop/", write.drop_figure, name="drop_figure"),
    path("files/<uuid:file_id>/", read.file, name="file"),
    path("files/<uuid:file_id>/remove/", write.remove_file, name="remove_file"),
    path("reviews/<uuid:review_id>/ask/", review.ask, name="ask"),
    path("reviews/<uuid:review_id>/approve/", review.approve, name="approve"),
    path("reviews/<uuid:review_id>/send-back/", review.send_back, name="send_back"),
    path("reviews/<uuid:review_id>/give-up/", review.give_up, name="give_up"),
    path("questions/<uuid:question_id>/answer/", review.answer, name="answer"),
    path("adoptions/", adopt.adoptions, name="adoptions"),
    path("adoptions/<uuid:adoption_id>/", adopt.adoption, name="adoption"),
    path("adoptions/<uuid:adoption_id>/steps/", adopt.add_step, name="add_step"),
    path("adoptions/<uuid:adoption_id>/end/", adopt.end, name="end"),
    path("steps/<uuid:step_id>/", adopt.change_step, name="change_step"),
    path("steps/<uuid:step_id>/tick/", adopt.tick, name="tick"),
    path("steps/<uuid:step_id>/untick/", adopt.untick, name="untick"),
]
