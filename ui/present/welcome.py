# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The welcome page: nobody is here yet, so it speaks to everybody and forgets what it is told."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from accessibility.preferences import Preferences
from core.ids import Language
from core.text import Phrase
from core.visit.delays import DRAFT_DAYS
from i18n.languages import language_info
from i18n.messages import Messages
from ui.present.languages import partly
from ui.present.setting import Setting

if TYPE_CHECKING:
    from core.visit.state import Visit
    from core.visit.threshold import Threshold
    from ui.present.reading import Item

LARGE = 3
"""From this text step the page has no room for greetings and notes: the languages come first. Who goes slowly has
none either."""

HUGE = 4
"""From this text step the page asks for the language only, so that one stands beside the heading."""

ON_PAGE = 4
"""Languages shown on the page itself; more are behind one button."""

GREETINGS = {
    "en": "Welcome",
    "es": "Bienvenidos",
    "ar": "أهلًا بكم",
    "zh-Hans": "欢迎",
    "fr": "Bienvenue",
    "pt": "Boas-vindas",
    "ru": "Добро пожаловать",
    "uk": "Ласкаво просимо",
    "fa": "خوش آمدید",
    "hi": "स्वागत है",
    "vi": "Kính chào quý vị",
    "zh-Hant": "歡迎",
    "ja": "ようこそ",
    "ko": "환영합니다",
}
LARGER = {
    "en": "Larger and slower",
    "es": "Más grande y lento",
    "ar": "أكبر وأبطأ",
    "zh-Hans": "大字慢速",
    "fr": "Plus grand et plus lent",
    "pt": "Maior e mais devagar",
    "ru": "Крупнее и медленнее",
    "uk": "Більше й повільніше",
    "fa": "بزرگ‌تر و آهسته‌تر",
    "hi": "बड़ा और धीमा",
    "vi": "Lớn hơn và chậm hơn",
    "zh-Hant": "大字慢速",
    "ja": "大きく、ゆっくり",
    "ko": "더 크게, 더 천천히",
}
"""Said in every language at once, before anybody has chosen one, so never translated."""


@dataclass(frozen=True, slots=True)
class LanguageButton:
    """A language in its own script."""

    language: Language
    name: Phrase


@dataclass(frozen=True, slots=True)
class WelcomeContents:
    """All languages weigh the same. `larger` has one line for each script that is not the page's own.

    `larger_on` tells that larger and slower is in use already, and the button leads back. `wished` is what
    the preferences become when it is pressed. `forgets` and `speaks` are empty where they stand on the page about
    the machine.
    """

    language: Language
    greetings: tuple[Phrase, ...]
    heading: str
    choose: str
    languages: tuple[LanguageButton, ...]
    more: str
    larger: str
    larger_others: tuple[Phrase, ...]
    larger_on: bool
    wished: Preferences
    forgets: str
    speaks: str
    machine: str

    def items(self) -> "tuple[Item, ...]":
        """In reading order."""
        from ui.present.reading import Item, Role, button, heading, quoted, sentence, shown

        return shown(
            (quoted(greeting) for greeting in self.greetings),
            heading(self.heading, self.language),
            sentence(self.choose, self.language),
            (Item(offer.name, Role.BUTTON) for offer in self.languages),
            button(self.larger, self.language),
            (quoted(words) for words in self.larger_others),
            button(self.more, self.language),
            sentence(self.forgets, self.language),
            sentence(self.speaks, self.language),
            button(self.machine, self.language),
        )


def present_welcome(visit: "Visit | Threshold", texts: Messages, setting: Setting) -> WelcomeContents:
    """What the welcome page says."""
    language = visit.language
    offered = setting.languages[:ON_PAGE]
    enlarged = setting.preferences.assisted
    greets = has_notes(setting)
    huge = setting.preferences.text_step >= HUGE
    return WelcomeContents(
        language=language,
        greetings=_greetings(offered, language) if greets else (),
        heading=texts.text("welcome.choose" if huge else "welcome.heading"),
        choose="" if huge else texts.text("welcome.choose"),
        languages=tuple(LanguageButton(tag, Phrase(language_info(tag).own_name, tag)) for tag in offered),
        more=texts.text("welcome.more_languages") if len(setting.languages) > ON_PAGE else "",
        larger=texts.text("welcome.usual_size" if enlarged else "welcome.larger"),
        larger_others=() if enlarged else _larger(offered, language),
        larger_on=enlarged,
        wished=setting.with_pace(assisted=not enlarged),
        forgets=forgets(visit, texts, setting) if greets else "",
        speaks=_partly(texts) or (texts.text("welcome.speaks") if greets else ""),
        machine=texts.text("machine.open"),
    )


def has_notes(setting: Setting) -> bool:
    """Whether the welcome page greets and has its notes; otherwise the page about the machine has them."""
    return setting.preferences.text_step < LARGE and not setting.preferences.assisted


def _greetings(offered: tuple[Language, ...], language: Language) -> tuple[Phrase, ...]:
    words = _with_added(GREETINGS, {tag: language_info(tag).greeting for tag in (language, *offered)})
    own = (Phrase(words[language], language),) if language in words else ()
    return (*own, *_other_scripts(words, offered, language))


def _larger(offered: tuple[Language, ...], language: Language) -> tuple[Phrase, ...]:
    words = _with_added(LARGER, {tag: language_info(tag).larger for tag in offered})
    return _other_scripts(words, offered, language)


def _with_added(words: dict[str, str], added: dict[Language, str]) -> dict[str, str]:
    """With the words of languages that did not come with the program."""
    return words | {tag: said for tag, said in added.items() if said}


def _other_scripts(
    words: dict[str, str], offered: tuple[Language, ...], language: Language
) -> tuple[Phrase, ...]:
    seen = {language_info(language).script}
    found: list[Phrase] = []
    for tag in offered:
        script = language_info(tag).script
        if tag in words and script not in seen:
            seen.add(script)
            found.append(Phrase(words[tag], tag))
    return tuple(found)


def _partly(texts: Messages) -> str:
    """How much there is of a language that is not whole; empty for one that is."""
    unfinished = partly((Language(texts.language),), texts)
    return unfinished[0].text if unfinished else ""


def forgets(visit: "Visit | Threshold", texts: Messages, setting: Setting) -> str:
    """What becomes of answers here."""
    idle = visit.delays.idle
    if setting.at_home and not setting.trial_mode:
        return texts.text("keep.welcome", days=texts.days(DRAFT_DAYS))
    if setting.at_home or idle is None:
        return texts.text("welcome.forgets_home")
    return texts.text("welcome.forgets", time=texts.minutes(max(1, round(idle / 60))))
