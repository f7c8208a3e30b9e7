# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the texts of a form: translations (itext), inline labels, and the outputs in them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from core.forms.expression.tree import Expression
from core.forms.instance import Tree
from core.forms.language_names import UNDETERMINED, language_of
from core.forms.media import Media
from core.forms.message import Message, MessageVersion
from core.forms.plain_text import mark, parts, plain
from core.forms.xforms_media import media_of
from core.forms.xforms_reading import Reading, place_of
from core.forms.xml_door import child, local
from core.ids import Language

_ITEXT = re.compile(r"""\s*jr:itext\(\s*(?:'([^']*)'|"([^"]*)")\s*\)\s*""")
_SPACES = re.compile(r"\s+")
_SHOWN: Final = (None, "long", "short")
"""The forms of a text that are text: the plain one, else the long, else the short; pictures and sounds are not."""

_GUIDANCE: Final = "guidance"
_MISSING = "-"
"""What pyxform writes where a translation is missing."""

DEEPEST: Final = 5
"""Texts that show texts that show others: a label is no program."""


class Texts:
    """The texts of one form. Messages are compiled for the node that they belong to, since outputs may be relative."""

    def __init__(self, itext: etree._Element | None, tree: Tree, reading: Reading) -> None:
        self._tree = tree
        self._reading = reading
        self._translated: dict[str, list[tuple[Language, etree._Element]]] = {}
        self._media: dict[str, list[tuple[Language, Media]]] = {}
        self._kept: dict[str, Message] = {}
        self._guidance: dict[str, list[tuple[Language, etree._Element]]] = {}
        self._deep = 0
        self._named: dict[int, set[str]] = {}
        self.said: dict[tuple[str, int], Message] = {}
        self.languages: tuple[Language, ...] = ()
        self.default_language = UNDETERMINED
        for translation in itext if itext is not None else ():
            if local(translation) == "translation":
                self._read_translation(translation)
        reading.texts = self.named_in

    def _read_translation(self, translation: etree._Element) -> None:
        language = language_of(translation.get("lang", "default"))
        if not self.languages or translation.get("default") is not None:
            self.default_language = language
        self.languages = (*self.languages, language)
        for text in translation:
            value = _value(text, *_SHOWN)
            guidance = _value(text, _GUIDANCE)
            if guidance is not None:
                self._guidance.setdefault(text.get("id", ""), []).append((language, guidance))
            found = self._translated.setdefault(text.get("id", ""), [])
            if value is not None:
                found.append((language, value))
            media = media_of(text, self._reading)
            if media.names:
                self._media.setdefault(text.get("id", ""), []).append((language, media))

    @property
    def files(self) -> frozenset[str]:
        """The names of all pictures and sounds beside the texts."""
        return frozenset(name for found in self._media.values() for _, media in found for name in media.names)

    def of_control(self, element: etree._Element | None, node: int) -> Message:
        """The message of a `label` or `hint` element; an empty one when there is none."""
        if element is None:
            return Message()
        reference = element.get("ref")
        if reference is None:
            return self._message([(self.default_language, element)], node)
        itext = _ITEXT.fullmatch(reference)
        if itext is not None:
            return self.by_id(itext[1] or itext[2] or "", node, place_of(element))
        found = self._reading.expression(reference, self._tree, node, place_of(element), "ref")
        return (
            Message((MessageVersion(self.default_language, (found.expression,)),), node)
            if found
            else Message()
        )

    def guidance(self, hint: etree._Element | None, node: int) -> Message:
        """What stands beside a hint for who wants to know more; an empty message where there is nothing."""
        itext = _ITEXT.fullmatch(hint.get("ref", "")) if hint is not None else None
        versions = self._guidance.get(itext[1] or itext[2] or "", ()) if itext is not None else ()
        return self._message(versions, node) if versions else Message()

    def of_attribute(self, text: str, node: int, place: str) -> Message:
        """The message of `jr:constraintMsg` or `jr:requiredMsg`: a reference to a translation, or the text itself."""
        itext = _ITEXT.fullmatch(text)
        if itext is None:
            return self.of_text(text)
        name = itext[1] or itext[2] or ""
        # Without the form's words the program has its own, so that a missing translation is no reason to refuse.
        return self.by_id(name, node, place) if name in self._translated else Message()

    def named_in(self, names: Sequence[str] | None, node: int, place: str) -> None:
        """Keep the texts that a rule of a node asks for by `jr:itext`; all of them where it works out which (None)."""
        if self._deep >= DEEPEST:
            self._reading.problem(place, "form.too_entangled", column="jr:itext")
            return
        self._deep += 1
        asked = self._named.setdefault(node, set())
        for name in self._translated if names is None else names:
            # A text may show itself by way of others: it is read once.
            if name not in asked and (name, -1) not in self.said:
                asked.add(name)
                message = self.by_id(name, node, place)
                self.said[name, -1 if message.is_plain else node] = message
        self._deep -= 1

    def of_text(self, text: str) -> Message:
        """A message of a plain text in the form's default language."""
        shown = plain(_SPACES.sub(" ", text))
        return Message((MessageVersion(self.default_language, (shown,)),)) if shown else Message()

    def by_id(self, name: str, node: int, place: str) -> Message:
        """The message of a translated text. One that is in no translation is a problem."""
        kept = self._kept.get(name)
        if kept is not None:
            return kept
        versions = self._translated.get(name)
        if versions is None:
            self._reading.problem(place, "form.text_missing", text=name)
            return Message()
        media = tuple(self._media.get(name, ()))
        message = replace(self._message(versions, node, pictured=bool(media)), media=media)
        if message.is_plain:
            self._kept[name] = message
        return message

    def _message(
        self, versions: Iterable[tuple[Language, etree._Element]], node: int, *, pictured: bool = False
    ) -> Message:
        made = [MessageVersion(language, self._parts(element, node)) for language, element in versions]
        told = [version for version in made if version.parts]
        real = [version for version in told if version.parts != (_MISSING,)]
        # What has a picture needs no words; without either, the mark is all there is.
        return Message(tuple(real if real or pictured else told), node)

    def _parts(self, element: etree._Element, node: int) -> tuple[str | Expression, ...]:
        outputs: list[Expression | None] = []
        marked = self._marked(element, node, outputs)
        shown = plain(_SPACES.sub(" ", marked) if "\n" not in marked.strip() else _lines(marked))
        found = [outputs[part] if isinstance(part, int) else part for part in parts(shown)]
        return tuple([part for part in found if part is not None])

    def _marked(self, element: etree._Element, node: int, outputs: list[Expression | None]) -> str:
        """The text content with a mark for each output."""
        text = element.text or ""
        for inner in element:
            if local(inner) == "output":
                source = inner.get("value") or inner.get("ref") or ""
                found = self._reading.expression(source, self._tree, node, place_of(inner), "output")
                text += mark(len(outputs))
                outputs.append(found.expression if found is not None else None)
            else:
                text += self._marked(inner, node, outputs)
            text += inner.tail or ""
        return text


def _value(text: etree._Element, *forms: str | None) -> etree._Element | None:
    """The value of a translated text in the first of these forms that it has."""
    values = [one for one in text if local(one) == "value"]
    for form in forms:
        for value in values:
            if value.get("form") == form:
                return value
    return None


def _lines(text: str) -> str:
    """The text with its author's line breaks and without the indentation of the file."""
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.strip().splitlines())


def label_of(element: etree._Element) -> etree._Element | None:
    """The label element of a control, group or choice."""
    return child(element, "label")
