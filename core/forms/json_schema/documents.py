# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets a schema in as plain JSON, with its references put in place of what they point to; reaches no network."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.forms.json_door import UnusableError
from core.forms.json_schema.recursion import DEEPER, LEVELS, Pruning
from core.forms.json_schema.references import References
from core.forms.json_schema.together import ignores_siblings, with_beside, words_alone
from core.forms.problems import FormProblem

DEEPEST = 60
"""Levels of JSON, references followed. The deepest of 290 published documents has 28; the validators stop at 140."""

MOST_PARTS = 40_000
"""Parts of the schema after references are followed: small schemas can point to themselves very often.

The largest of 200 published schemas has 9,100. Reading a part takes a tenth of a millisecond.
"""

Schema = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Document:
    """A schema with its `$ref` put in, and the places where it goes on inside itself and is asked no deeper."""

    schema: Schema
    ended: tuple[str, ...] = ()


def read(document: object) -> Document:
    """The schema of a document, from its JSON value. Raises `UnusableError`.

    Only references into the document itself are followed. One that leads back to where it stands is followed a few
    times, fewer where the schema would grow too large.
    """
    if not isinstance(document, Mapping):
        raise UnusableError(FormProblem("#", "form.not_a_form", {"missing": "properties"}))
    for levels in range(LEVELS, 1, -1):
        try:
            return _read(document, levels)
        except UnusableError as error:
            if error.problem.key != "form.too_deep":
                raise
    return _read(document, 1)


def _read(document: Schema, levels: int) -> Document:
    inlining = _Inlining(document, levels)
    found = inlining.whole(document, "#", ())
    if not inlining.ended:
        assert isinstance(found, dict)
        return Document(found)
    pruning = Pruning()
    ended = pruning.schema(found, "#")
    if ended is DEEPER or not isinstance(ended, dict):
        raise UnusableError(
            FormProblem("#", "form.unsupported", {"construct": "a recursive $ref without an end"})
        )
    return Document(ended, tuple(pruning.places))


class _Inlining:
    def __init__(self, document: Schema, levels: int) -> None:
        self._document = document
        self._levels = levels
        self._only_words = ignores_siblings(str(document.get("$schema") or ""))
        self.ended = False
        self._left = MOST_PARTS
        self._references = References(document)

    def whole(self, part: object, place: str, way: tuple[str, ...]) -> object:
        self._left -= 1
        if self._left < 0 or place.count("/") > DEEPEST:
            raise UnusableError(FormProblem(place[:200], "form.too_deep", {"most": str(DEEPEST)}))
        if isinstance(part, list):
            return [self.whole(one, f"{place}/{number}", way) for number, one in enumerate(part)]
        if not isinstance(part, dict):
            return part
        reference = self._references.reference_in(part)
        if reference is not None:
            return self._followed(part, reference, place, way)
        # What only references lead to is needed no more when they are put in; a member may have such a name.
        without = _KEPT if place.endswith("/properties") else _KEPT | _LED_TO
        return {
            key: self.whole(value, f"{place}/{key}", way) for key, value in part.items() if key not in without
        } | {key: part[key] for key in _KEPT if key in part}

    def _followed(self, part: Schema, reference: str, place: str, way: tuple[str, ...]) -> object:
        if way.count(reference) >= self._levels:
            self.ended = True
            return DEEPER
        if len(way) > DEEPEST:
            raise UnusableError(FormProblem(place[:200], "form.too_deep", {"most": str(DEEPEST)}))
        target = self.whole(self._target(part, reference, place), place, (*way, reference))
        beside = {key: value for key, value in part.items() if key not in _REFERENCES and key not in _LED_TO}
        if self._only_words:
            beside = dict(words_alone(beside))
        if not beside or target is DEEPER or not isinstance(target, dict):
            return target
        return with_beside(
            target,
            {
                key: value if key in _KEPT else self.whole(value, f"{place}/{key}", way)
                for key, value in beside.items()
            },
        )

    def _target(self, part: Schema, reference: str, place: str) -> object:
        if not reference:
            construct = "a $dynamicRef with several places to lead to"
            raise UnusableError(FormProblem(place[:200], "form.unsupported", {"construct": construct}))
        found = self._references.target(part, reference)
        if found is None:
            raise UnusableError(FormProblem(place[:200], "form.missing_node", {"path": reference[:200]}))
        return found


_REFERENCES = frozenset({"$ref", "$dynamicRef", "$recursiveRef"})

_LED_TO = frozenset({"definitions", "$defs"})

_KEPT = frozenset({"enum", "const", "default", "examples"})
"""Values, not schemas: what looks like a reference in them is none."""
