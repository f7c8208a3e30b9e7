# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills published XForms as JavaRosa filled them: questions, texts, verdicts, end state and submission."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from lxml import etree

from core.forms.definition import AnswerType, Form, Question
from core.forms.entry import Entry
from core.forms.instance import Tree
from core.forms.submission_xml import to_xml
from core.forms.xforms import load
from core.ids import QuestionPath, SubmissionId
from replay.findings import Difference, Findings
from replay.likeness import same_value, same_words, volatile, words
from replay.reasons import Reasons

NOW: Final = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
SUBMISSION: Final = SubmissionId("uuid:5d2c1c5e-7f61-4d8a-9d3e-2d4f8a1b6c70")

LONGEST = 2_000
"""Characters of what a difference shows."""

Recorded = Mapping[str, Any]


def replay(corpora: Path) -> Findings:
    """Replay every recording in the folder's `xforms-golden`. Forms that the engine refused are only opened."""
    found = Findings("XForms")
    reasons = Reasons.read()
    for recorded in recordings(corpora):
        source = (corpora / recorded["form"]).read_bytes()
        form = load(source, attachments(corpora / recorded["form"]))
        if not isinstance(form, Form):
            found.refused[recorded["form"]] = "; ".join(map(str, form.problems[:3]))
            continue
        found.opened += 1
        if recorded["ok"]:
            found.scenarios += 1
            Replay(form, recorded, reasons, found).run()
    return found


