# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries out what a visit asks for, and answers with events. No Qt: the window and the command line share it."""

import logging
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, assert_never

from core.catalogue import Channel
from core.errors import Trouble, TroubleError
from core.ids import SubmissionId
from core.offer import EVERYTHING, Offer
from core.ports import Clock
from core.quotas import MOST_AN_HOUR, is_too_many
from core.signed_receipt import judged
from core.submission import Delivery
from core.visit import effects as fx
from core.visit import events as e
from kiosk.around import Surroundings
from kiosk.clock import instant, local
from kiosk.drafts import DraftWork, Stores
from kiosk.holding import holding
from kiosk.lanes import Lane
from kiosk.opening_forms import OpeningForms
from kiosk.own_services import own_services
from kiosk.shelf import offered_hits, shelf

if TYPE_CHECKING:
    from core.forms.entry import Entry

log = logging.getLogger("kiosk.visit")

T = TypeVar("T")


class Effects:
    """One visit's effects. `send` takes the answering events, on the thread that calls `carry_out`.

    `most_an_hour` forms are taken from whoever stands there; None where a command fills them in.
    """

    def __init__(
        self,
        lane: Lane,
        stores: Callable[[], Stores],
        send: Callable[[e.Event], None],
        surroundings: Surroundings,
        clock: Clock,
        new_id: Callable[[], SubmissionId],
        forms: OpeningForms,
        offer: Offer = EVERYTHING,
        random_bytes: Callable[[int], bytes] = os.urandom,
        most_an_hour: int | None = MOST_AN_HOUR,
        probe: str = "",
    ) -> None:
        self._lane = lane
        self._stores = stores
        self._send = send
        self._around = surroundings
        self._clock = clock
        self._new_id = new_id
        self._random = random_bytes
        self._offer = offer
        self._most_an_hour = most_an_hour
        self._probe = probe
        self._watched: set[SubmissionId] = set()
        self._seen: tuple[int, int] = (-1, -1)
        self._looking = False
        self._forms = forms
        self._drafts = DraftWork(forms, new_id)

    def carry_out(self, effect: fx.Effect) -> None:
        """Do it, or have it done in the lane."""
        if isinstance(effect, fx.StaffEffect):
            self._around.staff(effect)
        else:
            self._for_citizens(effect)

    def _for_citizens(self, effect: fx.Effect) -> None:
        match effect:
            case fx.RunSearch() | fx.ListAll() | fx.LookUp() | fx.CheckReceipt() | fx.DescribeMachine():
                self._ask(effect)
            case fx.OpenForm():
                self._open(effect)
            case fx.LoadDrafts() | fx.KeepDraft() | fx.DropDraft() | fx.MendDraft() | fx.Discard():
                now = instant(self._clock)
                self._in_lane(lambda stores: self._drafts.do(effect, stores, now), lambda answer: answer)
            case fx.LoadOwnServices() | fx.KeepOwnServices():
                self._in_lane(lambda one: own_services(effect, one, instant(self._clock)), lambda told: told)
            case fx.Seal():
                self._seal(effect)
            case fx.Watch(submission=submission):
                self._watched.add(submission)
                self._in_lane(lambda stores: stores.outbox.delivery(submission), self._changed)
            case fx.PrintReceipt() | fx.PrintLeaflet() | fx.PrintForm() | fx.PrintNumbers():
                self._around.print_paper(effect)
            case fx.Speak() | fx.PlaySound() | fx.StopSpeaking() | fx.Remind():
                self._voice(effect)
            case fx.CallPerson(wanted=wanted):
                self._around.call_person(wanted=wanted)
            case fx.TakeCard() | fx.KeepCard() | fx.OpenCard() | fx.LookForCard() | fx.StopLooking():
                self._around.card(effect)
            case fx.OpenMap() | fx.DrawMap():
                self._around.map(effect)
            case fx.LookForFiles() | fx.TakeFile() | fx.BeginMaking() | fx.FinishMaking() | fx.StopMaking():
                self._around.file(effect)
            case fx.EndVisit(ending=ending):
                self._around.end_visit(ending)

    def close(self) -> None:
        """End what was started for the forms of this visit."""
        self._forms.close()

    def look_around(self) -> None:
        """See whether the courier has changed anything: the shelf, or a watched submission."""
        if not self._looking:
            self._looking = True
            self._lane.run(self._look, self._looked)

    @property
    def watching(self) -> bool:
        """Whether a submission is being watched, so that looking around often is worth it."""
        return bool(self._watched)

    def read_ahead(self, channel: Channel) -> None:
        """Have the form of a channel read, since its service is being looked at; nothing is begun, and nobody told."""

        def work(stores: Stores) -> None:
            kept = stores.cache.form(channel.endpoint, channel.form)
            if kept is not None:
                self._forms.read_ahead(kept)

        self._in_lane(work, lambda _: None)

    def _voice(self, effect: fx.HearingEffect) -> None:
        match effect:
            case fx.Speak(what=what):
                self._around.speak(what)
            case fx.PlaySound(content=content):
                self._around.play(content)
            case fx.StopSpeaking(pause=pause):
                self._around.stop_speaking(pause=pause)
            case fx.Remind():
                self._around.remind()
            case _:
                assert_never(effect)

    def _ask(
        self, question: fx.RunSearch | fx.ListAll | fx.LookUp | fx.CheckReceipt | fx.DescribeMachine
    ) -> None:
        """What the stores know and nothing changes."""
        match question:
            case fx.RunSearch(words=words, language=language):
                self._in_lane(
                    lambda stores: offered_hits(stores.cache, self._offer, words, language),
                    lambda hits: e.SearchAnswered(words, hits),
                )
            case fx.ListAll():
                self._in_lane(lambda stores: tuple(reversed(stores.outbox.deliveries())), e.AllListed)
            case fx.LookUp(typed=typed):
                self._in_lane(
                    lambda stores: stores.outbox.by_reference(typed),
                    lambda found: e.NumberLookedUp(typed, found),
                )
            case fx.CheckReceipt(text=text):
                self._in_lane(
                    lambda stores: judged(text, stores.receipt_keys),
                    lambda verdict: e.ReceiptJudged(text, verdict),
                )
            case fx.DescribeMachine():
                self._in_lane(lambda stores: holding(stores.cache, stores.outbox), e.MachineDescribed)

    def _in_lane(self, work: Callable[[Stores], T], answer: Callable[[T], e.Event | None]) -> None:
        def then(result: T) -> None:
            event = answer(result)
            if event is not None:
                self._send(event)

        self._lane.run(lambda: work(self._stores()), then)

    def _open(self, effect: fx.OpenForm) -> None:
        submission, now = self._new_id(), local(self._clock.wall())
        service, channel = effect.service, effect.channel

        def work(stores: Stores) -> "Entry | Trouble":
            if not stores.outbox.has_room():
                # Told now, and not after an hour of writing.
                return Trouble("trouble.no_room")
            if is_too_many(stores.outbox, self._clock.wall(), self._most_an_hour):
                return Trouble("trouble.too_many")
            kept = stores.cache.form(channel.endpoint, channel.form)
            if kept is None:
                return Trouble("trouble.form_not_here", detail=f"{channel.endpoint} {channel.form}")
            opened = self._forms.begun(kept, submission, now)
            self._drafts.opened(submission, kept)
            return opened

        def answer(opened: "Entry | Trouble") -> e.Event:
            if isinstance(opened, Trouble):
                log.info("form %s not opened: %s %s", channel.form, opened.key, opened.detail)
                return e.FormClosed(service.id, opened)
            return e.FormOpened(service.id, opened)

        self._in_lane(work, answer)

    def _seal(self, effect: fx.Seal) -> None:
        from kiosk import sealing

        seal, created = sealing.new_seal(self._random), self._clock.wall()

        def work(stores: Stores) -> Delivery | Trouble:
            return stores.outbox.seal(sealing.submission(effect, seal, created))

        def answer(sealed: Delivery | Trouble) -> e.Event:
            if isinstance(sealed, Trouble):
                log.error("submission not sealed: %s %s", sealed.key, sealed.detail)
                return e.SealFailed(sealed)
            return e.Sealed(sealed)

        self._in_lane(work, answer)

    def _changed(self, delivery: Delivery | None) -> e.Event | None:
        return e.DeliveryChanged(delivery) if delivery is not None else None

    def _look(self) -> tuple[e.Event, ...]:
        """What is new. A store that refuses once is looked at again: whoever waits for an answer waits for this."""
        try:
            return self._news(self._stores())
        except TroubleError as error:
            log.error("the stores were not looked at: %s %s", error.trouble.key, error.trouble.detail)
            return ()

    def _news(self, stores: Stores) -> tuple[e.Event, ...]:
        seen = (stores.cache.version(), stores.outbox.version())
        found: list[e.Event] = []
        if seen[0] != self._seen[0]:
            found.append(shelf(stores.cache, self._offer, self._probe))
        if seen[1] != self._seen[1]:
            self._drafts.let_go(stores, instant(self._clock))
            deliveries = (stores.outbox.delivery(submission) for submission in sorted(self._watched))
            found.extend(e.DeliveryChanged(delivery) for delivery in deliveries if delivery is not None)
        self._seen = seen
        return tuple(found)

    def _looked(self, found: tuple[e.Event, ...]) -> None:
        self._looking = False
        for event in found:
            self._send(event)
