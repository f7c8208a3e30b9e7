# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the `logic` of a Form.io component: what of it turns into what, when something triggers it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.forms.formio.documents import Component, inner, listed, table, word, yes
from core.forms.formio.kinds import ASKED, Asks, asks, plain_type
from core.forms.formio.literals import literal_of
from core.forms.formio.script_tokens import UnreadableScriptError

HIDDEN: Final = "hidden"
DISABLED: Final = "disabled"
REQUIRED: Final = "validate.required"
VALUE: Final = "value"
LABELS: Final = ("label", "title", "legend", "html", "content")
HINTS: Final = ("description", "tooltip")

_TRUTHS: Final = frozenset({HIDDEN, DISABLED, REQUIRED})
_UNSEEN: Final = frozenset(
    ["placeholder", "prefix", "suffix", "customClass", "className", "tabindex", "autofocus", "hideLabel"]
)
"""Members that change nothing of what is asked here, whatever they turn into."""

_TRIGGERS: Final = frozenset({"simple", "json", "javascript"})
_MANY: Final = frozenset({Asks.GRID, Asks.CONTAINER, Asks.SURVEY})


@dataclass(frozen=True, slots=True)
class Turn:
    """A member of a component that turns into something when the trigger fires. Later ones win over earlier ones."""

    trigger: Component
    member: str
    to: object


class RefusedLogicError(Exception):
    """What of a component's logic is not carried out here; the text names it."""


def turns_of(component: Component, events: frozenset[str] = frozenset()) -> tuple[Turn, ...]:
    """What turns, in the order of the form. `events` are those that a button of the form lets happen.

    Raises `RefusedLogicError`.
    """
    found: list[Turn] = []
    for one in listed(component, "logic"):
        trigger = table(one, "trigger")
        kind = word(trigger, "type")
        if kind == "event" and word(trigger, "event") not in events:
            # Nothing here ever lets it happen.
            continue
        if kind not in _TRIGGERS:
            raise RefusedLogicError(f"logic: the trigger {kind[:40] or 'of no kind'}")
        for action in listed(one, "actions"):
            found.extend(turn for turn in _turns(component, trigger, action) if turn.member not in _UNSEEN)
    _told_once(found)
    return tuple(found)


def idle(component: Component, events: frozenset[str]) -> bool:
    """Whether something of a component's logic waits for an event that never happens."""
    triggers = [table(one, "trigger") for one in listed(component, "logic")]
    return any(word(one, "type") == "event" and word(one, "event") not in events for one in triggers)


def events_of(document: Component) -> frozenset[str]:
    """The events that the buttons of a form let happen."""
    found: set[str] = set()
    waiting = list(inner(document))
    while waiting:
        one = waiting.pop()
        if plain_type(one).startswith("button") and word(one, "action") in ("event", "custom"):
            found.add(word(one, "event"))
        waiting.extend(inner(one))
    return frozenset(found)


def shows_itself(component: Component) -> bool:
    """Whether a component that is hidden may come to be shown."""
    try:
        return any(turn.member == HIDDEN and turn.to is False for turn in turns_of(component))
    except RefusedLogicError:
        return False


def _turns(component: Component, trigger: Component, action: Component) -> Iterator[Turn]:
    match word(action, "type"):
        case "property":
            member, to = _property(action)
            yield _turn(component, trigger, member, to)
        case "value":
            yield _turn(component, trigger, VALUE, action.get("value"))
        case "customAction":
            yield _turn(component, trigger, VALUE, action.get("customAction"))
        case "mergeComponentSchema":
            for member, to in _schema(component, action):
                yield _turn(component, trigger, member, to)
        case other:
            raise RefusedLogicError(f"logic: the action {other[:40] or 'of no kind'}")


def _property(action: Component) -> tuple[str, object]:
    said = table(action, "property")
    member = word(said, "value")
    if word(said, "type") == "boolean":
        return member, action.get("state") in (True, "true")
    return member, action.get(word(said, "component") or "text", "")


def _schema(component: Component, action: Component) -> Iterator[tuple[str, object]]:
    try:
        schema = literal_of(word(action, "schemaDefinition"), "schema")
    except UnreadableScriptError as error:
        raise RefusedLogicError(f"logic: {error}") from None
    if not isinstance(schema, dict):
        raise RefusedLogicError("logic: a schema that is no object")
    for member, to in schema.items():
        if member != "validate":
            yield member, to
            continue
        # A schema takes the place of all other rules of `validate`.
        rules = {
            name: rule for name, rule in table(component, "validate").items() if rule not in (None, "", False)
        }
        if not isinstance(to, dict) or to.keys() != {"required"} or rules.keys() - {"required"}:
            raise RefusedLogicError("logic: validate in a schema")
        yield REQUIRED, to["required"]


def _turn(component: Component, trigger: Component, member: str, to: object) -> Turn:
    kind = asks(component)
    if member in _TRUTHS and isinstance(to, bool):
        wide = kind is Asks.LAYOUT or kind is Asks.NOTE or kind in _MANY or yes(component, "multiple")
        if member != HIDDEN and wide:
            raise RefusedLogicError(f"logic: {member} of a {plain_type(component)[:40]}")
    elif member == VALUE:
        if kind not in ASKED - _MANY or yes(component, "multiple") or component.get("calculateValue"):
            raise RefusedLogicError(f"logic: the value of a {plain_type(component)[:40]}")
        if not isinstance(to, str | dict) or not to:
            raise RefusedLogicError("logic: a value of nothing")
    elif member in (*LABELS, *HINTS) and isinstance(to, str):
        one = (kind in ASKED - _MANY - {Asks.HIDDEN} or kind is Asks.NOTE) and not yes(component, "multiple")
        if not one:
            raise RefusedLogicError(f"logic: {member} of a {plain_type(component)[:40]}")
        if "{{" in to:
            raise RefusedLogicError("logic: answers written into a text by {{ }}")
    elif member not in _UNSEEN:
        raise RefusedLogicError(f"logic: the property {member[:40]}")
    return Turn(trigger, member, to)


def _told_once(turns: list[Turn]) -> None:
    """One text that two members tell would depend on both; which of them is seen is the window's."""
    for members in (LABELS, HINTS):
        told = {turn.member for turn in turns if turn.member in members}
        if len(told) > 1:
            raise RefusedLogicError(f"logic: {' and '.join(sorted(told))} of one component")
