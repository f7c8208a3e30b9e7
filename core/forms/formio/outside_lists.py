# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Form.io component asks a server for to have its choices (`dataSrc`), and which of that can be asked here.

A session has no network: the list is fetched with the form and kept in it. So nothing of it may wait for an answer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

from core.forms.formio.documents import Component, inner, listed, number, table, word, yes
from core.forms.formio.kinds import Asks, asks, plain_type
from core.forms.formio.list_choices import template_refused, written_choices

SOURCES: Final = frozenset({"url", "resource"})
"""Form.io's words for choices that are asked for at an address, or among the submissions of another form."""

FETCHED: Final = "fetched"
"""The member of a component's `data` that holds the choices as they were fetched."""

OWN_LISTS: Final = frozenset({"landvelger", "valutavelger"})
"""Types whose lists are known here without their server."""

USUAL_PAGE: Final = 100
LARGEST_PAGE: Final = 1_000
"""Items that are asked for at once; Form.io's own window asks for 100 and goes on when somebody scrolls."""

_IN_BRACES: Final = re.compile(r"\{\{|\}\}|\{%")
_HEADER: Final = re.compile(r"[A-Za-z0-9-]{1,60}")
_HEADER_VALUE: Final = re.compile(r"[ -~]{0,1000}")
_NOT_THE_FORMS: Final = re.compile(
    r"(?:host|connection|cookie|te|trailer|upgrade|expect|range|accept-encoding|user-agent"
    r"|(?:content|transfer|proxy|sec|if|keep)-.*)",
    re.IGNORECASE,
)
"""Headers that belong to the exchange and not to what is asked."""


@dataclass(frozen=True, slots=True)
class ListAsked:
    """A list that is to be fetched. `address` is whole, or begins with a stroke and lies below the form's project.

    `page` is how many items are asked for at once (`limit`, `skip`), 0 where the list comes whole.
    """

    address: str
    headers: tuple[tuple[str, str], ...] = ()
    page: int = 0

    def part(self, begin: int) -> str:
        """The address of the part of the list that begins with this item."""
        return (
            _with(self.address, urlencode({"limit": self.page, "skip": begin})) if self.page else self.address
        )


def asks_for_list(component: Component) -> bool:
    """Whether the component has its choices from elsewhere."""
    return (
        asks(component) in (Asks.CHOICE, Asks.BOXES)
        and plain_type(component) not in OWN_LISTS
        and word(component, "dataSrc") in SOURCES
    )


def components_with_lists(definition: Component) -> Iterator[Component]:
    """The components of a definition that have their choices from elsewhere, in the order of the form."""
    waiting = [definition]
    while waiting:
        one = waiting.pop()
        if asks_for_list(one):
            yield one
        waiting.extend(reversed([*inner(one)]))


def choices_offered(component: Component) -> Sequence[Component] | str:
    """What there is to choose from, wherever the component has it from; a text names what cannot be had here."""
    if asks_for_list(component):
        asked = list_asked(component)
        return asked if isinstance(asked, str) else listed(table(component, "data"), FETCHED)
    if word(component, "dataSrc") == "json":
        return written_choices(component)
    return listed(component, "values") or listed(table(component, "data"), "values")


def not_fetched(component: Component) -> str:
    """The address at which a component's choices are, where they could be fetched and were not; else empty."""
    if not asks_for_list(component) or listed(table(component, "data"), FETCHED):
        return ""
    asked = list_asked(component)
    return "" if isinstance(asked, str) else asked.address


def list_asked(component: Component) -> ListAsked | str:
    """What such a component asks for; a text names what cannot be asked before there are answers, or not here."""
    data, source = table(component, "data"), word(component, "dataSrc")
    address = word(data, "url").strip() if source == "url" else _of_resource(component)
    if not address.startswith(("https://", "http://", "/")):
        return f"choices from {source} without a whole address"
    headers = listed(data, "headers")
    said = [address, word(component, "filter"), *[word(one, "value") for one in headers]]
    if any(_IN_BRACES.search(one) for one in said):
        return "choices that are asked for anew with each answer ({{ }} in their address, filter or headers)"
    if word(data, "method").upper() not in ("", "GET"):
        return "choices that are asked for by POST"
    if yes(component, "reference"):
        return "choices that are kept as references to submissions"
    if refused := template_refused(component):
        return refused
    for name, argument in (("sort", "sort"), ("selectFields", "select")):
        if word(component, name):
            address = _with(address, urlencode({argument: word(component, name)}))
    if word(component, "filter").strip():
        address = _with(address, quote(word(component, "filter").strip(), safe="=&%+,:;/?@!$'()*~-._"))
    asked = max(USUAL_PAGE, min(number(component, "limit") or 0.0, LARGEST_PAGE))
    return ListAsked(address, tuple(_headers(headers)), 0 if yes(component, "disableLimit") else int(asked))


def _of_resource(component: Component) -> str:
    """Where Form.io has the submissions of another form: below the project, by the other form's number."""
    resource = word(table(component, "data"), "resource").strip()
    return f"/form/{quote(resource, safe='')}/submission" if resource else ""


def _headers(written: list[Component]) -> Iterator[tuple[str, str]]:
    for one in written[:20]:
        name, value = word(one, "key").strip(), word(one, "value").strip()
        if _HEADER.fullmatch(name) and _HEADER_VALUE.fullmatch(value) and not _NOT_THE_FORMS.fullmatch(name):
            yield name, value


def _with(address: str, argument: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{argument}"
