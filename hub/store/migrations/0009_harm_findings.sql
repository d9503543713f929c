-- An officer found that to share a person's data would unduly harm the person or a third party
-- (個人情報保護法69条2項ただし書). recipient: an agency, or '' for everybody. reason: sealed.
CREATE TABLE harm_findings (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES persons,
  recipient TEXT NOT NULL,
  officer TEXT NOT NULL CHECK (officer <> ''),
  found_at INTEGER NOT NULL,
  reason BLOB NOT NULL
) STRICT;

CREATE INDEX harm_findings_person ON harm_findings (person);

-- The danger is over; a finding without a row here stands.
CREATE TABLE harm_ends (
  finding INTEGER PRIMARY KEY REFERENCES harm_findings,
  officer TEXT NOT NULL CHECK (officer <> ''),
  ended_at INTEGER NOT NULL,
  reason BLOB NOT NULL
) STRICT;

CREATE TRIGGER harm_findings_kept_as_written BEFORE UPDATE ON harm_findings BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;

CREATE TRIGGER harm_findings_kept BEFORE DELETE ON harm_findings BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;

CREATE TRIGGER harm_ends_kept_as_written BEFORE UPDATE ON harm_ends BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;

CREATE TRIGGER harm_ends_kept BEFORE DELETE ON harm_ends BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;
