-- What a booking is besides a slot: when it lapses undecided, when one checks in, what it was before it was changed.
ALTER TABLE booking ADD COLUMN series_id VARCHAR(36);
ALTER TABLE booking ADD COLUMN decide_until BIGINT;
ALTER TABLE booking ADD COLUMN decision_note VARCHAR(1000);
ALTER TABLE booking ADD COLUMN cancel_until BIGINT;
ALTER TABLE booking ADD COLUMN check_in_from BIGINT;
ALTER TABLE booking ADD COLUMN check_in_until BIGINT;
ALTER TABLE booking ADD COLUMN check_in_code BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE booking ADD COLUMN checked_in_at BIGINT;
-- Until when the slot was kept from others, where that was not its end.
ALTER TABLE booking ADD COLUMN held_until BIGINT;
-- How often a calendar that was sent has changed since: the SEQUENCE of RFC 5545.
ALTER TABLE booking ADD COLUMN change_count INTEGER DEFAULT 0 NOT NULL;
CREATE INDEX booking_of_series ON booking (series_id, start_at);

-- Bookings made together by one rule; what was left out is kept, so that it can be added later. reason: JSON, the text in
-- each language.
CREATE TABLE booking_series (
  id         VARCHAR(36)   NOT NULL PRIMARY KEY,
  booker_id  VARCHAR(36)   NOT NULL CONSTRAINT series_booker REFERENCES person,
  space_id   VARCHAR(36)   NOT NULL CONSTRAINT series_space REFERENCES spaces,
  rrule      VARCHAR(500)  NOT NULL,
  people     INTEGER       NOT NULL,
  purpose    VARCHAR(12)   NOT NULL,
  note       VARCHAR(1000),
  created_at BIGINT        NOT NULL
);
CREATE TABLE skipped_date (
  series_id VARCHAR(36)   NOT NULL CONSTRAINT skipped_series REFERENCES booking_series,
  start_at  BIGINT        NOT NULL,
  end_at    BIGINT        NOT NULL,
  reason    ${text}       NOT NULL,
  CONSTRAINT skipped_once PRIMARY KEY (series_id, start_at)
);

-- A slot that is held while somebody fills in the form: one a person.
CREATE TABLE hold (
  id         VARCHAR(36) NOT NULL PRIMARY KEY,
  person_id  VARCHAR(36) NOT NULL CONSTRAINT hold_one_each UNIQUE CONSTRAINT hold_person REFERENCES person,
  space_id   VARCHAR(36) NOT NULL CONSTRAINT hold_space REFERENCES spaces,
  start_at   BIGINT      NOT NULL,
  end_at     BIGINT      NOT NULL,
  people     INTEGER     NOT NULL,
  expires_at BIGINT      NOT NULL
);

-- Who waits for a time, in a space or in any like it. seq is the order of the queue. wanted_space is null where any
-- space that passes the filters will do.
CREATE TABLE waiting (
  id            VARCHAR(36) NOT NULL PRIMARY KEY,
  seq           ${identity} CONSTRAINT waiting_seq UNIQUE,
  person_id     VARCHAR(36) NOT NULL CONSTRAINT waiting_person REFERENCES person,
  wanted_space  VARCHAR(36) CONSTRAINT waiting_space REFERENCES spaces,
  filters       VARCHAR(2000),
  start_at      BIGINT      NOT NULL,
  end_at        BIGINT      NOT NULL,
  people        INTEGER     NOT NULL,
  status        VARCHAR(10) NOT NULL,
  offered_space VARCHAR(36) CONSTRAINT waiting_offer REFERENCES spaces,
  offer_until   BIGINT,
  booking_id    VARCHAR(36),
  created_at    BIGINT      NOT NULL
);
CREATE INDEX waiting_for_space ON waiting (wanted_space, status, end_at);
CREATE INDEX waiting_then ON waiting (status, end_at);
CREATE INDEX waiting_of_person ON waiting (person_id, start_at);
CREATE INDEX waiting_offered ON waiting (offered_space, status);

-- A booking that a closure hit ends at this moment unless its booker takes what is proposed; null for all others.
ALTER TABLE booking ADD COLUMN proposal_until BIGINT;

-- What a booking that a closure hit is offered instead: reserved until a moment. Ended means that its claim is gone.
CREATE TABLE proposal (
  booking_id VARCHAR(36) NOT NULL CONSTRAINT proposal_once PRIMARY KEY CONSTRAINT proposal_booking REFERENCES booking,
  closure_id VARCHAR(36) NOT NULL,
  space_id   VARCHAR(36) NOT NULL CONSTRAINT proposal_space REFERENCES spaces,
  start_at   BIGINT      NOT NULL,
  end_at     BIGINT      NOT NULL,
  until_at   BIGINT      NOT NULL,
  ended      BOOLEAN     DEFAULT FALSE NOT NULL
);

-- The bookings that a closure hit, and what has become of each.
CREATE TABLE displaced (
  closure_id VARCHAR(36) NOT NULL,
  booking_id VARCHAR(36) NOT NULL CONSTRAINT displaced_booking REFERENCES booking,
  outcome    VARCHAR(12) NOT NULL,
  CONSTRAINT displaced_once PRIMARY KEY (closure_id, booking_id)
);

-- Whose direct booking rests after too many no-shows, and what the person says to the owner about it.
CREATE TABLE pause (
  id              VARCHAR(36) NOT NULL PRIMARY KEY,
  person_id       VARCHAR(36) NOT NULL CONSTRAINT pause_person REFERENCES person,
  organisation_id VARCHAR(36) NOT NULL CONSTRAINT pause_organisation REFERENCES organisation,
  from_at         BIGINT      NOT NULL,
  until_at        BIGINT      NOT NULL,
  appeal          VARCHAR(1000),
  appealed_at     BIGINT,
  answer          VARCHAR(1000),
  answered_at     BIGINT,
  lifted_at       BIGINT
);
CREATE INDEX pause_of_person ON pause (person_id, until_at);
CREATE INDEX pause_of_organisation ON pause (organisation_id, until_at);

-- The code that hangs on a door: whoever has read it stands before it.
CREATE TABLE door_code (
  space_id   VARCHAR(36) NOT NULL PRIMARY KEY CONSTRAINT door_code_space REFERENCES spaces,
  code       VARCHAR(40) NOT NULL CONSTRAINT door_code_once UNIQUE,
  changed_at BIGINT      NOT NULL
);

-- What the links that leave the house are signed with, the same on all nodes; made at the first start.
CREATE TABLE signing_key (
  id         VARCHAR(40)  NOT NULL PRIMARY KEY,
  secret     VARCHAR(100) NOT NULL,
  created_at BIGINT       NOT NULL
);

-- What the auditor found each night.
CREATE TABLE calendar_audit (
  id          VARCHAR(36) NOT NULL PRIMARY KEY,
  audited_at  BIGINT      NOT NULL,
  claims      BIGINT      NOT NULL,
  day_sheets  BIGINT      NOT NULL,
  differences INTEGER     NOT NULL,
  told        ${text}     NOT NULL
);
CREATE INDEX calendar_audit_newest ON calendar_audit (audited_at);

-- Those that are over and not yet written down as such, without reading all that ever were.
CREATE INDEX booking_by_status ON booking (status, end_at);
