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

from core.forms.definition import Form
from core.forms.submission_xml import to_xml
from core.forms.xforms import load
from tests.support.corpora import corpora
from tests.support.form_filling import begun

PROPERTIES = "a public machine tells no phone number, user name or device id"
MARKDOWN = "the recording has the Markdown marks that a screen would interpret; here they are taken out"

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
    "xforms/collect/validate.xml": (
        "17-01-01 is no ISO 8601 date; the engine reads it as a day of the year 17",
        frozenset({"value", "label", "submission"}),
    ),
}
"""Forms that are filled otherwise here, with the reason and in which respects."""

Recorded = dict[str, Any]
Difference = tuple[str, str]


def recordings() -> Iterator[Recorded]:
    file = corpora() / "xforms-golden" / "javarosa-5.1.0-16-gd686d1bc9.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def path_of(reference: str) -> str:
    return re.sub(r"\[\d+\]", "", reference)


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
        self.state(self.recorded["final"])
        if not masked(self.recorded["submission"]):
            wanted, made = essence(self.recorded["submission"].encode()), essence(to_xml(self.entry))
            self.note("submission", "", same=wanted == made)

    def state(self, nodes: list[Recorded]) -> None:
        for node in nodes:
            path = path_of(node["ref"])
            number = self.form.tree.find(path)
            assert number is not None, path
            relevant = node.get("relevant", True)
            self.note("relevant", path, same=self.entry.node_relevant(number) == relevant)
            if not relevant:
                continue
            value = node.get("value")
            if not masked(value) and not path.endswith("/meta/instanceID"):
                self.note("value", path, same=self.entry.value_text(number) == (value or ""))
            question = self.form.by_path.get(path)
            if question is not None:
                required = self.entry.required(question.path)
                self.note("required", path, same=required == bool(node.get("required")))

    def question(self, step: Recorded, position: int) -> int:
        path, language = path_of(step["ref"]), self.form.default_language
        later = enumerate(self.form.questions[position + 1 :], position + 1)
        position, question = next((place, one) for place, one in later if self.entry.relevant(one.path))
        self.note("order", path, same=question.path == path)
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

    def attempt(self, path: str, attempt: Recorded) -> None:
        question = self.form.by_path[path]
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
    assert forms["same"] >= 99


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
