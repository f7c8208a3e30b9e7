# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is asked twice in one visit (UND-07): what was said in one form is offered in the next, and never put there.

It is offered with its words on the button, so that nobody shares what they have not seen; the person takes it.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from core.ids import QuestionPath
from core.visit.state import Filling, Visit

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry

ABOUT_ONESELF: Final = frozenset(
    {
        "full_name",
        "your_name",
        "phone",
        "email",
        "address",
        "postcode",
        "identity_number",
        "date_of_birth",
    }
)
"""Names of questions that ask the same in every form: about who fills it. Others may mean somebody else."""

WRITTEN: Final = frozenset({"text", "date"})


def said_before(visit: Visit, path: QuestionPath) -> str:
    """The answer given in this visit to the same question of another form; empty when there is none to offer."""
    filling, name = visit.filling, _name(path)
    if filling is None or name not in ABOUT_ONESELF or filling.entry.raw(path) or visit.helper is not None:
        return ""
    question = filling.entry.question(path)
    kind = question.type.value
    if kind not in WRITTEN or question.secret or filling.entry.readonly(path):
        return ""
    for other in visit.aside:
        if raw := _answers(other.entry).get((name, kind)):
            return raw
    return dict(visit.said).get((name, kind), "")


def kept(visit: Visit, filling: Filling) -> Visit:
    """Remember, until the visit ends, what a form said that leaves the screen now."""
    return replace(visit, said=tuple({**dict(visit.said), **_answers(filling.entry)}.items()))


def _answers(entry: "Entry") -> dict[tuple[str, str], str]:
    return {
        (_name(one.path), one.type.value): entry.raw(one.path)
        for one in entry.pages()
        if _name(one.path) in ABOUT_ONESELF
        and entry.raw(one.path)
        and not one.secret
        and entry.problem(one.path) is None
    }


def _name(path: QuestionPath) -> str:
    # In an entry of a list the same name asks about somebody else.
    return "" if "[" in path else path.rsplit("/", 1)[-1]
