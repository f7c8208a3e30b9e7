# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the store of drafts promises: all of them back, for thirty days, and nothing readable on the disk."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from core.drafts import Draft
from core.errors import Trouble
from core.forms.keeping import Given
from core.ids import FormId, QuestionPath, ServiceId, SubmissionId
from core.passed_time import Instant
from core.ports import CachedForm, FormFile
from core.visit.delays import DRAFT_DAYS
from offline_cache.database import PageCheck, open_database
from offline_cache.draft_store import FILE_NAME, STEPS, StoredDrafts, open_drafts
from offline_cache.subkeys import SESSION_PURPOSES, Key, KeyOrigin, NotGivenError, Purpose, part

KEY = Key(bytes(range(32)), KeyOrigin.KEYRING)
DAY = 24 * 3600.0
FORM = CachedForm(
    "https://town.example/v1",
    FormId("birth"),
    "7",
    "md5:0f",
    b"<h:html/>\x00\xff",
    50.0,
    (FormFile("towns.csv", "md5:1", b"a,b"),),
)
DRAFT = Draft(
    ServiceId("birth"),
    FORM,
    SubmissionId("uuid:1"),
    datetime(2026, 11, 27, 9, 0, 0, 123456, timezone(timedelta(hours=1))),
    1_000.0,
    "/data/name",
    Given(
        ((QuestionPath("/data/person[+]"), 2),),
        ((QuestionPath("/data/name"), "Zahra \u202eزهراء"), (QuestionPath("/data/flat"), "")),
    ),
)


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[StoredDrafts]:
    opened = open_drafts(tmp_path / "store", KEY)
    assert isinstance(opened, StoredDrafts)
    yield opened
    opened.close()


def test_a_draft_comes_back_whole(drafts: StoredDrafts) -> None:
    drafts.keep(DRAFT)

    assert drafts.all() == (DRAFT,)


@pytest.mark.parametrize("raw", ["\ud83d", "a\x00b", "\ufffe", "👩🏽‍🦱", "١٢ رقم"])
def test_whatever_was_typed_comes_back_as_it_was(drafts: StoredDrafts, raw: str) -> None:
    draft = replace(DRAFT, given=Given((), ((QuestionPath("/data/name"), raw),)))

    drafts.keep(draft)

    assert drafts.all() == (draft,)


def test_a_later_state_takes_the_place_of_the_earlier(drafts: StoredDrafts) -> None:
    later = replace(DRAFT, saved=2_000.0, reached="check", given=Given())

    drafts.keep(DRAFT)
    drafts.keep(later)

    assert drafts.all() == (later,)


def test_a_newer_form_takes_the_place_of_the_earlier_with_its_files(drafts: StoredDrafts) -> None:
    newer = replace(FORM, source=b"<other/>", fetched=60.0, files=(FormFile("places.csv", "md5:2", b"c"),))

    drafts.keep(DRAFT)
    drafts.keep(replace(DRAFT, form=newer))

    assert drafts.all() == (replace(DRAFT, form=newer),)


def test_the_latest_is_first_and_a_dropped_one_is_gone(drafts: StoredDrafts) -> None:
    other = replace(DRAFT, submission=SubmissionId("uuid:2"), saved=3_000.0)
    drafts.keep(other)
    drafts.keep(DRAFT)

    assert [one.submission for one in drafts.all()] == ["uuid:2", "uuid:1"]
    drafts.drop(SubmissionId("uuid:2"))
    drafts.drop(SubmissionId("uuid:none"))
    assert drafts.all() == (DRAFT,)


def up(days: float) -> Instant:
    """A machine that is never off."""
    return Instant("boot", days * DAY, days * DAY)


@pytest.mark.parametrize(("days", "there"), [(0, 1), (DRAFT_DAYS, 1), (DRAFT_DAYS + 0.01, 0)])
def test_a_draft_is_forgotten_thirty_days_after_its_last_change(
    drafts: StoredDrafts, days: float, there: int
) -> None:
    drafts.pass_time(up(2.0), None)
    drafts.keep(DRAFT)
    drafts.pass_time(up(2.0 + days), None)

    assert len(drafts.all()) == there


def test_a_draft_that_is_touched_again_is_kept_from_then_on(drafts: StoredDrafts) -> None:
    for day in range(0, 100, 20):
        drafts.pass_time(up(day), None)
        drafts.keep(DRAFT)
    drafts.pass_time(up(80.0 + DRAFT_DAYS), None)

    assert drafts.all() == (DRAFT,)


def test_what_was_counted_is_counted_on_by_whoever_opens_it_next(
    drafts: StoredDrafts, tmp_path: Path
) -> None:
    drafts.pass_time(up(0.0), 1e9)
    drafts.keep(DRAFT)
    other = open_drafts(tmp_path / "store", KEY)
    assert isinstance(other, StoredDrafts)
    other.pass_time(Instant("next", 60.0, 0.0), 1e9 + 29 * DAY)
    # A clock that is ten years ahead by now, and a window that was slower to look.
    drafts.pass_time(Instant("next", 50.0, 3_652 * DAY), None)
    assert other.all() == (DRAFT,)
    drafts.pass_time(Instant("next", 70.0, 3_652 * DAY), 1e9 + 31 * DAY)
    assert other.all() == ()


def test_drafts_of_the_version_before_get_their_thirty_days_from_now_on(tmp_path: Path) -> None:
    earlier = open_database(
        tmp_path / FILE_NAME, KEY.derive(Purpose.DRAFTS), STEPS[:1], check=PageCheck.FIRST_PAGES
    )
    assert not isinstance(earlier, Trouble)
    earlier.execute("insert into draft values ('uuid:1', 's', '2020-01-01T00:00:00', 1.0, '', '[]', '[]')")
    earlier.execute("insert into form values ('uuid:1', 'e', 'f', '1', 'h', x'00', 1.0)")
    earlier.close()
    drafts = open_drafts(tmp_path, KEY)
    assert isinstance(drafts, StoredDrafts)
    drafts.pass_time(up(9_000.0), None)
    assert [one.submission for one in drafts.all()] == ["uuid:1"]
    drafts.pass_time(up(9_000.0 + DRAFT_DAYS + 1), None)
    assert drafts.all() == ()


def test_nothing_of_a_draft_can_be_read_on_the_disk(drafts: StoredDrafts, tmp_path: Path) -> None:
    drafts.keep(DRAFT)

    content = b"".join(path.read_bytes() for path in sorted((tmp_path / "store").iterdir()))
    for telling in ("Zahra", "birth", "/data/name", "town.example"):
        assert telling.encode() not in content
        assert telling.encode("utf-16-le") not in content


def test_a_kiosks_window_has_no_key_for_drafts(tmp_path: Path) -> None:
    with pytest.raises(NotGivenError):
        open_drafts(tmp_path, part(KEY, SESSION_PURPOSES))
    assert not (tmp_path / FILE_NAME).exists()


def test_another_key_opens_nothing_and_changes_nothing(drafts: StoredDrafts, tmp_path: Path) -> None:
    drafts.keep(DRAFT)

    refused = open_drafts(tmp_path / "store", Key(bytes(32), KeyOrigin.KEYRING))

    assert isinstance(refused, Trouble)
    assert refused.key == "trouble.store_wrong_key"
    assert drafts.all() == (DRAFT,)
