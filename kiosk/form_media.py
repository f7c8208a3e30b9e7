# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures of a form harmless before anybody sees it, and leaves out of its files what cannot be shown."""

import io
import logging
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from core.forms.definition import Form
from kiosk.children import OWN_CODE, own_command
from kiosk.file_kinds import FIRST_BYTES, KINDS
from kiosk.picturing.wire import framed, unframed

log = logging.getLogger("kiosk.visit")

PATIENCE: Final = 30.0
"""Seconds for all pictures of a form."""
LARGEST: Final = 8_000_000
"""Bytes of one file, as many as are fetched of one."""
MOST_PICTURES: Final = 200
MOST_ENDS: Final = 3
"""Times that the process may end over a picture."""
MOST_BYTES: Final = 64_000_000
"""Bytes of all pictures made anew, which the visit holds."""
_SOUNDS: Final = (b"OggS", b"fLaC")


def with_harmless_media(form: Form, command: tuple[str, ...] = own_command("kiosk.picturing")) -> Form:
    """The form with its pictures made anew. What is no picture and no sound is not among its files any more."""
    if not form.files:
        return form
    sounds = {name: content for name, content in form.files.items() if is_sound(content)}
    pictures = {name: content for name, content in form.files.items() if name not in sounds}
    return replace(form, files={**sounds, **_made_anew(pictures, command)})


def is_sound(content: bytes) -> bool:
    """Whether a file begins as a sound does."""
    first = content[:FIRST_BYTES]
    audio = (kind for kind in KINDS if kind.media.startswith("audio/"))
    return first.startswith(_SOUNDS) or any(kind.fits(first) for kind in audio)


def _made_anew(pictures: Mapping[str, bytes], command: tuple[str, ...]) -> dict[str, bytes]:
    """Each picture by its name. One over which the process ends is left out, and those after it are tried again."""
    left = [name for name, content in pictures.items() if len(content) <= LARGEST][:MOST_PICTURES]
    found: dict[str, bytes] = {}
    for _ in range(MOST_ENDS):
        answers = _answers([pictures[name] for name in left], command) if left else []
        found.update((name, made) for name, made in zip(left, answers, strict=False) if made)
        left = left[len(answers) + 1 :]
    if len(found) < len(pictures):
        log.info("pictures of a form not shown: %d of %d", len(pictures) - len(found), len(pictures))
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
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        log.error("a form's pictures are not shown: %s", type(problem).__name__)
        return [b""] * len(pictures)
    source = io.BytesIO(done.stdout)
    return list(iter(lambda: unframed(source, MOST_BYTES), None))
