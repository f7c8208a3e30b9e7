# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches the files that belong to a form, lists to choose from and pictures (OpenRosa Form List API, manifest)."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from core.ports import FormFile
from services.boundary import Answer, Failed, Failure, unless_useful
from services.openrosa.form_list import MediaFile

MOST_FILES: Final = 100
LARGEST_FILE: Final = 8_000_000
"""Bytes, as many as the form engine reads of a list. A country's 40,000 wards have 3,000,000."""
MOST_BYTES: Final = 32_000_000
"""Bytes of all new files of a form together."""

_MD5: Final = "md5:"

Get = Callable[[str, int], Answer | Failed]
"""Asks for an address; the number is the most bytes that the answer may have."""


def fetched(listed: Sequence[MediaFile], kept: Sequence[FormFile], get: Get) -> tuple[FormFile, ...] | Failed:
    """The files as a manifest lists them. Those whose hash is that of a kept one are not fetched again.

    A form with half of its files must not reach anybody: the first that does not come whole is the failure.
    """
    if len(listed) > MOST_FILES:
        return Failed(Failure.BAD_ANSWER, sent=True, detail=f"{len(listed)} files")
    known = {file.name: file for file in kept}
    found: dict[str, FormFile] = {}
    left = MOST_BYTES
    for file in listed:
        hash_ = file.hash.lower()
        before = known.get(file.filename)
        if before is not None and hash_ and before.hash == hash_:
            found[file.filename] = replace(before, content=None)
            continue
        answer = get(file.download, min(LARGEST_FILE, left))
        if isinstance(answer, Failed):
            return answer
        wrong = unless_useful(answer)
        if wrong is not None:
            return wrong
        digest = _MD5 + hashlib.md5(answer.body, usedforsecurity=False).hexdigest()
        if hash_.startswith(_MD5) and hash_ != digest:
            return answer.failed(Failure.BAD_ANSWER, "hash differs from the manifest")
        left -= len(answer.body)
        same = before is not None and before.hash == digest
        found[file.filename] = FormFile(file.filename, hash_ or digest, None if same else answer.body)
    return tuple(found.values())


def are_new(files: Sequence[FormFile], kept: Sequence[FormFile]) -> bool:
    """Whether any file is new, has other contents, or is gone."""
    return any(file.content is not None for file in files) or {one.name for one in files} != {
        one.name for one in kept
    }
