-- Instants in words, for people who read the tables with a client.
CREATE VIEW booking_readable AS
SELECT number, status, space_id, to_timestamp(start_at / 1000.0) AS starts, to_timestamp(end_at / 1000.0) AS ends FROM booking;
