# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a machine found out about itself, in sentences of who reads them."""

from core.ids import Language
from core.staff.finding import Found, Said, Topic
from core.text import FALLBACK, Phrase
from i18n.direction import isolate
from i18n.languages import language_info
from i18n.messages import Messages


def title(found: Found, texts: Messages) -> str:
    """What was looked at."""
    said = found.said
    if said is None:
        return found.what
    values = {"number": _word(said, "number")} if said.topic is Topic.LOCKDOWN else {}
    name = texts.text(f"finding.about.{said.topic.value}", **values)
    return texts.text("finding.at_start", what=name) if said.at_start else name


def words(found: Found, texts: Messages) -> Phrase:
    """What was found, and what to do; as the terminal says it where there are no sentences for it."""
    said = found.said
    if said is None:
        return Phrase(" ".join(part for part in (found.found, found.mend) if part), FALLBACK)
    if said.lack is None:
        return Phrase(" ".join(_fine(said, texts)), Language(texts.language))
    values = {name: _word(said, name) for name in said.values}
    told = [texts.text(f"finding.{said.lack.value}", **values)]
    if said.mend is not None:
        told.append(texts.text(f"finding.mend.{said.mend.value}", **values))
    return Phrase(" ".join(told), Language(texts.language))


def _fine(said: Said, texts: Messages) -> tuple[str, ...]:
    """That it is in order; of a device also what is there, and that nobody wants one where that is so."""
    if said.values.get("asked") == "no":
        return (texts.text("finding.not_asked"),)
    name = said.values.get("there", "")
    named = (texts.text("finding.there", there=isolate(name, "en")),) if name else ()
    return (texts.text("finding.fine"), *named)


def _word(said: Said, name: str) -> str:
    """A value, set apart from the words around it, whichever way those run."""
    value = said.values.get(name, "")
    if name == "languages":
        return ", ".join(isolate(language_info(tag).own_name, tag) for tag in value.split(", "))
    return value
