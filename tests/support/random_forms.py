# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes random forms whose rules read earlier answers, in groups and lists too, and random edits of their answers."""

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

from core.forms.asked import repeat_of
from core.forms.definition import AnswerType, Form
from core.forms.entry import Entry
from core.forms.json_schema.loading import load
from core.ids import FormId
from tests.support import small_forms

RAWS = ("", "1", "2", "3", "10", "x", "1 2")


@dataclass(slots=True)
class _Growing:
    """An XForm while it is made. `read` are the paths that later rules may read, with the list around each."""

    chance: Random
    instance: list[str] = field(default_factory=list)
    binds: list[str] = field(default_factory=list)
    read: list[tuple[str, str]] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    made: int = 0

    def part(self, above: str, around: str, depth: int) -> str:
        """One more question, group or list below a path; returns its control."""
        self.made += 1
        name = f"n{self.made}"
        path = f"{above}/{name}"
        kind = self.chance.choice(("q", "q", "q", "group", "repeat")) if depth < 3 else "q"
        if kind == "q":
            return self._question(name, path, around)
        if self.chance.random() < 0.4:
            self.binds.append(f'<bind nodeset="{path}" relevant="{self._condition(around)}"/>')
        self.instance.append(f'<{name} jr:template="">' if kind == "repeat" else f"<{name}>")
        inside = path if kind == "repeat" else around
        body = "".join(self.part(path, inside, depth + 1) for _ in range(self.chance.randint(1, 3)))
        self.instance.append(f"</{name}>")
        if kind == "group":
            return f'<group ref="{path}">{body}</group>'
        self.lists.append(path)
        return f'<group ref="{path}"><repeat nodeset="{path}">{body}</repeat></group>'

    def _question(self, name: str, path: str, around: str) -> str:
        chance = self.chance
        rules = [f'type="{chance.choice(("int", "string", "decimal"))}"']
        if chance.random() < 0.4:
            rules.append(f'relevant="{self._condition(around, asked=True)}"')
        if chance.random() < 0.3:
            rules.append(f'calculate="{self._value(around, asked=True)}"')
        if chance.random() < 0.2:
            rules.append(f'required="{self._condition(around, asked=True)}"')
        if chance.random() < 0.2:
            rules.append(f'constraint=". != {self._value(around, asked=True)}"')
        default = chance.choice(("", "", "1", "2"))
        self.instance.append(f"<{name}>{default}</{name}>")
        self.binds.append(f'<bind nodeset="{path}" {" ".join(rules)}/>')
        self.read.append((path, around))
        return f'<input ref="{path}"><label>{name}</label></input>'

    def _near(self, around: str) -> list[str]:
        """Paths that stand for one answer where a rule is: those in no list, or in a list around the rule."""
        return [path for path, inside in self.read if not inside or f"{around}/".startswith(f"{inside}/")]

    def _value(self, around: str, *, asked: bool = False) -> str:
        chance, near = self.chance, self._near(around)
        shapes = ["7", "string-length('ab')"]
        if near:
            one, other = chance.choice(near), chance.choice(near)
            shapes += [one, f"{one} + {other}", f"coalesce({one}, {other})", f"if({one} = 1, {other}, 3)"]
            shapes += [
                f"count({one} | {other})",
                f"({other} | {one})[. != ''][1]",
                f"count(({one} | {other})/..)",
            ]
        if around:
            shapes.append("position(..)")
        if asked:
            # Only what stands before: that is in no circle with what asks, but for rows beside rows.
            shapes += ["count(preceding-sibling::*[. = '1'])", "count(ancestor::*/preceding-sibling::*)"]
        shapes += [f"sum(//{path.rpartition('/')[2]}[. &gt; 1])" for path, _ in self.read]
        shapes += [f"count({path})" for path in self.lists]
        shapes += [f"sum({path})" for path, inside in self.read if inside]
        return chance.choice(shapes)

    def _condition(self, around: str, *, asked: bool = False) -> str:
        one, other = self._value(around, asked=asked), self._value(around, asked=asked)
        shapes = (
            f"{one} != {other}",
            f"{one} = '1'",
            f"{one} &gt; 1 or {other} = ''",
            f"not({one} = {other})",
        )
        return self.chance.choice(shapes)


def random_form(seed: int) -> Form:
    """An XForm of 3 to 30 questions. Rules read what stands before them, so that there is no circle."""
    growing = _Growing(Random(seed))
    body = "".join(growing.part("/data", "", 0) for _ in range(growing.chance.randint(3, 9)))
    return small_forms.form("".join(growing.instance), "".join(growing.binds), body)


def random_schema(seed: int) -> Form:
    """A JSON Schema with conditions, dependencies and lists, half of them with a UI schema that has rules."""
    chance = Random(seed)
    names = [f"p{number}" for number in range(chance.randint(3, 8))]
    inside = _object(chance, ["a", "b", "c"])
    schema = _object(chance, names)
    schema["properties"]["rows"] = {"type": "array", "items": inside}
    schema |= {"if": {"properties": {"rows": {"minItems": 2}}, "required": ["rows"]}, "then": _more("two")}
    ui = None
    if chance.random() < 0.5:
        controls: list[dict[str, Any]] = [
            {"type": "Control", "scope": f"#/properties/{name}"} for name in schema["properties"]
        ]
        for place, control in enumerate(controls[1:], 1):
            if chance.random() < 0.4:
                scope = controls[chance.randrange(place)]["scope"]
                condition = {"scope": scope, "schema": chance.choice(_TESTS)}
                control["rule"] = {
                    "effect": chance.choice(("SHOW", "HIDE", "ENABLE")),
                    "condition": condition,
                }
        ui = json.dumps({"type": "VerticalLayout", "elements": controls}).encode()
    form = load(json.dumps(schema).encode(), FormId("random"), ui)
    assert isinstance(form, Form), form
    return form


_TESTS = (
    {"const": 1},
    {"enum": ["x", 2]},
    {"minimum": 2},
    {"not": {"const": True}},
    {"type": "array", "minItems": 1},
)
_MEMBERS = ({"type": "string"}, {"type": "integer"}, {"type": "boolean"}, {"enum": ["x", 1, 2]})


def _object(chance: Random, names: list[str]) -> dict[str, Any]:
    properties = {name: chance.choice(_MEMBERS) for name in names}
    conditions = []
    for number in range(chance.randint(0, 3)):
        test: dict[str, Any] = {"properties": {chance.choice(names): chance.choice(_TESTS)}}
        if chance.random() < 0.5:
            test["required"] = list(test["properties"])
        conditions.append({"if": test, "then": _more(f"then{number}"), "else": _more(f"else{number}")})
    return {"type": "object", "properties": properties, **({"allOf": conditions} if conditions else {})}


def _more(name: str) -> dict[str, object]:
    return {"properties": {name: {"type": "integer"}}, "required": [name]}


def edited(entry: Entry, chance: Random) -> Entry:
    """The entry after one press: an answer, an answer taken back, one row more or one row less."""
    question = chance.choice(entry.questions())
    if question.type is not AnswerType.REPEAT:
        if entry.tree.origin(question.node) in entry.form.calculated:
            # What people write over a calculation stands until the calculation is made again.
            return entry
        choices = [choice.value for choice in question.choices]
        return entry.answer(question.path, chance.choice(("", *choices) if choices else (*RAWS, "true")))
    there = len(entry.instances(question.path))
    if there and (chance.random() < 0.3 or there >= min(4, repeat_of(entry.form, question.path).most)):
        return entry.remove(question.path, chance.randint(1, there))
    return entry.add(question.path)
