# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of a visit: asked first when answers would be lost, and said plainly when all is forgotten."""

from dataclasses import dataclass

from core.ids import Language
from core.visit.begun import held, unsent
from core.visit.delays import DRAFT_DAYS
from core.visit.pages import AboutService
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present import offices
from ui.present.machine import wiped
from ui.present.reading import Item, button, heading, sentence, shown
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class AskFinishContents:
    """The safe choice comes first and has the lit door. `keep` is empty where nothing outlives the visit."""

    language: Language
    heading: str
    text: str
    go_on: str
    keep: str
    finish: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.text, self.language),
            button(self.go_on, self.language),
            button(self.keep, self.language),
            button(self.finish, self.language),
        )


@dataclass(frozen=True, slots=True)
class AskAfreshContents:
    """Going on comes first and has the lit door, as the safe choice."""

    language: Language
    heading: str
    text: str
    go_on: str
    afresh: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.text, self.language),
            button(self.go_on, self.language),
            button(self.afresh, self.language),
        )


@dataclass(frozen=True, slots=True)
class FinishedContents:
    """What the machine says once it has forgotten somebody. `wiped` is its proof, once the process is gone."""

    language: Language
    heading: str
    forgotten: str
    wiped: str
    take: str
    begin: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.forgotten, self.language),
            sentence(self.wiped, self.language),
            sentence(self.take, self.language),
            button(self.begin, self.language),
        )


def present_ask_finish(visit: Visit, texts: Messages) -> AskFinishContents:
    """What would be lost by finishing now."""
    begun = unsent(visit)
    names = offices.services_line(visit, begun, texts)
    if visit.keeps:
        text = texts.text("keep.text", names=names, days=texts.days(DRAFT_DAYS))
    elif len(begun) > 1:
        text = texts.text("finish.text_several", names=names)
    else:
        text = texts.text("finish.text_named", name=names) if names else texts.text("finish.text")
    return AskFinishContents(
        language=visit.language,
        heading=texts.text("keep.heading" if visit.keeps else "finish.heading"),
        text=text,
        go_on=texts.text("finish.go_on"),
        keep=texts.text("keep.keep") if visit.keeps else "",
        finish=texts.text("keep.forget" if visit.keeps else "finish.finish"),
    )


def present_ask_afresh(visit: Visit, texts: Messages) -> AskAfreshContents:
    """What would be lost by beginning the form of the service below anew."""
    filling = held(visit, visit.page.service) if isinstance(visit.page, AboutService) else None
    names = offices.services_line(visit, (filling,) if filling is not None else (), texts)
    return AskAfreshContents(
        language=visit.language,
        heading=texts.text("afresh.heading"),
        text=texts.text("afresh.text", name=names),
        go_on=texts.text("service.go_on"),
        afresh=texts.text("afresh.forget"),
    )


def present_finished(visit: Visit, texts: Messages, setting: Setting) -> FinishedContents:
    """The farewell."""
    return FinishedContents(
        language=visit.language,
        heading=texts.text("finished.heading"),
        forgotten=texts.text(_forgotten(visit, setting)),
        wiped=wiped(visit.last_end, texts),
        take="" if setting.at_home else texts.text("finished.take"),
        begin=texts.text("finished.begin"),
    )


def _forgotten(visit: Visit, setting: Setting) -> str:
    if visit.keeps:
        return "keep.finished"
    return "finished.forgotten_home" if setting.at_home else "finished.forgotten"
