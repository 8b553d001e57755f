-- The one place that says a time is taken. Only the calendar writes here, under the lock of the site's row.
CREATE TABLE claim (
  id            VARCHAR(36) NOT NULL PRIMARY KEY,
  site_id       VARCHAR(36) NOT NULL CONSTRAINT claim_site REFERENCES site,
  space_id      VARCHAR(36) NOT NULL CONSTRAINT claim_space REFERENCES spaces,
  part_from     INTEGER     NOT NULL,
  part_to       INTEGER     NOT NULL,
  start_at      BIGINT      NOT NULL,
  end_at        BIGINT      NOT NULL,
  busy_from     BIGINT      NOT NULL,
  busy_until    BIGINT      NOT NULL,
  whole         BOOLEAN     NOT NULL,
  places        INTEGER     NOT NULL,
  holder_kind   VARCHAR(20) NOT NULL,
  holder_id     VARCHAR(36) NOT NULL,
  day           INTEGER     NOT NULL,
  evening_seconds INTEGER   NOT NULL,
  created_at    BIGINT      NOT NULL,
  CONSTRAINT claim_holder UNIQUE (holder_kind, holder_id),
  CONSTRAINT claim_slot CHECK (start_at < end_at AND busy_from <= start_at AND end_at <= busy_until)
);
CREATE INDEX claim_of_site ON claim (site_id, busy_until, busy_from);
CREATE INDEX claim_of_space ON claim (space_id, busy_until);
CREATE INDEX claim_of_day ON claim (day, space_id);

-- A closure: it may overlap claims and other closures; nothing new crosses it.
CREATE TABLE blockade (
  id         VARCHAR(36)  NOT NULL PRIMARY KEY,
  site_id    VARCHAR(36)  NOT NULL CONSTRAINT blockade_site REFERENCES site,
  space_id   VARCHAR(36)  NOT NULL CONSTRAINT blockade_space REFERENCES spaces,
  part_from  INTEGER      NOT NULL,
  part_to    INTEGER      NOT NULL,
  start_at   BIGINT       NOT NULL,
  end_at     BIGINT       NOT NULL,
  reason     VARCHAR(500) NOT NULL,
  created_at BIGINT       NOT NULL,
  CONSTRAINT blockade_slot CHECK (start_at < end_at)
);
CREATE INDEX blockade_of_site ON blockade (site_id, end_at);
CREATE INDEX blockade_of_space ON blockade (space_id, end_at);

-- Derived: a space's own occupancy on a UTC day, 288 cells of five minutes, a bit each. Written under the site's lock.
CREATE TABLE day_sheet (
  space_id VARCHAR(36) NOT NULL,
  day      INTEGER     NOT NULL,
  version  BIGINT      NOT NULL,
  cells    ${bytes}    NOT NULL,
  CONSTRAINT day_sheet_once PRIMARY KEY (space_id, day)
);
CREATE INDEX day_sheet_of_day ON day_sheet (day);

-- What changed, and no more: every node's index reads it and loads the present state.
CREATE TABLE calendar_change (
  seq        ${identity} PRIMARY KEY,
  changed_at BIGINT      NOT NULL,
  what       VARCHAR(12) NOT NULL,
  space_id   VARCHAR(36),
  day        INTEGER
);
CREATE INDEX calendar_change_age ON calendar_change (changed_at);
