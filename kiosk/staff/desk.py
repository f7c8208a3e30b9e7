# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff do in the window, done with the stores, each thing with its record in the log."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from pathlib import Path
from typing import Final

from core.errors import Trouble
from core.ports import Clock, Outbox
from core.staff.agency_reach import AgencyReach
from core.staff.log_events import Disposition, LogEvent
from core.staff.log_record import Entry
from core.staff.machine_state import GivenUp, Held, MachineState, machine_state
from core.staff.member import Member, NotSignedIn, Shown, Staff
from core.staff.roles import Role, Task, may
from core.staff.set_up_state import SetUpState
from kiosk.clock import ZONE, on_the_clock
from kiosk.paper_left import looked_for, paper_left
from kiosk.print_queue import PrintQueue
from kiosk.profile.model import FilePlaces
from kiosk.staff.moments import log_moment, moment
from kiosk.staff.sticks import put_on_stick
from offline_cache.checkpoint_code import code_of
from offline_cache.sealed_export import sealed_file
from offline_cache.staff_log import StoredLog
from offline_cache.staff_log_file import written

CHANGED: Final = "trouble.held_changed"


@dataclass(frozen=True, slots=True)
class Desk:
    """The stores of one machine for its staff. `folder` is theirs; `places` is where sticks are put in.

    `set_up` looks at what the machine is set up with; `queue` prints, where there is one, and `reaches`
    tells which servers of agencies answer; `ask` has the source of set-ups asked now.
    """

    staff: Staff
    log: StoredLog
    outbox: Outbox
    folder: Path
    places: FilePlaces
    clock: Clock
    set_up: Callable[[], SetUpState] = SetUpState
    queue: PrintQueue | None = None
    reaches: Callable[[], tuple[AgencyReach, ...]] = tuple
    ask: Callable[[], None] = lambda: None

    def note(
        self,
        event: LogEvent,
        role: Role | None = None,
        disposition: Disposition = Disposition.DONE,
        refs: Mapping[str, str | int] | None = None,
    ) -> None:
        """Write a record."""
        self.log.write(Entry(event, role, disposition, refs or {}), log_moment(self.clock))

    def sign_in(self, shown: Shown) -> Member | NotSignedIn:
        """Who it is. Each try has its record, and none says whose number it was."""
        answer = self.staff.sign_in(shown, lambda: moment(self.clock))
        if isinstance(answer, NotSignedIn):
            self.note(LogEvent.SIGNED_IN, disposition=Disposition.REFUSED, refs={"wait": int(answer.wait)})
        else:
            self.note(LogEvent.SIGNED_IN, answer.role)
        return answer

    def state(self) -> MachineState:
        """What the machine holds now."""
        now = self.clock.wall()
        midnight = datetime.combine(on_the_clock(now).date(), time(), tzinfo=ZONE).timestamp()
        state = machine_state(self.outbox.deliveries(), now, midnight)
        printer = self.queue.state() if self.queue is not None else None
        left = paper_left(self.folder)
        return replace(state, set_up=self.set_up(), printer=printer, reaches=self.reaches(), paper=left)

    def looked_for_paper(self, role: Role) -> Trouble | None:
        """They have looked in the printer for what visits may have left there. None is success."""
        self._must(role, Task.RELEASE_JAM)
        try:
            papers = looked_for(self.folder)
        except OSError:
            return Trouble("trouble.no_room")
        self.note(LogEvent.PAPER_LOOKED_FOR, role, refs={"papers": papers})
        return None

    def free_printer(self, role: Role) -> Trouble | None:
        """Let the printer go on, without the sheets that wait: nobody reads them, they are only counted."""
        self._must(role, Task.RELEASE_JAM)
        if self.queue is None:
            return Trouble("trouble.no_printer")
        freed = self.queue.free()
        self.note(LogEvent.PRINTER_FREED, role, _how(freed.trouble), {"sheets": freed.sheets})
        return freed.trouble

    def ask_source(self, role: Role) -> Trouble | None:
        """Have the courier ask the source of set-ups now: nobody else has a network. None is success."""
        self._must(role, Task.SEE_NETWORK)
        try:
            self.ask()
        except OSError:
            self.note(LogEvent.SOURCE_ASKED, role, Disposition.FAILED)
            return Trouble("trouble.not_asked")
        self.note(LogEvent.SOURCE_ASKED, role)
        return None

    def export_sealed(self, role: Role, held: Held) -> Trouble | None:
        """Put it onto a stick, still sealed. None is success."""
        self._must(role, Task.EXPORT_SEALED)
        content = sealed_file(self.folder, held.id)
        trouble = (
            content
            if isinstance(content, Trouble)
            else put_on_stick(self.places, f"sealed-{held.seal}.zip", content)
        )
        self.note(LogEvent.SEALED_EXPORTED, role, _how(trouble), {"seal": held.seal})
        return trouble

    def discard(
        self, first: Member, second: Shown, held: Held, reason: GivenUp
    ) -> Trouble | NotSignedIn | None:
        """Give it up for ever, if a second person signs in for it who is another one. None is success."""
        self._must(first.role, Task.DISCARD_SEALED)
        other = self.sign_in(second)
        if isinstance(other, NotSignedIn):
            return other
        refs = {
            "seal": held.seal,
            "state": held.state.value,
            "second": other.role.value,
            "reason": reason.value,
        }
        if other.number == first.number or not may(other.role, Task.DISCARD_SEALED):
            self.note(LogEvent.SEALED_DISCARDED, first.role, Disposition.REFUSED, refs)
            return NotSignedIn(0.0, looked_at=True)
        delivery = self.outbox.delivery(held.id)
        gone = delivery is not None and delivery.state is held.state and self.outbox.discard(delivery)
        how = Disposition.DONE if gone else Disposition.FAILED
        self.note(LogEvent.SEALED_DISCARDED, first.role, how, refs)
        return None if gone else Trouble(CHANGED)

    def export_log(self, role: Role, machine: str) -> Trouble | None:
        """Put the whole log onto a stick. Its last record is that it was exported, and its last line a signature."""
        self._must(role, Task.EXPORT_LOG)
        at = log_moment(self.clock)
        number = self.log.write(Entry(LogEvent.LOG_EXPORTED, role), at)
        self.log.sign(at)
        day = on_the_clock(at.wall).date().isoformat()
        trouble = put_on_stick(self.places, f"staff-log-{machine}-{day}.jsonl", written(self.log))
        if trouble is not None:
            self.note(LogEvent.LOG_EXPORTED, role, Disposition.FAILED, {"records": number})
        return trouble

    def checkpoint(self, role: Role) -> tuple[int, str]:
        """The log's signature as a code, which is its last record, and over how many records it is."""
        self._must(role, Task.EXPORT_LOG)
        at = log_moment(self.clock)
        number = self.log.write(Entry(LogEvent.CHECKPOINT_SHOWN, role), at)
        self.log.sign(at)
        return number, code_of(self.log.checkpoints()[-1], self.log.chain.public)

    def close(self) -> None:
        """Sign what stands in the log."""
        self.log.sign(log_moment(self.clock))

    def _must(self, role: Role, task: Task) -> None:
        """No page offers what a role may not do; who asks for it all the same is a bug."""
        if not may(role, task):
            raise PermissionError(f"{role.value} may not {task.value}")


def _how(trouble: Trouble | None) -> Disposition:
    return Disposition.DONE if trouble is None else Disposition.FAILED
