# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words of open data: what a dataset is called and says, in both languages, and what its codes mean."""

from collections.abc import Mapping

from django.utils.translation import gettext, override

from lgnet.counting.models import AgeBand, Sex
from lgnet.disclosure import TOTAL
from lgnet.open_data.figures import DATASETS, NOT_RECORDED

LANGUAGES = ("it", "en")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def sexes() -> dict[str, str]:
    """The sexes by code, in the active language."""
    return {TOTAL: gettext("All"), **{sex.value or NOT_RECORDED: str(sex.label) for sex in Sex}}


def ages() -> dict[str, str]:
    """The age bands by code, in the active language."""
    return {TOTAL: gettext("All"), **{band.value or NOT_RECORDED: str(band.label) for band in AgeBand}}


def titles(slug: str) -> Mapping[str, str]:
    """What a dataset is called, by language."""
    name = DATASETS[slug].indicator.name
    return {"it": f"{name.it} nella rete LGNET", "en": f"{name.en} in the LGNET network"}


def descriptions(slug: str) -> Mapping[str, str]:
    """What a dataset says and what it leaves out, by language."""
    rule = DATASETS[slug].indicator.rule
    return {"it": f"{_in('it', rule)} {_why('it')}", "en": f"{_in('en', rule)} {_why('en')}"}


def _in(language: str, words: object) -> str:
    with override(language):
        return str(words)


def _why(language: str) -> str:
    with override(language):
        return gettext(
            "By partner, sex and age band, cumulative from the beginning of the edition. Values below three, and"
            " whatever would let them be computed, are withheld; the others are rounded to the nearest five."
        )
