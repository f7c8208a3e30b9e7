# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which forms may be offered: where the profile says so, only those that the publish gate has walked to the end."""

from pathlib import Path
from typing import Final

from core.ports import CachedForm
from kiosk.gate_results import Gate, hash_of, kept_in
from kiosk.profile.model import Profile
from kiosk.store_folder import folder_of

FOLDER: Final = "walks"
"""Where the results lie, in the store's folder: a form's result by the form's hash."""


class WalkedForms:
    """The results that one profile's forms need."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def result(self, form: CachedForm) -> Gate | None:
        """What the gate found of exactly this form with this version of the program."""
        return kept_in(self.folder, mark_of(form))

    def passed(self, form: CachedForm) -> bool:
        """Whether everybody reached its end."""
        found = self.result(form)
        return found is not None and found.passed


def walks_of(profile: Profile) -> Path:
    """Where the results of a profile's forms lie."""
    return folder_of(profile) / FOLDER


def mark_of(form: CachedForm) -> str:
    """What a form of the cache is known by."""
    return hash_of(form.source, {file.name: file.content for file in form.files if file.content is not None})
