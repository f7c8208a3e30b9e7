# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a service or a form is not in the chosen language, the pages say so, and each text keeps its own language."""

from dataclasses import replace

import pytest

from accessibility.speech.transcript import transcript
from core.ids import Language
from core.text import LocalisedText, Phrase, is_in
from core.visit.pages import AboutService, Question
from core.visit.state import Visit
from i18n.direction import strip_controls
from i18n.formats import language_name
from i18n.languages import LANGUAGES, LanguageInfo
from i18n.messages import Messages
from ui.present.question import present_question
from ui.present.reading import Role, spoken
from ui.present.service import present_service
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.registry_town import service_id


def languages_note(visit: Visit, language: str) -> str:
    page = visit.page
    assert isinstance(page, AboutService)
    contents = present_service(visit, page, Messages.load(language), a_kiosk())
    assert not contents.languages or contents.languages in [item.phrase.text for item in contents.items()]
    return strip_controls(contents.languages)


def test_a_form_that_lacks_the_language_says_so_before_it_is_started() -> None:
    assert languages_note(screens()["service-other-language"], "en") == (
        "This form is in French. Your language is not among them. The questions will be in French."
    )
    assert languages_note(screens(Language("ar"))["service-other-language"], "ar") == (
        "هذه الاستمارة بهذه اللغات: الفرنسية. لغتك ليست بينها. ستظهر الأسئلة بهذه اللغة: الفرنسية."
    )
    assert languages_note(screens(Language("fr"))["service-other-language"], "fr") == ""


def test_english_stands_in_before_any_other_language() -> None:
    visit = screens(Language("uk"))["service"]
    moved = visit.catalogue.services[service_id("moved")]
    four = replace(moved, languages=tuple(Language(tag) for tag in ("es", "ar", "en", "zh-Hans")))
    catalogue = replace(visit.catalogue, services={**visit.catalogue.services, moved.id: four})
    visit = replace(visit, catalogue=catalogue)
    names = "Мови цієї анкети: іспанська, арабська, англійська і китайська (спрощена)."
    assert languages_note(visit, "uk") == f"{names} Вашої мови серед них немає. Мова запитань: англійська."
    assert languages_note(visit, "ar") == ""


def test_a_service_that_is_only_described_in_another_language_says_that() -> None:
    """Where the catalogue names no languages of the form, nothing is claimed of the form."""
    assert languages_note(screens(Language("fr"))["service"], "fr") == (
        "Le service public décrit cette démarche en anglais."
    )
    assert languages_note(screens(Language("es"))["service"], "es") == ""


def test_an_opened_form_is_believed_before_the_catalogue() -> None:
    visit = screens()["question-other-language"].go(AboutService(service_id("moved")))
    moved = visit.catalogue.services[service_id("moved")]
    english = replace(moved, languages=(Language("en"),))
    catalogue = replace(visit.catalogue, services={**visit.catalogue.services, moved.id: english})
    assert "French" in languages_note(replace(visit, catalogue=catalogue), "en")


@pytest.mark.parametrize("info", LANGUAGES, ids=lambda info: info.tag)
def test_a_question_in_another_language_carries_a_mark(info: LanguageInfo) -> None:
    tag = info.tag
    visit = screens(Language(tag))["question-other-language"]
    page = visit.page
    assert isinstance(page, Question)
    texts = Messages.load(tag)
    contents = present_question(visit, page, texts, a_kiosk())
    if tag == "fr":
        assert contents.elsewhere == ""
        return
    assert strip_controls(contents.elsewhere) == strip_controls(
        texts.text("question.elsewhere", language=language_name("fr", tag))
    )
    assert contents.elsewhere in [item.phrase.text for item in contents.items()]
    assert contents.heading.language == "fr"


def test_every_text_of_such_a_question_is_spoken_by_its_own_voice() -> None:
    for name, first in (
        ("question-other-language", "Qui déménage"),
        ("question-text-other-language", "Quelle est"),
    ):
        visit = screens(Language("ar"))[name]
        page = visit.page
        assert isinstance(page, Question)
        contents = present_question(visit, page, Messages.load("ar"), a_kiosk())
        said = transcript(spoken(contents, Messages.load("ar")))
        french = " ".join(one.text for one in said if one.language == "fr")
        assert first in french
        assert "é" not in "".join(one.text for one in said if one.language == "ar")
        fields = [item for item in contents.items() if item.role is Role.FIELD]
        assert all(item.phrase.language == "fr" for item in fields)


def test_a_question_of_which_only_the_hint_is_foreign_says_some_words() -> None:
    visit = screens(Language("es"))["question-choice"]
    page = visit.page
    assert isinstance(page, Question)
    assert present_question(visit, page, Messages.load("es"), a_kiosk()).elsewhere == ""
    from ui.present.fields import NothingToAnswer
    from ui.present.form_languages import of_question

    hint = Phrase("Only one.", Language("en"))
    said = of_question(Phrase("¿Quién?", Language("es")), hint, NothingToAnswer(), Messages.load("es"))
    assert said == "Algunas palabras de esta pregunta están en inglés."


@pytest.mark.parametrize(
    ("language", "wanted", "served"),
    [
        ("en", "en", True),
        ("pt-BR", "pt", True),
        ("pt", "pt-PT", True),
        ("zh-Hans", "zh-Hant", False),
        ("zh-Hans", "zh", True),
        ("und", "ar", True),
        ("es", "en", False),
    ],
)
def test_regions_do_not_matter_and_scripts_do(language: str, wanted: str, served: bool) -> None:
    assert is_in(Language(language), Language(wanted)) is served


def test_a_language_without_a_name_in_cldr_keeps_its_tag() -> None:
    assert language_name("tlh-x-bad-tag-of-nobody", "en")
    assert language_name("zz", "en") == "zz"
    assert language_name("es", "ko") == "스페인어"
    assert LocalisedText.of({"zz": "x"}).best(Language("en")).language == "zz"
