# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays how the reference engine filled published forms: questions, texts, verdicts, end state and submission."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree

from core.forms.definition import AnswerType, Form
from core.forms.instance import Tree
from core.forms.submission_xml import to_xml
from core.forms.xforms import load
from core.ids import QuestionPath
from tests.support.corpora import corpora
from tests.support.form_filling import begun

PROPERTIES = "a public machine tells no phone number, user name or device id"
MARKDOWN = "the recording has the Markdown marks that a screen would interpret; here they are taken out"

COUNTED = "instances that a count asks for are there from the beginning; the engine adds them on the way"
TYPED = "what was typed over a calculation stays until something that it reads changes its value"

DIVERGENCES: dict[str, tuple[str, frozenset[str]]] = {
    "xforms/javarosa/form2.xml": (
        "a read-only question is never required: nobody could answer it",
        frozenset({"required"}),
    ),
    "xforms/javarosa/calculate-now.xml": (
        "date() gives a day without its time (ODK XForms); the engine lets the time through",
        frozenset({"value", "label", "submission"}),
    ),
    "xforms/enketo/jr-choice-name.xml": (MARKDOWN, frozenset({"label"})),
    "xforms/enketo/formatted-output.xml": (MARKDOWN, frozenset({"label"})),
    "xforms/enketo/md-str-replace-chars.xml": (MARKDOWN, frozenset({"label"})),
    "xforms/enketo/meta-namespace.xml": (PROPERTIES, frozenset({"value"})),
    "xforms/enketo/preload.xml": (PROPERTIES, frozenset({"value", "label", "submission"})),
    "xforms/collect/metadata.xml": (PROPERTIES, frozenset({"value", "submission"})),
    "xforms/pyxform/default_time_demo.xml": (
        "a time is kept as the form wrote it; the engine adds milliseconds and UTC",
        frozenset({"value", "submission"}),
    ),
    "xforms/web-forms/bench9-alt.xml": (
        "a default that is no longer among the choices is shown with its problem; the engine clears it silently",
        frozenset({"value", "submission"}),
    ),
    "xforms/web-forms/07-jr-test-add-repeat-calc-multiple-deps.xml": (
        TYPED,
        frozenset({"value", "submission"}),
    ),
    "xforms/enketo/repeat-count.xml": (COUNTED, frozenset({"value"})),
    "xforms/web-forms/13-repeat-count.xml": (COUNTED, frozenset({"submission"})),
    "xforms/enketo/setvalue-values.xml": (
        "actions that stand in the body beside the controls are carried out; the engine passes over them",
        frozenset({"value", "submission"}),
    ),
    "xforms/collect/validate.xml": (
        "17-01-01 is no ISO 8601 date; the engine reads it as a day of the year 17",
        frozenset({"value", "label", "submission"}),
    ),
}
"""Forms that are filled otherwise here, with the reason and in which respects."""

REPEAT = AnswerType.REPEAT

Recorded = dict[str, Any]
Difference = tuple[str, str]


def recordings() -> Iterator[Recorded]:
    file = corpora() / "xforms-golden" / "javarosa-5.1.0-16-gd686d1bc9.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def path_of(reference: str) -> str:
    return re.sub(r"\[\d+\]", "", reference)


def node_of(tree: Tree, reference: str) -> int | None:
    """The node of an entry's tree that a recorded reference with a number at each step leads to."""
    at = 0
    for step in reference.split("/")[2:]:
        name, _, place = step.rstrip("]").partition("[")
        alike = tree.children(at, name)
        if int(place or 1) > len(alike):
            return None
        at = alike[int(place or 1) - 1]
    return at


def words(text: str | None) -> str:
    return " ".join((text or "").split())


def masked(value: object) -> bool:
    """Values that depend on the clock were replaced in the recording."""
    return isinstance(value, dict) or (isinstance(value, str) and "{NOW}" in value)


