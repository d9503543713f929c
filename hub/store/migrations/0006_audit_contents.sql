-- What an audit row tells stands aside, salted, so that it can be erased when its time is over and
-- the chain stays whole. audit_log.entry holds the salted hash of it; rows from before hold their
-- entry itself, and keep it.
CREATE TABLE audit_contents (
  seq INTEGER PRIMARY KEY REFERENCES audit_log,
  salt BLOB NOT NULL,
  contents BLOB NOT NULL
) STRICT;

-- The one door to erasing: rows first to last, which the audit row told_by names.
CREATE TABLE audit_erasures (
  id INTEGER PRIMARY KEY,
  told_by INTEGER NOT NULL REFERENCES audit_log,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  CHECK (first <= last AND last < told_by)
) STRICT;

CREATE INDEX audit_erasures_first ON audit_erasures (first);

-- Checkpoints as the signer gave them: C2SP signed notes. Those that the hub once signed itself
-- prove nothing and go.
CREATE TABLE audit_notes (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES audit_log,
  at INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE INDEX audit_notes_seq ON audit_notes (seq);

DROP TABLE audit_checkpoints;

-- REPLACE would delete without asking a DELETE trigger: a row comes only after the last.
CREATE TRIGGER audit_log_in_order BEFORE INSERT ON audit_log WHEN NEW.seq IS NOT 1 + (SELECT coalesce(max(seq), 0) FROM audit_log) BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_contents_in_order BEFORE INSERT ON audit_contents WHEN NEW.seq IS NOT (SELECT max(seq) FROM audit_log) OR EXISTS (SELECT 1 FROM audit_contents WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'audit contents are append-only'); END;

CREATE TRIGGER audit_contents_kept_as_written BEFORE UPDATE ON audit_contents BEGIN SELECT RAISE(ABORT, 'audit contents are append-only'); END;

CREATE TRIGGER audit_contents_kept BEFORE DELETE ON audit_contents WHEN NOT EXISTS (SELECT 1 FROM audit_erasures WHERE first <= OLD.seq AND last >= OLD.seq) BEGIN SELECT RAISE(ABORT, 'audit contents are erased only after a row that tells of it'); END;

CREATE TRIGGER audit_subjects_kept_as_written BEFORE UPDATE ON audit_subjects BEGIN SELECT RAISE(ABORT, 'audit subjects are append-only'); END;

CREATE TRIGGER audit_subjects_kept BEFORE DELETE ON audit_subjects WHEN NOT EXISTS (SELECT 1 FROM audit_erasures WHERE first <= OLD.seq AND last >= OLD.seq) BEGIN SELECT RAISE(ABORT, 'audit subjects are erased only with their contents'); END;

CREATE TRIGGER audit_erasures_new BEFORE INSERT ON audit_erasures WHEN EXISTS (SELECT 1 FROM audit_erasures WHERE id = NEW.id) OR NEW.told_by IS NOT (SELECT max(seq) FROM audit_log) BEGIN SELECT RAISE(ABORT, 'an erasure is told by the newest audit row'); END;

CREATE TRIGGER audit_erasures_kept_as_written BEFORE UPDATE ON audit_erasures BEGIN SELECT RAISE(ABORT, 'erasures are append-only'); END;

CREATE TRIGGER audit_erasures_kept BEFORE DELETE ON audit_erasures BEGIN SELECT RAISE(ABORT, 'erasures are append-only'); END;

CREATE TRIGGER audit_notes_new BEFORE INSERT ON audit_notes WHEN EXISTS (SELECT 1 FROM audit_notes WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;

CREATE TRIGGER audit_notes_kept_as_written BEFORE UPDATE ON audit_notes BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;

CREATE TRIGGER audit_notes_kept BEFORE DELETE ON audit_notes BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
