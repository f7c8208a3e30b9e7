# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page with several questions, one under another; an answer may open and close others beside it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.ids import QuestionPath
from ui.fields.left_out import leave_in
from ui.keyboard.keyboards import Keyboards
from ui.page_frame_paging import left_out_by_page
from ui.pages.asked import Asked
from ui.pages.asked_names import name_on_page
from ui.pages.question_aside import aside_of
from ui.pages.question_foot import undo_button, way_buttons
from ui.pages.question_progress import where_one_is
from ui.pages.reporting import Send
from ui.pages.several_fields import SeveralFields
from ui.pages.writing import ONE_NOTICE_FROM
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.mark import Notice
from ui.parts.pictured import Sentence
from ui.present.field_list_contents import AskedContents, FieldListContents


class FieldListPage(SeveralFields):
    """Questions come and go without the page being built anew; whatever was typed stays, and where the focus is."""

    def __init__(
        self,
        look: Look,
        contents: FieldListContents,
        send: Send,
        keyboards: Keyboards | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, send, parent)
        self._contents, self._keyboards = contents, keyboards or Keyboards()
        self.attempt = contents.tried
        self.set_eyebrow(where_one_is(look, contents.progress))
        self.set_heading(contents.heading.text, language=contents.heading.language)
        self._elsewhere = self.add(Sentence(look, [(contents.elsewhere, False)], picture="language"))
        leave_in(self._elsewhere, shown=bool(contents.elsewhere))
        self._made = {one.path: self._make(one) for one in contents.asked}
        self.asked = tuple(self._made.values())
        for made in self.asked:
            self.add(made.section)
        self._undo: Button | None = None
        if look.layout.one_button:
            for way in way_buttons(look, contents.ways, send):
                self.add(way)
            self._undo = self.add(undo_button(look, contents.undo, send))
            leave_in(self._undo, shown=contents.can_undo)
        self.set_aside(aside_of(look, contents.notes))
        begin = self._made.get(contents.begin) if contents.begin is not None else None
        summary = self._make_summary if self._tells_on_top else None
        self.begin_writing(self._make_foot, summary, begin, words=contents.letters, spared=self._told_first)

    @property
    def at(self) -> QuestionPath:
        """See `PageFrame`. The bar may have the focus: what had it here last counts."""
        focus = self.focusWidget()
        for one in self.asked:
            if one.section.isAncestorOf(focus):
                return one.contents.path
        return self._contents.begin or self._contents.path

    def called_here(self, name: str) -> str:
        """See `PageFrame`."""
        return name_on_page(name, self._contents.path)

    @property
    def begins_at(self) -> QWidget | None:
        """The first answer that does not fit, or the one that somebody came to change."""
        begin = self._contents.begin
        return self._made[begin].begins_at if begin in self._made else None

    def refresh(self, contents: object) -> bool:
        """Change what an answer changes: other questions, their fields, the count, and problems that are no more."""
        if not isinstance(contents, FieldListContents) or _frame(contents) != _frame(self._contents):
            return False
        with self.keeping_focus():
            self._show_changes(contents)
        self.write_at_focus()
        return True

    def _show_changes(self, contents: FieldListContents) -> None:
        before, self._contents = self._contents, contents
        if contents.letters != before.letters:
            self.call_keys(contents.letters)
        self._tell_first(contents, before)
        moved = self._take_in(contents.asked, moved=contents.elsewhere != before.elsewhere)
        if contents.progress != before.progress:
            progress = where_one_is(self.look, contents.progress)
            self.set_eyebrow(progress)
            progress.show()
        if contents.summary != before.summary:
            self._tell_again()
            moved = True
        if (contents.can_undo, contents.ways) != (before.can_undo, before.ways):
            self._show_undo()
        elif moved:
            self.arrange_around_keys()

    @property
    def _told_first(self) -> list[QWidget]:
        return [self._elsewhere] if self._contents.elsewhere else []

    def _tell_first(self, contents: FieldListContents, before: FieldListContents) -> None:
        """What stands over the questions: the heading may show an answer, and a question opened may be in another
        language."""
        if contents.heading != before.heading:
            self.heading.set_text(contents.heading.text)
            self.setAccessibleName(contents.heading.text)
        if contents.elsewhere != before.elsewhere:
            self._elsewhere.set_runs([(contents.elsewhere, False)])
            self._spared_first = self._told_first
            if bool(contents.elsewhere) is not bool(before.elsewhere):
                leave_in(self._elsewhere, shown=bool(contents.elsewhere))

    def _make(self, contents: AskedContents) -> Asked:
        made = Asked(self.look, contents, self._send, self._keyboards, self)
        self.listen_to(made)
        return made

    def _take_in(self, asked: Sequence[AskedContents], *, moved: bool) -> bool:
        """Show these questions. Whether anything has come, gone or got another size."""
        here = {one.path for one in asked}
        for path, made in self._made.items():
            if path not in here and not left_out_by_page(made.section):
                leave_in(made.section, shown=False)
                moved = True
        after: QWidget | None = None
        for one in reversed(asked):
            there = self._made.get(one.path)
            offered = there.contents.said_before if there is not None else ""
            if there is None or not there.refresh(one):
                self._put_in(one, there, after)
                moved = True
            elif self._is_left_out(there.section):
                leave_in(there.section, shown=True)
                moved = True
            moved |= offered != one.said_before
            after = self._made[one.path].section
        if moved:
            self.asked = tuple(self._made[one.path] for one in asked)
            gone: list[QWidget] = [made.section for path, made in self._made.items() if path not in here]
            self.renew_writing(gone if self._told_first else [*gone, self._elsewhere])
        return moved

    def _is_left_out(self, section: QWidget) -> bool:
        """Whether it is hidden because it was not asked, and not to make room for keys."""
        return left_out_by_page(section) and section not in (*self._given_up, *self._spared)

    def _put_in(self, contents: AskedContents, before: Asked | None, after: QWidget | None) -> None:
        """A question that is new here, or whose field has to be made anew."""
        made = self._make(contents)
        follows = before.section if before is not None else after or self._after_all()
        self.add(made.section, before=follows)
        self._made[contents.path] = made
        if before is not None:
            self.put_instead(made, before)

    def _after_all(self) -> QWidget | None:
        """The block that follows the questions."""
        sections = {made.section for made in self._made.values()}
        return next((one for one in self._frame_blocks if one not in (*sections, self._elsewhere)), None)

    @property
    def _tells_on_top(self) -> bool:
        """Whether letters leave room to say on top, too, what does not fit."""
        return bool(self._contents.title) and self.look.preferences.text_step < ONE_NOTICE_FROM

    def _make_summary(self) -> QWidget:
        return Notice(self.look, "error", "problem", self._contents.title, self._contents.summary)

    def _tell_again(self) -> None:
        """Of what still does not fit; in place, because somebody is writing."""
        self._summary_maker = self._make_summary if self._tells_on_top else None
        if not self.writes_apart or self._frame_summary is not None:
            # Keys that pushed it away leave it away, and what still stands says nothing that is no longer so.
            self.set_summary(self._make_summary() if self._tells_on_top else None)

    def _make_foot(self) -> list[QWidget]:
        contents = self._contents
        go_on = PrimaryButton(self.look, contents.go_on)
        go_on.setObjectName("foot.primary")
        go_on.activated.connect(self.go_on)
        if self.look.layout.one_button:
            return [go_on]
        undo = [undo_button(self.look, contents.undo, self._send)] if contents.can_undo else []
        return [go_on, *undo, *way_buttons(self.look, contents.ways, self._send)]

    def _show_undo(self) -> None:
        """In place, because somebody is writing."""
        if self._undo is not None:
            leave_in(self._undo, shown=self._contents.can_undo)
            self.arrange_around_keys()
        else:
            self.renew_foot()


def _frame(contents: FieldListContents) -> tuple[object, ...]:
    """Everything that an answer to one of the questions does not change."""
    return (contents.language, contents.path, contents.heading.language, contents.tried)
