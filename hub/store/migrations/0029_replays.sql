-- A delivery that is read again: it has no bytes of its own, and stands for the one that brought
-- them.
ALTER TABLE arrivals ADD COLUMN replay_of INTEGER REFERENCES arrivals;
