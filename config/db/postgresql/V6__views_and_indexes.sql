-- Instants in words, for people who read the tables with a client.
CREATE VIEW booking_readable AS
SELECT number, status, space_id, to_timestamp(start_at / 1000.0) AS starts, to_timestamp(end_at / 1000.0) AS ends FROM booking;

-- Derby indexes a foreign key by itself.
CREATE INDEX space_of_venue ON spaces (venue_id);
CREATE INDEX entitlement_of_person ON entitlement (person_id);
CREATE INDEX area_below ON area (parent_id);
CREATE INDEX venue_of_organisation ON venue (organisation_id);
