# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings to carry, at a window: a card is read and used, printed, saved, or looked for with the camera."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from accessibility.card import MOST_BYTES, Card, write_card
from accessibility.card_code import read_anything
from accessibility.preferences import Preferences
from core.errors import Trouble
from core.ids import Language
from core.visit import effects as fx
from core.visit import events as e
from kiosk.lanes import Lane
from kiosk.paper import Prints
from kiosk.profile import model
from kiosk.session.camera import CameraReader
from kiosk.session.own_settings import write_privately
from ui.present.setting import Setting

if TYPE_CHECKING:
    from ui.pages.reporting import Report

log = logging.getLogger("kiosk.session")

FILE: Final = "civic-kiosk-settings.json"
TITLE: Final = "settings-card"
"""The name of the print job: the same for everybody."""


class Cards:
    """`send` takes events and whole preferences; `now` gives the setting and the language of this moment.

    `folder` is where a file is saved; None where nothing may be saved.
    """

    def __init__(
        self,
        profile: model.Profile,
        usual: Preferences,
        send: "Callable[[Report], None]",
        now: Callable[[], tuple[Setting, Language]],
        printer: Prints,
        devices: Lane,
        camera: CameraReader,
        folder: Path | None,
    ) -> None:
        self._profile = profile
        self._usual = usual
        self._send = send
        self._now = now
        self._printer = printer
        self._devices = devices
        self._camera = camera
        self._folder = folder

    def carry_out(self, effect: fx.CardEffect) -> None:
        """See `kiosk.around.Surroundings.card`."""
        match effect:
            case fx.TakeCard(text=text):
                self._take(text)
            case fx.KeepCard(on_paper=True):
                self._print()
            case fx.KeepCard():
                self._save()
            case fx.OpenCard():
                self._open()
            case fx.LookForCard():
                self._camera.look(self._seen, lambda trouble: self._send(e.CameraEnded(trouble)))
            case fx.StopLooking():
                self._camera.stop()

    def save_in(self, folder: Path | None) -> None:
        """Save files in another folder from now on, or nowhere."""
        self._folder = folder

    def close(self) -> None:
        """Let go of the camera."""
        self._camera.stop()

    def _seen(self, text: str) -> None:
        self._send(e.CardShown(text))

    def _take(self, text: str) -> None:
        card = read_anything(text, self._usual)
        if card is None:
            self._send(e.CardUnknown())
            return
        self._send(self._safe(card))
        language = Language(card.language)
        self._send(e.CardTaken(language if language in self._profile.languages else None))

    def _safe(self, card: Card) -> Preferences:
        """What a card asks for, with the way of input that this machine has."""
        return replace(card.preferences, hands=self._now()[0].preferences.hands)

    def _print(self) -> None:
        from kiosk.session.receipts import make_card

        setting, language = self._now()
        pdf = make_card(setting, language, self._profile)
        self._devices.run(lambda: self._printer.put(pdf, TITLE), self._on_paper)

    def _save(self) -> None:
        folder = self._folder
        if folder is None:
            self._send(e.CardKept(Trouble("trouble.card_not_saved")))
            return
        setting, language = self._now()
        text = write_card(setting.preferences, language, self._usual)
        self._devices.run(lambda: _saved(folder / FILE, text), self._kept)

    def _open(self) -> None:
        folder = self._folder
        if folder is None:
            self._send(e.NoCardFile())
        else:
            self._devices.run(lambda: _opened(folder / FILE), self._read)

    def _read(self, text: str) -> None:
        # What lies there in its place is no card: to the person there is none.
        if read_anything(text, self._usual) is None:
            self._send(e.NoCardFile())
        else:
            self._take(text)

    def _on_paper(self, trouble: Trouble | None) -> None:
        self._send(e.CardKept(trouble, on_paper=True))

    def _kept(self, trouble: Trouble | None) -> None:
        self._send(e.CardKept(trouble))


def _opened(path: Path) -> str:
    """What stands in the file, or a little more than a card can hold of it; empty where there is none."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1).decode("utf-8", "replace")
    except OSError as problem:
        log.info("no card to open: %s", problem.strerror)
        return ""


def _saved(path: Path, text: str) -> Trouble | None:
    try:
        write_privately(path, text)
    except OSError as problem:
        log.error("the card could not be saved: %s", problem.strerror)
        return Trouble("trouble.card_not_saved")
    return None
