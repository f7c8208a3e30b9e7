# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store in which one form is the only service there is, so that its author sees what a citizen would see."""

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

from core.catalogue import (
    Catalogue,
    Channel,
    ChannelKind,
    Event,
    EventKind,
    PublicOrganisation,
    PublicService,
)
from core.errors import Trouble
from core.forms.definition import Form
from core.ids import EventId, FormId, Language, OrganisationId, ServiceId
from core.ports import CachedForm, FormFile
from core.text import LocalisedText, Phrase
from kiosk.authoring.form_file import Opened, Standard
from kiosk.store_access import open_stores
from offline_cache.subkeys import Key
from services import definitions

ENDPOINT: Final = "https://preview.invalid"
"""Nothing is ever sent from here: no courier is started, and the name can belong to nobody (RFC 6761)."""

_OFFICE = OrganisationId("preview:office")
_EVENT = EventId("preview:event")
_KINDS = {
    Standard.XFORMS: ChannelKind.OPENROSA,
    Standard.JSON_SCHEMA: ChannelKind.JSON_SCHEMA,
    Standard.FORM_IO: ChannelKind.FORMIO,
}


def prepare(folder: Path, key: Key, found: Opened, form: Form) -> Trouble | None:
    """Make the store: a catalogue of one service, and the form. A trouble when the disk refuses."""
    now = time.time()
    stores = open_stores(folder, key, now)
    if isinstance(stores, Trouble):
        return stores
    stores.cache.keep_catalogue(_catalogue(found, form), b"", now)
    stores.cache.keep_form(_published(found, form, now))
    return None


def _catalogue(found: Opened, form: Form) -> Catalogue:
    title = form.title if form.title.versions else LocalisedText((Phrase(form.id, Language("en")),))
    channel = Channel("preview:channel", _KINDS[found.standard], _OFFICE, ENDPOINT, FormId(form.id))
    service = PublicService(
        ServiceId("preview:service"), title, LocalisedText(), _OFFICE, (_EVENT,), (channel,)
    )
    return Catalogue(
        {service.id: service},
        {_EVENT: Event(_EVENT, EventKind.LIFE, title)},
        {_OFFICE: PublicOrganisation(_OFFICE, LocalisedText())},
        "preview",
    )


def _published(found: Opened, form: Form, now: float) -> CachedForm:
    """The form as a courier would have kept it, or has."""
    if found.kept is not None:
        return replace(found.kept, endpoint=ENDPOINT, form=FormId(form.id))
    if found.standard is Standard.XFORMS:
        files = tuple(FormFile(name, "", content) for name, content in found.files.items())
        return CachedForm(ENDPOINT, form.id, form.version, "", found.source, now, files)
    standard = definitions.FORMIO if found.standard is Standard.FORM_IO else definitions.JSON_SCHEMA
    spoken = definitions.Spoken(Language("und"), "", json.loads(found.source))
    return definitions.cached(ENDPOINT, definitions.Definitions(standard, form.id, (spoken,)), now)
