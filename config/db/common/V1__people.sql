-- People, what they may do, and how programs sign in. Instants are epoch milliseconds, days are days since 1970-01-01.
CREATE TABLE person (
  id            VARCHAR(36)  NOT NULL PRIMARY KEY,
  username      VARCHAR(64)  NOT NULL CONSTRAINT person_username UNIQUE,
  name          VARCHAR(120) NOT NULL,
  password_hash VARCHAR(400) NOT NULL,
  demo          BOOLEAN      NOT NULL,
  created_at    BIGINT       NOT NULL
);

-- A right is a role on a thing: an organisation, an area, an alliance, or the whole installation (thing_id '*').
CREATE TABLE entitlement (
  id         VARCHAR(36) NOT NULL PRIMARY KEY,
  person_id  VARCHAR(36) NOT NULL CONSTRAINT entitlement_person REFERENCES person,
  role       VARCHAR(20) NOT NULL,
  thing_kind VARCHAR(20) NOT NULL,
  thing_id   VARCHAR(36) NOT NULL,
  CONSTRAINT entitlement_once UNIQUE (person_id, role, thing_kind, thing_id)
);

CREATE TABLE access_token (
  token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  person_id  VARCHAR(36) NOT NULL CONSTRAINT access_token_person REFERENCES person,
  created_at BIGINT      NOT NULL,
  expires_at BIGINT      NOT NULL
);
CREATE INDEX access_token_expiry ON access_token (expires_at);

-- The first answer to a creation, for a client that asks again with the same key. Written with the creation itself.
CREATE TABLE idempotent_answer (
  caller_id  VARCHAR(36)  NOT NULL,
  method     VARCHAR(10)  NOT NULL,
  path       VARCHAR(200) NOT NULL,
  idem_key   VARCHAR(200) NOT NULL,
  body_hash  VARCHAR(64)  NOT NULL,
  status     INTEGER      NOT NULL,
  location   VARCHAR(300),
  body       ${text},
  created_at BIGINT       NOT NULL,
  CONSTRAINT idempotent_answer_once PRIMARY KEY (caller_id, method, path, idem_key)
);
CREATE INDEX idempotent_answer_age ON idempotent_answer (created_at);
