# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens on which staff change a profile, with a made-up one: a form of a few settings, as the real one has them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from core.breach import Breach, Wrong
from core.catalogue import Channel, ChannelKind
from core.errors import Trouble
from core.form_languages import joined
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.json_schema.loading import load
from core.ids import FormId, Language, OrganisationId, QuestionPath, ServiceId, SubmissionId
from core.visit import pages as p
from core.visit.editing_state import Editing, GroupOfSettings, Kept
from core.visit.state import Filling, Visit
from i18n.languages import language_info
from i18n.messages import Messages
from ui.registry_filling import NOW

GROUPS = (
    GroupOfSettings("place", "counter", ("/data/town",)),
    GroupOfSettings("languages", "language", ("/data/languages",)),
    GroupOfSettings("screen", "larger-slower", ("/data/screen", "/data/start")),
    GroupOfSettings("delays", "clock", ("/data/delays",)),
    GroupOfSettings("agencies", "network", ("/data/origins",)),
)
SECONDS = "duration-second"
UNITS = {
    "/data/screen/ppi": "graphics-pixel-per-inch",
    "/data/screen/distance_mm": "length-millimeter",
    "/data/delays/idle": SECONDS,
    "/data/delays/warning": SECONDS,
}
SAFE = {"/data/delays/warning": "60", "/data/delays/idle": "180", "/data/screen/distance_mm": "600"}
WARNING = QuestionPath("/data/delays/warning")
SERVERS = QuestionPath("/data/origins[+]")
SPOKEN = ("en", "es", "ar")


def profile_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning in the made-up town."""
    runs = _entry(home.language)
    short = runs.answer(WARNING, "15")
    longer = runs.answer(WARNING, "90").answer(QuestionPath("/data/town/phone"), "0800 555 020")
    editing = Editing(
        "town-hall",
        runs,
        GROUPS,
        {QuestionPath(path): unit for path, unit in UNITS.items()},
        {QuestionPath(path): safe for path, safe in SAFE.items()},
        in_order=QuestionPath("/data/languages"),
    )
    channel = Channel("profile:", ChannelKind.JSON_SCHEMA, OrganisationId("profile:"), "", FormId("profile"))
    filling = Filling(ServiceId("profile:"), channel, runs, changing=True)
    plain = replace(home, editing=editing, filling=filling, page=p.ProfileGroups(), trail=())
    changed = replace(
        plain,
        editing=replace(editing, kept=Kept.CHANGED, earlier=(runs,)),
        filling=replace(filling, entry=longer),
    )
    unsafe = replace(changed, filling=replace(filling, entry=short))
    glass = Breach(
        QuestionPath("/data/screen/ppi"), Wrong.GLASS, {"found": "9.8", "least": "12.7", "most": "288"}
    )
    small = replace(unsafe, editing=replace(editing, kept=Kept.CHANGED, breaches=(glass,)))
    refused = replace(editing, kept=Kept.CHANGED, trouble=Trouble("trouble.profile_not_saved"))
    return {
        "profile": plain,
        # Looks are dealt out in the order of names: the last one leaves every other screen the look that it had.
        "your-words-for-a-setting": replace(
            plain, page=p.ProfileFind(_word_of(Messages.load(home.language)))
        ),
        "profile-changed": changed,
        "profile-unsafe": replace(unsafe, page=p.ProfileGroups(told=True)),
        "profile-saved": replace(
            changed, editing=replace(editing, running=longer, kept=Kept.SAVED, earlier=(runs,))
        ),
        "profile-not-saved": replace(changed, editing=refused),
        "profile-times": replace(plain, page=p.ProfileGroup("delays")),
        "profile-times-unsafe": replace(unsafe, page=p.ProfileGroup("delays")),
        "profile-screen": replace(plain, page=p.ProfileGroup("screen")),
        "profile-screen-too-small": replace(small, page=p.ProfileGroup("screen")),
        "profile-servers": replace(plain, page=p.ProfileGroup("agencies")),
        "profile-order": replace(plain, editing=replace(editing, opened=runs), page=p.ProfileOrder("2")),
        "profile-compare": replace(changed, page=p.ProfileChanges()),
        "profile-same": replace(plain, page=p.ProfileChanges()),
        "profile-leaving": replace(changed, page=p.ProfileChanges(leaving=True)),
        "profile-value": replace(plain, page=p.Question(WARNING)),
        "profile-value-unsafe": replace(unsafe, page=p.Question(WARNING, told=True)),
    }


def _word_of(texts: Messages) -> str:
    """The last word of a setting's name, which others have too; of a name without spaces, the end."""
    *before, last = texts.text("profile.title.delays.idle").split()
    return last if before else last[-2:]


@cache
def _entry(language: Language) -> Entry:
    source = json.dumps(_schema(Messages.load(language))).encode()
    form = load(source, FormId("profile"))
    assert isinstance(form, Form)
    entry = Entry.begin(joined([(language, form)]), SubmissionId("profile"), NOW.date(), NOW)
    return entry.add(SERVERS).answer(QuestionPath("/data/origins[1]"), "https://services.port-amity.example")


def _schema(texts: Messages) -> dict[str, Any]:
    def named(key: str, **more: object) -> dict[str, Any]:
        return {
            "title": texts.text(f"profile.title.{key}"),
            "description": texts.text(f"profile.about.{key}"),
            **more,
        }

    def group(called: str, **properties: dict[str, Any]) -> dict[str, Any]:
        title = texts.text(f"profile.group.{called}")
        return {"type": "object", "title": title, "properties": properties, "required": list(properties)}

    languages = [{"const": tag, "title": language_info(tag).own_name} for tag in SPOKEN]
    return {
        "type": "object",
        "properties": {
            "town": group(
                "place",
                name=named("town.name", type="string", default="Port Amity"),
                phone=named("town.phone", type="string", default="0800 555 014"),
            ),
            "languages": named(
                "languages", type="array", items={"oneOf": languages}, uniqueItems=True, default=list(SPOKEN)
            ),
            "screen": group(
                "screen",
                ppi=named("screen.ppi", type="number", minimum=50, maximum=400, default=102),
                distance_mm=named(
                    "screen.distance_mm", type="integer", minimum=300, maximum=1276, default=600
                ),
            ),
            "start": group(
                "screen",
                text_step=named("start.text_step", type="integer", minimum=1, maximum=5, default=1),
                assisted=named("start.assisted", type="boolean", default=False),
            ),
            "delays": group(
                "delays",
                idle=named("delays.idle", type="number", minimum=180, maximum=3600, default=180),
                warning=named("delays.warning", type="number", minimum=20, maximum=600, default=60),
            ),
            "origins": named("origins", type="array", items={"type": "string", **named("origins")}),
        },
    }
