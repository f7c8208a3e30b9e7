# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a REST server has its JSON Schemas."""

from services.access import Keys, bearer
from services.definition_forms import Source
from services.definitions import JSON_SCHEMA
from services.http import Headers
from services.json_schema.envelope import address

ACCEPTED = "application/schema+json, application/json;q=0.9"


def source(keys: Keys) -> Source:
    """GET of the address that takes what fits the schema."""

    def headers(endpoint: str) -> Headers:
        return [("Accept", ACCEPTED), *bearer(keys.key(endpoint))]

    return Source(
        JSON_SCHEMA, address, headers, lambda value: bool({"properties", "$schema", "$ref"} & value.keys())
    )
