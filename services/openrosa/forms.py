# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches an OpenRosa server's forms when they have changed, and checks that they arrived whole."""

import hashlib

from core.ids import FormId
from core.ports import CachedForm, Clock
from services.access import Keys
from services.boundary import Answer, Failed, Failure, NotModified, unless_useful
from services.documents import Unreadable, local_name, read_xml
from services.http import Http
from services.openrosa import media
from services.openrosa.agency import headers_for_reading
from services.openrosa.door import Door
from services.openrosa.form_list import FormList, MediaFile, OfferedForm, read_form_list, read_manifest
from services.published_forms import FormsNews

NOT_CHANGED = 304
MD5 = "md5:"


class OpenRosaForms:
    """OpenRosa Form Discovery API 1.0: the list, the forms, their media."""

    def __init__(self, http: Http, keys: Keys, clock: Clock) -> None:
        self._door = Door(http, keys)
        self._clock = clock

    def refresh(
        self, endpoint: str, wanted: frozenset[FormId], known: tuple[CachedForm, ...], at: float
    ) -> FormsNews | Failed:
        """Fetch the wanted forms whose hash or version is not the one that is kept, and their files that are new.

        A form's hash does not tell of its files: their manifest is asked for each time, as ODK Central wants it.
        """
        offered = self.form_list(endpoint)
        if isinstance(offered, Failed):
            return offered
        kept = {form.form: form for form in known}
        changed: list[CachedForm] = []
        troubled: list[tuple[FormId, Failure]] = []
        for form in offered.forms:
            if form.form not in wanted:
                continue
            news = self._news(endpoint, form, kept.get(form.form), at)
            if isinstance(news, Failed):
                troubled.append((form.form, news.kind))
            elif news is not None:
                changed.append(news)
        return FormsNews(tuple(form.form for form in offered.forms), tuple(changed), tuple(troubled))

    def _news(
        self, endpoint: str, form: OfferedForm, kept: CachedForm | None, at: float
    ) -> CachedForm | Failed | None:
        """The form with its files as it is now; None when it is what is kept."""
        source: bytes | NotModified | Failed = (
            NotModified() if _same(form, kept) else self.download(form, kept, endpoint)
        )
        if isinstance(source, Failed):
            return source
        listed = self.manifest(form, endpoint)
        if isinstance(listed, Failed):
            return listed
        before = kept.files if kept is not None else ()
        files = media.fetched(listed, before, lambda address, most: self._get(address, endpoint, most=most))
        if isinstance(files, Failed):
            return files
        if isinstance(source, NotModified):
            if kept is None or not media.are_new(files, before):
                return None
            source = kept.source
        return CachedForm(endpoint, form.form, form.version, form.hash, source, at, files)

    def form_list(self, endpoint: str) -> FormList | Failed:
        """What the endpoint offers now."""
        answer = self._get(endpoint.rstrip("/") + "/formList", endpoint)
        if isinstance(answer, Failed):
            return answer
        wrong = unless_useful(answer)
        if wrong is not None:
            return wrong
        return read_form_list(answer.body) or answer.failed(Failure.BAD_ANSWER, "no form list")

    def download(
        self, form: OfferedForm, known: CachedForm | None = None, endpoint: str = ""
    ) -> bytes | NotModified | Failed:
        """A form's XML as published; NotModified when it is byte for byte what is `known`.

        Where the list gives a hash, other bytes are a failure: a half-written form must not reach anybody.
        """
        # The entity tag of a form is the digest of its XML at ODK Central; a server with other tags never
        # finds this one and sends the form.
        tag = [] if known is None else [("If-None-Match", f'"{_md5(known.source)}"')]
        answer = self._get(form.download, endpoint, tag)
        if isinstance(answer, Failed):
            return answer
        if answer.status == NOT_CHANGED and known is not None:
            if form.hash.startswith(MD5) and form.hash != MD5 + _md5(known.source):
                return answer.failed(Failure.BAD_ANSWER, "not modified, but the list has another hash")
            return NotModified()
        if answer.status != 200:
            return unless_useful(answer) or answer.failed(Failure.STATUS)
        if form.hash.startswith(MD5):
            right = form.hash.lower() == MD5 + _md5(answer.body)
            return answer.body if right else answer.failed(Failure.BAD_ANSWER, "hash differs from the list")
        return answer.body if _is_xform(answer.body) else answer.failed(Failure.BAD_ANSWER, "no XForm")

    def manifest(self, form: OfferedForm, endpoint: str = "") -> tuple[MediaFile, ...] | Failed:
        """The files that belong to a form; none when the list names no manifest."""
        if not form.manifest:
            return ()
        answer = self._get(form.manifest, endpoint)
        if isinstance(answer, Failed):
            return answer
        wrong = unless_useful(answer)
        if wrong is not None:
            return wrong
        files = read_manifest(answer.body)
        return answer.failed(Failure.BAD_ANSWER, "no manifest") if files is None else files

    def _get(
        self,
        address: str,
        endpoint: str,
        more: list[tuple[str, str]] | None = None,
        most: int | None = None,
    ) -> Answer | Failed:
        """GET of what an endpoint named; nothing lets in elsewhere than at the endpoint."""
        headers = [*headers_for_reading(self._clock), *(more or [])]
        return self._door.get(address, endpoint, headers, most)


def _same(form: OfferedForm, known: CachedForm | None) -> bool:
    return known is not None and bool(form.hash) and (form.hash, form.version) == (known.hash, known.version)


def _md5(source: bytes) -> str:
    # The standard's choice, and no protection against anybody: it tells a whole file from a broken one.
    return hashlib.md5(source, usedforsecurity=False).hexdigest()


def _is_xform(source: bytes) -> bool:
    root = read_xml(source)
    return not isinstance(root, Unreadable) and local_name(root) == "html" and b"xforms" in source
