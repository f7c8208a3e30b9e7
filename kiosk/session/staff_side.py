# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The staff's side of a session: calls them, lets them in where this process was made for it, and does what they ask.

Their stores are opened on the store's lane, with keys that only a process without a visit is given.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.catalogue import Catalogue
from core.errors import Trouble, TroubleError
from core.ids import Language
from core.ports import Clock
from core.staff.finding import Found
from core.staff.log_events import Disposition, LogEvent
from core.visit import effects as fx
from core.visit import staff_events as e
from core.visit.events import Touched
from kiosk import link
from kiosk.lanes import Lane
from kiosk.paper import Printer
from kiosk.profile.model import Profile
from kiosk.session.receipts import make_day, make_found
from kiosk.session.speaker import SpeakerSink, sounding_of
from kiosk.session.staff_editing import StaffEditing
from kiosk.session.stores import StoreDoor
from kiosk.staff.looking import findings
from kiosk.staff_signal import StaffSignal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.staff.desk import Desk
    from ui.present.setting import Setting

log = logging.getLogger("kiosk.staff")

Answer = e.StaffAnswer | None


@dataclass(slots=True)
class StaffSide:
    """`now` gives what pages may know besides the visit, and its language; `send` takes what is answered."""

    profile: Profile
    clock: Clock
    stores: StoreDoor
    devices: Lane
    printer: Printer
    now: Callable[[], tuple["Setting", Language]]
    send: Callable[[e.StaffAnswer | Touched], None]
    shell: "QWidget"
    editing: StaffEditing = field(init=False)
    _desk: "Desk | None" = None
    _order: link.Order | None = None
    _keys: dict[str, str] | None = None

    def __post_init__(self) -> None:
        self.editing = StaffEditing(
            self.shell,
            self.clock,
            lambda: SpeakerSink(sounding_of(self.profile)),
            lambda: self.send(Touched()),
        )

    def call(self, wanted: bool) -> None:
        """Ask somebody to come, or tell them that nobody needs to."""
        signal = StaffSignal(self.profile.name, self.profile.staff_file, self.profile.staff_command)
        signal.call(self.clock.wall(), wanted=wanted)

    def let_in(self, order: link.Order, keys: dict[str, str]) -> None:
        """This process was made for staff to sign in, after a visit that they ended."""
        self._order, self._keys = order, keys
        self._in_lane(lambda desk: desk.note(LogEvent.VISIT_ENDED))

    def carry_out(self, effect: fx.StaffEffect) -> None:
        """Do it; what comes of it is sent."""
        match effect:
            case fx.StaffPrintDay(role=role):
                # Here, on the window's thread: paper needs its fonts.
                pdf = make_day(effect, self.profile, self.now()[0])
                self._print(pdf, "day", e.StaffButton.PRINT_DAY, LogEvent.DAY_PRINTED, role, {})
            case fx.StaffPrintFound(role=role):
                pdf = make_found(effect, self.profile, self.now()[0])
                refs: dict[str, str | int] = {"problems": effect.problems}
                button, event = e.StaffButton.PRINT_FOUND, LogEvent.FINDINGS_PRINTED
                self._print(pdf, "self-test", button, event, role, refs)
            case fx.StaffLook(role=role):
                profile = self._order.profile if self._order is not None else self.profile.name
                self.devices.run(lambda: findings(profile), lambda found: self._found(role, found))
            case fx.StaffEdit(role=role, language=language):
                self._edit(role, language)
            case _:
                self._in_lane(lambda desk: self._done(effect, desk))

    def _print(
        self,
        pdf: bytes,
        title: str,
        button: e.StaffButton,
        event: LogEvent,
        role: fx.Role,
        refs: dict[str, str | int],
    ) -> None:
        self.devices.run(
            lambda: self.printer.put(pdf, title),
            lambda trouble: self._noted(event, role, refs, e.StaffDone(button, trouble), trouble),
        )

    def _done(self, effect: fx.StaffEffect, desk: "Desk") -> Answer:
        match effect:
            case fx.StaffSignIn(shown=shown):
                return e.StaffAnswered(desk.sign_in(shown))
            case fx.StaffDescribe():
                return e.StaffStateHere(desk.state())
            case fx.StaffNote(event=event, role=role, why=why):
                desk.note(event, role, refs={"why": why} if why else {})
                desk.close()
                return None
            case fx.StaffNoteTest(event=event, role=role, asked=asked, silent=silent):
                desk.note(event, role, refs={"asked": asked, "silent": silent})
                return None
            case fx.StaffExport(role=role, held=held):
                return e.StaffDone(e.StaffButton.EXPORT, desk.export_sealed(role, held))
            case fx.StaffDiscard(first=first, second=second, held=held, reason=reason):
                return e.StaffDiscarded(desk.discard(first, second, held, reason))
            case fx.StaffExportLog(role=role):
                trouble = desk.export_log(role, self.profile.name)
                return e.StaffDone(e.StaffButton.EXPORT_LOG, trouble)
            case fx.StaffFreePrinter() | fx.StaffLookedForPaper():
                return _at_printer(effect, desk)
            case fx.StaffAskSource(role=role):
                return e.StaffDone(e.StaffButton.ASK, desk.ask_source(role))
            case fx.StaffSignLog(role=role):
                return e.CheckpointHere(*desk.checkpoint(role))
            case fx.StaffMakeCodes(role=role):
                return self._codes(desk, role)
            case fx.StaffTakeProfile(role=role, content=content):
                return self._take(desk, role, content)
            case fx.StaffPrintDay() | fx.StaffPrintFound() | fx.StaffLook() | fx.StaffEdit():
                raise TypeError(type(effect).__name__)

    def _codes(self, desk: "Desk", role: fx.Role) -> Answer:
        """The signed settings as codes."""
        from kiosk.staff.copying import codes_to_show
        from kiosk.staff.noting import codes_noted

        return codes_noted(codes_to_show(self.profile, desk.folder), desk, role)

    def _take(self, desk: "Desk", role: fx.Role, content: bytes) -> Answer:
        """Settings that were read from codes."""
        from kiosk.staff.copying import take_settings

        own = self._order.profile if self._order is not None else self.profile.name
        outcome = take_settings(own, desk.folder, content, self.clock)
        if isinstance(outcome, Trouble):
            log.info("brought settings were left alone: %s %s", outcome.key, outcome.detail)
            desk.note(LogEvent.PROFILE_TAKEN, role, Disposition.REFUSED)
            return e.StaffDone(e.StaffButton.READ_CODES, outcome)
        desk.note(LogEvent.PROFILE_TAKEN, role, refs={"version": outcome})
        return e.StaffDone(e.StaffButton.READ_CODES)

    def _edit(self, role: fx.Role, language: Language) -> None:
        """Open the settings over this window; that and each saving has its record."""
        file = self._order.profile if self._order is not None else self.profile.name

        def saved(how: Disposition, settings: int) -> None:
            self._in_lane(lambda desk: desk.note(LogEvent.PROFILE_CHANGED, role, how, {"settings": settings}))

        def opened(services: Catalogue) -> None:
            trouble = self.editing.open(file, language, self.now()[0].preferences, saved, services)
            answer = e.StaffDone(e.StaffButton.EDIT, trouble)
            self._noted(LogEvent.PROFILE_OPENED, role, {}, answer, trouble)

        def known() -> Catalogue:
            from kiosk.staff.offer import services_known

            return services_known(self.stores.opened().cache)

        self.stores.lane.run(known, opened)

    def _found(self, role: fx.Role, found: tuple[Found, ...]) -> None:
        def work(desk: "Desk") -> Answer:
            from kiosk.staff.noting import findings_noted

            return findings_noted(found, self.profile, self.stores.opened().cache, desk, role)

        self._in_lane(work)

    def _noted(
        self,
        event: LogEvent,
        role: fx.Role,
        refs: dict[str, str | int],
        answer: e.StaffAnswer,
        trouble: Trouble | None,
    ) -> None:
        how = Disposition.DONE if trouble is None else Disposition.FAILED

        def work(desk: "Desk") -> Answer:
            desk.note(event, role, how, refs)
            return answer

        self._in_lane(work)

    def _in_lane(self, work: "Callable[[Desk], Answer]") -> None:
        def guarded() -> Answer:
            try:
                return work(self._opened())
            except TroubleError as error:
                log.error("staff could not be served: %s", error)
                return e.StaffDone(e.StaffButton.OPEN, error.trouble)

        self.stores.lane.run(guarded, self._answered)

    def _answered(self, answer: Answer) -> None:
        if answer is not None:
            self.send(answer)

    def _opened(self) -> "Desk":
        """On the store's lane. RuntimeError in a process that was not made for staff (a bug)."""
        if self._desk is None:
            if self._order is None or self._keys is None:
                raise RuntimeError("this process was not made for staff")
            from kiosk.session.staff_desk import open_desk

            self._desk = open_desk(
                self._order, self._keys, self.profile, self.clock, self.printer, self.stores.opened()
            )
        return self._desk


def _at_printer(effect: fx.StaffFreePrinter | fx.StaffLookedForPaper, desk: "Desk") -> Answer:
    match effect:
        case fx.StaffFreePrinter(role=role):
            return e.StaffDone(e.StaffButton.FREE, desk.free_printer(role))
        case fx.StaffLookedForPaper(role=role):
            return e.StaffDone(e.StaffButton.LOOKED, desk.looked_for_paper(role))
