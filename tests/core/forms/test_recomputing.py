# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is recomputed after an answer is what computing everything anew would give, and costs no more with size."""

import time
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.recomputing import everything
from core.forms.state import Cell
from core.ids import QuestionPath
from tests.support import small_forms
from tests.support.form_filling import begun
from tests.support.small_forms import inputs

COUNT = 8


@dataclass(frozen=True)
class Made:
    """A random form without circles: rules read earlier questions only. `answers` are (question, raw) pairs."""

    relevant: tuple[str, ...]
    calculate: tuple[str, ...]
    groups: tuple[int, ...]
    answers: tuple[tuple[int, str], ...]

    def form(self) -> Form:
        """Questions q0…q7, some of them in groups that have a rule of their own."""
        instance = "".join(
            f"<g{place}><q{place}/></g{place}>" if place in self.groups else f"<q{place}/>"
            for place in range(COUNT)
        )
        binds = ""
        for place in range(COUNT):
            rules = f' relevant="{self.relevant[place]}"' if self.relevant[place] else ""
            where = f"/data/g{place}" if place in self.groups else path(self, place)
            if where != path(self, place):
                binds += f'<bind nodeset="{where}"{rules}/>'
                rules = ""
            if self.calculate[place]:
                rules += f' calculate="{self.calculate[place]}"'
            binds += f'<bind nodeset="{path(self, place)}" type="int"{rules}/>'
        return small_forms.form(
            instance, binds, "".join(f'<input ref="{path(self, n)}"/>' for n in range(COUNT))
        )


def path(made: "Made", place: int) -> str:
    return f"/data/g{place}/q{place}" if place in made.groups else f"/data/q{place}"


@st.composite
def made_forms(draw: st.DrawFn) -> Made:
    groups = tuple(draw(st.sets(st.integers(0, COUNT - 1), max_size=3)))
    shell = Made((), (), groups, ())

    def rule(place: int, shapes: list[str]) -> str:
        if place == 0 or draw(st.booleans()):
            return ""
        earlier = st.integers(0, place - 1).map(lambda one: path(shell, one))
        return draw(st.sampled_from(shapes)).format(draw(earlier), draw(earlier))

    conditions = ["{0} != {1}", "{0} = '1'", "{0} &gt; 2 or {1} = ''"]
    relevant = tuple(rule(n, conditions) for n in range(COUNT))
    calculate = tuple(rule(n, ["{0} + {1}", "coalesce({0}, 7)", "if({0} = 1, 5, {1})"]) for n in range(COUNT))
    raws = st.sampled_from(["", "1", "2", "3", "x"])
    answers = draw(st.lists(st.tuples(st.integers(0, COUNT - 1), raws), max_size=12))
    return Made(relevant, calculate, groups, tuple(answers))


def cells(entry: Entry) -> list[Cell]:
    return [entry._state.cells[node] for node in range(len(entry.form.tree.nodes))]


@given(made_forms())
@settings(max_examples=150, deadline=None)
def test_following_the_changes_gives_what_computing_everything_gives(made: Made) -> None:
    form = made.form()
    entry = begun(form)
    for place, raw in made.answers:
        if made.calculate[place]:
            continue
        entry = entry.answer(QuestionPath(path(made, place)), raw)
        anew = everything(entry.setting, entry._state)
        assert cells(entry) == [anew.cells[node] for node in range(len(form.tree.nodes))]
        assert entry.pages() == tuple(one for one in form.questions if entry.relevant(one.path))


@given(made_forms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_answers_does_not_matter(made: Made) -> None:
    form = made.form()
    last = {place: raw for place, raw in made.answers if not made.calculate[place]}
    forwards, backwards = begun(form), begun(form)
    for place in sorted(last):
        forwards = forwards.answer(QuestionPath(path(made, place)), last[place])
    for place in sorted(last, reverse=True):
        backwards = backwards.answer(QuestionPath(path(made, place)), last[place])
    shown = [(cell.text, cell.relevant) for cell in cells(forwards)]
    assert shown == [(cell.text, cell.relevant) for cell in cells(backwards)]


def big(count: int) -> Entry:
    instance = "".join(f"<q{place}/>" for place in range(count))
    binds = "".join(
        f'<bind nodeset="/data/q{place}" type="int" constraint=". &lt; 100"'
        + (f' relevant="/data/q{place - 1} != 7"/>' if place % 10 else "/>")
        for place in range(count)
    )
    entry = begun(small_forms.form(instance, binds, inputs(*[f"q{place}" for place in range(count)])))
    for question in entry.form.questions:
        entry = entry.answer(question.path, "5")
    return entry


def cost_of_a_keystroke(entry: Entry) -> float:
    """The median seconds of answering and judging one of thirty questions."""
    spent: list[float] = []
    for turn in range(201):
        question = entry.form.questions[(turn * 7) % 30]
        began = time.perf_counter()
        entry = entry.answer(question.path, str(turn % 6))
        entry.problem(question.path)
        spent.append(time.perf_counter() - began)
    return sorted(spent)[100]


def test_a_keystroke_costs_the_same_in_a_form_of_thirty_and_of_three_thousand_questions() -> None:
    small, large = big(30), big(3_000)
    few, many = 1.0, 1.0
    for _ in range(6):
        few, many = min(few, cost_of_a_keystroke(small)), min(many, cost_of_a_keystroke(large))
        if many < 2 * few:
            break
    print(f"30 questions: {few * 1e6:.0f} µs, 3,000 questions: {many * 1e6:.0f} µs")
    assert many < 4 * few


def test_an_answer_computes_only_what_depends_on_it() -> None:
    entry = big(300)
    changed = entry.answer(QuestionPath("/data/q10"), "7")
    differing = [
        place
        for place, (one, other) in enumerate(zip(cells(entry), cells(changed), strict=True))
        if one is not other
    ]
    tree = entry.form.tree
    assert {tree.nodes[node].path for node in differing} == {"/data/q10", "/data/q11"}
