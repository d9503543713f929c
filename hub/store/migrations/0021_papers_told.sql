-- A notice to stop names with what the copy went: a referral, or (item, seat) the paper of one agenda item
-- for one seat; none of them: it went otherwise.
ALTER TABLE stop_notices ADD COLUMN item INTEGER REFERENCES sitting_items;

ALTER TABLE stop_notices ADD COLUMN seat INTEGER REFERENCES sitting_seats CHECK ((seat IS NULL) = (item IS NULL) AND (seat IS NULL OR referral IS NULL));

CREATE INDEX stop_notices_item ON stop_notices (item) WHERE item IS NOT NULL;

CREATE INDEX stop_notices_seat ON stop_notices (seat) WHERE seat IS NOT NULL;
