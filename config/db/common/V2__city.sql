-- The city: its areas, the houses in them, what the houses open, and when.
CREATE TABLE area (
  id          VARCHAR(36)  NOT NULL PRIMARY KEY,
  external_id VARCHAR(120) NOT NULL CONSTRAINT area_external UNIQUE,
  parent_id   VARCHAR(36)  CONSTRAINT area_parent REFERENCES area,
  level       VARCHAR(10)  NOT NULL,
  name        VARCHAR(200) NOT NULL,
  name_zh     VARCHAR(200),
  population  INTEGER,
  surface_m2  DOUBLE PRECISION,
  lat         DOUBLE PRECISION,
  lon         DOUBLE PRECISION,
  boundary    ${text},
  attribution VARCHAR(400)
);

CREATE TABLE organisation (
  id          VARCHAR(36)  NOT NULL PRIMARY KEY,
  external_id VARCHAR(120) NOT NULL CONSTRAINT organisation_external UNIQUE,
  parent_id   VARCHAR(36)  CONSTRAINT organisation_parent REFERENCES organisation,
  kind        VARCHAR(30)  NOT NULL,
  name        VARCHAR(250) NOT NULL,
  name_zh     VARCHAR(250),
  area_id     VARCHAR(36)  CONSTRAINT organisation_area REFERENCES area,
  website     VARCHAR(500),
  published   BOOLEAN      NOT NULL,
  version     INTEGER      NOT NULL
);
CREATE INDEX organisation_name ON organisation (name, id);

CREATE TABLE alliance (
  id          VARCHAR(36)  NOT NULL PRIMARY KEY,
  external_id VARCHAR(120) NOT NULL CONSTRAINT alliance_external UNIQUE,
  name        VARCHAR(250) NOT NULL,
  name_zh     VARCHAR(250),
  demo        BOOLEAN      NOT NULL
);

-- A member is an organisation (a university that pledges hours) or a community, which here is an area.
CREATE TABLE alliance_member (
  id              VARCHAR(36) NOT NULL PRIMARY KEY,
  alliance_id     VARCHAR(36) NOT NULL CONSTRAINT member_alliance REFERENCES alliance,
  organisation_id VARCHAR(36) CONSTRAINT member_organisation REFERENCES organisation,
  area_id         VARCHAR(36) CONSTRAINT member_area REFERENCES area,
  pledged_hours   INTEGER     NOT NULL,
  CONSTRAINT alliance_member_once UNIQUE (alliance_id, organisation_id, area_id)
);

-- source: whose statement this is; external ids begin with it, so that two sources may speak of the same thing.
-- lineage: the succession of files that last stated it; gone: a newer file of that succession no longer does.
CREATE TABLE venue (
  id              VARCHAR(36)  NOT NULL PRIMARY KEY,
  external_id     VARCHAR(120) NOT NULL CONSTRAINT venue_external UNIQUE,
  organisation_id VARCHAR(36)  NOT NULL CONSTRAINT venue_organisation REFERENCES organisation,
  area_id         VARCHAR(36)  CONSTRAINT venue_area REFERENCES area,
  name            VARCHAR(250) NOT NULL,
  name_zh         VARCHAR(250),
  address         VARCHAR(300),
  lat             DOUBLE PRECISION NOT NULL,
  lon             DOUBLE PRECISION NOT NULL,
  zone            VARCHAR(60)  NOT NULL,
  country         VARCHAR(2),
  region          VARCHAR(10),
  wheelchair      VARCHAR(20),
  website         VARCHAR(500),
  phone           VARCHAR(100),
  source          VARCHAR(60)  NOT NULL,
  lineage         VARCHAR(60)  NOT NULL,
  attribution     VARCHAR(400),
  content_hash    VARCHAR(64)  NOT NULL,
  published       BOOLEAN      NOT NULL,
  gone            BOOLEAN      NOT NULL,
  version         INTEGER      NOT NULL
);
CREATE INDEX venue_source ON venue (source);

-- What is booked. site_id is the root of its tree of parts (most spaces are their own site); parts are nested
-- intervals [part_from, part_to): two spaces of a site touch exactly when their intervals overlap.
CREATE TABLE spaces (
  id          VARCHAR(36)  NOT NULL PRIMARY KEY,
  external_id VARCHAR(160) NOT NULL CONSTRAINT space_external UNIQUE,
  venue_id    VARCHAR(36)  NOT NULL CONSTRAINT space_venue REFERENCES venue,
  site_id     VARCHAR(36)  NOT NULL,
  part_from   INTEGER      NOT NULL,
  part_to     INTEGER      NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  name        VARCHAR(200) NOT NULL,
  name_zh     VARCHAR(200),
  description VARCHAR(2000),
  description_zh VARCHAR(2000),
  capacity    INTEGER      NOT NULL,
  sharing     VARCHAR(10)  NOT NULL,
  amenities   VARCHAR(400) NOT NULL,
  step_free   BOOLEAN      NOT NULL,
  demo        BOOLEAN      NOT NULL,
  published   BOOLEAN      NOT NULL,
  version     INTEGER      NOT NULL
);

-- The row that a change of a site's calendar locks. It exists as long as the site.
CREATE TABLE site (
  id VARCHAR(36) NOT NULL PRIMARY KEY
);

-- Opening hours as stated: the text in OpenStreetMap syntax, from which day it holds and when that was recorded.
-- For a day, the rule recorded last among those that hold on it counts. A text that cannot be read is kept all the same.
CREATE TABLE opening_rule (
  id          VARCHAR(36)   NOT NULL PRIMARY KEY,
  space_id    VARCHAR(36)   NOT NULL CONSTRAINT opening_rule_space REFERENCES spaces,
  hours       VARCHAR(2000) NOT NULL,
  readable    BOOLEAN       NOT NULL,
  valid_from  INTEGER       NOT NULL,
  recorded_at BIGINT        NOT NULL
);
CREATE INDEX opening_rule_of_space ON opening_rule (space_id, valid_from, recorded_at);

-- What was open on a past local day, as the rules recorded by then said. intervals: minutes of the day, '1080-1290';
-- at most 1440 of them, of two times of up to four digits each.
CREATE TABLE open_day (
  space_id     VARCHAR(36)  NOT NULL,
  day          INTEGER      NOT NULL,
  version      INTEGER      NOT NULL,
  intervals    VARCHAR(16000) NOT NULL,
  open_seconds    INTEGER   NOT NULL,
  evening_seconds INTEGER   NOT NULL,
  frozen_at    BIGINT       NOT NULL,
  CONSTRAINT open_day_once PRIMARY KEY (space_id, day, version)
);
-- A report adds up the open time of a whole city, and reads it from the index alone: fetching rows takes most of the time.
CREATE INDEX open_day_of_day ON open_day (day, space_id, version, open_seconds, evening_seconds);

-- An owner's rules, one row a value. level: CITY, ORGANISATION, SPACE; holder_id '*' for the city.
CREATE TABLE policy_value (
  level      VARCHAR(15)  NOT NULL,
  holder_id  VARCHAR(36)  NOT NULL,
  rule       VARCHAR(40)  NOT NULL,
  stated     VARCHAR(400) NOT NULL,
  CONSTRAINT policy_value_once PRIMARY KEY (holder_id, level, rule)
);
