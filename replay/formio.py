# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills published Form.io forms with recorded data, and compares mistakes, hidden parts and the data that results."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from core.forms.definition import AnswerType, Form, Question
from core.forms.entry import Entry
from core.forms.formio.json_logic import member
from core.forms.formio.loading import load
from core.forms.programs import Engine
from core.forms.submission_json import to_formio
from core.ids import FormId, SubmissionId
from kiosk.scripting.process import ScriptProcess
from replay.findings import Difference, Findings
from replay.formio_defined import OF_TYPES, fits
from replay.formio_definitions import (
    Around,
    Recorded,
    around,
    definition,
    definitions,
    is_named,
    recordings,
    types,
    whole_of,
)
from replay.formio_filling import Filling, node_place, place_of, questions_of
from replay.formio_leaves import alike, leaves
from replay.formio_silence import Silence
from replay.reasons import Reasons
from replay.rows import told

NOW: Final = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
SUBMISSION: Final = SubmissionId("uuid:5d2c1c5e-7f61-4d8a-9d3e-2d4f8a1b6c70")

Opened = tuple[Form, Around, Mapping[str, frozenset[str]]]
"""A form, what is around its components, and their types."""

SAME: Final[Mapping[str, frozenset[str]]] = {
    "problem.required": frozenset({"required", "array", "array_nonempty", "day"}),
    "problem.date": frozenset({"day", "date", "mask"}),
    "problem.time": frozenset({"time", "mask"}),
    "problem.decimal": frozenset({"number"}),
    "minItems": frozenset({"required", "minLength", "array", "array_nonempty"}),
    "maxItems": frozenset({"maxLength"}),
}
"""What a mistake is called here, and what the engine may call it: `day` is also a part of a day that is missing."""


_OF_LIST: Final = re.compile(r"\[\d+\]$")


def replay(corpora: Path) -> Findings:
    """Replay every recording in the folder's `formio-golden`.

    Only what a person could have done is compared: data for hidden fields, choices that there are not and texts where
    a list belongs cannot be entered. No answer is the same as an empty text, list or object, and as a box unticked.
    """
    found = Findings("Form.io")
    reasons = Reasons.read()
    forms: dict[tuple[str, str], Opened | None] = {}
    with closing(ScriptProcess()) as engine:
        for recorded in recordings(corpora, found):
            key = (recorded["form"], recorded["pointer"])
            if key not in forms:
                forms[key] = None
                with told(found, "".join(key), "opening"):
                    forms[key] = _opened(corpora, *key, found, engine)
            opened = forms[key]
            if opened is not None:
                found.scenarios += 1
                with told(found, "".join(key), str(recorded["sample"])):
                    Replay(*opened, recorded, reasons, found).run()
    return found


def open_others(corpora: Path, found: Findings) -> None:
    """Open the folder's forms that nothing was recorded of."""
    recorded = {(one["form"], one["pointer"]) for one in recordings(corpora)}
    with closing(ScriptProcess()) as engine:
        for key in definitions(corpora, found):
            if key not in recorded:
                with told(found, "".join(key), "opening"):
                    _opened(corpora, *key, found, engine)


def _opened(corpora: Path, form: str, pointer: str, found: Findings, engine: Engine) -> Opened | None:
    try:
        source = definition(corpora, form, pointer)
    except (OSError, LookupError, ValueError, RecursionError) as error:
        found.unread[form + pointer] = f"the form cannot be read: {error}"
        return None
    opened = load(source, FormId(form), engine)
    if isinstance(opened, Form):
        found.opened += 1
        return opened, around(json.loads(source)), types(json.loads(source))
    found.refused[form + pointer] = "; ".join(map(str, opened.problems[:3]))
    return None


