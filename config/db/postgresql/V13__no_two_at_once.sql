-- The second guard: whatever went round the lock of the site, two whole claims on touching parts never share a moment.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE claim ADD CONSTRAINT claim_no_two_at_once EXCLUDE USING gist (
  site_id WITH =,
  int4range(part_from, part_to) WITH &&,
  int8range(busy_from, busy_until) WITH &&
) WHERE (whole) DEFERRABLE INITIALLY IMMEDIATE;

-- Derby indexes a foreign key by itself.
CREATE INDEX proposal_of_space ON proposal (space_id);
CREATE INDEX displaced_of_booking ON displaced (booking_id);
