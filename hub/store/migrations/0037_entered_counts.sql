-- Numbers of a fiscal year that come of no record: staff, trainings, costs. name: hub/domain/entered.hpp.
-- The newest row of a year and name stands, so that a number that was corrected shows as such. Append-only.
CREATE TABLE entered_counts (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  count INTEGER NOT NULL CHECK (count >= 0),
  entered_by TEXT NOT NULL CHECK (entered_by <> ''),
  entered_at INTEGER NOT NULL
) STRICT;

CREATE INDEX entered_counts_year ON entered_counts (year, name, id);

CREATE TRIGGER entered_counts_kept_as_written BEFORE UPDATE ON entered_counts BEGIN SELECT RAISE(ABORT, 'entered counts are append-only'); END;

CREATE TRIGGER entered_counts_kept BEFORE DELETE ON entered_counts BEGIN SELECT RAISE(ABORT, 'entered counts are append-only'); END;
