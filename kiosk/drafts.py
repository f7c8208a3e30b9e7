# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One visit's side of the store of drafts: puts forms away with what was published, and brings them back opened.

Everything here runs in the store lane. No Qt: the window and the command line share it.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, assert_never

from core.errors import Trouble, TroubleError
from core.ids import Language, SubmissionId
from core.ports import Cache, CachedForm, Drafts, KeptServices, Outbox, ReceiptKeys
from core.text import Phrase
from core.visit import effects as fx
from core.visit import events as e
from kiosk.clock import local
from kiosk.opening_forms import OpeningForms

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.drafts import Draft
    from core.forms.entry import Entry
    from core.passed_time import Instant

log = logging.getLogger("kiosk.visit")

DraftAnswer = e.DraftsHere | e.DraftNotKept | e.Mended | e.Discarded
"""What the store of drafts answers."""


class Stores(Protocol):
    """The stores, opened by and used on the store lane only. `drafts` and
    `own_services` are None where nothing outlives a visit."""

    @property
    def cache(self) -> Cache:
        """What agencies published."""

    @property
    def outbox(self) -> Outbox:
        """What citizens sent."""

    @property
    def receipt_keys(self) -> ReceiptKeys:
        """What signs receipts and knows signatures; the courier has none."""

    @property
    def drafts(self) -> Drafts | None:
        """What was begun and not sent."""

    @property
    def own_services(self) -> KeptServices | None:
        """What somebody added to their services, or used last."""


class DraftWork:
    """Knows which published form each open form came from, since that form is kept with its answers."""

    def __init__(self, forms: OpeningForms, new_id: Callable[[], SubmissionId]) -> None:
        self._forms = forms
        self._new_id = new_id
        self._published: dict[SubmissionId, CachedForm] = {}

    def opened(self, submission: SubmissionId, form: CachedForm) -> None:
        """A form was opened from its published bytes, under the id that it will be sent with."""
        self._published[submission] = form

    def do(self, effect: fx.DraftEffect, stores: Stores, now: "Instant") -> DraftAnswer | None:
        """Carry an effect out. A disk that refuses is answered, so that nobody is told what is not so."""
        if stores.drafts is None:
            return None
        try:
            _pass_time(stores, stores.drafts, now)
            match effect:
                case fx.LoadDrafts(language=language):
                    begun = tuple(self._restored(stores, stores.drafts, language))
                    return e.DraftsHere(begun, frozenset(_sent(stores, stores.drafts)))
                case fx.KeepDraft():
                    stores.drafts.keep(self._draft(effect, now.wall))
                    self._let_go(stores, stores.drafts)
                case fx.DropDraft(submission=submission):
                    stores.drafts.drop(submission)
                case fx.MendDraft(submission=submission, language=language):
                    return e.Mended(
                        submission, self._mended(stores, stores.drafts, submission, language, now.wall)
                    )
                case fx.Discard(delivery=delivery):
                    done = stores.outbox.discard(delivery)
                    if done:
                        stores.drafts.drop(delivery.id)
                    return e.Discarded(delivery.id, done)
                case _:
                    assert_never(effect)
        except TroubleError as error:
            log.error("a draft was not kept: %s %s", error.trouble.key, error.trouble.detail)
            return e.DraftNotKept(error.trouble)
        return None

    def let_go(self, stores: Stores, now: "Instant") -> None:
        """Forget the answers of everything that an agency has by now."""
        if stores.drafts is not None:
            _pass_time(stores, stores.drafts, now)
            self._let_go(stores, stores.drafts)

    def _let_go(self, stores: Stores, drafts: Drafts) -> None:
        from core.drafts import is_needed

        for draft in drafts.all():
            if not is_needed(stores.outbox.delivery(draft.submission)):
                drafts.drop(draft.submission)

    def _mended(
        self, stores: Stores, drafts: Drafts, submission: SubmissionId, language: Language, now: float
    ) -> e.RestoredDraft | None:
        """The same answers under an id of their own: what was refused is another submission for ever."""
        draft = next((one for one in drafts.all() if one.submission == submission), None)
        if draft is None:
            return None
        return self._back(stores.cache, replace(draft, submission=self._new_id(), begun=local(now)), language)

    def _draft(self, effect: fx.KeepDraft, now: float) -> "Draft":
        from core.drafts import Draft
        from core.forms.keeping import given

        entry = effect.entry
        return Draft(
            service=effect.service,
            form=self._published[entry.submission_id],
            submission=entry.submission_id,
            begun=entry.setting.now,
            saved=now,
            reached=effect.reached,
            given=given(entry),
        )

    def _restored(self, stores: Stores, drafts: Drafts, language: Language) -> Iterator[e.RestoredDraft]:
        self._let_go(stores, drafts)
        for draft in drafts.all():
            if stores.outbox.delivery(draft.submission) is not None:
                # It was sent. Its answers wait for the agency's, and are no form that somebody begins again.
                continue
            back = self._back(stores.cache, draft, language)
            if back is not None:
                yield back

    def _back(self, cache: Cache, draft: "Draft", language: Language) -> e.RestoredDraft | None:
        entry = self._forms.resumed(draft.form, draft)
        if isinstance(entry, Trouble):
            log.error("draft of %s does not open: %s %s", draft.service, entry.key, entry.detail)
            return None
        self._published[draft.submission] = draft.form
        newest = cache.form(draft.form.endpoint, draft.form.form)
        if newest is None or (newest.source, newest.files) == (draft.form.source, draft.form.files):
            return e.RestoredDraft(draft.service, entry, draft.saved, draft.reached)
        later = self._forms.resumed(newest, draft)
        if isinstance(later, Trouble):
            # The office may still take the form that was begun; the new one cannot be shown here at all.
            log.info("newer form of %s does not open: %s %s", draft.service, later.key, later.detail)
            return e.RestoredDraft(draft.service, entry, draft.saved, draft.reached)
        self._published[draft.submission] = newest
        lost = tuple(_lost(entry, later, draft, language))
        return e.RestoredDraft(draft.service, later, draft.saved, draft.reached, changed=True, lost=lost)


def _pass_time(stores: Stores, drafts: Drafts, now: "Instant") -> None:
    """A disk that takes no count leaves drafts as young as they were, and everything else goes on."""
    try:
        shown = stores.cache.shown_time()
        drafts.pass_time(now, shown.at(now) if shown is not None else None)
    except TroubleError as error:
        log.error("the age of drafts was not counted: %s %s", error.trouble.key, error.trouble.detail)


def _sent(stores: Stores, drafts: Drafts) -> Iterator[SubmissionId]:
    """What was sent and is still here, because no agency has it."""
    for draft in drafts.all():
        if stores.outbox.delivery(draft.submission) is not None:
            yield draft.submission


def _lost(
    entry: "Entry", later: "Entry", draft: "Draft", language: Language
) -> Iterator[tuple[Phrase, Phrase]]:
    """The questions with an answer that the later form does not ask, as they were put."""
    from core.forms.keeping import missing

    for path in missing(later, draft.given):
        if entry.relevant(path):
            question = entry.question(path)
            yield entry.text(question.label, language), entry.answer_text(question, language)