class Replay:
    """One form filled as recorded. `found` are the differences as (respect, place)."""

    def __init__(self, form: Form, recorded: Recorded) -> None:
        self.form = form
        self.recorded = recorded
        self.entry = begun(form)
        self.found: list[Difference] = []
        self.compared: Counter[str] = Counter()

    def note(self, respect: str, place: str, *, same: bool) -> None:
        self.compared[respect] += 1
        if not same:
            self.found.append((respect, place))

    def run(self) -> None:
        self.state(self.recorded["initial"])
        position = -1
        for step in self.recorded["steps"]:
            if step["ev"] == "question":
                position = self.question(step, position)
            elif step["ev"] == "new-repeat":
                self.new_instance(step["ref"])
        self.state(self.recorded["final"])
        if not masked(self.recorded["submission"]):
            wanted, made = essence(self.recorded["submission"].encode()), essence(to_xml(self.entry))
            self.note("submission", "", same=wanted == made)

    def state(self, nodes: list[Recorded]) -> None:
        for node in nodes:
            path = node["ref"]
            number = node_of(self.entry.tree, path)
            if number is None:
                self.note("instances", path, same=False)
                continue
            relevant = node.get("relevant", True)
            self.note("relevant", path, same=self.entry.node_relevant(number) == relevant)
            if not relevant:
                continue
            value = node.get("value")
            if not masked(value) and not path_of(path).endswith("/meta/instanceID"):
                self.note("value", path, same=self.entry.value_text(number) == (value or ""))
            found = next(
                (one for one in self.entry.pages() if one.node == number and one.type is not REPEAT), None
            )
            if found is not None:
                required = self.entry.required(found.path)
                self.note("required", path, same=required == bool(node.get("required")))

    def question(self, step: Recorded, position: int) -> int:
        reference, language = step["ref"], self.form.default_language
        asked = [one for one in self.entry.pages() if one.type is not REPEAT]
        position += 1
        if position >= len(asked):
            self.note("order", reference, same=False)
            return position
        question = asked[position]
        path = question.path
        self.note("order", path, same=question.node == node_of(self.entry.tree, reference))
        for respect, message in (("label", question.label), ("hint", question.hint)):
            if not masked(step.get(respect)):
                shown = self.entry.text(message, language).text
                self.note(respect, path, same=words(shown) == words(step.get(respect)))
        if "choices" in step:
            shown_choices = [
                [one.value, words(self.entry.text(one.label, language).text)]
                for one in self.entry.choices(question)
            ]
            wanted = [[value, words(label)] for value, label in step["choices"]]
            self.note("choices", path, same=shown_choices == wanted)
        for attempt in step.get("tries", []):
            self.attempt(path, attempt)
        return position

    def new_instance(self, reference: str) -> None:
        """The engine was asked for one more instance; where a count rules, it is there already."""
        if node_of(self.entry.tree, reference) is not None:
            return
        above, _, name = reference.rpartition("/")
        parent = node_of(self.entry.tree, above)
        wanted = path_of(f"{above}/{name}")
        for one in self.entry.pages():
            if one.type is REPEAT and one.node == parent and path_of(one.path).removesuffix("[+]") == wanted:
                self.entry = self.entry.add(one.path)
                return
        self.note("instances", reference, same=False)

    def attempt(self, path: str, attempt: Recorded) -> None:
        question = self.entry.question(QuestionPath(path))
        tried = self.entry.answer(question.path, attempt["answer"])
        problem = tried.problem(question.path)
        verdict = "ok" if problem is None else problem.key.removeprefix("problem.")
        self.note(f"verdict {attempt['status']}", path, same=verdict == attempt["status"])
        if problem is not None and problem.message is not None and attempt.get("message"):
            said = tried.text(problem.message, self.form.default_language).text
            self.note("message", path, same=words(said) == words(attempt["message"]))
        if attempt["status"] == "ok":
            self.entry = tried


def essence(xml: bytes) -> object:
    """A submission without its namespaces and its meta block, which this program always completes."""

    def of(element: etree._Element) -> object:
        attributes = sorted(
            (etree.QName(str(name)).localname, value) for name, value in element.attrib.items()
        )
        inner = [of(child) for child in element if etree.QName(child).localname != "meta"]
        text = (element.text or "").strip() if len(element) == 0 else ""
        return (etree.QName(element).localname, attributes, text, inner)

    return of(etree.fromstring(xml))


def test_forms_are_filled_as_the_reference_engine_filled_them() -> None:
    compared: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    unexpected: list[str] = []
    seen: dict[str, set[str]] = {}
    for recorded in recordings():
        form = load((corpora() / recorded["form"]).read_bytes()) if recorded["ok"] else None
        if not isinstance(form, Form):
            forms["refused here or there"] += 1
            continue
        replay = Replay(form, recorded)
        replay.run()
        compared.update(replay.compared)
        forms["differs with a reason" if replay.found else "same"] += 1
        allowed = DIVERGENCES.get(recorded["form"], ("", frozenset()))[1]
        seen[recorded["form"]] = {respect for respect, _ in replay.found}
        unexpected += [f"{recorded['form']}: {one}" for one in replay.found if one[0] not in allowed]
    print(dict(forms))
    print(", ".join(f"{respect} {count}" for respect, count in compared.most_common()))
    assert unexpected == []
    assert {name for name, respects in seen.items() if respects} == set(DIVERGENCES)
    assert forms["same"] >= 161


@pytest.mark.parametrize("kind", ["cycle", "Unknown function"])
def test_what_the_reference_engine_refuses_for_its_rules_is_refused_here(kind: str) -> None:
    marks = {"cycle": "Cycle detected", "Unknown function": "cannot handle function"}
    refused = [one for one in recordings() if not one["ok"] and marks[kind] in one["error"]]
    assert refused
    for recorded in refused:
        result = load((corpora() / recorded["form"]).read_bytes())
        assert not isinstance(result, Form), recorded["form"]
        keys = {problem.key for problem in result.problems}
        assert keys & {"form.cycle", "form.function", "form.unsupported"}, recorded["form"]
