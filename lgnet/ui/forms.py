# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""How every form is drawn: label above, help below it, the error named and linked, a summary on top.

Set `FORM_RENDERER = "lgnet.ui.forms.ItaliaRenderer"`; forms themselves stay plain Django forms and carry no class
or attribute for looks.
"""

from typing import Any

from django.forms import BoundField, widgets
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString

_TEXT = (widgets.TextInput, widgets.Textarea, widgets.EmailInput, widgets.URLInput)
_LEFT_TO_RIGHT = (widgets.EmailInput, widgets.URLInput, widgets.NumberInput, widgets.PasswordInput)


class ItaliaBoundField(BoundField):
    """Adds the classes of the design system and the direction of the text, which may be Arabic or Urdu."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: widgets.Widget | None = None
    ) -> dict[str, Any]:
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        shown = widget or self.field.widget
        css = _css_class(shown)
        if css:
            given = str(shown.attrs.get("class", ""))
            built["class"] = f"{css} {given}".strip()
        if isinstance(shown, _TEXT) and not isinstance(shown, _LEFT_TO_RIGHT):
            built.setdefault("dir", "auto")
        return built

    @property
    def kind(self) -> str:
        """check, group (radio buttons, several boxes, composed fields) or plain: decides the markup."""
        if isinstance(self.field.widget, widgets.CheckboxInput):
            return "check"
        return "group" if self.use_fieldset else "plain"

    @property
    def summary_target(self) -> str:
        """Where the link of the error summary leads: the first control that can take the focus."""
        if isinstance(self.field.widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple):
            return f"{self.auto_id}_0"
        return self.id_for_label or str(self.auto_id)

    def label_tag(self, *args: Any, **kwargs: Any) -> SafeString:
        """The label without Django's colon."""
        kwargs.setdefault("label_suffix", "")
        return super().label_tag(*args, **kwargs)


class ItaliaRenderer(DjangoTemplates):
    """Bootstrap Italia markup for forms, fields and sets of forms."""

    form_template_name = "ui/forms/form.html"
    formset_template_name = "ui/forms/formset.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = ItaliaBoundField


def _css_class(widget: widgets.Widget) -> str:
    if isinstance(widget, widgets.CheckboxInput | widgets.RadioSelect | widgets.CheckboxSelectMultiple):
        return "ui-check-input"
    if isinstance(widget, widgets.Select):
        return "ui-input ui-select"
    if isinstance(widget, widgets.HiddenInput | widgets.MultiWidget):
        return ""
    return "ui-input"
