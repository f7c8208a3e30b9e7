# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of a change that happens away from the focus (WCAG 4.1.3): once, and no more than it is.

A new page needs no word: the focus comes to its heading, which is read. What changes on a page that stays is told
by its new sentences. A mistake and the end of the time interrupt; everything else waits its turn.
"""

from collections import Counter
from dataclasses import dataclass, replace

from ui.present.field_list_contents import FieldListContents
from ui.present.fields import TextContents
from ui.present.handed import FileContents
from ui.present.home import HomeContents
from ui.present.making import MakingContents
from ui.present.masthead import MastheadContents
from ui.present.question_contents import QuestionContents
from ui.present.reading import Item, Readable, Role
from ui.present.searching import SearchingContents
from ui.present.still import StillContents


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words to say. `interrupts` what is being said; empty words say nothing."""

    text: str = ""
    interrupts: bool = False


def of_page(before: Readable | None, after: Readable, *, stays: bool) -> Announcement:
    """What to say when `after` is shown. `stays` when it is the page that was shown before, with other contents."""
    match after:
        case QuestionContents(problem=problem):
            same = before if stays and isinstance(before, QuestionContents) else None
            known = same.problem if same is not None else None
            if problem is None or problem == known:
                return Announcement(_made(same, after) if same is not None else "")
            return Announcement(f"{problem.title} {problem.text.text}", interrupts=True)
        case FieldListContents(title=title):
            list_before = before if stays and isinstance(before, FieldListContents) else None
            if title and (list_before is None or list_before.tried != after.tried):
                return Announcement(f"{title} {after.summary}", interrupts=True)
            return Announcement(
                " ".join(_new_questions(list_before, after)) if list_before is not None else ""
            )
        case StillContents():
            told = "".join(piece for piece, _ in after.consequence)
            if stays and isinstance(before, StillContents) and before.consequence == after.consequence:
                return Announcement()
            return Announcement(
                told if stays else " ".join(one for one in (after.press, after.take, told) if one),
                interrupts=True,
            )
        case SearchingContents():
            # Every letter finds something else: the rows are read when somebody goes there.
            return Announcement()
        case HomeContents() if stays and isinstance(before, HomeContents):
            # The doors come with the catalogue, and are read when somebody goes there: hints alone mean nothing.
            return Announcement(" ".join(_new(_without_doors(before), _without_doors(after))))
        case _:
            return (
                Announcement(" ".join(_new(before, after)))
                if stays and before is not None
                else Announcement()
            )


def of_masthead(before: MastheadContents | None, after: MastheadContents) -> Announcement:
    """What to say when the line on top says something else: the network is gone or back, the voice does not work."""
    if before is None or before.language != after.language or not before.state:
        return Announcement()
    if after.notice and after.notice != before.notice:
        return Announcement(after.notice)
    return Announcement(after.state if before.connected != after.connected else "")


def _made(before: QuestionContents, after: QuestionContents) -> str:
    """What the camera or the microphone came to: a code is read, and a device goes, without a press."""
    now, then = after.field, before.field
    told = then.told if isinstance(then, MakingContents) else ""
    match now:
        case MakingContents() if now.told != told:
            return now.told
        case TextContents(wrong=wrong) | FileContents(wrong=wrong) if isinstance(then, MakingContents):
            return wrong
        case _:
            return ""


def _new_questions(before: FieldListContents, after: FieldListContents) -> list[str]:
    """What an answer has opened beside it. Words that show an answer change with each letter, and are not told."""
    there = {one.path for one in before.asked}
    opened = [one for one in after.asked if one.path not in there]
    return [item.phrase.text for one in opened for item in one.items(after.language) if _told(item)]


def _without_doors(page: HomeContents) -> HomeContents:
    return replace(page, doors=(), more_note="")


def _new(before: Readable, after: Readable) -> list[str]:
    left = Counter(_sentences(before))
    said = []
    for sentence in _sentences(after):
        if left[sentence]:
            left[sentence] -= 1
        else:
            said.append(sentence)
    return said


def _sentences(page: Readable) -> list[str]:
    return [item.phrase.text for item in page.items() if _told(item)]


def _told(item: Item) -> bool:
    return item.role in (Role.HEADING, Role.TEXT)
