# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the settings and their choices are called, in each language: the titles and descriptions of the schema.

A key for which there are no words yet is shown by its name in the file, so that its value can be changed all the same;
a test finds it.
"""

from typing import Any, Final

from i18n.formats import language_name
from i18n.languages import is_offered, language_info
from i18n.messages import Messages
from kiosk.profile_editing.groups import GROUPS, ROOT

Schema = dict[str, Any]

CHOICES: Final = {
    "start.theme": "settings.theme",
    "hands.way": "ways.way",
    "hands.beside": "ways.way",
    "scanner.reads": "profile.scanned",
    "voice.private": "profile.private",
    "paper.size": "profile.paper",
    "forms.code": "profile.code",
    "forms.offer": "profile.offer",
    "store.key": "profile.store",
    "access.way": "profile.access",
    "bundle.confirm": "profile.confirm",
}
"""How the messages begin that name the choices of a setting."""

IN_LANGUAGES: Final = ("town.names", "town.counter", "town.notices")
"""The texts of the town that are written once for each language."""
LANGUAGES: Final = frozenset({"languages", "office_language"})


def titled(schema: Schema, texts: Messages, place: str = "") -> Schema:
    """The schema of a profile with words for people: a title for each key, a description, a title for each choice."""
    named = dict(schema)
    if "properties" in schema:
        named["properties"] = {
            key: titled(one, texts, f"{place}.{key}" if place else key)
            for key, one in schema["properties"].items()
        }
    if "properties" in schema and place:
        # A table of the file is no name for people; its group is.
        named["title"] = _group_of(place, texts)
    elif place:
        named["title"] = title_of(place, texts)
        named["description"] = about(place, texts)
        if "description" in schema:
            # JSON Schema has no word for a unit.
            named["x-unit"] = schema["description"]
    items = schema.get("items")
    if isinstance(items, dict):
        if "properties" in items:
            inner = {key: titled(one, texts, f"{place}.{key}") for key, one in items["properties"].items()}
            named["items"] = {**items, "properties": inner}
        elif "enum" in items:
            named["items"] = _chosen(items, place, texts)
        else:
            named["items"] = {**items, "title": title_of(place, texts)}
    return _chosen(named, place, texts) if "enum" in schema else named


def title_of(place: str, texts: Messages) -> str:
    """What a setting is called. A text in one of several languages is called by its language too."""
    whole, _, tag = place.rpartition(".")
    if whole in IN_LANGUAGES:
        name = language_info(tag).own_name
        return texts.text(
            "profile.title.in_language", title=texts.text(f"profile.title.{whole}"), language=name
        )
    return texts.text(f"profile.title.{place}") if texts.has(f"profile.title.{place}") else place


def about(place: str, texts: Messages) -> str:
    """What a setting does, in a sentence."""
    whole = place.rpartition(".")[0]
    key = f"profile.about.{whole if whole in IN_LANGUAGES else place}"
    return texts.text(key) if texts.has(key) else ""


def _group_of(place: str, texts: Messages) -> str:
    if place in IN_LANGUAGES:
        return texts.text(f"profile.title.{place}")
    group = next((one.name for one in GROUPS if one.holds(f"{ROOT}/{place}")), "")
    return texts.text(f"profile.group.{group}") if group else place


def _chosen(schema: Schema, place: str, texts: Messages) -> Schema:
    """The choices as constants with titles, which a form shows as such."""
    named = {key: value for key, value in schema.items() if key != "enum"}
    return {
        **named,
        "oneOf": [{"const": one, "title": _choice(place, str(one), texts)} for one in schema["enum"]],
    }


def _choice(place: str, value: str, texts: Messages) -> str:
    if place in LANGUAGES:
        return language_info(value).own_name if is_offered(value) else language_name(value, texts.language)
    key = f"{CHOICES.get(place, '')}.{value}"
    return texts.text(key) if texts.has(key) else value
