# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the forms of one session, each with an engine of its own for its programs where the profile runs any."""

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from core.errors import Trouble
from core.ids import SubmissionId
from core.ports import CachedForm
from kiosk.profile.model import FormCode, FormOffer, Profile

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.drafts import Draft
    from core.forms.definition import Form
    from core.forms.entry import Entry
    from kiosk.scripting.process import ScriptProcess
    from kiosk.walked_forms import WalkedForms


@contextmanager
def without_collecting() -> Iterator[None]:
    """No search for rubbish meanwhile: a form is made of very many objects, and all of them stay."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class OpeningForms:
    """Opens forms. The engine of a form that nobody holds any more ends by itself; `close` ends all.

    With `walked` only those begin that the publish gate has walked; what was begun before may be ended.
    """

    def __init__(self, code: FormCode = FormCode.REFUSE, walked: "WalkedForms | None" = None) -> None:
        self._code = code
        self._walked = walked
        self._engines: weakref.WeakSet[ScriptProcess] = weakref.WeakSet()
        self._ahead: tuple[CachedForm, Form] | None = None

    @classmethod
    def of(cls, profile: Profile, *, trial: bool = False) -> "OpeningForms":
        """As a profile has it. In a trial, which keeps nothing, its author and the gate try a form out."""
        if trial or profile.form_offer is FormOffer.ALL:
            return cls(profile.form_code)
        from kiosk.walked_forms import WalkedForms, walks_of

        return cls(profile.form_code, WalkedForms(walks_of(profile)))

    def read_ahead(self, kept: CachedForm) -> None:
        """Read a form before anybody begins it; the one read before is let go."""
        form = self._opened(kept)
        self._ahead = None if isinstance(form, Trouble) else (kept, form)

    def begun(self, kept: CachedForm, submission: SubmissionId, now: datetime) -> "Entry | Trouble":
        """A form from the cache, as an entry that begins now."""
        from core.forms.entry import Entry

        if self._walked is not None and not self._walked.passed(kept):
            return Trouble("trouble.form_not_walked", detail="kiosk form gate")
        form = self._opened(kept)
        return form if isinstance(form, Trouble) else Entry.begin(form, submission, now.date(), now)

    def resumed(self, kept: CachedForm, draft: "Draft") -> "Entry | Trouble":
        """A form with what was put into it before."""
        from core.forms.keeping import resumed

        form = self._opened(kept)
        if isinstance(form, Trouble):
            return form
        return resumed(form, draft.submission, draft.begun, draft.given)

    def close(self) -> None:
        """End all engines: what they have seen is gone with them."""
        for engine in tuple(self._engines):
            engine.close()

    def _opened(self, kept: CachedForm) -> "Form | Trouble":
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead[0] == kept:
            # Once: whoever begins it again has an engine of its own again.
            return ahead[1]
        from kiosk.form_doors import open_cached

        with without_collecting():
            return open_cached(kept, self._engine())

    def _engine(self) -> "ScriptProcess | None":
        """An engine, whose process begins with the first program that it is asked to run."""
        if self._code is FormCode.REFUSE:
            return None
        from kiosk.scripting.process import ScriptProcess

        engine = ScriptProcess()
        self._engines.add(engine)
        return engine
