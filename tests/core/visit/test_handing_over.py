# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file answers a question: looked for when asked, taken only from what was found, and sent only while it is named."""

from core.errors import Trouble
from core.forms.keeping import given
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import LookForFiles, TakeFile
from core.visit.files import FileHeld, sent_name, sent_with
from core.visit.state import Filling, Visit
from core.visit.step import step
from ui.registry import screens

SCREENS = screens()
JPEG = b"\xff\xd8\xff"


def filling(visit: Visit) -> Filling:
    assert visit.filling is not None
    return visit.filling


def page(visit: Visit) -> p.Question:
    assert isinstance(visit.page, p.Question)
    return visit.page


def taken(visit: Visit, name: str = "corner.jpg", content: bytes = JPEG) -> Visit:
    return step(visit, e.FileTaken(page(visit).path, name, content)).visit


def test_files_are_looked_for_when_somebody_asks() -> None:
    visit, effects = step(SCREENS["question-file"], e.FilesPressed())
    assert effects == (LookForFiles(page(visit).path, "application/*"),)
    offered = filling(visit).offered
    assert offered is not None
    assert offered.looking


def test_what_was_found_is_offered_and_nothing_else_is_read() -> None:
    visit = SCREENS["question-file-list"]
    chosen = step(visit, e.FileChosen("/media/stick/corner.jpg"))
    assert chosen.effects == (TakeFile(page(visit).path, "/media/stick/corner.jpg", "application/*"),)
    assert step(visit, e.FileChosen("/etc/passwd")).effects == ()


def test_file_becomes_the_answer_and_is_sent_with_it() -> None:
    visit = taken(SCREENS["question-file-list"])
    held = filling(visit)
    assert held.entry.raw(page(visit).path) == "corner.jpg"
    assert sent_with(held.entry, held.files) == (FileHeld("corner.jpg", "corner.jpg", JPEG),)


def test_file_that_was_taken_back_is_not_sent_and_undo_brings_it_back() -> None:
    visit = taken(SCREENS["question-file-list"])
    back = step(visit, e.AnswerGiven(page(visit).path, "")).visit
    assert sent_with(filling(back).entry, filling(back).files) == ()
    again = step(back, e.UndoPressed()).visit
    assert len(sent_with(filling(again).entry, filling(again).files)) == 1


def test_refused_file_changes_no_answer_and_says_why() -> None:
    visit = SCREENS["question-file-list"]
    after = step(visit, e.FileRefused(page(visit).path, Trouble("trouble.file_kind"))).visit
    offered = filling(after).offered
    assert offered is not None
    assert offered.trouble == Trouble("trouble.file_kind")
    assert len(offered.files) == 6
    assert filling(after).entry.raw(page(visit).path) == ""


def test_file_that_comes_after_the_page_was_left_is_let_go() -> None:
    visit = SCREENS["question-file-list"]
    path = page(visit).path
    left = step(visit, e.BackPressed()).visit
    assert step(left, e.FileTaken(path, "corner.jpg", JPEG)).visit == left


def test_what_was_found_is_forgotten_with_the_page() -> None:
    left = step(SCREENS["question-file-list"], e.ContinuePressed()).visit
    assert filling(left).offered is None


def test_names_for_the_wire_are_plain_and_no_two_are_the_same() -> None:
    assert sent_name("My photo (1).JPG", ()) == "My-photo-1.jpg"
    assert sent_name("الشارع.png", ()) == "file.png"
    assert sent_name("../../x.pdf", ()) == "x.pdf"
    assert sent_name("a.pdf", ("a.pdf", "a-2.pdf")) == "a-3.pdf"
    assert sent_name("noending", ()) == "noending"


def test_signature_keeps_its_name_from_letter_to_letter() -> None:
    visit = SCREENS["question-sign-problem"]
    for said in ("A", "An", "Ana"):
        visit = step(visit, e.FileMade("signature.png", said, said.encode())).visit
    held = filling(visit)
    assert held.entry.raw(page(visit).path) == "signature.png"
    assert held.files == (FileHeld("signature.png", "Ana", b"Ana"),)
    assert held.entry.problem(page(visit).path) is None


def test_signature_taken_away_is_no_answer() -> None:
    gone = step(SCREENS["question-sign-drawn"], e.FileMade("signature.png", "", b"")).visit
    assert filling(gone).entry.raw(page(gone).path) == ""
    assert sent_with(filling(gone).entry, filling(gone).files) == ()


def test_draft_keeps_no_name_of_a_file_that_it_does_not_keep() -> None:
    held = filling(SCREENS["question-file-held"])
    kept = dict(given(held.entry).answers)
    assert not any(one.endswith("/photo") for one in kept)
