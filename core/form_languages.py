# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one form of the same form as it was published in several languages, each in a document of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from core.forms.binds import Bind
from core.forms.built import Part, in_order, repeats_in
from core.forms.definition import Choice, Form, Question, groups_by_path
from core.forms.message import Message, MessageVersion
from core.ids import Language
from core.text import LocalisedText


def joined(spoken: Sequence[tuple[Language, Form]]) -> Form:
    """The first form with the texts of all. One whose questions are not the same is left out.

    `spoken` is not empty. Form.io and JSON Schema do not tell their language, so it comes beside each form.
    """
    first = spoken[0][1]
    same = [
        (language, form)
        for language, form in spoken
        if _shape(form.body) == _shape(first.body) and len(form.binds) == len(first.binds)
    ]
    languages = tuple(language for language, _ in same)
    body = tuple(_part(languages, parts) for parts in zip(*(form.body for _, form in same), strict=True))
    questions = tuple(in_order(body))
    asked = {one.node: one for one in repeats_in(body)}
    return replace(
        first,
        title=_title(same),
        languages=languages,
        default_language=languages[0],
        body=body,
        binds=tuple(_bind(languages, binds) for binds in zip(*(form.binds for _, form in same), strict=True)),
        questions=questions,
        by_path={question.path: question for question in questions},
        groups_of=groups_by_path(body),
        # A hidden list is in no body, and nobody reads its name.
        repeats=tuple(asked.get(one.node, one) for one in first.repeats),
        files={name: content for _, form in same for name, content in form.files.items()},
    )


def _shape(parts: Sequence[Part]) -> list[object]:
    """What has to be equal: the questions with their kinds and choices, and how they are grouped."""
    shape: list[object] = []
    for part in parts:
        if isinstance(part, Question):
            shape.append((part.path, part.type, tuple(choice.value for choice in part.choices)))
        else:
            shape.append((type(part), part.path, _shape(part.children)))
    return shape


def _title(same: Sequence[tuple[Language, Form]]) -> LocalisedText:
    return LocalisedText.of(
        [(language, form.title.versions[0].text) for language, form in same if form.title.versions]
    )


def _part(languages: Sequence[Language], parts: Sequence[Part]) -> Part:
    first = parts[0]
    label = _message(languages, [part.label for part in parts])
    if isinstance(first, Question):
        questions = [part for part in parts if isinstance(part, Question)]
        return replace(
            first,
            label=label,
            hint=_message(languages, [one.hint for one in questions]),
            choices=_choices(languages, [one.choices for one in questions]),
        )
    inner = [part.children for part in parts if not isinstance(part, Question)]
    children = tuple(_part(languages, one) for one in zip(*inner, strict=True))
    return replace(first, label=label, children=children)


def _choices(languages: Sequence[Language], versions: Sequence[tuple[Choice, ...]]) -> tuple[Choice, ...]:
    return tuple(
        replace(same[0], label=_message(languages, [one.label for one in same]))
        for same in zip(*versions, strict=True)
    )


def _bind(languages: Sequence[Language], binds: Sequence[Bind]) -> Bind:
    first = binds[0]

    def said(text: Callable[[Bind], Message]) -> Message:
        return _message(languages, [text(bind) for bind in binds])

    if all(len(bind.checks) == len(first.checks) for bind in binds):
        checks = tuple(
            replace(check, message=_message(languages, [bind.checks[place].message for bind in binds]))
            for place, check in enumerate(first.checks)
        )
    else:
        checks = first.checks
    return replace(
        first,
        required_message=said(lambda bind: bind.required_message),
        constraint_message=said(lambda bind: bind.constraint_message),
        checks=checks,
    )


def _message(languages: Sequence[Language], messages: Sequence[Message]) -> Message:
    """Each message's only version, with the language of its form."""
    versions: Mapping[Language, MessageVersion] = {
        language: replace(message.versions[0], language=language)
        for language, message in zip(languages, messages, strict=True)
        if message.versions
    }
    media = tuple(
        (language, one)
        for language, message in zip(languages, messages, strict=True)
        for _, one in message.media[:1]
    )
    return Message(tuple(versions.values()), messages[0].node, media)