def recordings(corpora: Path) -> Iterator[Recorded]:
    """The recorded fillings, one for each form."""
    for file in sorted((corpora / "xforms-golden").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def attachments(form: Path) -> dict[str, bytes]:
    """The files of a form's manifest that lie with it: in its folder's `media`, or beside it."""
    beside = [one for one in form.parent.iterdir() if one.suffix in (".csv", ".geojson")]
    return {file.name: file.read_bytes() for file in [*form.parent.glob("media/*"), *beside]}


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


class Replay:
    """One form filled as recorded."""

    def __init__(self, form: Form, recorded: Recorded, reasons: Reasons, findings: Findings) -> None:
        self.entry = Entry.begin(form, SUBMISSION, NOW.date(), NOW)
        self._form = form
        self._recorded = recorded
        self._reasons = reasons
        self._findings = findings

    def run(self) -> None:
        """Fill it, and note every comparison."""
        self._state(self._recorded["initial"])
        position = -1
        for step in self._recorded["steps"]:
            if step["ev"] == "question":
                position = self._question(step, position)
            elif step["ev"] == "new-repeat":
                self._new_instance(step["ref"])
        self._state(self._recorded["final"])
        if not volatile(self._recorded["submission"]):
            wanted, made = essence(self._recorded["submission"].encode()), essence(to_xml(self.entry))
            self._note(
                "submission",
                "",
                "\n".join(map(str, wanted)),
                "\n".join(map(str, made)),
                same=_alike(wanted, made),
            )

    def _note(
        self,
        respect: str,
        place: str,
        wanted: object,
        found: object,
        *,
        same: bool,
        question: Question | None = None,
    ) -> None:
        reason = "" if same else self._reasons.of(self._recorded["form"], respect, question)
        theirs, ours = (str(one)[:LONGEST] for one in (wanted, found))
        self._findings.note(
            Difference(self._recorded["form"], respect, place, theirs, ours, reason), same=same
        )

    def _asked(self) -> list[Question]:
        return [one for one in self.entry.pages() if one.type is not AnswerType.REPEAT]

    def _state(self, nodes: list[Recorded]) -> None:
        asked = {one.node: one for one in self._asked()}
        for recorded in nodes:
            place = recorded["ref"]
            node = node_of(self.entry.tree, place)
            self._note("instances", place, True, node is not None, same=node is not None)
            if node is None:
                continue
            relevant, ours = recorded.get("relevant", True), self.entry.node_relevant(node)
            self._note("relevant", place, relevant, ours, same=ours == relevant)
            if not relevant:
                continue
            value, text = recorded.get("value"), self.entry.value_text(node)
            if not plain(place).endswith("/meta/instanceID"):
                self._note("value", place, value, text, same=same_value(value, text))
            question = asked.get(node)
            if question is not None:
                wanted, required = bool(recorded.get("required")), self.entry.required(question.path)
                readonly = bool(recorded.get("readonly"))
                # A read-only question is never required here: nobody could answer it.
                self._note("required", place, wanted, required, same=required == (wanted and not readonly))

    def _question(self, step: Recorded, position: int) -> int:
        asked, language, place = self._asked(), self._form.default_language, step["ref"]
        position += 1
        here = node_of(self.entry.tree, place)
        found = asked[position] if position < len(asked) else None
        same = found is not None and found.node == here
        self._note("order", place, place, found.path if found else None, same=same)
        question = next((one for one in asked if one.node == here), None)
        if question is None:
            return position
        for respect, message in (("label", question.label), ("hint", question.hint)):
            text = self.entry.text(message, language).text
            self._note(
                respect,
                place,
                step.get(respect),
                text,
                same=same_words(step.get(respect), text),
                question=question,
            )
        if "choices" in step:
            self._choices(question, step)
        for attempt in step.get("tries", []):
            self._attempt(question.path, place, attempt)
        return asked.index(question)

    def _choices(self, question: Question, step: Recorded) -> None:
        language = self._form.default_language
        ours = [
            (one.value, self.entry.text(one.label, language).text) for one in self.entry.choices(question)
        ]
        theirs = [(value, label) for value, label in step["choices"]]
        if any(volatile(value) for value, _ in theirs):
            # The engine drew lots for the order: only how many there are is told.
            self._note("choices", step["ref"], len(theirs), len(ours), same=len(ours) == len(theirs))
            return
        same = len(ours) == len(theirs) and all(
            value == wanted and same_words(label, text)
            for (wanted, label), (value, text) in zip(theirs, ours, strict=True)
        )
        self._note("choices", step["ref"], theirs, ours, same=same, question=question)

    def _new_instance(self, reference: str) -> None:
        """The engine was asked for one more instance; where a count rules, it is there already."""
        if node_of(self.entry.tree, reference) is not None:
            return
        parent = node_of(self.entry.tree, reference.rpartition("/")[0])
        for one in self.entry.pages():
            if one.type is AnswerType.REPEAT and one.node == parent and plain(one.path) == plain(reference):
                self.entry = self.entry.add(one.path)
                return
        self._note("instances", reference, True, False, same=False)

    def _attempt(self, path: QuestionPath, place: str, attempt: Recorded) -> None:
        if volatile(attempt["answer"]):
            return
        question = self.entry.question(path)
        tried = self.entry.answer(path, attempt["answer"])
        problem = tried.problem(path)
        verdict = "ok" if problem is None else problem.key.removeprefix("problem.")
        self._note(
            "verdict", place, attempt["status"], verdict, same=verdict == attempt["status"], question=question
        )
        if problem is not None and problem.message is not None and attempt.get("message"):
            said = tried.text(problem.message, self._form.default_language).text
            self._note(
                "message", place, attempt["message"], said, same=words(said) == words(attempt["message"])
            )
        if attempt["status"] == "ok":
            self.entry = tried


def plain(path: str) -> str:
    """A path without the numbers of instances."""
    return re.sub(r"\[(?:\d+|\+)\]", "", path)


Leaf = tuple[str, str]


def essence(xml: bytes) -> list[Leaf]:
    """The elements and attributes of a submission with their texts, in order, but for its `meta` identities."""

    def of(element: etree._Element, path: str) -> Iterator[Leaf]:
        name = etree.QName(element).localname
        if name in ("instanceID", "instanceName"):
            return
        here = f"{path}/{name}"
        yield here, (element.text or "").strip() if len(element) == 0 else ""
        for key, value in sorted(
            (etree.QName(str(key)).localname, str(value)) for key, value in element.attrib.items()
        ):
            yield f"{here}/@{key}", value
        for child in element:
            yield from of(child, here)

    found = list(of(etree.fromstring(xml), ""))
    # The block that holds only what was left out is always completed by this program.
    return [leaf for leaf in found if not (leaf[0].endswith("/meta") and not leaf[1])]


_TRUTHS = {"1": "true", "0": "false"}


def _alike(wanted: list[Leaf], made: list[Leaf]) -> bool:
    if len(wanted) != len(made):
        return False
    pairs = zip(wanted, made, strict=True)
    return all(
        path == ours and (same_value(value, text) or _same_truth(path, value, text))
        for (path, value), (ours, text) in pairs
    )


def _same_truth(path: str, wanted: str, found: str) -> bool:
    """The attributes of an entity say yes as `1` or `true` (ODK Entities 2022.1); both are in use."""
    return "/entity/@" in path and _TRUTHS.get(wanted, wanted) == _TRUTHS.get(found, found)
