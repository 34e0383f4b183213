# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form that chooses a file of the media kit for a campaign."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.mediakit import queries as mediakit
from lgnet.mediakit.making.sentences import LANGUAGES
from lgnet.mediakit.models import Product, Version
from lgnet.network.worker import Worker
from lgnet.society.actions.materials import Choice


class ChooseForm(forms.Form):
    """A registered product or an asset of the kit, and in which language it speaks."""

    what = forms.ChoiceField(label=gettext_lazy("From the media kit"))
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=list(LANGUAGES.items()),
        help_text=gettext_lazy("Of an asset of the kit: for readers of which language. A product says its own."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, products: Sequence[Product], assets: Sequence[Version], is_cut: bool = False,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.products, self.assets = (
            {str(one.pk): one for one in products},
            {str(one.pk): one for one in assets},
        )
        own = [(pk, f"{one.title} · {one.get_kind_display()}") for pk, one in self.products.items()]
        kit = [(pk, f"{one.title} · {one.partner.short_name}") for pk, one in self.assets.items()]
        groups = ((_("Our products"), own), (_("Assets of the kit"), kit))
        field = self.fields["what"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - as declared above
        field.choices = [("", _("Choose")), *(group for group in groups if group[1])]
        if is_cut:
            field.help_text = _("Not everything is in this list: of each kind the newest, your own first.")

    def choice(self) -> Choice:
        """As the action takes it."""
        pk, language = self.cleaned_data["what"], self.cleaned_data["language"]
        product = self.products.get(pk)
        return Choice(product.language if product else language, product, self.assets.get(pk))


def kit_form(by: Worker, data: Mapping[str, str] | None = None) -> ChooseForm:
    """With what may be chosen: own products that keep the rules, what the kit has published. Three queries."""
    products, more_products = mediakit.to_offer(by)
    assets, more_assets = mediakit.assets_to_offer(by)
    is_cut = more_products or more_assets
    return ChooseForm(data, products=products, assets=assets, is_cut=is_cut, auto_id="id_kit_%s")
