# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the forms of the town's JSON services, and gives them in one language as such a service publishes them."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from sandbox.web import LANGUAGES, language_of, tagged

DEFINITIONS = Path(__file__).resolve().parent / "definitions"
Definition = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DefinitionFile:
    """One form: where a text belongs, the file has an object with a text for each language."""

    name: str
    content: Definition

    def in_language(self, language: str) -> Definition:
        """The form with its texts in one language."""
        found: Definition = _in_language(self.content, language)
        return found


def load_definition(name: str, folder: Path = DEFINITIONS) -> DefinitionFile:
    """The file of this name. Raises FileNotFoundError when there is none."""
    return DefinitionFile(name, json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))


def definition_answer(request: Request, content: Definition, media_type: str) -> Response:
    """A definition in the caller's language, with an entity tag and the language it is in."""
    body = json.dumps(content, ensure_ascii=False).encode()
    digest = hashlib.sha256(body).hexdigest()[:32]
    answer = tagged(request, body, digest, media_type, {"Content-Language": language_of(request)})
    answer.headers["Vary"] = "Accept-Encoding, Accept-Language"
    return answer


def _in_language(value: Any, language: str) -> Any:
    if isinstance(value, dict):
        if value and value.keys() <= set(LANGUAGES):
            return value.get(language, value.get("en"))
        return {name: _in_language(inner, language) for name, inner in value.items()}
    if isinstance(value, list):
        return [_in_language(inner, language) for inner in value]
    return value
