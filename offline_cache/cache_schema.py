# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cache's tables. All of it is derived: it may be thrown away and fetched again."""

STEPS = (
    """
    create table catalogue (
        one integer primary key check (one = 1),
        version text not null,
        confirmed real not null,
        source blob not null
    ) strict;
    create table service (position integer primary key, packed text not null) strict;
    create table event (position integer primary key, packed text not null) strict;
    create table organisation (position integer primary key, packed text not null) strict;
    create table form (
        endpoint text not null,
        form text not null,
        version text not null,
        hash text not null,
        source blob not null,
        fetched real not null,
        primary key (endpoint, form)
    ) strict;
    create table reach (
        endpoint text primary key,
        reachable integer not null,
        since real not null,
        kind text not null
    ) strict;
    create table indexed_language (number integer primary key, tag text not null unique) strict;
    create table indexed (doc integer primary key, service text not null, name text not null) strict;
    create table vocabulary (
        language integer not null,
        word text not null,
        docs integer not null,
        primary key (language, word)
    ) strict, without rowid;
    create virtual table words using fts5 (
        start, name, keywords, description,
        content='', detail=column, columnsize=0, prefix='1 2 3', tokenize='ascii'
    );
    """,
    """
    create table form_file (
        endpoint text not null,
        form text not null,
        name text not null,
        hash text not null,
        content blob not null,
        primary key (endpoint, form, name)
    ) strict;
    """,
    """
    create table shown_time (
        one integer primary key check (one = 1),
        boot text not null,
        up real not null,
        time real not null
    ) strict;
    """,
)
"""The schema, step by step. A step that has been released is never edited."""
