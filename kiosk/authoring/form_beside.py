# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives an author the lists, pictures and sounds that lie beside a form at its address, from its own server alone."""

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote, urljoin

from core.forms import xforms
from core.forms.definition import Form
from services.boundary import Failed, unless_useful
from services.http import Http
from services.openrosa.media import LARGEST_FILE, MOST_BYTES, MOST_FILES
from services.origins import Origins

ROUNDS: Final = 2
"""A list that is there may show that another one is missing."""

MOST_ASKED: Final = 3 * MOST_FILES
"""Addresses that are asked: each file may lie in one of three places."""


def files_beside(place: str, source: bytes) -> Mapping[str, bytes]:
    """The files that the form at an address names, by name. What cannot be had is left out: the form then says so."""
    http = Http(Origins.of([place]))
    found: dict[str, bytes] = {}
    asked, left = 0, MOST_BYTES
    for _ in range(ROUNDS):
        wanted = [name for name in _missing(source, found) if name not in found][:MOST_FILES]
        for name in wanted:
            for address in _addresses(place, name):
                if asked >= MOST_ASKED or left <= 0:
                    return found
                asked += 1
                answer = http.get(address, most=min(LARGEST_FILE, left))
                if not isinstance(answer, Failed) and unless_useful(answer) is None:
                    found[name] = answer.body
                    left -= len(answer.body)
                    break
    return found


def _missing(source: bytes, found: Mapping[str, bytes]) -> list[str]:
    """The names of the files without which the form cannot be opened or is not shown whole."""
    form = xforms.load(source, found)
    if isinstance(form, Form):
        return [note.place for note in form.notes if note.construct == "file"]
    return [one.values["file"] for one in form.problems if one.key == "form.attachment_missing"]


def _addresses(place: str, name: str) -> Iterator[str]:
    """Where a file may lie: beside the form, in `media/`, or among the attachments (ODK Central, `/attachments`)."""
    if not name or "/" in name or "\\" in name or name in (".", ".."):
        return
    whole = place.partition("?")[0].partition("#")[0]
    shown = quote(name)
    yield urljoin(whole, f"./{shown}")
    yield urljoin(whole, f"media/{shown}")
    yield f"{whole.removesuffix('.xml').rstrip('/')}/attachments/{shown}"
