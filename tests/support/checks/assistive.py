# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology is told beyond names: states, ties between texts and fields, nothing that is hidden."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QClipboard, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.support.checks.meaning import bare
from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import named, said, visible
from ui.input_gate import InputGate
from ui.page_frame import PageFrame
from ui.page_frame_paging import PAGED_OUT
from ui.pages.asked import Section
from ui.parts.control import Control
from ui.present.field_list_contents import FieldListContents
from ui.present.question_contents import QuestionContents
from ui.present.reading import Role
from ui.screens import masthead_contents, readable

CHOICES = {QAccessible.Role.RadioButton, QAccessible.Role.CheckBox}
PERSONAL = 4
"""An answer of fewer characters (`q3`) may stand anywhere by chance."""


def _fields(shown: ScreenUnderTest) -> Iterator[QLineEdit | QPlainTextEdit]:
    for widget in visible(shown.shell):
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget


def states(shown: ScreenUnderTest) -> Iterator[str]:
    """AT-03: what is chosen on the page is told as checked, and nothing else; a field can be written in."""
    items = readable(shown.visit, shown.shown.texts, shown.shown.setting).items()
    chosen = {bare(item.phrase.text) for item in items if item.chosen}
    offered = {bare(item.phrase.text) for item in items if item.role in (Role.ONE_OF, Role.SOME_OF)}
    for widget in visible(shown.shell):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or bare(said(widget)) not in offered or not interface.state().focusable:
            continue
        if interface.role() not in CHOICES:
            yield f"is a {interface.role().name} and can be chosen: {named(widget)}"
            continue
        told = bool(interface.state().checked)
        if told != (bare(said(widget)) in chosen):
            yield f"is {'' if told else 'not '}told as chosen: {named(widget)}"
    for field in _fields(shown):
        state = QAccessible.queryAccessibleInterface(field).state()
        if state.disabled or not (state.editable or state.readOnly):
            yield f"is not told as something to write in: {named(field)}"


def ties(shown: ScreenUnderTest) -> Iterator[str]:
    """AT-04: the hint of a question and what does not fit are told with its field; the page is a group with a name."""
    page = readable(shown.visit, shown.shown.texts, shown.shown.setting)
    group = QAccessible.queryAccessibleInterface(shown.page)
    if group.role() is not QAccessible.Role.Grouping or group.text(QAccessible.Text.Name) != said(
        shown.page.heading
    ):
        yield f"the page is a {group.role().name} called {group.text(QAccessible.Text.Name)!r}"
    if isinstance(page, FieldListContents):
        yield from _ties_of_each(shown, page)
    if not isinstance(page, QuestionContents):
        return
    wanted = [page.hint.text, page.problem.text.text if page.problem is not None else ""]
    places: list[QWidget] = [field for field in _fields(shown) if shown.page.isAncestorOf(field)]
    for place in places or [shown.page]:
        told = QAccessible.queryAccessibleInterface(place).text(QAccessible.Text.Description)
        for words in wanted:
            if bare(words) not in bare(told):
                yield f"{words!r} is not told with {named(place)}, but {told!r}"


def _ties_of_each(shown: ScreenUnderTest, page: FieldListContents) -> Iterator[str]:
    """Each question of a page is a group that its words label, told with what belongs to it."""
    told = {one.label.text: one.told for one in page.asked if one.label.text}
    for section in [one for one in visible(shown.page) if isinstance(one, Section)]:
        group, words = QAccessible.queryAccessibleInterface(section), said(section)
        if not words and not any(section.findChildren(kind) for kind in (Control, QLineEdit)):
            # What only tells something is not asked.
            continue
        if group.role() is not QAccessible.Role.Grouping or words not in told:
            yield f"a question is a {group.role().name} called {words!r}"
            continue
        if _tied_to(section, QAccessible.RelationFlag.Label) != [words]:
            yield f"is not labelled by its question: {words!r}"
        fields = [field for field in _fields(shown) if section.isAncestorOf(field)]
        places: list[QWidget] = [*fields] or [section]
        for place in places:
            found = QAccessible.queryAccessibleInterface(place).text(QAccessible.Text.Description)
            if bare(told[words]) not in bare(found):
                yield f"{told[words]!r} is not told with {named(place)}, but {found!r}"


