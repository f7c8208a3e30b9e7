# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands over the files among the answers of a step first, as Open Forms wants them: its own temporary uploads.

A submission keeps a file as Form.io's base64 storage has it. The server takes it at `formio/fileupload`, tells where
it is, and the answer then says no more than that (`FileUploadData` of Open Forms' types). Nothing is filed by it: what
no submission claims is thrown away there.
"""

import base64
import binascii
import copy
import hashlib
import re
from collections.abc import Iterator
from typing import Final

from core.submission import NotSent, Outcome, Refused, Unknowable
from services.boundary import Answer, Failure
from services.documents import Json
from services.open_forms.conversation import Conversation
from services.open_forms.reading import object_of
from services.open_forms.steps import Members
from services.outside_text import plain
from services.problem_words import problem_words

UPLOAD: Final = "/formio/fileupload"
_NOT_TAKEN: Final = frozenset({400, 413, 415})
"""The server's no to a file, which it says in plain text: of a kind or a size that it does not take, or harmful."""

_UNSPEAKABLE: Final = re.compile(r'[\x00-\x1f\x7f"\\/]')


def handed_over(talk: Conversation, submission: str, part: Members) -> Members | Outcome:
    """The answers with each file in them handed over for the submission at that address, or what went wrong."""
    told = copy.deepcopy(part)
    for file in [*_files(told)]:
        answer = _uploaded(talk, submission, file)
        if not isinstance(answer, dict):
            return answer
        file.clear()
        file.update(answer)
    return told


def _files(value: Json) -> Iterator[Members]:
    waiting: list[Json] = [value]
    while waiting:
        match waiting.pop():
            case dict() as file if file.get("storage") == "base64" and isinstance(file.get("url"), str):
                yield file
            case dict() as members:
                waiting.extend(members.values())
            case list() as items:
                waiting.extend(items)


def _uploaded(talk: Conversation, submission: str, file: Members) -> Members | Outcome:
    head, _, text = str(file["url"]).partition(";base64,")
    try:
        content = base64.b64decode(text, validate=True)
    except binascii.Error:
        return Unknowable(Failure.WRONG_TYPE.value)
    kind, name = head.removeprefix("data:"), str(file.get("originalName") or file.get("name"))
    body, boundary = _multipart(submission, _UNSPEAKABLE.sub("-", name), kind, content)
    said = talk.post_form(UPLOAD, body, boundary)
    if isinstance(said, Answer) and said.status in _NOT_TAKEN and not said.is_page:
        return Refused(said.status, problem_words(said) or plain(said.body.decode("utf-8", "replace")))
    answer = object_of(said)
    if not isinstance(answer, dict):
        return answer
    url, called, size = answer.get("url"), answer.get("name"), answer.get("size")
    if not (isinstance(url, str) and isinstance(called, str) and size == len(content)):
        return NotSent(Failure.BAD_ANSWER.value)
    inner: Members = {"url": url, "form": "", "name": called, "size": size, "baseUrl": f"{talk.endpoint}/"}
    whole: Members = {**inner, "project": ""}
    return {
        "name": file.get("name"),
        "originalName": called,
        "size": size,
        "storage": "url",
        "type": kind,
        "url": url,
        "data": whole,
    }


def _multipart(submission: str, name: str, kind: str, content: bytes) -> tuple[bytes, str]:
    """RFC 7578, with the file's name in UTF-8. The boundary does not stand in what it encloses (RFC 2046, 5.1.1)."""
    seed = content
    while (boundary := f"civic-{hashlib.sha256(seed).hexdigest()[:40]}").encode() in content:
        seed = boundary.encode() + seed
    claimed = f'--{boundary}\r\nContent-Disposition: form-data; name="submission"\r\n\r\n{submission}\r\n'
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        f"Content-Type: {kind}\r\n\r\n"
    )
    return (claimed + head).encode() + content + f"\r\n--{boundary}--\r\n".encode(), boundary
