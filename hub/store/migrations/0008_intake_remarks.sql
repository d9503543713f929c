-- What an adapter remarked and took all the same stands beside what could not be used, with the same
-- place; warning: 1.
ALTER TABLE rejects ADD COLUMN warning INTEGER NOT NULL DEFAULT 0;

ALTER TABLE arrivals ADD COLUMN warnings INTEGER NOT NULL DEFAULT 0;

-- An order key may be a file's name, which may name a person: sealed from now on. What stood here in
-- the clear goes; the order of each feed begins anew with its next delivery.
ALTER TABLE feeds DROP COLUMN order_key;

ALTER TABLE feeds ADD COLUMN order_key BLOB NOT NULL DEFAULT x'';

ALTER TABLE arrivals DROP COLUMN order_key;

ALTER TABLE arrivals ADD COLUMN order_key BLOB NOT NULL DEFAULT x'';
