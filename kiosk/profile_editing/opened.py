# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile's file that is open for changes: its text, its values, and the form that holds them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from core.breach import Breach, Wrong
from core.catalogue import EMPTY, Catalogue, Channel, ChannelKind
from core.errors import Trouble
from core.forms.entry import Entry
from core.ids import OrganisationId, QuestionPath, ServiceId, SubmissionId
from core.text import FALLBACK
from core.visit.editing_state import Editing
from core.visit.state import Filling
from kiosk.profile import writing
from kiosk.profile.file import LANGUAGES, MOST_BYTES, SHIPPED, shipped
from kiosk.profile.model import Kind, Profile
from kiosk.profile_editing import answers, form, judging
from kiosk.profile_editing.groups import GROUPS, ORDERED, ROOT

NOTHING: Final = "profile:"
"""Names what a form is otherwise for: nothing is ever sent from here."""


@dataclass(slots=True)
class OpenedProfile:
    """The file as it was read, and the form as it filled it. `save` makes the new state the one that was read.

    `catalogue` is the town's list of services, as far as it is known.
    """

    file: Path
    text: str
    values: dict[str, Any]
    began: Entry
    editing: Editing
    catalogue: Catalogue = EMPTY

    @property
    def filling(self) -> Filling:
        """The form as a visit fills it."""
        office = OrganisationId(NOTHING)
        channel = Channel(NOTHING, ChannelKind.JSON_SCHEMA, office, "", form.FORM)
        return Filling(ServiceId(NOTHING), channel, self.began, changing=True)

    def changed(self, entry: Entry) -> dict[str, Any]:
        """The values of the file with these answers."""
        return answers.changed(self.values, self.began, entry)

    def judged(self, entry: Entry) -> tuple[Breach, ...]:
        """What would keep a start from taking the file with these answers."""
        found = judging.read(self.changed(entry), self.file)
        if not isinstance(found, Profile):
            return tuple(judging.breach_of(one) for one in found)
        services = self.catalogue.services
        if services and not found.offer.leaves_any(services):
            return (Breach(QuestionPath(f"{ROOT}/services/hidden"), Wrong.NOTHING_OFFERED),)
        return ()

    def read(self, entry: Entry) -> Profile | None:
        """The profile with these answers; None where a start would not take it."""
        found = judging.read(self.changed(entry), self.file)
        return found if isinstance(found, Profile) else None

    def written(self, entry: Entry) -> str:
        """The file with these answers."""
        return writing.written(self.text, self.changed(entry))

    def save(self, entry: Entry) -> Trouble | tuple[Breach, ...] | None:
        """Put it on the disk. What shuts people out is never written: it is answered, and so is what the disk says."""
        if breaches := self.judged(entry):
            return breaches
        text = self.written(entry)
        trouble = writing.save(self.file, text)
        if trouble is None:
            self.text, self.values, self.began = text, tomllib.loads(text), entry
        return trouble


def open_profile(name_or_file: str, now: datetime, catalogue: Catalogue = EMPTY) -> OpenedProfile | Trouble:
    """Open a file for changes; a mistake in its values is no reason not to. A trouble for what is no TOML file.

    What is shipped stays as it is: with changes it is saved under its name in the folder where one is.
    """
    given = Path(name_or_file)
    is_shipped = name_or_file in shipped() and not given.exists()
    source = SHIPPED / f"{name_or_file}.toml" if is_shipped else given
    file = Path(f"{name_or_file}.toml").absolute() if is_shipped else given
    try:
        raw = source.read_bytes()[: MOST_BYTES + 1]
        if len(raw) > MOST_BYTES:
            return Trouble("trouble.profile_unreadable", detail=f"more than {MOST_BYTES} bytes")
        text = raw.decode("utf-8")
        values = tomllib.loads(text)
    except OSError as problem:
        return Trouble("trouble.profile_unreadable", detail=problem.strerror or "")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as problem:
        return Trouble("trouble.profile_unreadable", detail=str(problem))
    return opened(file, text, values, now, catalogue)


def opened(
    file: Path, text: str, values: dict[str, Any], now: datetime, catalogue: Catalogue = EMPTY
) -> OpenedProfile:
    """The form of a profile's values."""
    kind = Kind.HOME if values.get("kind") == Kind.HOME.value else Kind.KIOSK
    schema = form.schema_for(values, kind, catalogue)
    entry = form.begun(form.form_of(schema, spoken(values), catalogue), values, SubmissionId(NOTHING), now)
    usual = form.safe_of(form.schema_for({}, kind))
    asked = entry.pages()
    groups = tuple(one for one in GROUPS if any(one.holds(question.path) for question in asked))
    editing = Editing(file.stem, entry, groups, form.units_of(schema), usual, in_order=ORDERED)
    return OpenedProfile(file, text, values, entry, editing, catalogue)


def spoken(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The languages in which the settings are shown: those of the profile that have the program's own words."""
    given = values.get("languages")
    named = given if isinstance(given, list) else []
    return tuple(one for one in LANGUAGES if one in named) or (FALLBACK,)
