# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a Form.io project has its forms, and how it wants its key."""

from services.access import Keys
from services.definition_forms import Source
from services.definitions import FORMIO
from services.documents import Json
from services.formio.envelope import JSON_TYPE, address
from services.formio.lists import completed
from services.http import Headers, Http


def source(http: Http, keys: Keys) -> Source:
    """GET of the form's address gives its definition; its lists are asked for at the addresses that stand in it."""

    def headers(endpoint: str) -> Headers:
        return [("Accept", JSON_TYPE), *token(keys.key(endpoint))]

    def is_form(value: dict[str, Json]) -> bool:
        return isinstance(value.get("components"), list)

    return Source(FORMIO, address, headers, is_form, completed=completed(http, headers))


def token(key: str) -> list[tuple[str, str]]:
    """A project's API key as its server wants it; no header without a key."""
    return [("x-token", key)] if key else []