def labels(shown: ScreenUnderTest) -> Iterator[str]:
    """AT-04: each field is labelled by what it is called, each page by its heading, which labels its field in turn."""
    heading = shown.page.heading
    tied = {shown.page: [said(heading)]} | {field: [field.accessibleName()] for field in _fields(shown)}
    for widget, wanted in tied.items():
        told = _tied_to(widget, QAccessible.RelationFlag.Label)
        if not wanted[0].strip() or [bare(words) for words in told] != [bare(words) for words in wanted]:
            yield f"is labelled by {told}, not by {wanted}: {named(widget)}"
    field = heading.focusProxy()
    told = _tied_to(heading, QAccessible.RelationFlag.Labelled)
    if told != ([said(field)] if field is not None else []):
        yield f"the heading labels {told}, and hands the focus on to {named(field) if field is not None else None}"


def _tied_to(widget: QWidget, kind: QAccessible.RelationFlag) -> list[str]:
    ties = QAccessible.queryAccessibleInterface(widget).relations(kind)
    return [other.text(QAccessible.Text.Name) for other, told in ties if told & kind]


def hidden(shown: ScreenUnderTest) -> Iterator[str]:
    """AT-06: nothing of an answer is in a field that is not shown, and one thing has the focus at most."""
    filling = shown.visit.filling
    answers = set()
    if filling is not None:
        raws = (filling.entry.raw(question.path) for question in filling.entry.pages())
        answers = {bare(raw) for raw in raws if len(bare(raw)) >= PERSONAL}
    masthead = masthead_contents(shown.visit, shown.shown.texts, shown.shown.setting)
    public = {bare(masthead.town), bare(masthead.services)}  # the town's own name may be an answer, too
    focused = []
    for widget in shown.shell.findChildren(QWidget):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or widget.objectName() == "qt_scrollarea_viewport":
            continue  # Qt takes the viewport for its field
        if interface.state().focused:
            focused.append(named(widget))
        # A hidden part of this page is turned to with one press; what may not stay is another page's.
        if widget.isVisible() or _turned_to(shown.page, widget):
            continue
        words = bare(
            " ".join(interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
        )
        if words.strip() not in public and any(answer in words for answer in answers):
            yield f"an answer is in something hidden: {named(widget)}"
    if len(focused) > 1:
        yield f"{len(focused)} things have the focus: {focused}"


def _turned_to(page: PageFrame, widget: QWidget) -> bool:
    """Whether this page has it on another part. A field has to be put there by the paging, or it is forgotten."""
    if not page.isAncestorOf(widget):
        return False
    return not isinstance(widget, QLineEdit) or any(one.property(PAGED_OUT) for one in _holders(page, widget))


def _holders(page: PageFrame, widget: QWidget) -> Iterator[QWidget]:
    """A widget and what holds it, up to the page."""
    one: QWidget | None = widget
    while one is not None and one is not page:
        yield one
        one = one.parentWidget()


def remembers_nothing_of_lines(shown: ScreenUnderTest) -> Iterator[str]:
    """PRV-04: a field of several lines has no undo either; PRV-03: no menu, nothing can be dropped into a field."""
    for field in _fields(shown):
        if field.contextMenuPolicy() is not Qt.ContextMenuPolicy.NoContextMenu:
            yield f"has a context menu: {named(field)}"
        if field.acceptDrops():
            yield f"takes what is dropped: {named(field)}"
        if isinstance(field, QPlainTextEdit):
            before = field.toPlainText()
            QTest.keyClick(field, Qt.Key.Key_7)
            # Behind letters that are being turned into Chinese a digit chooses: no 7 need be there, but another text.
            typed = field.toPlainText()
            field.undo()
            if field.isUndoRedoEnabled() or field.toPlainText() != typed or typed == before:
                yield f"takes back what was typed: {named(field)}"
            field.setPlainText(before)
    for widget in visible(shown.shell):
        if widget.actions() and not isinstance(widget, QLineEdit):
            yield f"has actions of its own: {named(widget)}"


def copies_nothing(shown: ScreenUnderTest) -> Iterator[str]:
    """PRV-03: what is chosen in a field and copied is in no clipboard, on a machine for everybody."""
    if shown.shown.setting.at_home:
        return
    clipboard = QApplication.clipboard()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    gate = InputGate(application, page_ms=0, same_place_ms=0, clipboard=False)
    try:
        yield from _copied(shown, clipboard)
    finally:
        application.removeEventFilter(gate)
        gate.deleteLater()


def _copied(shown: ScreenUnderTest, clipboard: QClipboard) -> Iterator[str]:
    for field in _fields(shown):
        clipboard.clear()
        before = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        QTest.keyClicks(field, "73")
        field.selectAll()
        for keys in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut):
            QTest.keySequence(field, QKeySequence(keys))
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            if clipboard.text(mode=mode):
                yield f"{clipboard.text(mode=mode)!r} is in the {mode.name}: {named(field)}"
        clipboard.clear()
        (field.setText if isinstance(field, QLineEdit) else field.setPlainText)(before)
