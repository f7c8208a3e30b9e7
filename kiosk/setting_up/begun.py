# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A first set-up on the disk: what it begins with, how far it has come, and the way back to where it was stopped."""

import json
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from core.errors import Trouble
from core.form_languages import joined
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.json_schema.loading import load
from core.ids import FormId, Language, SubmissionId
from core.visit.guiding_state import Guided, SetUpStep
from i18n.messages import Messages
from kiosk.profile import writing
from kiosk.profile.file import MOST_BYTES, SHIPPED
from kiosk.profile_editing.opened import NOTHING, OpenedProfile, opened, spoken

ENDING: Final = ".set-up"
"""What is added to the name of a profile for the file that remembers how far its set-up has come."""

LIKE: Final = "town-hall-kiosk"
OF_ANOTHER_TOWN: Final = ("catalogue", "origins", "access")
OF_ANOTHER_PLACE: Final = ("name", "names", "phone", "hours", "counter", "places", "map")


def open_set_up(file: Path, now: datetime) -> OpenedProfile | Trouble:
    """The set-up of the profile in `file`: gone on with, else of what stands there, else from the beginning."""
    begun = _begun(place_of(file))
    if isinstance(begun, Trouble):
        return begun
    step = SetUpStep.LANGUAGES
    if begun is not None:
        step, text = begun
    elif file.exists():
        there = _read(file)
        if isinstance(there, Trouble):
            return there
        text = there
    else:
        text = fresh()
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        return Trouble("trouble.profile_unreadable", detail=str(problem))
    found = opened(file, text, values, now)
    guided = Guided(_address(spoken(values), now), step)
    found.editing = replace(found.editing, guided=guided)
    return found


def place_of(file: Path) -> Path:
    """Where it is remembered how far the set-up of a profile has come."""
    return file.with_name(f".{file.name}{ENDING}")


def is_begun(file: Path) -> bool:
    """Whether a set-up was begun here and not brought to its end."""
    return place_of(file).exists()


def keep(file: Path, step: SetUpStep, text: str) -> Trouble | None:
    """Remember it, whole or not at all. It may hold keys, so only who made it can read it."""
    content = json.dumps({"step": step.value, "profile": text}, ensure_ascii=False)
    return writing.put(place_of(file), content)


def forget(file: Path) -> None:
    """It was brought to its end."""
    place_of(file).unlink(missing_ok=True)


def fresh() -> str:
    """The shipped profile without what belongs to the made-up town: its name, its people, its servers."""
    text = (SHIPPED / f"{LIKE}.toml").read_text("utf-8")
    values: dict[str, Any] = tomllib.loads(text)
    for key in OF_ANOTHER_TOWN:
        values.pop(key)
    for key in OF_ANOTHER_PLACE:
        values["town"].pop(key)
    return writing.written(text, values)


def _begun(place: Path) -> tuple[SetUpStep, str] | Trouble | None:
    if not place.exists():
        return None
    text = _read(place)
    if isinstance(text, Trouble):
        return text
    try:
        found = json.loads(text)
        return SetUpStep(found["step"]), str(found["profile"])
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        return Trouble("trouble.profile_unreadable", detail=f"{place}: {type(problem).__name__}")


def _read(file: Path) -> str | Trouble:
    try:
        raw = file.read_bytes()[: 2 * MOST_BYTES + 1]
        if len(raw) > 2 * MOST_BYTES:
            return Trouble("trouble.profile_unreadable", detail=f"more than {2 * MOST_BYTES} bytes")
        return raw.decode("utf-8")
    except OSError as problem:
        return Trouble("trouble.profile_unreadable", detail=problem.strerror or "")
    except UnicodeDecodeError as problem:
        return Trouble("trouble.profile_unreadable", detail=str(problem))


def _address(languages: Sequence[str], now: datetime) -> Entry:
    """A form of one question: the address of an agency."""
    spoken_in = []
    for tag in languages:
        texts = Messages.load(tag)
        asked = {
            "type": "string",
            "title": texts.text("profile.title.access.endpoint"),
            "description": texts.text("set_up.address"),
        }
        schema = {"type": "object", "properties": {"address": asked}}
        form = load(json.dumps(schema).encode(), FormId("address"))
        if not isinstance(form, Form):
            raise TypeError(f"no form to ask for an address: {form.problems}")
        spoken_in.append((Language(tag), form))
    return Entry.begin(joined(spoken_in), SubmissionId(NOTHING), now.date(), now)
