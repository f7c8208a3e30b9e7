# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches forms that are JSON documents of their own, each in every language that its server answers in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from core.ids import FormId, Language
from core.ports import CachedForm
from services.boundary import Answer, Failed, Failure, unless_useful
from services.definitions import Definitions, Spoken, cached, read_definitions
from services.documents import Json, Unreadable, read_json
from services.http import Headers, Http
from services.language_tags import UNDETERMINED, language_tag
from services.published_forms import FormsNews

NOT_CHANGED = 304
GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Source:
    """Where a standard has its forms. `is_form` tells whether a JSON object is a definition at all.

    `whole` makes the definition of what was found at an address, where that is only a part of it. `completed` fetches
    what a form in all its languages needs beside itself, each time: nothing of the form tells whether that is new.
    """

    standard: str
    address: Callable[[str, FormId], str]
    headers: Callable[[str], Headers]
    is_form: Callable[[dict[str, Json]], bool]
    whole: Callable[[str, dict[str, Json], Headers], dict[str, Json] | Failed] = lambda _, found, __: found
    completed: Callable[[str, tuple[Spoken, ...]], tuple[Spoken, ...] | Failed] = lambda _, spoken: spoken


class DefinitionForms:
    """One GET for each form and language, with the entity tag of what is kept (RFC 9110 section 13.1.2)."""

    def __init__(self, http: Http, source: Source, languages: Sequence[Language]) -> None:
        self._http = http
        self._source = source
        self._languages = languages

    def refresh(
        self, endpoint: str, wanted: frozenset[FormId], known: tuple[CachedForm, ...], at: float
    ) -> FormsNews | Failed:
        """These servers have no list: what is wanted and not gone is offered."""
        kept = {form.form: form for form in known}
        offered: list[FormId] = []
        changed: list[CachedForm] = []
        troubled: list[tuple[FormId, Failed]] = []
        answered = False
        for form in sorted(wanted):
            found = self._definitions(endpoint, form, kept.get(form))
            if isinstance(found, Failed) and found.status in GONE:
                continue
            offered.append(form)
            if isinstance(found, Failed):
                troubled.append((form, found))
                continue
            answered = True
            spoken = self._source.completed(endpoint, found.spoken)
            if isinstance(spoken, Failed):
                troubled.append((form, spoken))
                continue
            made = cached(endpoint, replace(found, spoken=spoken), at)
            if form not in kept or kept[form].hash != made.hash:
                changed.append(made)
        if not answered and troubled and len(troubled) == len(wanted):
            return troubled[0][1]
        return FormsNews(
            tuple(offered), tuple(changed), tuple((form, failed.kind) for form, failed in troubled)
        )

    def _definitions(self, endpoint: str, form: FormId, known: CachedForm | None) -> Definitions | Failed:
        """The form in all languages. What one language lacks is left out; what no language has is a failure."""
        before = read_definitions(known.source) if known is not None else None
        spoken: list[Spoken] = []
        for asked in self._languages:
            one = self._one(endpoint, form, asked, before, spoken)
            if isinstance(one, Failed):
                return one
            if one is not None:
                spoken.append(one)
            if spoken[0].language == UNDETERMINED:
                break
        return Definitions(self._source.standard, form, tuple(spoken))

    def _one(
        self,
        endpoint: str,
        form: FormId,
        asked: Language,
        before: Definitions | None,
        spoken: Sequence[Spoken],
    ) -> Spoken | Failed | None:
        """The form as it is answered to who asks for a language; None when it came in one that is there already."""
        known = before.in_language(asked) if before is not None else None
        headers = [*self._source.headers(endpoint), ("Accept-Language", asked)]
        tag = [("If-None-Match", known.tag)] if known is not None and known.tag else []
        address = self._source.address(endpoint, form)
        answer = self._http.get(address, [*headers, *tag])
        if isinstance(answer, Failed):
            return answer
        if answer.status == NOT_CHANGED and known is not None:
            return known
        found = unless_useful(answer) or self._read(answer)
        if isinstance(found, Failed):
            return found
        if any(one.language == found.language for one in spoken):
            return None
        definition = self._source.whole(address, found.definition, headers)
        return definition if isinstance(definition, Failed) else replace(found, definition=definition)

    def _read(self, answer: Answer) -> Spoken | Failed:
        value = read_json(answer.body)
        if isinstance(value, Unreadable):
            return answer.failed(Failure.BAD_ANSWER, value.reason)
        if not isinstance(value, dict) or not self._source.is_form(value):
            return answer.failed(Failure.WRONG_TYPE, "no definition")
        language = answer.header("content-language").split(",")[0].strip()
        return Spoken(language_tag(language), answer.header("etag"), value)
