-- A resident's hold on a space, kept for good; the claim goes when the time is given back.
CREATE TABLE booking (
  id            VARCHAR(36)  NOT NULL PRIMARY KEY,
  number        VARCHAR(10)  NOT NULL CONSTRAINT booking_number UNIQUE,
  space_id      VARCHAR(36)  NOT NULL CONSTRAINT booking_space REFERENCES spaces,
  organisation_id VARCHAR(36) NOT NULL CONSTRAINT booking_organisation REFERENCES organisation,
  booker_id     VARCHAR(36)  NOT NULL CONSTRAINT booking_booker REFERENCES person,
  status        VARCHAR(12)  NOT NULL,
  status_reason VARCHAR(12),
  start_at      BIGINT       NOT NULL,
  end_at        BIGINT       NOT NULL,
  day           INTEGER      NOT NULL,
  people        INTEGER      NOT NULL,
  purpose       VARCHAR(12)  NOT NULL,
  note          VARCHAR(1000),
  cancel_note   VARCHAR(1000),
  created_at    BIGINT       NOT NULL,
  cancelled_at  BIGINT,
  version       INTEGER      NOT NULL
);
CREATE INDEX booking_of_booker ON booking (booker_id, start_at);
CREATE INDEX booking_of_space ON booking (space_id, start_at);
CREATE INDEX booking_of_organisation ON booking (organisation_id, start_at);
CREATE INDEX booking_of_day ON booking (day, space_id);
CREATE INDEX booking_by_start ON booking (start_at);
