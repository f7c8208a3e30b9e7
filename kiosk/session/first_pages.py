# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session shows first: the welcome page, the farewell to somebody else, or the page on which staff sign in."""

from dataclasses import replace

from accessibility.card import read_card, write_card
from accessibility.preferences import Preferences
from core.visit.pages import Finished, Page, StaffDoor, Welcome
from core.visit.state import Visit
from kiosk import link
from kiosk.profile.model import Profile
from kiosk.session.opening import first_language
from kiosk.session.setting import usual_preferences
from kiosk.session.window import Window


def first_page(shown: str) -> Page:
    """For a page as in `link.Show`."""
    match shown:
        case link.SHOW_FINISHED:
            return Finished()
        case link.SHOW_STAFF:
            return StaffDoor()
        case _:
            return Welcome()


class FirstPages:
    """Shows the first page of a session. The farewell is told as the person wished who is told it: in their language,
    letters, colours and voice. The next person begins with the machine's usual ones.
    """

    def __init__(self, window: Window, profile: Profile) -> None:
        self._window, self._profile = window, profile
        self._lent: Preferences | None = None

    def begin(self, visit: Visit, shown: str, card: str) -> Visit:
        """Show a page as in `link.Show`, and answer the visit with it. `card` is that of the visit before; without one,
        or with what is none, everything stays as it is usual here.
        """
        page, window = first_page(shown), self._window
        usual = usual_preferences(self._profile)
        brought = read_card(card, usual) if card and isinstance(page, Finished) else None
        if brought is None:
            visit = replace(visit, page=page)
        else:
            self._lent = brought.preferences
            language = first_language(self._profile, brought.language)
            page = Finished(farewell=language, own=visit.language)
            visit = replace(visit, page=page, language=language, assisted=self._lent.assisted)
            visit = replace(visit, apart=self._lent.apart)
            window.prefer(self._lent, visit)
        window.draw(visit)
        return visit

    def drawn(self, visit: Visit) -> Visit:
        """A visit is to be shown: once the farewell is over nothing of it stays, unless a person has chosen anew."""
        if self._lent is None or isinstance(visit.page, Finished):
            return visit
        lent, self._lent = self._lent, None
        if self._window.preferences != lent:
            return visit
        return self.prefer(visit, usual_preferences(self._profile))

    def prefer(self, visit: Visit, wished: Preferences) -> Visit:
        """Show a visit with other preferences, which nobody has chosen in it; answer it with their pace."""
        visit = replace(visit, assisted=wished.assisted, apart=wished.apart)
        self._window.prefer(wished, visit)
        return visit

    def card(self, visit: Visit) -> str:
        """How the person of this visit is told that it is over. At home that is kept anyway."""
        if self._profile.at_home:
            return ""
        return write_card(self._window.preferences, visit.language, usual_preferences(self._profile))
