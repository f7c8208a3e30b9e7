# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills published XForms as JavaRosa filled them: questions, texts, verdicts, end state and submission."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from core.forms.definition import AnswerType, Form, Question
from core.forms.entry import Entry
from core.forms.submission_xml import to_xml
from core.forms.xforms import load
from core.ids import QuestionPath, SubmissionId
from replay.findings import Difference, Findings
from replay.likeness import same_value, same_words, volatile, words
from replay.reasons import Reasons
from replay.rows import inside, told
from replay.xforms_reading import (
    Recorded,
    alike,
    attachments,
    essence,
    forms,
    node_of,
    plain,
    properties,
    recordings,
)

NOW: Final = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
SUBMISSION: Final = SubmissionId("uuid:5d2c1c5e-7f61-4d8a-9d3e-2d4f8a1b6c70")

LONGEST = 2_000
"""Characters of what a difference shows."""


def replay(corpora: Path) -> Findings:
    """Replay every recording in the folder's `xforms-golden`. Forms that the engine refused are only opened."""
    found = Findings("XForms")
    reasons = Reasons.read()
    seen: set[str] = set()
    for recorded in recordings(corpora, found):
        name = recorded["form"]
        form, source = _opened(corpora, name, found)
        if name not in seen:
            seen.add(name)
            found.opened += form is not None
        if form is not None and recorded["ok"]:
            found.scenarios += 1
            with told(found, name, "filling"):
                Replay(form, recorded, reasons, found, properties(source)).run()
    return found


def open_others(corpora: Path, found: Findings) -> None:
    """Open the folder's forms that nothing was recorded of."""
    recorded = {one["form"] for one in recordings(corpora)}
    for name in forms(corpora, found):
        if name not in recorded:
            form, _ = _opened(corpora, name, found)
            found.opened += form is not None


def _opened(corpora: Path, name: str, found: Findings) -> tuple[Form | None, bytes]:
    """A form with its source; none, and why in what was `found`, when it is refused or cannot be read."""
    try:
        file = inside(corpora, name)
        source, files = file.read_bytes(), attachments(file)
    except (OSError, ValueError) as error:
        found.unread[name] = f"the form cannot be read: {error}"
        return None, b""
    with told(found, name, "opening"):
        form = load(source, files)
        if isinstance(form, Form):
            return form, source
        found.refused[name] = "; ".join(map(str, form.problems[:3]))
    return None, source


class Replay:
    """One form filled as recorded."""

    def __init__(
        self,
        form: Form,
        recorded: Recorded,
        reasons: Reasons,
        findings: Findings,
        of_machine: frozenset[str] = frozenset(),
    ) -> None:
        self.entry = Entry.begin(form, SUBMISSION, NOW.date(), NOW)
        self._form = form
        self._recorded = recorded
        self._reasons = reasons
        self._findings = findings
        self._of_machine = of_machine

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
        submission = self._recorded["submission"]
        if isinstance(submission, str) and not volatile(submission):
            wanted, made = essence(submission.encode()), essence(to_xml(self.entry))
            self._note(
                "submission",
                "",
                "\n".join(map(str, wanted)),
                "\n".join(map(str, made)),
                same=alike(wanted, made),
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
        reason = "" if same else self._reason(respect, place, question, str(wanted))
        theirs, ours = (str(one)[:LONGEST] for one in (wanted, found))
        self._findings.note(
            Difference(self._recorded["form"], respect, place, theirs, ours, reason), same=same
        )

    def _reason(self, respect: str, place: str, question: Question | None, wanted: str) -> str:
        of_machine = plain(place) in self._of_machine
        return self._reasons.of(self._recorded["form"], respect, question, wanted, of_machine=of_machine)

    def _asked(self) -> list[Question]:
        return [one for one in self.entry.controls() if one.type is not AnswerType.REPEAT]

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
