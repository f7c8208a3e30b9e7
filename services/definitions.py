# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form that is published as JSON, once for each language, kept as one document. It fetches nothing.

Form.io and JSON Schema have one language in a document; a server that speaks several chooses by Accept-Language.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from core.ids import FormId, Language
from core.ports import CachedForm
from services.documents import Json, Unreadable, read_json

JSON_SCHEMA = "json-schema"
FORMIO = "formio"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A definition in one language (`und` where the server does not say which), with its entity tag, if any."""

    language: Language
    tag: str
    definition: dict[str, Json]

    @property
    def source(self) -> bytes:
        """The definition's bytes."""
        return _written(self.definition)


@dataclass(frozen=True, slots=True)
class Definitions:
    """All languages of one form, the first being what the server gives first. `standard` is how to read them."""

    standard: str
    form: FormId
    spoken: tuple[Spoken, ...]

    def in_language(self, language: Language) -> Spoken | None:
        """The definition in exactly this language."""
        return next((one for one in self.spoken if one.language == language), None)

    def written(self) -> bytes:
        """The document that is kept, read again by `read_definitions`."""
        spoken: list[Json] = [[one.language, one.tag, one.definition] for one in self.spoken]
        return _written({"standard": self.standard, "form": self.form, "spoken": spoken})


def read_definitions(source: bytes) -> Definitions | None:
    """What `written` wrote; None for anything else, which is another standard's form."""
    if not source.startswith(b"{"):
        return None
    value = read_json(source)
    if isinstance(value, Unreadable) or not isinstance(value, dict):
        return None
    standard, form, spoken = value.get("standard"), value.get("form"), value.get("spoken")
    if not (isinstance(standard, str) and isinstance(form, str) and isinstance(spoken, list) and spoken):
        return None
    found = [_spoken(one) for one in spoken]
    whole = [one for one in found if one is not None]
    return Definitions(standard, FormId(form), tuple(whole)) if len(whole) == len(found) else None


def cached(endpoint: str, definitions: Definitions, at: float) -> CachedForm:
    """The form as the cache keeps it. JSON forms have no version that all agree on, so it is the content's digest."""
    source = definitions.written()
    digest = hashlib.sha256(_written([[one.language, one.definition] for one in definitions.spoken]))
    return CachedForm(
        endpoint, definitions.form, digest.hexdigest()[:16], f"sha256:{digest.hexdigest()}", source, at
    )


def _spoken(value: Json) -> Spoken | None:
    match value:
        case [str(language), str(tag), dict(definition)]:
            return Spoken(Language(language), tag, definition)
        case _:
            return None


def _written(value: Json | Sequence[Json]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
