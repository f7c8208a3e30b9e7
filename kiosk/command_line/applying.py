# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job without a window: one service, from the answers in a file to the agency's reference."""

import json
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from core.ids import Language, SubmissionId, VisitId
from core.visit.state import Visit
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from kiosk.clock import MachineClock
from kiosk.command_line import demonstration
from kiosk.command_line.endings import Status, in_words, or_stop, stop
from kiosk.command_line.start import profile_or_stop
from kiosk.command_line.unattended import Unattended
from kiosk.courier.process import Courier
from kiosk.lanes import InlineLane
from kiosk.opening_forms import OpeningForms
from kiosk.profile.model import KeySource, Profile
from kiosk.store_access import open_stores
from kiosk.store_key import obtain

MOST_BYTES = 1_000_000


def run(
    service: str,
    answers: Path,
    language: str,
    profile_name: str,
    key: KeySource | None,
    *,
    sandbox: bool,
    wait: float,
    say: Callable[[str], None] = print,
) -> int:
    """Do it, printing each question, the delivery state and the reference. Returns the exit status."""
    tags = [info.tag for info in LANGUAGES]
    if language not in tags:
        stop(f"--lang {language}: not a language here. Allowed: {', '.join(tags)}.", Status.WRONG_USE)
    given = read_answers(answers)
    profile = profile_or_stop(profile_name)
    with ExitStack() as stack:
        if sandbox:
            data = stack.enter_context(tempfile.TemporaryDirectory(prefix="port-amity-"))
            profile = profile.moved(stack.enter_context(demonstration.town(Path(data))))
            key = key or KeySource.MEMORY
        return _apply(stack, service, given, Language(language), profile, key or profile.key, wait, say)


def _apply(
    stack: ExitStack,
    service: str,
    given: dict[str, str],
    language: Language,
    profile: Profile,
    source: KeySource,
    wait: float,
    say: Callable[[str], None],
) -> int:
    texts, clock = Messages.load(language), MachineClock()
    found = or_stop(obtain(profile, source), texts)
    if source is KeySource.MEMORY:
        stack.callback(shutil.rmtree, found.folder, ignore_errors=True)
    stores = or_stop(open_stores(found.folder, found.key, clock.wall()), texts)
    # Where a courier runs already for this store, it delivers; otherwise we are the courier for this while.
    courier = stack.enter_context(Courier(profile, stores, found.folder, InlineLane(), clock))
    visit = Visit(id=VisitId(uuid.uuid4().hex), language=language, delays=profile.delays)
    forms = OpeningForms.of(profile)
    stack.callback(forms.close)
    unattended = Unattended(visit, stores, clock, texts, say, _new_id, os.urandom, forms, profile.offer)
    trouble = unattended.do(service, given, courier.turn, wait)
    if trouble is not None:
        stop(in_words(trouble, texts))
    return int(Status.DONE)


def _new_id() -> SubmissionId:
    return SubmissionId(f"uuid:{uuid.uuid4()}")


def read_answers(file: Path) -> dict[str, str]:
    """Question → raw answer. A list means several choices. Ends with one clear line on anything else."""
    try:
        raw = file.read_bytes()[: MOST_BYTES + 1]
        values = json.loads(raw)
    except OSError as problem:
        stop(f"--answers {file}: {problem.strerror}.", Status.WRONG_USE)
    except (ValueError, RecursionError) as problem:
        stop(f"--answers {file}: is not JSON ({type(problem).__name__}).", Status.WRONG_USE)
    if not isinstance(values, dict) or len(raw) > MOST_BYTES:
        stop(f"--answers {file}: must hold one JSON object, question → answer.", Status.WRONG_USE)
    read = {}
    for question, value in values.items():
        match value:
            case bool():
                stop(f"--answers {file}: {question}: a text, a number or a list of texts.", Status.WRONG_USE)
            case str() | int() | float():
                read[question] = str(value)
            case list() if all(isinstance(item, str) for item in value):
                read[question] = " ".join(value)
            case _:
                stop(f"--answers {file}: {question}: a text, a number or a list of texts.", Status.WRONG_USE)
    return read
