# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches what a city takes reports about, in each language it answers in, and publishes it as XForms."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from core.ids import FormId, Language
from core.ports import CachedForm
from core.text import LocalisedText
from services.boundary import Failed, Failure, unless_useful
from services.documents import Json, Unreadable
from services.http import Http
from services.language_tags import language_tag
from services.open311.envelope import address
from services.open311.form import LocalisedAttribute, Unanswerable, write_form
from services.open311.question_words import STANDARD_WORDS
from services.open311.reading import read_answer
from services.open311.records import Attribute, Service, read_definition, read_services
from services.published_forms import FormsNews

LANGUAGES = (Language("en"), Language("es"), Language("ar"), Language("zh-Hans"))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """One answer and the language it is really in (Content-Language); empty when the server does not say."""

    language: str
    value: Json


class Open311Forms:
    """GET Service List and GET Service Definition of GeoReport v2."""

    def __init__(self, http: Http, languages: tuple[Language, ...] = LANGUAGES) -> None:
        self._http = http
        self._languages = languages

    def refresh(
        self, endpoint: str, wanted: frozenset[FormId], known: tuple[CachedForm, ...], at: float
    ) -> FormsNews | Failed:
        """Fetch the wanted services' definitions. They carry no hash, so each is read and compared."""
        lists = self._in_languages(endpoint, "services")
        if isinstance(lists, Failed):
            return lists
        services = [(one.language, {s.code: s for s in read_services(one.value)}) for one in lists]
        offered = tuple(services[0][1])
        if not offered:
            return Failed(Failure.BAD_ANSWER, True, detail="no services")
        kept = {form.form: form for form in known}
        changed: list[CachedForm] = []
        troubled: list[tuple[FormId, Failure]] = []
        for code in offered:
            if code not in wanted:
                continue
            named = [(language, by_code[code]) for language, by_code in services if code in by_code]
            source = self._source(endpoint, named)
            if isinstance(source, Failure):
                troubled.append((code, source))
            elif code not in kept or kept[code].source != source:
                changed.append(_cached(endpoint, code, source, at))
        return FormsNews(offered, tuple(changed), tuple(troubled))

    def _source(self, endpoint: str, named: Sequence[tuple[str, Service]]) -> bytes | Failure:
        service = named[0][1]
        attributes: tuple[LocalisedAttribute, ...] = ()
        if service.has_definition:
            answers = self._in_languages(endpoint, f"services/{quote(service.code, safe='')}")
            if isinstance(answers, Failed):
                return answers.kind
            read = [(one.language, read_definition(one.value)) for one in answers]
            definitions = [(language, found) for language, found in read if found is not None]
            if not definitions:
                return Failure.BAD_ANSWER
            attributes = localised(definitions)
        name = LocalisedText.of([(language_tag(language), one.name) for language, one in named])
        form = write_form(service.code, name, attributes, self._languages, STANDARD_WORDS)
        return Failure.BAD_ANSWER if isinstance(form, Unanswerable) else form

    def _in_languages(self, endpoint: str, path: str) -> list[_Spoken] | Failed:
        """The same thing in each language; only once where the server does not say what it speaks."""
        answers: list[_Spoken] = []
        for language in self._languages:
            answer = self._read(endpoint, path, language)
            if isinstance(answer, Failed):
                return answer
            if all(answer.language != one.language for one in answers):
                answers.append(answer)
            if not answer.language:
                break
        return answers

    def _read(self, endpoint: str, path: str, language: Language) -> _Spoken | Failed:
        """JSON first; XML, the standard's only obligation, where a server has no other."""
        failed = Failed(Failure.BAD_ANSWER, False)
        for ending in ("json", "xml"):
            answer = self._http.get(address(endpoint, f"{path}.{ending}"), [("Accept-Language", language)])
            if isinstance(answer, Failed):
                return answer
            wrong = unless_useful(answer)
            value = Unreadable("status") if wrong is not None else read_answer(answer.body)
            if not isinstance(value, Unreadable):
                return _Spoken(answer.header("content-language").split(",")[0].strip(), value)
            failed = wrong or answer.failed(Failure.BAD_ANSWER, value.reason)
            if failed.kind is Failure.PORTAL or answer.status not in (200, 400, 404, 406, 415):
                return failed
        return failed


def localised(
    definitions: Sequence[tuple[str, tuple[Attribute, ...]]],
) -> tuple[LocalisedAttribute, ...]:
    """The first answer's attributes, with the texts of all: only texts depend on the language."""
    versions = [(language_tag(language), {one.code: one for one in found}) for language, found in definitions]
    found = []
    for attribute in definitions[0][1]:
        same = [
            (language, by_code[attribute.code]) for language, by_code in versions if attribute.code in by_code
        ]
        names = [(language, dict(one.values)) for language, one in same]
        found.append(
            LocalisedAttribute(
                attribute,
                LocalisedText.of([(language, one.description) for language, one in same if one.description]),
                LocalisedText.of([(language, one.hint) for language, one in same if one.hint]),
                tuple(
                    (
                        key,
                        LocalisedText.of([(language, keys[key]) for language, keys in names if key in keys]),
                    )
                    for key, _ in attribute.values
                ),
            )
        )
    return tuple(found)


def _cached(endpoint: str, code: FormId, source: bytes, at: float) -> CachedForm:
    digest = hashlib.sha256(source).hexdigest()
    return CachedForm(endpoint, code, _version(source), f"sha256:{digest}", source, at)


def _version(source: bytes) -> str:
    """The version that `write_form` put into the instance."""
    start = source.index(b' version="', source.index(b"<data")) + len(b' version="')
    return source[start : source.index(b'"', start)].decode("ascii")
