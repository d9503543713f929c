-- By what a signal of a pattern was raised, and a proposal that came of it: never what it is about.
-- audience: the section that alone may see it, for it would show somebody who hides (支援措置);
-- empty: the municipality's named officers. ground: keyed token of whom and of what kinds of
-- evidence, so that what was declined is not raised again. fields, evidence: codes with spaces
-- between. reason: why it was declined, a code.
CREATE TABLE pattern_findings (
  signal INTEGER PRIMARY KEY REFERENCES signals,
  audience TEXT NOT NULL,
  ground INTEGER NOT NULL,
  certain INTEGER NOT NULL,
  fields TEXT NOT NULL,
  evidence TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

-- named: 0 for a child known to the 要対協, which counts, but is neither named nor located.
CREATE TABLE pattern_members (
  signal INTEGER NOT NULL REFERENCES signals,
  person INTEGER NOT NULL REFERENCES persons,
  named INTEGER NOT NULL,
  PRIMARY KEY (signal, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX pattern_members_person ON pattern_members (person);

CREATE INDEX signals_household ON signals (household) WHERE household <> 0;
