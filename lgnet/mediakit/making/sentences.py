# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sentence beside the emblem, as the Union words it (Reg. (EU) 2021/1060, annex IX).

In a language of the Union that we print it is the official one. Elsewhere the Italian one stands beside the emblem,
and its translation stands below it in ordinary type, so that who reads understands it.
"""

from collections.abc import Mapping

OFFICIAL: Mapping[str, str] = {
    "it": "Cofinanziato dall’Unione europea",
    "en": "Co-funded by the European Union",
    "fr": "Cofinancé par l’Union européenne",
    "es": "Cofinanciado por la Unión Europea",
    "de": "Kofinanziert von der Europäischen Union",
    "sl": "Sofinancira Evropska unija",
}
# Others that the rules allow where they are true: found by the checker, never drawn here.
ALSO: tuple[str, ...] = (
    "Finanziato dall’Unione europea",
    "Funded by the European Union",
    "Financé par l’Union européenne",
    "Financiado por la Unión Europea",
    "Finanziert von der Europäischen Union",
    "Von der Europäischen Union kofinanziert",
    "Von der Europäischen Union finanziert",
    "Financira Evropska unija",
    "Kofinanziert durch die Europäische Union",
)
TRANSLATED: Mapping[str, str] = {
    "ar": "بتمويل مشترك من الاتحاد الأوروبي",
    "uk": "Співфінансовано Європейським Союзом",
    "bn": "ইউরোপীয় ইউনিয়নের যৌথ অর্থায়নে",
    "ur": "یورپی یونین کے مشترکہ مالی تعاون سے",
    "zh": "由欧洲联盟共同资助",
}
RIGHT_TO_LEFT = frozenset({"ar", "ur"})
LANGUAGES: Mapping[str, str] = {
    "it": "Italiano", "en": "English", "fr": "Français", "es": "Español", "ar": "العربية", "uk": "Українська",
    "bn": "বাংলা", "ur": "اردو", "zh": "中文", "de": "Deutsch", "sl": "Slovenščina",
}  # fmt: skip


def sentence(language: str) -> str:
    """What stands beside the emblem of a product in this language."""
    return OFFICIAL.get(language, OFFICIAL["it"])


def sentence_language(language: str) -> str:
    """In which language that sentence is."""
    return language if language in OFFICIAL else "it"
