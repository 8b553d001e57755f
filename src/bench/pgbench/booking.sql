-- What POST /api/v1/bookings asks of the database, one statement after the other: the caller, what other nodes have
-- changed, then the booking itself in one transaction. What the delivery of its news writes (the notice in the inbox) stands
-- within it, because the application does so for many at once, so that hardly any of its commits falls on one booking.
-- Each client books spaces of its own, one a day, so that it meets nobody.
-- Given from outside: people, organisation, day (days since 1970), turn (0 at first).
\set turn :turn + 1
\set space :client_id * 1250 + 1 + :turn % 1250
\set on_day :day + :turn / 1250
\set person random(:people / 2 + 1, :people - 1)
\set start :on_day * 86400000 + 61200000
\set end :start + 7200000
\set midnight :on_day * 86400000
\set next_midnight :midnight + 86400000
\set now (:day - 8) * 86400000 + 43200000
\set number :space * 32768 + :on_day

SELECT person_id FROM access_token WHERE token_hash = encode(sha256(('bench-' || :person::text)::bytea), 'hex') AND expires_at > :now;
SELECT seq FROM calendar_change WHERE what <> 'SHEET' AND seq > 1000000000 AND node <> 'bench';
BEGIN;
SELECT id, username, name FROM person WHERE id = 'person-' || :person::text;
SELECT role, thing_kind, thing_id FROM entitlement WHERE person_id = 'person-' || :person::text;
COMMIT;
BEGIN;
SELECT id FROM person WHERE id = 'person-' || :person::text FOR UPDATE;
SELECT holder_id, rule, stated FROM policy_value WHERE holder_id IN ('*', :organisation, 'bench-' || :space::text);
SELECT id, person_id, organisation_id, from_at, until_at, appeal, appealed_at, answer, answered_at, lifted_at FROM pause WHERE person_id = 'person-' || :person::text AND organisation_id = :organisation AND until_at > :now AND lifted_at IS NULL ORDER BY until_at DESC;
SELECT booker_id, space_id, organisation_id, start_at, end_at, day, CASE WHEN status IN ('REQUESTED', 'CHECKED_IN') OR status = 'CONFIRMED' AND (check_in_until IS NULL OR check_in_until > :now) THEN 1 ELSE 0 END FROM booking WHERE end_at > :now AND id <> '' AND status NOT IN ('CANCELLED', 'DECLINED') AND (status <> 'REQUESTED' OR decide_until IS NULL OR decide_until > :now) AND booker_id IN ('person-' || :person::text);
SELECT id FROM booking WHERE number = 'P' || :number::text;
SELECT id FROM site WHERE id = 'bench-' || :space::text FOR UPDATE;
SELECT id, site_id, space_id, part_from, part_to, start_at, end_at, busy_from, busy_until, whole, places, holder_kind, holder_id, day, expires_at FROM claim WHERE site_id = 'bench-' || :space::text AND busy_until > :start AND busy_from < :end;
SELECT id, part_from, part_to, capacity, sharing FROM spaces WHERE site_id = 'bench-' || :space::text AND (id = 'bench-' || :space::text OR sharing = 'PLACES');
SELECT id, site_id, space_id, part_from, part_to, start_at, end_at, busy_from, busy_until, whole, places, holder_kind, holder_id, day, expires_at FROM claim WHERE site_id = 'bench-' || :space::text AND busy_until > :start AND busy_from < :end;
SELECT b.id, b.space_id, b.part_from, b.part_to, s.capacity, b.start_at, b.end_at, b.reason FROM blockade b JOIN spaces s ON s.id = b.space_id WHERE b.site_id = 'bench-' || :space::text AND b.end_at > :start AND b.start_at < :end;
INSERT INTO claim (id, site_id, space_id, part_from, part_to, start_at, end_at, busy_from, busy_until, whole, places, holder_kind, holder_id, day, expires_at, of_places, evening_seconds, created_at) VALUES (gen_random_uuid()::text, 'bench-' || :space::text, 'bench-' || :space::text, 0, 1, :start, :end, :start, :end, TRUE, 8, 'BOOKING', 'bench-' || :space::text || '-' || :on_day::text, :on_day, NULL, 8, 7200, :now);
SELECT id, site_id, space_id, part_from, part_to, start_at, end_at, busy_from, busy_until, whole, places, holder_kind, holder_id, day, expires_at FROM claim WHERE space_id = 'bench-' || :space::text AND busy_until > :midnight AND busy_from < :next_midnight;
SELECT b.id, b.space_id, b.part_from, b.part_to, s.capacity, b.start_at, b.end_at, b.reason FROM blockade b JOIN spaces s ON s.id = b.space_id WHERE b.space_id = 'bench-' || :space::text AND b.end_at > :midnight AND b.start_at < :next_midnight;
SELECT version FROM day_sheet WHERE space_id = 'bench-' || :space::text AND day = :on_day;
INSERT INTO day_sheet (space_id, day, version, cells) VALUES ('bench-' || :space::text, :on_day, 1, decode(repeat('00', 72), 'hex'));
INSERT INTO calendar_change (changed_at, what, subject, day, node) VALUES (CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT), 'SHEET', 'bench-' || :space::text, :on_day, 'bench');
INSERT INTO booking (id, booker_id, cancel_note, cancel_until, cancelled_at, change_count, check_in_code, check_in_from, check_in_until, checked_in_at, created_at, day, decide_until, decision_note, end_at, held_until, note, number, organisation_id, people, proposal_until, purpose, series_id, space_id, start_at, status, status_reason, version) VALUES ('bench-' || :space::text || '-' || :on_day::text, 'person-' || :person::text, NULL, :start, NULL, 0, FALSE, NULL, NULL, NULL, :now, :on_day, NULL, NULL, :end, NULL, NULL, 'P' || :number::text, :organisation, 2, NULL, 'STUDY', NULL, 'bench-' || :space::text, :start, 'CONFIRMED', NULL, 1);
INSERT INTO timer (id, kind, subject, due_at, try_at, attempts) VALUES (gen_random_uuid()::text, 'bench-reminder', 'bench-' || :space::text || '-' || :on_day::text, :start, :start, 0);
SELECT COALESCE(MAX(version), 0) + 1 FROM outbox_event WHERE aggregate = 'booking of bench-' || :space::text || '-' || :on_day::text;
INSERT INTO outbox_event (id, aggregate, version, kind, body, created_at) VALUES ('bench-' || :space::text || '-' || :on_day::text, 'booking of bench-' || :space::text || '-' || :on_day::text, 1, 'BookingNews', repeat('.', 400), :now);
INSERT INTO outbox_delivery (id, event_id, subscriber, aggregate, version, attempts, due_at) VALUES ('bench-' || :space::text || '-' || :on_day::text, 'bench-' || :space::text || '-' || :on_day::text, 'pgbench', 'booking of bench-' || :space::text || '-' || :on_day::text, 1, 0, :now);
SELECT id, name FROM person WHERE id IN ('person-' || :person::text);
SELECT booking_id, closure_id, space_id, start_at, end_at, until_at, ended FROM proposal WHERE booking_id IN ('bench-' || :space::text || '-' || :on_day::text);
UPDATE outbox_delivery SET lease = 'pgbench', due_at = CAST(:now AS BIGINT) + 300000, attempts = attempts + 1 WHERE id = 'bench-' || :space::text || '-' || :on_day::text AND due_at = :now;
INSERT INTO notice (id, event_id, person_id, kind, subject_id, args, created_at) VALUES (gen_random_uuid()::text, 'bench-' || :space::text || '-' || :on_day::text, 'person-' || :person::text, 'CONFIRMED', 'bench-' || :space::text || '-' || :on_day::text, repeat('.', 400), :now) ON CONFLICT DO NOTHING;
UPDATE outbox_delivery SET done_at = :now, due_at = NULL, lease = NULL, last_error = NULL WHERE id = 'bench-' || :space::text || '-' || :on_day::text AND lease = 'pgbench';
COMMIT;
