# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P20: no pattern and no expression of a form takes more than its budget, alone or with all others of a page."""

import random
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Final

from core.forms import xforms
from core.forms.definition import Form
from core.forms.expression.evaluate import STEPS, Evaluation
from core.forms.expression.focus import Focus
from core.forms.expression.parser import parse
from core.forms.expression.regular import SECONDS, found_in, matches
from core.forms.expression.trouble import ExpressionError
from core.forms.seen import Seen
from proof.verdict import Trial, Verdict
from tests.support.dear_rules import ITEMS, NESTED, RUNAWAYS, expression, fodder
from tests.support.form_filling import begun
from tests.support.small_forms import inputs, source

SEED: Final = 20
INPUTS: Final = 10
LENGTHS: Final = (28, 60, 400, 4_000)
SLACK: Final = 2.0
"""A pattern is stopped at its budget, and notices it a little later; a step takes longer on a busy machine."""

PAGE_SECONDS: Final = 1.0
RULES: Final = 30
"""Each of them dearer than one evaluation may be."""

CONTROL_LENGTH: Final = 22
ENDLESS: Final = 10**12


def prove(trial: Trial) -> Verdict:
    """`number` expressions and up to 500 matches, in processor time, then one page with thirty dear rules.

    An expression's budget is counted in steps, so that a form that opens on one machine opens on every other; they
    are as many as some 50 ms of processor time hold. The seeded faults are the standard library's patterns, and an
    evaluation that nobody stops.
    """
    chance = random.Random(SEED)
    inputs_each = min(INPUTS, max(1, trial.number // 100))
    match = _stdlib if trial.control else matches
    patterns = RUNAWAYS[:1] if trial.control else RUNAWAYS
    lengths = (CONTROL_LENGTH,) if trial.control else LENGTHS
    longest_match, matched = 0.0, 0
    for number, pattern in enumerate(patterns):
        for turn in range(inputs_each):
            text = fodder(0 if trial.control else number + turn, lengths[turn % len(lengths)])
            search = match if trial.control or turn % 2 == 0 else found_in
            longest_match = max(longest_match, _took(partial(search, text, pattern)))
            matched += 1
    seen = _form_with_a_list()
    longest, most = 0.0, 0
    for number in range(trial.number):
        words = NESTED if number == 0 else expression(chance)
        took, spent = _evaluated(words, seen, ENDLESS if trial.control else STEPS)
        longest, most = max(longest, took), max(most, spent)
    page = 0.0 if trial.control else _took(_page)
    figures = (
        f"matches {matched} longest {longest_match * 1000:.0f} ms, expressions {trial.number} most steps {most} "
        f"longest {longest * 1000:.0f} ms, a page of dear rules {page * 1000:.0f} ms"
    )
    over = (longest_match > SLACK * SECONDS, most > STEPS, longest > SLACK * SECONDS)
    if trial.control:
        return Verdict(not all(over), figures)
    return Verdict(not any(over) and page < PAGE_SECONDS, figures)


def _took(work: Callable[[], object]) -> float:
    """Processor time; what an expression or pattern has no value for is no matter here."""
    begun_at = time.process_time()
    with suppress(ExpressionError):
        work()
    return time.process_time() - begun_at


def _evaluated(words: str, seen: Seen, steps: int) -> tuple[float, int]:
    try:
        read = parse(words)
    except ExpressionError:
        return 0.0, 0
    evaluation = Evaluation(seen, 0, steps)
    took = _took(lambda: evaluation.value(read, Focus(seen.primary, 0)))
    if took > PAGE_SECONDS:
        sys.stderr.write(f"{took:.2f} s: {words}\n")
    # The step that was refused is counted, and what it would have cost.
    return took, min(evaluation.spent, steps)


def _stdlib(text: str, pattern: str) -> bool:
    return re.fullmatch(pattern, text) is not None


def _form_with_a_list() -> Seen:
    entry = begun(_opened("<a>3</a><b>aaa</b>", "", inputs("a", "b")))
    return Seen(entry.setting, entry._state, entry.form.default_language)  # noqa: SLF001 - what evaluation sees


def _page() -> None:
    names = [f"q{place}" for place in range(RULES)]
    rule = NESTED.replace(">", "&gt;")
    binds = "".join(f'<bind nodeset="/data/{name}" calculate="{rule}"/>' for name in names)
    begun(_opened("".join(f"<{name}/>" for name in names), binds, inputs("q0")))


def _opened(instance: str, binds: str, body: str) -> Form:
    items = "".join(f"<n>{place}</n>" for place in range(ITEMS))
    listed = f'<instance id="x"><root>{items}</root></instance></model>'.encode()
    form = xforms.load(source(instance, binds, body).replace(b"</model>", listed))
    assert isinstance(form, Form)
    return form
