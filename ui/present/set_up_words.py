# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of each step of a first set-up, and which settings stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.visit.guiding_state import SetUpStep
from i18n.messages import Messages

if TYPE_CHECKING:
    from core.forms.entry import Entry

LANGUAGES: Final = "/data/languages"
COUNTER: Final = "/data/town/counter"


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a step is about, and what to do there."""

    heading: str
    hint: str


@dataclass(frozen=True, slots=True)
class Asks:
    """What only somebody at the machine can tell, and what to do where it is not so: keys of messages."""

    question: str
    otherwise: str


_WORDS: Final = {
    SetUpStep.LANGUAGES: ("profile.group.languages", "profile.about.languages"),
    SetUpStep.PLACE: ("profile.group.place", ""),
    SetUpStep.SCREEN: ("profile.group.screen", ""),
    SetUpStep.SOUND: ("profile.group.voice", ""),
    SetUpStep.PAPER: ("profile.group.paper", ""),
    SetUpStep.NETWORK: ("set_up.network", ""),
    SetUpStep.AGENCIES: ("profile.group.agencies", "set_up.address"),
    SetUpStep.SERVICES: ("masthead.services", "set_up.events"),
    SetUpStep.FORMS: ("profile.title.forms.offer", ""),
    SetUpStep.DONE: ("profile.compare", ""),
}

ASKS: Final = {
    SetUpStep.SOUND: Asks("set_up.heard", "set_up.not_heard"),
    SetUpStep.PAPER: Asks("set_up.printed", "set_up.not_printed"),
}

LOOKS: Final = {
    SetUpStep.SOUND: "set_up.say",
    SetUpStep.PAPER: "set_up.print",
    SetUpStep.NETWORK: "file.look_again",
    SetUpStep.SERVICES: "file.look_again",
    SetUpStep.FORMS: "file.look_again",
}
"""What the button is called that has the machine look."""

LOOKING: Final = "staff.findings_wait"

_SETTINGS: Final = {
    SetUpStep.LANGUAGES: (LANGUAGES, "/data/office_language"),
    SetUpStep.PLACE: ("/data/town/name", "/data/town/phone", "/data/town/hours", "/data/town/emergency"),
    SetUpStep.SCREEN: ("/data/screen/ppi", "/data/screen/distance_mm"),
    SetUpStep.SOUND: ("/data/voice/private", "/data/voice/device", "/data/voice/card", "/data/voice/jack"),
    SetUpStep.PAPER: ("/data/paper/size", "/data/paper/printer", "/data/paper/folder"),
    SetUpStep.AGENCIES: ("/data/catalogue", "/data/origins[+]", "/data/access[+]"),
    SetUpStep.FORMS: ("/data/forms/offer", "/data/access[+]"),
}


def words_of(step: SetUpStep, texts: Messages) -> StepWords:
    """The heading and the sentence under it, which a step may do without."""
    head, hint = _WORDS[step]
    return StepWords(texts.text(head), texts.text(hint) if hint else "")


def settings_at(step: SetUpStep, path: str, entry: Entry) -> bool:
    """Whether a setting stands on a step: of the texts in several languages those that people can choose."""
    if step is SetUpStep.PLACE and path.startswith(f"{COUNTER}/"):
        chosen = next((entry.raw(one.path) for one in entry.questions() if one.path == LANGUAGES), "")
        offered = next((one for one in entry.questions() if one.path == LANGUAGES), None)
        values = entry.form.shapes[entry.tree.origin(offered.node)].values if offered is not None else {}
        tags = {str(values.get(token, token)) for token in chosen.split()}
        return path.removeprefix(f"{COUNTER}/") in tags
    return path in _SETTINGS.get(step, ()) or (step is SetUpStep.PLACE and path == COUNTER)
