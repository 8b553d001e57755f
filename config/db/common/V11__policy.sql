-- Every value of a policy is stated by the city at least; an empty one restricts nothing. Lists of ids need room.
ALTER TABLE policy_value ALTER COLUMN stated SET DATA TYPE VARCHAR(4000);
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'reservable-from', '');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'reservable-until', '');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'visible-from', '');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'visible-until', '');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'releases', '');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'buffer-before', 'PT0S');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'buffer-after', 'PT0S');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'people-from', '1');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'people-to', '');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'no-two-places', 'false');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'audience', 'SIGNED_IN');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'areas', '');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'age-from', '');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'age-to', '');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'members', '');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'approval-needed', 'false');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'decision-before', 'PT2H');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'minimum-bookings', '0');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'minimum-by', 'PT24H');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'cancel-before', 'PT0S');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'check-in-needed', 'false');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'check-in-opens', 'PT15M');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'check-in-closes', 'PT15M');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'check-in-code', 'false');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'price-per-hour', '0');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'allocation', 'BOTH');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'purposes', 'STUDY,GROUP_WORK,MEETING,COURSE,CULTURE,SPORT,FAMILY,OTHER');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'no-shows-to-pause', '3');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'no-show-days', '60');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'pause-days', '30');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'reminders', 'PT24H,PT1H');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'hold-for', 'PT10M');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'offer-for', 'PT2H');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'proposal-for', 'PT24H');

-- How often the policy of a thing was stated: whoever changes it says which state the change is based on.
CREATE TABLE policy_version (
  holder_id VARCHAR(36) NOT NULL PRIMARY KEY,
  version   BIGINT      NOT NULL
);
INSERT INTO policy_version (holder_id, version) VALUES ('*', 1);

-- What rules ask of a person. birth_date: days since 1970-01-01.
ALTER TABLE person ADD COLUMN verified BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE person ADD COLUMN birth_date INTEGER;
ALTER TABLE person ADD COLUMN area_id VARCHAR(36);

CREATE TABLE membership (
  person_id       VARCHAR(36) NOT NULL CONSTRAINT membership_person REFERENCES person,
  organisation_id VARCHAR(36) NOT NULL,
  CONSTRAINT membership_once PRIMARY KEY (person_id, organisation_id)
);

-- A named list of people, kept by an organisation.
CREATE TABLE person_group (
  id              VARCHAR(36)  NOT NULL PRIMARY KEY,
  organisation_id VARCHAR(36)  NOT NULL CONSTRAINT person_group_organisation REFERENCES organisation,
  name            VARCHAR(120) NOT NULL,
  version         BIGINT       NOT NULL,
  created_at      BIGINT       NOT NULL
);
CREATE INDEX person_group_name ON person_group (organisation_id, name, id);

CREATE TABLE group_member (
  person_id VARCHAR(36) NOT NULL CONSTRAINT group_member_person REFERENCES person,
  group_id  VARCHAR(36) NOT NULL CONSTRAINT group_member_group REFERENCES person_group,
  CONSTRAINT group_member_once PRIMARY KEY (person_id, group_id)
);
CREATE INDEX group_member_of_group ON group_member (group_id, person_id);

-- Limits count what a person has yet to use, and what belongs to the week and the month, however long the past is.
CREATE INDEX booking_of_booker_end ON booking (booker_id, end_at);
