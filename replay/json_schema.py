# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens published JSON Schemas as forms, and runs the official test suite through the validators that judge answers."""

import json
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
from replay.rows import objects, told

DIALECTS: Final[Mapping[str, str]] = {
    "draft7": "http://json-schema.org/draft-07/schema#",
    "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
}
FORMS: Final = ("va-forms", "jsonforms-examples", "rjsf-samples", "altinn-mocks")
NO_FORMS: Final = ("test-suite", "altinn-schemas")
"""Folders of a corpus whose schemas describe no form."""

REASONS: Final[Mapping[str, str]] = {
    "vocabulary.json": "the library validates with every keyword, whatever vocabulary a metaschema leaves out",
}
"""Differences that are meant, by the file of the suite."""

REMOTES: Final = "http://localhost:1234"


def replay(corpora: Path) -> Findings:
    """Open every schema, and run every required test of the drafts named."""
    found = Findings("JSON Schema")
    for name, schema in schemas(corpora, found):
        with told(found, name, "opening"):
            form = load(json.dumps(schema).encode(), FormId(name))
            if isinstance(form, Form):
                found.opened += 1
            else:
                found.refused[name] = "; ".join(map(str, form.problems[:3]))
    for draft, dialect in DIALECTS.items():
        registry = _remotes(corpora / "jsonschema" / "test-suite" / "remotes", draft, found)
        for file in sorted((corpora / "jsonschema" / "test-suite" / draft).glob("*.json")):
            found.scenarios += 1
            _run(file, f"{draft}/{file.name}", dialect, registry, found)
    return found


def schemas(corpora: Path, found: Findings | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    """The schemas of forms, with their names; examples that hold a UI schema as well give theirs."""
    found = Findings("JSON Schema") if found is None else found
    here = corpora / "jsonschema"
    others = sorted(one.name for one in here.iterdir() if one.is_dir()) if here.is_dir() else []
    own = [one for one in others if one not in (*FORMS, *NO_FORMS)]
    # Other people's folders lie as deep as they like, or their schemas beside each other in no folder at all.
    several = [
        *((folder, sorted((here / folder).glob("*.json"))) for folder in FORMS),
        *((folder, sorted((here / folder).rglob("*.json"))) for folder in own),
        ("", sorted(one for one in here.glob("*.json") if one.is_file() or one.is_symlink())),
    ]
    for folder, files in several:
        for file in files:
            name = file.relative_to(corpora).as_posix()
            content = _content(file, name, found)
            whole = folder in ("va-forms", "altinn-mocks") or not isinstance(content, dict)
            strange = folder not in FORMS and isinstance(content, dict) and "schema" not in content
            schema = content if whole or strange else content.get("schema")
            if isinstance(schema, dict):
                yield name, schema


def _content(file: Path, name: str, found: Findings) -> Any:
    """What a file says; None, and why in what was `found`, when it cannot be read."""
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        found.unread[name] = f"no JSON: {error}"[:300]
        return None


def _run(file: Path, name: str, dialect: str, registry: Registry[Any], found: Findings) -> None:
    kind = type(validator_for({}, dialect))
    groups = _content(file, name, found)
    if not objects(groups, "description") or not all(
        objects(one.get("tests"), "description") for one in groups
    ):
        found.unread.setdefault(name, "no groups of tests")
        return
    for group in groups:
        for test in group["tests"]:
            place = f"{group['description']}: {test['description']}"
            if not isinstance(test.get("valid"), bool) or "data" not in test or "schema" not in group:
                found.unread[f"{name}: {place}"] = "a test without schema, data or verdict"
                continue
            with told(found, name, place):
                validator = kind(group["schema"], registry=registry, format_checker=None)
                valid = validator.is_valid(test["data"])
                difference = Difference(name, "valid", place, str(test["valid"]), str(valid), _reason(name))
                found.note(difference, same=valid == test["valid"])


def _reason(name: str) -> str:
    """Why a test of a file of the suite may end otherwise."""
    return next((reason for ending, reason in REASONS.items() if name.endswith(ending)), "")


def _remotes(folder: Path, draft: str, unread: Findings) -> Registry[Any]:
    """The documents that the suite expects to find under its address."""
    own = {"draft7": DRAFT7, "draft2020-12": DRAFT202012}[draft]
    found: list[tuple[str, Resource[Any]]] = []
    for file in sorted(folder.rglob("*.json")):
        content = _content(file, f"remotes/{file.relative_to(folder).as_posix()}", unread)
        if not isinstance(content, dict | bool):
            continue
        dialect = content.get("$schema") if isinstance(content, dict) else None
        specification = specification_with(dialect, default=own) if isinstance(dialect, str) else own
        address = f"{REMOTES}/{file.relative_to(folder).as_posix()}"
        found.append((address, specification.create_resource(content)))
    registry: Registry[Any] = Registry()
    return registry.with_resources(found)
