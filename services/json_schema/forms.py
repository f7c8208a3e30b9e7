# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a REST server has its JSON Schemas."""

from core.forms.json_schema.wrapped import is_around_a_schema
from services.access import Keys, bearer
from services.definition_forms import Source
from services.definitions import JSON_SCHEMA
from services.documents import Json
from services.http import Headers
from services.json_schema.envelope import address

ACCEPTED = "application/schema+json, application/json;q=0.9"


def source(keys: Keys) -> Source:
    """GET of the address that takes what fits the schema."""

    def headers(endpoint: str) -> Headers:
        return [("Accept", ACCEPTED), *bearer(keys.key(endpoint))]

    return Source(JSON_SCHEMA, address, headers, _is_form)


def _is_form(value: dict[str, Json]) -> bool:
    """Whether an answer is a schema, or one with its UI schema in a document around both."""
    return bool({"properties", "$schema", "$ref"} & value.keys()) or is_around_a_schema(value)
