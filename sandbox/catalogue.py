# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Serves the town's CPSV-AP catalogue as JSON-LD with entity tags and compression."""

import hashlib
import json
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.catalogue_graph import catalogue_graph
from sandbox.town import TOWN_FOLDER
from sandbox.web import base_of, tagged

PATH = "/catalogue.jsonld"


class Catalogue:
    """The catalogue; its text depends only on the data files and on the address it is asked under."""

    def __init__(self, folder: Path = TOWN_FOLDER) -> None:
        self._folder = folder
        self._bodies: dict[str, bytes] = {}

    def routes(self) -> list[Route]:
        """Where the catalogue is."""
        return [Route(PATH, self.catalogue, methods=["GET"])]

    async def catalogue(self, request: Request) -> Response:
        """The whole catalogue."""
        base = base_of(request)
        if base not in self._bodies:
            graph = catalogue_graph(self._folder, base)
            self._bodies[base] = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).encode()
        body = self._bodies[base]
        digest = hashlib.sha256(body).hexdigest()[:32]
        return tagged(request, body, digest, "application/ld+json", {"Cache-Control": "no-cache"})
