# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which services a machine has done to their end in every way of using it, as facts on a page of the staff's."""

from collections.abc import Callable, Mapping
from typing import Final

from core.ids import Language
from core.staff.form_walk import FormWalk, Stuck
from core.text import Phrase
from core.visit.state import Visit
from i18n.direction import isolate
from i18n.formats import language_name, list_join
from i18n.messages import Messages
from ui.present import outside
from ui.present.service_facts import Fact

_WAYS: Final[Mapping[str, Callable[[Messages], str]]] = {
    "large text": lambda texts: texts.text("staff.walk.large"),
    "voice": lambda texts: texts.text("bar.read"),
    "two switches": lambda texts: texts.text("ways.way.two-switches"),
    "easy words": lambda texts: texts.text("comfort.words_easy"),
    "right to left": lambda texts: language_name("ar", texts.language),
    "Chinese": lambda texts: language_name("zh-Hans", texts.language),
}
"""The ways of `kiosk.gate.modes` by their names; one that is not known here keeps its own."""

WAYS: Final = frozenset(_WAYS)


def walk_facts(visit: Visit, walks: tuple[FormWalk, ...], texts: Messages) -> tuple[Fact, ...]:
    """One for each service, those that are not offered first."""
    ordered = sorted(walks, key=lambda one: one.offered)
    return tuple(_fact(visit, one, texts) for one in ordered)


def _fact(visit: Visit, walk: FormWalk, texts: Messages) -> Fact:
    language = Language(texts.language)
    service = visit.service(walk.service)
    name = outside.name(service.name, language).text if service is not None else isolate(walk.service, "en")
    return Fact("check" if walk.offered else "problem", name, Phrase(_said(walk, texts), language))


def _said(walk: FormWalk, texts: Messages) -> str:
    if walk.offered:
        return texts.text("staff.walk.passed")
    if not walk.stuck:
        return texts.text("staff.walk.untried")
    return texts.text(
        "staff.walk.stuck", ways=list_join([_way(one, texts) for one in walk.stuck], texts.language)
    )


def _way(stuck: Stuck, texts: Messages) -> str:
    """The way of using the machine. Where it ended there is for who mends the form: `kiosk doctor` says it."""
    known = _WAYS.get(stuck.mode)
    return known(texts) if known is not None else isolate(stuck.mode, "en")
