-- Consent records are found by a token of their own (hub/service/match_token.hpp): that of the person
-- whom they are about with kind 3 in its lowest four bits, where the person's has 1. Records have kind 5.
INSERT INTO tokens (token, record) SELECT t.token + 2, t.record FROM tokens t JOIN records r ON r.id = t.record WHERE r.kind = 5 AND t.token & 15 = 1;

-- The packed column too: a consent record bore the person's token alone, whose lowest byte stands first;
-- the new one is the next greater number, and differs in that byte.
UPDATE records SET tokens = CAST(tokens || substr(x'03132333435363738393A3B3C3D3E3F3', instr('0123456789ABCDEF', substr(hex(tokens), 1, 1)), 1) || substr(tokens, 2) AS BLOB) WHERE kind = 5 AND length(tokens) = 8 AND substr(hex(tokens), 2, 1) = '1';
