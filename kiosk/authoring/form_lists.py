# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives a Form.io form that was fetched from an address the choices that it has at its own server."""

from core.forms.formio.outside_lists import components_with_lists
from services.boundary import Failed
from services.definitions import Spoken
from services.documents import Json, read_json
from services.formio.lists import completed
from services.http import Http
from services.language_tags import UNDETERMINED
from services.origins import Origins


def with_lists(place: str, source: bytes) -> bytes:
    """The form with its choices, as a courier keeps it; as it was where a list cannot be had, which its reader tells.

    Only the form's own server is asked: which others may be is a profile's to say.
    """
    definition = read_json(source)
    if not isinstance(definition, dict) or not any(True for _ in components_with_lists(definition)):
        return source
    http = Http(Origins.of([place]))
    found = completed(http, lambda _: [])(
        _project(place, definition), (Spoken(UNDETERMINED, "", definition),)
    )
    return source if isinstance(found, Failed) else found[0].source


def _project(place: str, definition: dict[str, Json]) -> str:
    """The address of the project: what stands before the form's own path, which may have several parts."""
    whole, path = place.partition("?")[0].rstrip("/"), definition.get("path")
    if isinstance(path, str) and path and whole.endswith(f"/{path}"):
        return whole.removesuffix(f"/{path}")
    return whole.rpartition("/")[0]
