# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all parts of the XForms loader share: the list of problems, and expressions read once each."""

from collections.abc import Callable, Mapping, Sequence

from lxml import etree

from core.forms.expression.parser import parse
from core.forms.expression.regular import compiled
from core.forms.expression.resolve import Resolved, resolve
from core.forms.expression.tree import Call, Expression, Literal, parts_of
from core.forms.expression.trouble import ExpressionError, ExpressionSyntaxError
from core.forms.instance import Tree
from core.forms.problems import Fate, FormNote, FormProblem
from core.forms.xml_door import local

FARTHEST = 500_000
"""Nodes that all paths of a form together may pass. The largest published form has 13,000."""

MOST_PROBLEMS = 50
"""A form with more is no form; the rest would only fill the log."""


class Reading:
    """The state of one loading."""

    def __init__(self) -> None:
        self.problems: list[FormProblem] = []
        self.notes: list[FormNote] = []
        self._parsed: dict[str, Expression | None] = {}
        self._reach = FARTHEST
        self._gathered: dict[int, int] | None = None
        self.texts: Callable[[Sequence[str] | None, int, str], None] | None = None

    def problem(self, place: str, key: str, **values: str) -> None:
        """Note one reason against the form."""
        found = FormProblem(place, key, values)
        if found not in self.problems and len(self.problems) < MOST_PROBLEMS:
            self.problems.append(found)

    def note(self, place: str, construct: str, fate: Fate) -> None:
        """Note what the author should know and keeps nobody from filling the form."""
        found = FormNote(place, construct, fate)
        if found not in self.notes and len(self.notes) < MOST_PROBLEMS:
            self.notes.append(found)

    def unsupported(self, place: str, construct: str) -> None:
        """Note a construct that this program does not open."""
        self.problem(place, "form.unsupported", construct=construct)

    def expression(self, source: str, tree: Tree, node: int, place: str, column: str) -> Resolved | None:
        """An expression resolved for its node; None, and a problem, when it cannot be used."""
        if source not in self._parsed:
            self._parsed[source] = self._parse(source, place, column)
        found = self._parsed[source]
        if found is None:
            return None
        resolved = resolve(found, tree, node, self._reach)
        self._reach -= resolved.reached
        if self._reach <= 0:
            self.problem(place, "form.too_entangled", column=column)
        if "jr:itext" in source and self.texts is not None:
            # What the texts show is read by the rule that asks for them.
            before, self._gathered = self._gathered, {}
            self.texts(_texts_in(found), node, place)
            resolved = resolved._replace(reads=_together(resolved.reads, self._gathered))
            self._gathered = before
        if self._gathered is not None:
            self._gathered = _together(self._gathered, resolved.reads)
        return resolved

    @property
    def entangled(self) -> bool:
        """Whether the paths of the form reach so far that their order is not worth computing."""
        return self._reach <= 0

    def _parse(self, source: str, place: str, column: str) -> Expression | None:
        try:
            found = parse(source)
            if "regex" in source:
                _check_patterns(found)
        except ExpressionSyntaxError as error:
            self.problem(place, f"form.{error.reason}", what=error.detail, column=column)
            return None
        except ExpressionError as error:
            self.problem(place, "form.pattern", what=error.detail, column=column)
            return None
        return found


def _together(reads: Mapping[int, int], others: Mapping[int, int]) -> dict[int, int]:
    """What both read; a node that they look for in different places is looked for everywhere."""
    return {
        **reads,
        **{node: above if reads.get(node, above) == above else -1 for node, above in others.items()},
    }


def _texts_in(expression: Expression) -> Sequence[str] | None:
    """The ids of the texts that an expression asks for by `jr:itext`; None where it works them out."""
    found: list[str] = []
    for part in parts_of(expression):
        match part:
            case Call(name="jr:itext", arguments=(Literal(value=str() as name),)):
                found.append(name)
            case Call(name="jr:itext"):
                return None
            case _:
                pass
    return found


def _check_patterns(expression: Expression) -> None:
    """Compile every pattern that is written in the expression, so that a bad one is known before a citizen meets it."""
    for part in parts_of(expression):
        match part:
            case Call(name="regex", arguments=(_, Literal(value=str() as pattern))):
                compiled(pattern)
            case _:
                pass


def place_of(element: etree._Element) -> str:
    """Where an element stands in the form's file, for a problem."""
    at = element.get("ref") or element.get("nodeset") or element.get("bind") or element.get("id") or ""
    return f"<{local(element)}{f' {at.strip()}' if at else ''}> line {element.sourceline}"
