# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet that says what a service is, what it costs, what to bring and where: nothing of the person."""

from core.catalogue import Catalogue, PublicService
from core.ids import Language
from core.text import Phrase
from i18n.messages import Messages
from ui.present import outside
from ui.present.help import ways_to_a_person
from ui.present.service_facts import facts
from ui.present.setting import Setting
from ui.present.sheet_paper import SheetPaper, SheetPart, large_print, printed_here


def present_leaflet(
    service: PublicService, catalogue: Catalogue, texts: Messages, setting: Setting
) -> SheetPaper:
    """What the service's page says, and how to reach a person."""
    language = Language(texts.language)
    name = outside.name(service.name, language)
    about = (outside.sentences(service.description, language),)
    rules = (outside.sentences(rule, language) for rule in service.rules)
    rows = [SheetPart(_own(fact.title, language), fact.text) for fact in facts(catalogue, service, texts)]
    ways = [
        SheetPart(_own(way.title, language), way.text)
        for way in ways_to_a_person(language, texts, setting)
        if way.picture != "emergency"
    ]
    return SheetPaper(
        language=language,
        town=setting.town_in(language),
        title=name if name.text else _own(texts.text("service.unnamed"), language),
        lines=tuple(line for line in (*about, *rules) if line.text),
        parts=(),
        about=(*rows, *ways),
        end=(printed_here(texts, setting),),
        large=large_print(setting),
    )


def _own(text: str, language: Language) -> Phrase:
    return Phrase(text, language)
