# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the forms that a courier has kept for a profile's services, for staff who try them out."""

from core.catalogue import ChannelKind
from core.errors import Trouble
from core.forms.definition import Form
from core.forms.problems import FormProblem, FormProblems
from core.ports import CachedForm
from kiosk.authoring.form_file import Opened, Standard
from kiosk.clock import MachineClock
from kiosk.form_doors import open_cached
from kiosk.profile.model import FormCode, KeySource, Profile
from kiosk.scripting.process import ScriptProcess
from kiosk.store_access import open_stores
from kiosk.store_key import obtain

STANDARDS = {
    ChannelKind.OPENROSA: Standard.XFORMS,
    ChannelKind.OPEN311: Standard.XFORMS,
    ChannelKind.JSON_SCHEMA: Standard.JSON_SCHEMA,
    ChannelKind.OPEN_FORMS: Standard.FORM_IO,
    ChannelKind.FORMIO: Standard.FORM_IO,
}
"""Which standard the forms of a kind of channel are written in."""


def kept_forms(profile: Profile, key: KeySource) -> tuple[Opened, ...] | Trouble:
    """Each form that a service of the catalogue needs and that is kept, once."""
    found = obtain(profile, key)
    if isinstance(found, Trouble):
        return found
    stores = open_stores(found.folder, found.key, MachineClock().wall())
    if isinstance(stores, Trouble):
        return stores
    kept = stores.cache.catalogue()
    if kept is None:
        return ()
    opened: dict[tuple[str, str], Opened] = {}
    for service in kept[0].services.values():
        for channel in service.channels:
            place = (channel.endpoint, channel.form)
            if not channel.is_api or place in opened:
                continue
            form = stores.cache.form(channel.endpoint, channel.form)
            if form is not None:
                opened[place] = _opened(form, STANDARDS[channel.kind], profile)
    return tuple(opened.values())


def _opened(kept: CachedForm, standard: Standard, profile: Profile) -> Opened:
    engine = ScriptProcess() if profile.form_code is FormCode.RUN else None
    found = open_cached(kept, engine)
    form = found if isinstance(found, Form) else FormProblems((FormProblem("#", found.detail or found.key),))
    return Opened(standard, form, kept.source, kept=kept)
