# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is typed about people, read strictly and kept as typed."""

from lgnet.people.forms.belongings import ChannelForm, NoticeForm, NumberForm, StayForm
from lgnet.people.forms.family import GuardianForm, HouseholdForm
from lgnet.people.forms.identity import CorrectionForm, IdentityForm
from lgnet.people.forms.lookup import LookupForm
from lgnet.people.forms.registration import RegistrationForm

__all__ = [
    "ChannelForm",
    "CorrectionForm",
    "GuardianForm",
    "HouseholdForm",
    "IdentityForm",
    "LookupForm",
    "NoticeForm",
    "NumberForm",
    "RegistrationForm",
    "StayForm",
]
