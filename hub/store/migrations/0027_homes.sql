-- A membership holds nothing that would have to be sealed.
ALTER TABLE household_members DROP COLUMN body;

ALTER TABLE household_members DROP COLUMN uuid;

-- A membership ends with the day on which somebody moved (until_day), and stands again if they come back:
-- live is what is neither undone nor ended.
DROP INDEX household_members_live;

CREATE UNIQUE INDEX household_members_live ON household_members (person, household)
  WHERE undone_at IS NULL AND until_day = '';

-- An officer decided that the person of the record `who` is not of the household of the person of `whose`:
-- never put together again by itself.
CREATE TABLE household_splits (
  who INTEGER NOT NULL REFERENCES records,
  whose INTEGER NOT NULL REFERENCES records,
  decided_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (who, whose)
) STRICT, WITHOUT ROWID;

CREATE INDEX household_splits_whose ON household_splits (whose);
