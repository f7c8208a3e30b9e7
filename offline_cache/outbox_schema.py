# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outbox's tables."""

STEPS = (
    """
    create table delivery (
        id text primary key,
        seal text not null unique,
        service text not null,
        organisation text not null,
        state text not null,
        created real not null,
        changed real not null,
        attempts integer not null,
        next_at real not null,
        unsure_since real,
        reference text not null,
        reference_folded text not null,
        reason text not null,
        repeatable integer not null
    ) strict;
    create index delivery_by_reference on delivery (reference_folded) where reference_folded != '';
    create index delivery_by_state on delivery (state, attempts, next_at);
    create table payload (
        id text primary key references delivery (id),
        form text not null,
        form_version text not null,
        language text not null,
        protocol text not null,
        url text not null,
        headers text not null,
        body blob not null
    ) strict;
    """,
    # What was sent is sealed to a key pair; `payload` is emptied by whoever may (`spool_recovery`).
    """
    create table epoch (
        number integer primary key,
        public blob not null,
        made real not null,
        used integer not null
    ) strict;
    create table sealed (
        id text primary key references delivery (id),
        epoch integer not null,
        content blob not null
    ) strict;
    create index sealed_by_epoch on sealed (epoch);
    """,
    # For how long the agency recognises a repetition; null: for ever.
    "alter table delivery add column remembered real",
    # Where the agency tells how far it is, and in which standard it is asked.
    """
    alter table delivery add column protocol text;
    alter table delivery add column told_at text not null default '';
    create index delivery_told on delivery (next_at) where told_at != '';
    """,
    # How the wall clock stood when it was last looked at.
    """
    create table clock_mark (
        one integer primary key check (one = 1),
        boot text not null,
        ahead real not null
    ) strict;
    """,
    # How many were sealed within the last hour is asked each time somebody begins (`core.quotas`).
    "create index if not exists delivery_by_moment on delivery (created)",
)
"""The schema, step by step. A step that has been released is never edited."""