class Replay:
    """One filling of one form."""

    def __init__(
        self,
        form: Form,
        around: Around,
        types: Mapping[str, frozenset[str]],
        recorded: Recorded,
        reasons: Reasons,
        found: Findings,
    ) -> None:
        self._around = around
        self._types = types
        self._recorded = recorded
        self._reasons = reasons
        self._found = found
        filling = Filling(Entry.begin(form, SUBMISSION, NOW.date(), NOW))
        filling.put(recorded["input"])
        self.entry, self._aside = filling.entry, filling.aside
        tree = self.entry.tree
        worked_out = {node_place(tree, node) for node in tree.live() if tree.origin(node) in form.calculated}
        self._silence = Silence(types, worked_out)
        self._wanted = dict(leaves(recorded["data"]))
        self._put = dict(leaves(recorded["input"]))

    def run(self) -> None:
        """Compare what the engine said."""
        errors: dict[str, set[str]] = {}
        for error in self._recorded["errors"]:
            errors.setdefault(error["path"], set()).add(error["rule"])
        hidden = set(self._recorded["hidden"])
        unsent: set[str] = set()
        for place, questions in self._components():
            question = questions[0]
            asked = self._hidden(question, place, hidden)
            if not asked or question.type is AnswerType.NOTE or self._is_aside(place):
                continue
            found = [self.entry.problem(one.path) for one in questions if self.entry.node_relevant(one.node)]
            problem = next((one for one in found if one is not None), None)
            rule = "" if problem is None else problem.rule or problem.key
            wanted = errors.get(place, set()) | self._of_group(errors, place)
            same = not wanted if not rule else bool(wanted & SAME.get(rule, frozenset({rule})))
            silent = "" if same else self._silence.of_rule(rule, place, calculated=self._calculated(place))
            defined = self._defined(place) if not wanted and rule in OF_TYPES else None
            if defined is not None:
                ours = rule not in OF_TYPES or not rule
                self._note("defined", place, defined, ours, same=defined is ours)
            elif silent and (place in self._silence.worked_out or not wanted):
                self._found.beyond.append(self._difference("rule", place, "[]", rule, silent))
            else:
                self._note("rule", place, sorted(wanted), rule, same=same)
            if rule.startswith("problem.") and rule != "problem.required":
                unsent.add(place)
        self._data(unsent)

    def _components(self) -> Iterator[tuple[str, list[Question]]]:
        """The components by their places. Several questions may stand for one that the engine sees as one."""
        found: dict[str, list[Question]] = {}
        for question in questions_of(self.entry):
            place = place_of(self.entry.tree, question)
            # The engine tells what is wrong with one of several answers at the component that has them all.
            several = question.type is AnswerType.REPEAT or place.endswith("]")
            whole = whole_of(place, self._types) or (_OF_LIST.sub("", place) if several else "")
            if whole:
                found.setdefault(whole, []).append(question)
            else:
                yield place, [question]
        yield from found.items()

    def _of_group(self, errors: Mapping[str, set[str]], place: str) -> set[str]:
        """The lines of a survey are judged as one by the engine."""
        above = place.rpartition(".")[0]
        value = member(self._recorded["data"], above) if above else None
        return errors.get(above, set()) & {"required"} if not isinstance(value, list) else set()

    def _hidden(self, question: Question, place: str, hidden: set[str]) -> bool:
        """Whether both ask the question; notes are known by their keys alone, unless several have the same one."""
        ours = self.entry.node_relevant(question.node)
        *steps, key = re.sub(r"\[\d+\]", "", place).split(".")
        keys = {one.rpartition(".")[2] for one in hidden}
        # Of those that share a key, the ones in the same objects; `~2` counts the ones in the same object.
        twins = [one for one in self._around.get(key, []) if one.issuperset(steps)]
        twin = re.search(r"~(\d+)$", self.entry.tree.nodes[question.node].path)
        above = twins[int(twin[1]) - 1 if twin else 0] if twins else frozenset()
        theirs = place not in hidden and not above & keys
        if question.type is AnswerType.NOTE:
            several = len(self._around.get(key, [])) > 1
            plain = re.sub(r"\[\d+\]", "", place)
            named = any(is_named(plain, one) for one in hidden) if several else key in keys
            theirs = theirs and not named
        if question.type is not AnswerType.REPEAT:
            self._note("asked", place, theirs, ours, same=theirs == ours)
        return theirs and ours

    def _defined(self, place: str) -> bool | None:
        """Whether what was put in is of its type by the definition; None without one, or where the engine judges."""
        kind = self._silence.unknown_type(place)
        if not kind or place in self._silence.worked_out:
            return None
        put = [value for at, value in self._put.items() if place in (at, _OF_LIST.sub("", at))]
        judged = [one for one in (fits(kind, value) for value in put) if one is not None]
        return all(judged) if judged else None

    def _is_aside(self, place: str) -> bool:
        return any(place == one or place.startswith((f"{one}.", f"{one}[")) for one in self._aside)

    def _data(self, unsent: set[str]) -> None:
        wanted = self._wanted
        found = dict(leaves(json.loads(to_formio(self.entry))["data"]))
        for place in sorted(wanted.keys() | found.keys()):
            if self._is_aside(place) or unsent & {place, _OF_LIST.sub("", place)}:
                continue
            one, other = wanted.get(place), found.get(place)
            same = alike(one, other)
            calculated = self._calculated(place)
            silent = "" if same else self._silence.of_data(place, one, other, calculated=calculated)
            if silent:
                self._found.beyond.append(
                    self._difference("data", place, str(one)[:500], str(other)[:500], silent)
                )
            else:
                self._note("data", place, one, other, same=same)

    def _calculated(self, place: str) -> bool:
        """Whether the engine made something else of what was put in at a place."""
        return not alike(self._wanted.get(place), self._put.get(place))

    def _note(self, respect: str, place: str, wanted: object, found: object, *, same: bool) -> None:
        form = self._recorded["form"] + self._recorded["pointer"]
        reason = "" if same else self._reasons.of(form, respect, None)
        self._found.note(
            self._difference(respect, place, str(wanted)[:500], str(found)[:500], reason), same=same
        )

    def _difference(self, respect: str, place: str, wanted: str, found: str, reason: str) -> Difference:
        form = self._recorded["form"] + self._recorded["pointer"]
        where = f"{self._recorded['sample']}: {place}"
        return Difference(form, respect, where, wanted, found, reason)
