# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache in memory that keeps the same promises as the stored one, for tests of what uses one."""

from collections.abc import Iterable
from dataclasses import replace

from core.catalogue import Catalogue, PublicService
from core.ids import FormId, Language, ServiceId
from core.passed_time import ShownTime
from core.ports import CachedForm, Reach


class FakeCache:
    """`core.ports.Cache` without a disk. Its search looks for the letters typed in names and keywords."""

    def __init__(self, catalogue: Catalogue | None = None, at: float = 0.0) -> None:
        self._catalogue = catalogue
        self._confirmed = at
        self._forms: dict[tuple[str, FormId], CachedForm] = {}
        self._reach: dict[str, Reach] = {}
        self._shown: ShownTime | None = None
        self._changes_by_others = 0

    def catalogue(self) -> tuple[Catalogue, float] | None:
        return None if self._catalogue is None else (self._catalogue, self._confirmed)

    def keep_catalogue(self, catalogue: Catalogue, source: bytes, at: float) -> None:
        self._catalogue = replace(catalogue)
        self._confirmed = at

    def confirm_catalogue(self, at: float) -> None:
        if self._catalogue is not None:
            self._confirmed = at

    def search(self, words: str, language: Language, most: int = 20) -> tuple[ServiceId, ...]:
        typed = words.casefold().split()
        if not typed or self._catalogue is None:
            return ()
        found = [
            service.id
            for service in self._catalogue.services.values()
            if all(word in self._text(service) for word in typed)
        ]
        return tuple(found[:most])

    def form(self, endpoint: str, form: FormId) -> CachedForm | None:
        return self._forms.get((endpoint, form))

    def forms(self, endpoint: str) -> tuple[CachedForm, ...]:
        found = [form for (where, _), form in self._forms.items() if where == endpoint]
        bare = [
            replace(form, files=tuple(replace(file, content=None) for file in form.files)) for form in found
        ]
        return tuple(sorted(bare, key=lambda form: form.form))

    def keep_form(self, form: CachedForm) -> None:
        kept = self._forms.get((form.endpoint, form.form))
        here = {file.name: file for file in kept.files} if kept is not None else {}
        files = (here.get(file.name) if file.content is None else file for file in form.files)
        known = sorted((file for file in files if file is not None), key=lambda file: file.name)
        self._forms[form.endpoint, form.form] = replace(form, files=tuple(known))

    def forget_forms(self, endpoint: str, but: Iterable[FormId]) -> None:
        kept = set(but)
        for form in self.forms(endpoint):
            if form.form not in kept:
                del self._forms[endpoint, form.form]

    def reach(self, endpoint: str) -> Reach | None:
        return self._reach.get(endpoint)

    def note_reach(self, reach: Reach) -> None:
        self._reach[reach.endpoint] = reach

    def shown_time(self) -> ShownTime | None:
        return self._shown

    def note_shown_time(self, shown: ShownTime) -> None:
        self._shown = shown

    def version(self) -> int:
        return self._changes_by_others

    def changed_by_another(self) -> None:
        """Let `version` differ, as if another process had committed something."""
        self._changes_by_others += 1

    @staticmethod
    def _text(service: PublicService) -> str:
        texts = (service.name, service.keywords, service.description)
        return " ".join(version.text for text in texts for version in text.versions).casefold()
