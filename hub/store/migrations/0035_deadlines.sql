-- Deadlines of which followers were told, each once. object: `plan/<id>`; day: on which it fell due.
CREATE TABLE deadlines_told (
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  day TEXT NOT NULL,
  told_at INTEGER NOT NULL,
  PRIMARY KEY (action, object, day)
) STRICT, WITHOUT ROWID;

-- Those that may wait for an answer too long.
CREATE INDEX referrals_waiting ON referrals (changed_at) WHERE status IN ('sent', 'received');

CREATE INDEX sitting_copies_out ON sitting_copies (sitting) WHERE returned_at IS NULL;
