"""The tables of the record, and the steps that bring an older record up to date."""

from __future__ import annotations

FORMAT = 4
APPLICATION_ID = 0x54524C4E  # "TRLN"

_FIRST = """
CREATE TABLE reports (
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, source TEXT NOT NULL, media_type TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE TABLE readings (
    report TEXT PRIMARY KEY REFERENCES reports(id), text TEXT NOT NULL, text_sha256 TEXT NOT NULL,
    made_by TEXT NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE TABLE set_aside (
    sha256 TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (sha256, source)
) STRICT;
CREATE TABLE items (
    kind TEXT NOT NULL, id TEXT NOT NULL, earliest TEXT, latest TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX items_by_day ON items (kind, earliest, latest);
CREATE TABLE taking_part (
    actor TEXT NOT NULL, kind TEXT NOT NULL, item TEXT NOT NULL, PRIMARY KEY (actor, kind, item)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(report UNINDEXED, title, text, tokenize='unicode61 remove_diacritics 2');
CREATE TABLE decisions (
    sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, by TEXT NOT NULL, action TEXT NOT NULL,
    target_kind TEXT NOT NULL, target TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, reason TEXT,
    previous_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
CREATE TRIGGER decisions_form_a_chain BEFORE INSERT ON decisions
WHEN NEW.sequence != (SELECT coalesce(max(sequence), 0) + 1 FROM decisions)
  OR NEW.previous_hash != coalesce((SELECT hash FROM decisions ORDER BY sequence DESC LIMIT 1), printf('%.64c', '0'))
BEGIN SELECT RAISE(ABORT, 'a decision must follow the last one'); END;
"""

_SECOND = """
CREATE TABLE applied (place INTEGER PRIMARY KEY, decision TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE before (
    decision TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT, PRIMARY KEY (decision, kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE made (times INTEGER NOT NULL) STRICT;
INSERT INTO made VALUES (0);
"""

_THIRD = """
CREATE TABLE brought (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
"""

_FOURTH = "CREATE INDEX taking_part_by_item ON taking_part (kind, item);"

STEPS = (_FIRST, _SECOND, _THIRD, _FOURTH)
"""Step n brings a record from format n to n + 1."""
