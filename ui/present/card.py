# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings to take along: a code to scan, eight signs to write down, and the field for those of somebody else."""

from dataclasses import dataclass

from accessibility.card import write_card
from accessibility.card_code import short_code
from accessibility.preferences import Preferences
from core.ids import Language
from core.text import Phrase
from core.visit.settings_pages import CardRead, CodeEntry, SettingsCard
from core.visit.state import Visit
from i18n.messages import Messages
from i18n.references import spelled
from ui.present.reading import Item, Role, button, heading, sentence, shown
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class CardContents:
    """`scanned` is what the picture holds, `groups` and `spoken` are the eight signs. Empty words: nothing there."""

    language: Language
    heading: str
    note: str
    label: str
    groups: tuple[str, ...]
    spoken: str
    scanned: str
    hint: str
    told: str
    kept: bool
    print: str
    save: str
    enter: str
    done: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.note, own),
            sentence(self.told, own),
            sentence(self.label, own),
            sentence(self.spoken, own),
            sentence(self.hint, own),
            button(self.print, own),
            button(self.save, own),
            button(self.enter, own),
            button(self.done, own),
        )


@dataclass(frozen=True, slots=True)
class CodeContents:
    """The field for a code. `unknown` says that what stands in it holds no settings; `file` opens a saved card."""

    language: Language
    heading: str
    note: str
    unknown: str
    field: str
    typed: str
    keyboard: bool
    letters: str
    use: str
    camera: str
    looking: str
    file: str = ""

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.note, own),
            sentence(self.unknown, own),
            sentence(self.looking, own),
            Item(Phrase(self.field, own), Role.FIELD, value=Phrase(self.typed, own)),
            button(self.use, own),
            button(self.file, own),
            button(self.camera, own),
        )


@dataclass(frozen=True, slots=True)
class CardReadContents:
    """What a card that was shown has changed: everything, or nothing. `back` puts the machine's own settings back."""

    language: Language
    known: bool
    heading: str
    text: str
    go_on: str
    back: str
    wished: Preferences

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.text, own),
            button(self.go_on, own),
            button(self.back, own),
        )


def code_groups(preferences: Preferences, language: Language) -> tuple[str, ...]:
    """The eight signs in two groups."""
    return tuple(short_code(preferences, language).split())


def present_card(visit: Visit, over: SettingsCard, texts: Messages, setting: Setting) -> CardContents:
    """The settings as they are now."""
    now = setting.preferences
    groups = code_groups(now, visit.language)
    told = _told(over, texts, setting)
    return CardContents(
        language=visit.language,
        heading=texts.text("card.heading"),
        # What the code is for was read before anything was told of it.
        note="" if told else texts.text("card.note"),
        label=texts.text("card.code"),
        groups=groups,
        spoken=spelled(" ".join(groups)),
        scanned=write_card(now, visit.language, setting.defaults),
        hint=texts.text("card.nameless"),
        told=told,
        kept=over.kept,
        print=texts.text("card.print") if setting.can_print else "",
        save=texts.text("card.save") if setting.at_home else "",
        enter=texts.text("card.enter"),
        done=texts.text("settings.done"),
    )


def _told(over: SettingsCard, texts: Messages, setting: Setting) -> str:
    if over.busy:
        return texts.text("card.busy")
    if over.trouble is not None:
        return texts.text(over.trouble.key)
    if not over.kept:
        return ""
    return texts.text("card.kept_home" if setting.at_home else "card.kept")


def present_code(visit: Visit, over: CodeEntry, texts: Messages, setting: Setting) -> CodeContents:
    """The field, and the camera where there is one."""
    unknown = over.asked != "" and over.asked == over.typed
    trouble = texts.text(over.trouble.key) if over.trouble is not None else ""
    camera = "card.camera_stop" if over.looking else "card.camera"
    return CodeContents(
        language=visit.language,
        heading=texts.text("card.enter_heading"),
        note=texts.text("card.enter_note" if setting.scans_cards else "card.enter_typed"),
        unknown=texts.text("card.unknown_code") if unknown else trouble,
        field=texts.text("card.field"),
        typed=over.typed,
        keyboard=setting.keyboard,
        letters=texts.text("question.letters"),
        use=texts.text("card.use"),
        camera=texts.text(camera) if setting.camera else "",
        looking=texts.text("card.looking") if over.looking else "",
        file=texts.text("card.file") if setting.at_home and not setting.trial_mode else "",
    )


def present_card_read(visit: Visit, over: CardRead, texts: Messages, setting: Setting) -> CardReadContents:
    """Says what has changed, and how to take it back."""
    known = over.known
    return CardReadContents(
        language=visit.language,
        known=known,
        heading=texts.text("card.read_heading" if known else "card.unknown_heading"),
        text=texts.text("card.read_text" if known else "card.unknown_text"),
        go_on=texts.text("card.go_on"),
        back=texts.text("settings.put_back") if known else "",
        wished=setting.defaults,
    )
