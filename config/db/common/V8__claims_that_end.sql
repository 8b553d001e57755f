-- A hold, an offer or a proposal takes its time until a moment; after it, whoever comes next may end it.
ALTER TABLE claim ADD COLUMN expires_at BIGINT;
-- How many places the space had when it was claimed, so that a place of forty counts as a fortieth of its hours; null
-- where it was claimed before places were given out.
ALTER TABLE claim ADD COLUMN of_places INTEGER;
CREATE INDEX space_of_site ON spaces (site_id);
