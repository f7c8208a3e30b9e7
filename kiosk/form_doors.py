# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Joins channels to forms: which door a published form comes in by, and which envelope it leaves in."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from core.catalogue import Channel, ChannelKind
from core.errors import Trouble
from core.forms import xforms
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.problems import FormProblems
from core.forms.programs import Engine
from core.forms.submission_json import formio_data, to_json
from core.forms.submission_xml import to_xml
from core.ids import Language
from core.ports import CachedForm
from core.submission import Envelope
from core.visit.files import FileHeld
from kiosk.form_media import with_harmless_media
from services.definitions import FORMIO, Definitions, read_definitions
from services.formio.envelope import envelope as formio_envelope
from services.json_schema.envelope import envelope as json_schema_envelope
from services.open311.envelope import envelope as open311_envelope
from services.open_forms.envelope import envelope as open_forms_envelope
from services.openrosa.envelope import envelope as openrosa_envelope

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey


def open_form(
    source: bytes, files: Mapping[str, bytes] | None = None, engine: Engine | None = None
) -> Form | Trouble:
    """The form as the cache keeps it: an XForm's published bytes, or the definitions of a form in JSON.

    `files` are those that the manifest of an XForm lists, by their names. Without an `engine` a form with programs in
    it cannot be opened. A form that cannot be opened is a trouble
    whose detail says where in the form and what.
    """
    definitions = read_definitions(source)
    form = xforms.load(source, files or {}) if definitions is None else _from_json(definitions, engine)
    if isinstance(form, Form):
        return _if_sealable(form)
    places = "; ".join(f"{problem.place}: {problem.key}" for problem in form.problems[:5])
    return Trouble("trouble.form_unreadable", detail=places)


def open_cached(kept: CachedForm, engine: Engine | None = None) -> Form | Trouble:
    """The form with its files, as the cache or a draft keeps it; see `open_form`."""
    files = {file.name: file.content for file in kept.files if file.content is not None}
    form = open_form(kept.source, files, engine)
    return with_harmless_media(form) if isinstance(form, Form) else form


def _from_json(definitions: Definitions, engine: Engine | None) -> Form | FormProblems:
    """The form in all its languages. One that cannot be opened in one of them is not opened."""
    # Most visits open XForms only.
    from core.form_languages import joined
    from core.forms.formio import loading as formio
    from core.forms.json_schema import loading as json_schema

    spoken: list[tuple[Language, Form]] = []
    for one in definitions.spoken:
        if definitions.standard == FORMIO:
            form = formio.load(one.source, definitions.form, engine)
        else:
            form = json_schema.load(one.source, definitions.form)
        if not isinstance(form, Form):
            return form
        spoken.append((one.language, form))
    return joined(spoken)


def _if_sealable(form: Form) -> Form | Trouble:
    """The form, unless nothing could be encrypted to its key."""
    if form.public_key and _key(form) is None:
        return Trouble("trouble.form_unreadable", detail="its public key is no RSA key")
    return form


def _key(form: Form) -> "RSAPublicKey | None":
    # Few forms are encrypted, and the library takes a while to load.
    from services.openrosa.encrypted import public_key

    return public_key(form.public_key)


def _openrosa(instance: bytes, endpoint: str, entry: Entry, files: Mapping[str, bytes]) -> Envelope:
    """The instance as it is, or encrypted to the form's key."""
    form, submission = entry.form, entry.submission_id
    key = _key(form) if form.public_key else None
    if key is None:
        return openrosa_envelope(instance, endpoint, submission, files)
    from services.openrosa.encrypted import encrypted

    manifest, bodies = encrypted(instance, form.id, form.version, submission, key, secrets.token_bytes, files)
    return openrosa_envelope(manifest, endpoint, submission, bodies)


def envelope_of(
    channel: Channel, entry: Entry, seal: str, finished: datetime, files: Sequence[FileHeld] = ()
) -> Envelope:
    """The frozen wire form of a filled form, for the standard that its channel speaks.

    `finished` is the local moment at which it is sent, for forms that ask when they were ended (OpenRosa Metadata).
    `files` are those that answers name.
    """
    match channel.kind:
        case ChannelKind.OPENROSA:
            beside = {one.name: one.content for one in files}
            return _openrosa(to_xml(entry, finished), channel.endpoint, entry, beside)
        case ChannelKind.OPEN311:
            return open311_envelope(to_xml(entry, finished), channel.endpoint, channel.form, seal)
        case ChannelKind.JSON_SCHEMA:
            return json_schema_envelope(
                to_json(entry, files), channel.endpoint, channel.form, entry.submission_id
            )
        case ChannelKind.OPEN_FORMS:
            return open_forms_envelope(to_json(entry, files), channel.endpoint, channel.form)
        case ChannelKind.FORMIO:
            return formio_envelope(formio_data(entry, files), channel.endpoint, channel.form, seal)
        case ChannelKind.COUNTER | ChannelKind.PHONE | ChannelKind.OTHER:
            raise ValueError(f"nothing can be sent by {channel.kind.value}")
        case _:
            assert_never(channel.kind)
