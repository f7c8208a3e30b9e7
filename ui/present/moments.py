# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says when something happened as people say it: today at 14:33, or a date and a time."""

from datetime import datetime

from i18n.formats import date_long, time_short
from i18n.messages import Messages

MINUTE = 60


def when(epoch: float, now: datetime, texts: Messages) -> str:
    """A moment within a sentence. `epoch` is in seconds; `now` is local time and gives the time zone."""
    return _said(epoch, now, texts, "when.today")


def when_first(epoch: float, now: datetime, texts: Messages) -> str:
    """A moment at the beginning of a line."""
    return _said(epoch, now, texts, "when.today_begin")


def in_full(epoch: float, now: datetime, texts: Messages) -> str:
    """A moment with its date even when it is today, for paper that is read on another day."""
    moment = _local(epoch, now)
    return texts.text(
        "when.date", date=date_long(moment.date(), texts.language), time=time_short(moment, texts.language)
    )


def day(epoch: float, now: datetime, texts: Messages) -> str:
    """Its date alone, where the hour tells nothing."""
    return date_long(_local(epoch, now).date(), texts.language)


def minutes_since(epoch: float, now: datetime, texts: Messages) -> str:
    """How long it has been, in whole minutes; empty before the first and from an hour on."""
    minutes = int(now.timestamp() - epoch) // MINUTE
    return texts.minutes(minutes) if 1 <= minutes < MINUTE else ""


def _said(epoch: float, now: datetime, texts: Messages, today: str) -> str:
    moment = _local(epoch, now)
    if moment.date() == now.date():
        return texts.text(today, time=time_short(moment, texts.language))
    return in_full(epoch, now, texts)


def _local(epoch: float, now: datetime) -> datetime:
    return datetime.fromtimestamp(epoch, now.tzinfo)
