# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes an Open311 service as an XForm, so that one engine fills every form. Fetches and sends nothing.

The questions are GeoReport v2's own (what, where) and the service's attributes; `services.open311.envelope`
turns the filled instance back into the fields of a POST.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from core.ids import FormId, Language
from core.text import LocalisedText
from services.open311.fields import ADDRESS, DESCRIPTION, Kind, element_name, escaped
from services.open311.question_words import QuestionWords
from services.open311.records import Attribute, Datatype

XF = "http://www.w3.org/2002/xforms"
H = "http://www.w3.org/1999/xhtml"
JR = "http://openrosa.org/javarosa"
DATA = "/data"
SKELETON = f'<h:html xmlns="{XF}" xmlns:h="{H}" xmlns:jr="{JR}"/>'
ROOM = 3_800
"""Characters of a description: what the standard's servers take (4,000) less room for our reference."""

LANGUAGE_NAMES = {"en": "English", "es": "Español", "ar": "العربية", "zh-Hans": "简体中文"}
BIND_TYPES = {Datatype.NUMBER: "decimal", Datatype.DATETIME: "date"}
KINDS = {Datatype.DATETIME: Kind.DATE, Datatype.SINGLE: Kind.ONE, Datatype.MULTIPLE: Kind.MANY}


@dataclass(frozen=True, slots=True)
class LocalisedAttribute:
    """An attribute with its texts in every language that the city answered in."""

    attribute: Attribute
    label: LocalisedText
    hint: LocalisedText
    choices: tuple[tuple[str, LocalisedText], ...]


@dataclass(frozen=True, slots=True)
class Unanswerable:
    """A service that people cannot report: a field that only programs can fill is demanded."""

    code: str


def write_form(
    service: FormId,
    name: LocalisedText,
    attributes: tuple[LocalisedAttribute, ...],
    languages: tuple[Language, ...],
    words: QuestionWords,
) -> bytes | Unanswerable:
    """The XForm of a service. The same definition gives the same bytes; its version is made from them."""
    for one in attributes:
        if one.attribute.automated == "hidden_field" and one.attribute.required:
            return Unanswerable(one.attribute.code)
    asked = tuple(one for one in attributes if not one.attribute.automated)
    draft = _Writer(service, name, languages, words).write(asked, version="")
    version = hashlib.sha256(draft).hexdigest()[:12]
    return _Writer(service, name, languages, words).write(asked, version)


