-- Meetings about persons (社会福祉法106条の4, 106条の6 and their like). body, convener, chair: codes of
-- the municipality's profile. held_on: a day in Japan.
CREATE TABLE sittings (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  body TEXT NOT NULL CHECK (body <> ''),
  held_on TEXT NOT NULL,
  convener TEXT NOT NULL CHECK (convener <> ''),
  chair TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at INTEGER NOT NULL
) STRICT;

-- What is heard, and on which ground: chosen per item, never per body. function: a row of
-- legal_bases.yaml; as_of: the version of its law then. declared_part: this part of another body's
-- meeting was declared that function's. decided: the municipality decided to support the case, or
-- decides it here.
CREATE TABLE sitting_items (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  sitting INTEGER NOT NULL REFERENCES sittings,
  case_id INTEGER NOT NULL REFERENCES cases,
  function TEXT NOT NULL CHECK (function <> ''),
  as_of TEXT NOT NULL CHECK (as_of <> ''),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  declared_part INTEGER NOT NULL CHECK (declared_part IN (0, 1)),
  decided INTEGER NOT NULL CHECK (decided IN (0, 1)),
  added_by TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  UNIQUE (sitting, case_id, function)
) STRICT;

CREATE INDEX sitting_items_case ON sitting_items (case_id);

-- Whom the item is about: nobody else is talked of under it.
CREATE TABLE sitting_item_persons (
  item INTEGER NOT NULL REFERENCES sitting_items,
  person INTEGER NOT NULL REFERENCES persons,
  PRIMARY KEY (item, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX sitting_item_persons_person ON sitting_item_persons (person);

-- Who sits, for the whole sitting or (item) for one item. party: a code of the profile, '' for one that
-- it does not know. kind: the gate's word for the recipient. called: 0 not, 1 from the body's table,
-- 2 by the chair. secrecy: 0 not bound, 1 by a law, 2 by a signed pledge. name, document (the pledge's
-- number, or the law): sealed.
CREATE TABLE sitting_seats (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  sitting INTEGER NOT NULL REFERENCES sittings,
  item INTEGER REFERENCES sitting_items,
  party TEXT NOT NULL,
  kind TEXT NOT NULL,
  called INTEGER NOT NULL CHECK (called IN (0, 1, 2)),
  secrecy INTEGER NOT NULL CHECK (secrecy IN (0, 1, 2)),
  name BLOB NOT NULL,
  document BLOB NOT NULL,
  seated_by TEXT NOT NULL,
  seated_at INTEGER NOT NULL,
  left_at INTEGER
) STRICT;

CREATE INDEX sitting_seats_sitting ON sitting_seats (sitting);

CREATE INDEX sitting_seats_item ON sitting_seats (item) WHERE item IS NOT NULL;

CREATE TRIGGER sittings_kept_as_written BEFORE UPDATE ON sittings BEGIN SELECT RAISE(ABORT, 'a sitting stays as it was convened'); END;

CREATE TRIGGER sitting_items_kept_as_written BEFORE UPDATE ON sitting_items BEGIN SELECT RAISE(ABORT, 'an agenda item keeps its ground'); END;

-- A seat can only be left.
CREATE TRIGGER sitting_seats_kept_as_written BEFORE UPDATE OF uuid, sitting, item, party, kind, called, secrecy, seated_by, seated_at ON sitting_seats BEGIN SELECT RAISE(ABORT, 'a seat stays as it was given'); END;
