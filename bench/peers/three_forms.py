# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A town with three services, whose forms have 30, 300 and 3,000 questions, in a store as the courier leaves it."""

import time
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
from core.forms import xforms
from core.forms.definition import Form
from core.ids import EventId, FormId, Language, OrganisationId, ServiceId
from core.ports import CachedForm
from core.text import LocalisedText, Phrase
from kiosk.store_access import open_stores
from offline_cache.subkeys import Key

LENGTHS: Final = (30, 300, 3_000)
FIRST: Final = "/q_0001"
"""Ends the path of the first question, a text; `yes` there makes the second one relevant."""
DEPENDENT: Final = "/q_0002"

_ENDPOINT: Final = "https://forms.invalid"
_OFFICE: Final = OrganisationId("bench:office")
_EVENT: Final = EventId("bench:event")


def service(count: int) -> ServiceId:
    """The service with the form of so many questions."""
    return ServiceId(f"bench:form-{count}")


def sources(peers: Path) -> dict[int, bytes]:
    """The XForms that the peers' generator has made."""
    return {count: (peers / "data" / f"form-{count}.xform.xml").read_bytes() for count in LENGTHS}


def own_source(count: int) -> bytes:
    """A form of the same shape where the peers' generator is not there: pages of ten, one question in ten depends."""
    names = [f"q_{number:04d}" for number in range(1, count + 1)]
    instance = "".join(f"<{name}/>" for name in names)
    binds, body = [], []
    for place, name in enumerate(names):
        rule = f" relevant=\"/data/{names[place - 1]} = 'yes'\"" if place % 10 == 1 else ""
        binds.append(f'<bind nodeset="/data/{name}" type="string" required="true()"{rule}/>')
        body.append(f'<input ref="/data/{name}"><label>{place + 1}. What do you have to say?</label></input>')
    spaces = 'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    return (
        f"<h:html {spaces}><h:head><h:title>Form of {count}</h:title><model><instance>"
        f'<data id="form{count}" version="1">{instance}</data></instance>{"".join(binds)}</model></h:head>'
        f"<h:body>{''.join(body)}</h:body></h:html>"
    ).encode()


def keep(folder: Path, key: Key, forms: dict[int, bytes]) -> None:
    """Make the store. TypeError where the disk or a form refuses."""
    now = time.time()
    stores = open_stores(folder, key, now)
    if isinstance(stores, Trouble):
        raise TypeError(f"{stores.key} {stores.detail}")
    services: dict[ServiceId, PublicService] = {}
    for count, source in forms.items():
        form = xforms.load(source)
        if not isinstance(form, Form):
            raise TypeError(str(form.problems[:3]))
        title = LocalisedText((Phrase(f"Form of {count}", Language("en")),))
        channel = Channel(f"bench:channel-{count}", ChannelKind.OPENROSA, _OFFICE, _ENDPOINT, form.id)
        services[service(count)] = PublicService(
            service(count), title, LocalisedText(), _OFFICE, (_EVENT,), (channel,)
        )
        stores.cache.keep_form(CachedForm(_ENDPOINT, FormId(form.id), form.version, "", source, now))
    town = LocalisedText((Phrase("Forms of three lengths", Language("en")),))
    stores.cache.keep_catalogue(
        Catalogue(
            services,
            {_EVENT: Event(_EVENT, EventKind.LIFE, town)},
            {_OFFICE: PublicOrganisation(_OFFICE, LocalisedText())},
            "bench",
        ),
        b"",
        now,
    )