class _Writer:
    """Builds one document; texts are collected while the questions are written."""

    def __init__(
        self, service: FormId, name: LocalisedText, languages: tuple[Language, ...], words: QuestionWords
    ) -> None:
        self._service = service
        self._name = name
        self._languages = languages
        self._words = words
        self._texts: dict[str, LocalisedText] = {}
        self._model = etree.Element(f"{{{XF}}}model")
        self._instance = etree.Element("data")
        self._body = etree.Element(f"{{{XF}}}group", ref=DATA)

    def write(self, attributes: Iterable[LocalisedAttribute], version: str) -> bytes:
        """The whole document."""
        self._body = etree.Element(f"{{{XF}}}group", ref=f"{DATA}/report")
        self._label(self._body, f"{DATA}/report:label", self._words.group)
        report = etree.SubElement(self._instance, "report")
        self._description(report)
        for one in attributes:
            self._attribute(report, one)
        self._question(
            report, ADDRESS, "string", self._words.address, self._words.address_hint, required=True
        )
        return self._document(version)

    def _description(self, report: etree._Element) -> None:
        control = self._question(
            report,
            DESCRIPTION,
            "string",
            self._words.description,
            self._words.description_hint,
            required=True,
        )
        control.set("appearance", "multiline")
        path = f"{DATA}/report/{DESCRIPTION}"
        bind = self._model[-1]
        bind.set("constraint", f"string-length(.) <= {ROOM}")
        bind.set(
            f"{{{JR}}}constraintMsg", self._itext(f"{path}:jr:constraintMsg", self._words.description_long)
        )

    def _attribute(self, report: etree._Element, one: LocalisedAttribute) -> None:
        attribute = one.attribute
        kind = KINDS.get(attribute.datatype, Kind.TEXT)
        name = element_name(kind, attribute.code)
        if not attribute.variable:
            if one.label:
                note = self._question(report, name, "string", one.label, one.hint, required=False)
                note.set("appearance", "note")
                self._model[-1].set("readonly", "true()")
            return
        bind = BIND_TYPES.get(attribute.datatype, "string")
        label = one.label or LocalisedText.of({"und": attribute.code})
        control = self._question(report, name, bind, label, one.hint, attribute.required, _control(attribute))
        if attribute.datatype is Datatype.TEXT:
            control.set("appearance", "multiline")
        for key, text in one.choices:
            item = etree.SubElement(control, f"{{{XF}}}item")
            value = escaped(key)
            self._label(item, f"{DATA}/report/{name}/{value}:label", text)
            etree.SubElement(item, f"{{{XF}}}value").text = value

    def _question(
        self,
        report: etree._Element,
        name: str,
        bind: str,
        label: LocalisedText,
        hint: LocalisedText,
        required: bool,
        control: str = "input",
    ) -> etree._Element:
        path = f"{DATA}/report/{name}"
        etree.SubElement(report, name)
        binding = etree.SubElement(self._model, f"{{{XF}}}bind", nodeset=path, type=bind)
        if required:
            binding.set("required", "true()")
            message = self._itext(f"{path}:jr:requiredMsg", self._words.answer_needed)
            binding.set(f"{{{JR}}}requiredMsg", message)
        element = etree.SubElement(self._body, f"{{{XF}}}{control}", ref=path)
        self._label(element, f"{path}:label", label)
        if hint:
            etree.SubElement(element, f"{{{XF}}}hint", ref=self._itext(f"{path}:hint", hint))
        return element

    def _label(self, element: etree._Element, key: str, text: LocalisedText) -> None:
        etree.SubElement(element, f"{{{XF}}}label", ref=self._itext(key, text))

    def _itext(self, key: str, text: LocalisedText) -> str:
        self._texts[key] = text
        return f"jr:itext('{key}')"

    def _document(self, version: str) -> bytes:
        html = etree.fromstring(SKELETON)
        head = etree.SubElement(html, f"{{{H}}}head")
        etree.SubElement(head, f"{{{H}}}title").text = self._name.best(self._languages[0]).text
        self._instance.set("id", self._service)
        self._instance.set("version", version)
        meta = etree.SubElement(self._instance, "meta")
        etree.SubElement(meta, "instanceID")
        instance = etree.Element(f"{{{XF}}}instance")
        instance.append(_in_xforms(self._instance))
        self._model.insert(0, self._translations())
        self._model.insert(1, instance)
        uid = etree.SubElement(
            self._model, f"{{{XF}}}bind", nodeset=f"{DATA}/meta/instanceID", type="string", readonly="true()"
        )
        uid.set(f"{{{JR}}}preload", "uid")
        head.append(self._model)
        etree.SubElement(html, f"{{{H}}}body").append(self._body)
        written: bytes = etree.tostring(html, xml_declaration=True, encoding="UTF-8")
        return written

    def _translations(self) -> etree._Element:
        itext = etree.Element(f"{{{XF}}}itext")
        for place, language in enumerate(self._languages):
            name = f"{LANGUAGE_NAMES.get(language, language)} ({language})"
            translation = etree.SubElement(itext, f"{{{XF}}}translation", lang=name)
            if place == 0:
                translation.set("default", "true()")
            for key, text in self._texts.items():
                entry = etree.SubElement(translation, f"{{{XF}}}text", id=key)
                etree.SubElement(entry, f"{{{XF}}}value").text = text.best(language).text
        return itext


def _control(attribute: Attribute) -> str:
    match attribute.datatype:
        case Datatype.SINGLE:
            return "select1"
        case Datatype.MULTIPLE:
            return "select"
        case _:
            return "input"


def _in_xforms(element: etree._Element) -> etree._Element:
    """The same tree in the XForms namespace, as converters of XLSForms write the instance."""
    copy = etree.Element(f"{{{XF}}}{element.tag}")
    for name, value in element.items():
        copy.set(name, value)
    copy.extend(_in_xforms(child) for child in element)
    return copy
