# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens published JSON Schemas as forms, and runs the official test suite through the validators that judge answers."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7, DRAFT202012, specification_with

from core.forms.definition import Form
from core.forms.json_schema.loading import load
from core.forms.json_schema.rules import validator_for
from core.ids import FormId
from replay.findings import Difference, Findings

DIALECTS: Final[Mapping[str, str]] = {
    "draft7": "http://json-schema.org/draft-07/schema#",
    "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
}
FORMS: Final = ("va-forms", "jsonforms-examples", "rjsf-samples", "altinn-mocks")
REASONS: Final[Mapping[str, str]] = {
    "patternProperties.json": "names of members are matched by Python's own patterns, which have no Unicode properties",
    "vocabulary.json": "the library validates with every keyword, whatever vocabulary a metaschema leaves out",
}
"""Differences that are meant, by the file of the suite."""

REMOTES: Final = "http://localhost:1234"


def replay(corpora: Path) -> Findings:
    """Open every schema, and run every required test of the drafts named."""
    found = Findings("JSON Schema")
    for name, schema in schemas(corpora):
        form = load(json.dumps(schema).encode(), FormId(name))
        if isinstance(form, Form):
            found.opened += 1
        else:
            found.refused[name] = "; ".join(map(str, form.problems[:3]))
    for draft, dialect in DIALECTS.items():
        registry = _remotes(corpora / "jsonschema" / "test-suite" / "remotes", draft)
        for file in sorted((corpora / "jsonschema" / "test-suite" / draft).glob("*.json")):
            found.scenarios += 1
            _run(file, f"{draft}/{file.name}", dialect, registry, found)
    return found


def schemas(corpora: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The schemas of forms, with their names; examples that hold a UI schema as well give theirs."""
    for folder in FORMS:
        for file in sorted((corpora / "jsonschema" / folder).glob("*.json")):
            content = json.loads(file.read_bytes())
            whole = folder in ("va-forms", "altinn-mocks") or not isinstance(content, dict)
            schema = content if whole else content.get("schema")
            if isinstance(schema, dict):
                yield f"jsonschema/{folder}/{file.name}", schema


def _run(file: Path, name: str, dialect: str, registry: Registry[Any], found: Findings) -> None:
    kind = type(validator_for({}, dialect))
    for group in json.loads(file.read_bytes()):
        validator = kind(group["schema"], registry=registry, format_checker=None)
        for test in group["tests"]:
            try:
                valid = validator.is_valid(test["data"])
            except re.error:
                valid = not test["valid"]
            place = f"{group['description']}: {test['description']}"
            difference = Difference(name, "valid", place, str(test["valid"]), str(valid), _reason(name))
            found.note(difference, same=valid == test["valid"])


def _reason(name: str) -> str:
    """Why a test of a file of the suite may end otherwise."""
    return next((reason for ending, reason in REASONS.items() if name.endswith(ending)), "")


def _remotes(folder: Path, draft: str) -> Registry[Any]:
    """The documents that the suite expects to find under its address."""
    own = {"draft7": DRAFT7, "draft2020-12": DRAFT202012}[draft]
    found: list[tuple[str, Resource[Any]]] = []
    for file in folder.rglob("*.json"):
        content = json.loads(file.read_bytes())
        dialect = content.get("$schema") if isinstance(content, dict) else None
        specification = specification_with(dialect, default=own) if isinstance(dialect, str) else own
        address = f"{REMOTES}/{file.relative_to(folder).as_posix()}"
        found.append((address, specification.create_resource(content)))
    registry: Registry[Any] = Registry()
    return registry.with_resources(found)
