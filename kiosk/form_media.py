# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures and recordings of a form harmless before anybody sees it; what is neither is left out."""

import io
import logging
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from core.forms.definition import Form
from kiosk.children import OWN_CODE, own_command
from kiosk.picturing.wire import framed, unframed

log = logging.getLogger("kiosk.visit")

PATIENCE: Final = 10.0
"""Seconds for all files of a form, and again for those after one that takes too long."""
LARGEST: Final = 8_000_000
"""Bytes of one file, as many as are fetched of one."""
MOST_FILES: Final = 200
MOST_ENDS: Final = 3
"""Times that the process may end over a file."""
MOST_BYTES: Final = 64_000_000
"""Bytes of all files made anew, which the visit holds."""
PICTURING: Final = own_command("kiosk.picturing")


def with_harmless_media(form: Form, command: tuple[str, ...] = PICTURING) -> Form:
    """The form with its pictures and recordings made anew. What is neither is not among its files any more."""
    if not form.files:
        return form
    return replace(form, files=made_anew(form.files, command))


def made_anew(given: Mapping[str, bytes], command: tuple[str, ...] = PICTURING) -> dict[str, bytes]:
    """Each file by its name. One over which the process ends is left out, and those after it are tried again."""
    left = [name for name, content in given.items() if len(content) <= LARGEST][:MOST_FILES]
    found: dict[str, bytes] = {}
    for _ in range(MOST_ENDS):
        answers = _answers([given[name] for name in left], command) if left else []
        found.update((name, made) for name, made in zip(left, answers, strict=False) if made)
        left = left[len(answers) + 1 :]
    if len(found) < len(given):
        log.info("files of a form not shown: %d of %d", len(given) - len(found), len(given))
    return found if sum(map(len, found.values())) <= MOST_BYTES else {}


def _answers(pictures: Sequence[bytes], command: tuple[str, ...]) -> Sequence[bytes]:
    """What the process answered, as far as it came."""
    try:
        # What its libraries complain about is not kept: it may quote the form.
        done = subprocess.run(
            command,
            input=framed(pictures),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            env={**os.environ, "PYTHONPATH": OWN_CODE, "PYTHONDONTWRITEBYTECODE": "1"},
        ).stdout
    except subprocess.TimeoutExpired as late:
        done = late.stdout or b""
    except OSError as problem:
        log.error("a form's files are not shown: %s", type(problem).__name__)
        return [b""] * len(pictures)
    source = io.BytesIO(done)
    return list(iter(lambda: unframed(source, MOST_BYTES), None))
