# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches the choices that a Form.io form has at an address or among another form's submissions, and puts them in it.

Whoever fills the form has no network then. A form with half of its lists must not reach anybody: the first list that
does not come whole is the failure, and what is kept of the form stays.
"""

import copy
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, cast

from core.forms.formio.list_choices import MOST_CHOICES, choices_of, items_in
from core.forms.formio.outside_lists import FETCHED, ListAsked, components_with_lists, list_asked
from core.ids import Language
from services.boundary import Answer, Failed, Failure, unless_useful
from services.definitions import Spoken
from services.documents import Json, Unreadable, read_json
from services.http import Headers, Http
from services.language_tags import UNDETERMINED
from services.origins import origin_of

LARGEST_LIST: Final = 8_000_000
"""Bytes of one answer, as many as a file of an XForm may have."""

MOST_BYTES: Final = 32_000_000
"""Bytes of all answers for one form."""

MOST_WRITTEN: Final = 6_000_000
"""Bytes of all choices in one language, as they are kept in the form: it is not opened above 8,000,000."""

MOST_PARTS: Final = 200
"""Questions to a server for one list that comes in parts."""

PART: Final = 206
"""How Form.io's own server answers with a list that is not all of it."""

Choices = list[Json]
Completed = Callable[[str, tuple[Spoken, ...]], tuple[Spoken, ...] | Failed]


def completed(http: Http, headers: Callable[[str], Headers]) -> Completed:
    """How a form in its languages becomes one that has its lists. `headers` are those of the endpoint's own answers."""

    def complete(endpoint: str, spoken: tuple[Spoken, ...]) -> tuple[Spoken, ...] | Failed:
        if not any(True for one in spoken for _ in components_with_lists(one.definition)):
            return spoken
        lists = _Lists(http, headers, endpoint)
        found: list[Spoken] = []
        first: Mapping[int, Choices] = {}
        for one in spoken:
            definition = copy.deepcopy(one.definition)
            put = _put(lists, definition, one.language, first)
            if isinstance(put, Failed):
                return put
            first = first or put
            found.append(replace(one, definition=definition))
        return tuple(found)

    return complete


def _put(
    lists: "_Lists", definition: dict[str, Json], language: Language, first: Mapping[int, Choices]
) -> dict[int, Choices] | Failed:
    """Put the choices into a definition. Theirs is the order of the `first` language, by the place of the component."""
    found: dict[int, Choices] = {}
    left = MOST_WRITTEN
    for place, component in enumerate(components_with_lists(definition)):
        asked = list_asked(component)
        if isinstance(asked, str):
            # The form's door refuses it, and tells its author where and why.
            continue
        items = lists.items(asked, component, language)
        if isinstance(items, Failed):
            return items
        choices = cast(Choices, list(choices_of(component, items)))
        if place in first:
            choices = _in_order(first[place], choices)
        left -= len(json.dumps(choices))
        if not choices or left < 0:
            return Failed(Failure.TOO_LARGE if choices else Failure.BAD_ANSWER, sent=True, detail="choices")
        data = component.get("data")
        assert isinstance(component, dict)
        component["data"] = {**(data if isinstance(data, dict) else {}), FETCHED: choices}
        found[place] = choices
    return found


def _in_order(first: Choices, others: Choices) -> Choices:
    """A list in another language, with the choices of the first and in their order: answers are the same in both."""
    said = {_value(one): one for one in others}
    return [said.get(_value(one), one) for one in first]


def _value(choice: Json) -> str:
    return json.dumps(choice.get("value"), sort_keys=True) if isinstance(choice, dict) else ""


@dataclass(slots=True)
class _Lists:
    """The lists of one form. What a server gives in no language of its own is asked for once."""

    http: Http
    headers: Callable[[str], Headers]
    endpoint: str
    _left: int = field(default=MOST_BYTES, init=False)
    _known: dict[tuple[ListAsked, str, Language], list[object]] = field(default_factory=dict, init=False)

    def items(
        self, asked: ListAsked, component: Mapping[str, object], language: Language
    ) -> list[object] | Failed:
        """All items of a list, part after part where the form has it come in parts."""
        where = str(component.get("selectValues"))
        for spoken in (UNDETERMINED, language):
            if (asked, where, spoken) in self._known:
                return self._known[asked, where, spoken]
        found: list[object] = []
        spoken = UNDETERMINED
        for _ in range(MOST_PARTS):
            answer = self._part(asked, len(found), language)
            if isinstance(answer, Failed):
                return answer
            value = read_json(answer.body)
            if isinstance(value, Unreadable):
                return answer.failed(Failure.BAD_ANSWER, value.reason)
            part = items_in(component, value)
            if part is None:
                return answer.failed(Failure.WRONG_TYPE, "no list")
            spoken = language if answer.header("content-language") else spoken
            # A server that knows no parts answers the whole list each time, or all of it at once.
            whole = not asked.page or len(part) != asked.page or part == found[: len(part)]
            if part != found[: len(part)] or not found:
                found.extend(part)
            if len(found) > MOST_CHOICES:
                return Failed(Failure.TOO_LARGE, sent=True, detail=f"{len(found)} choices")
            if whole:
                self._known[asked, where, spoken] = found
                return found
        return Failed(Failure.TOO_LARGE, sent=True, detail=f"{MOST_PARTS} parts")

    def _part(self, asked: ListAsked, begin: int, language: Language) -> Answer | Failed:
        address = self._whole(asked.part(begin))
        # What lets in at the agency's own server is told to no other.
        own = origin_of(address) is not None and origin_of(address) == origin_of(self.endpoint)
        headers = [*(self.headers(self.endpoint) if own else [("Accept", "application/json")])]
        spoken = [("Accept-Language", language)] if language != UNDETERMINED else []
        answer = self.http.get(
            address, [*headers, *spoken, *asked.headers], min(LARGEST_LIST, max(self._left, 1))
        )
        if isinstance(answer, Failed):
            return answer
        self._left -= len(answer.body)
        return (None if answer.status == PART else unless_useful(answer)) or answer

    def _whole(self, address: str) -> str:
        """Form.io: what begins with a stroke lies below the project, and `/project` below the server itself."""
        if not address.startswith("/"):
            return address
        own = origin_of(self.endpoint)
        return (
            f"{own}{address}" if address.startswith("/project/") else f"{self.endpoint.rstrip('/')}{address}"
        )
