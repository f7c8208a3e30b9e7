# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk profile check` in another language than English: mistakes in the sentences that the editor has for them."""

from core.breach import Wrong
from i18n.messages import Messages
from kiosk.command_line.endings import Status, complain
from kiosk.command_line.place_check import emblem_or_stop, map_or_stop, places_or_stop
from kiosk.profile.file import THE_FILE, BadProfile, load
from kiosk.profile.reading import Mistake
from kiosk.profile_editing.judging import breach_of, setting_of
from kiosk.profile_editing.words import title_of
from ui.present.breach_words import breach_words


def run(file: str, texts: Messages) -> int:
    """Say that it is good, or all that is wrong with it: file, key, what the setting is called, what to do."""
    found = load(file)
    if not isinstance(found, BadProfile):
        # What these files hold is judged in English only; a file that cannot be used ends it here, too.
        places_or_stop(found)
        map_or_stop(found)
        emblem_or_stop(found)
        print(f"{file}: {texts.text('profile.check_good')}")
        return int(Status.DONE)
    complain("\n".join(f"{found.file}: {_said(one, texts)}" for one in found.mistakes))
    return int(Status.WRONG_USE)


def _said(mistake: Mistake, texts: Messages) -> str:
    if mistake.key == THE_FILE:
        return texts.text("trouble.profile_unreadable")
    breach = breach_of(mistake)
    if breach.wrong is Wrong.OTHER:
        # Its sentence sends who reads it here.
        return str(mistake)
    words = breach_words(breach, texts)
    key = setting_of(mistake)
    title = title_of(key, texts)
    return f"{mistake.key}: {words}" if title == key else f"{mistake.key}: {title}: {words}"
