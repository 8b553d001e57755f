-- News in the transaction that made it, and who has yet to hear it. Versions of an aggregate grow by one.
CREATE TABLE outbox_event (
  id         VARCHAR(36)  NOT NULL PRIMARY KEY,
  aggregate  VARCHAR(100) NOT NULL,
  version    INTEGER      NOT NULL,
  kind       VARCHAR(60)  NOT NULL,
  body       ${text}      NOT NULL,
  created_at BIGINT       NOT NULL,
  CONSTRAINT outbox_event_version UNIQUE (aggregate, version)
);
CREATE INDEX outbox_event_age ON outbox_event (created_at);

-- One row for each event and subscriber. due_at is when the next try is due, or until when somebody works on it; it is null
-- once the row is done or parked. lease says who works on it.
CREATE TABLE outbox_delivery (
  id         VARCHAR(36)  NOT NULL PRIMARY KEY,
  event_id   VARCHAR(36)  NOT NULL CONSTRAINT outbox_delivery_event REFERENCES outbox_event,
  subscriber VARCHAR(40)  NOT NULL,
  aggregate  VARCHAR(100) NOT NULL,
  version    INTEGER      NOT NULL,
  attempts   INTEGER      NOT NULL,
  due_at     BIGINT,
  lease      VARCHAR(36),
  done_at    BIGINT,
  parked_at  BIGINT,
  last_error VARCHAR(300),
  CONSTRAINT outbox_delivery_order UNIQUE (subscriber, aggregate, version)
);
CREATE INDEX outbox_delivery_event_id ON outbox_delivery (event_id, subscriber);
CREATE INDEX outbox_delivery_due ON outbox_delivery (subscriber, due_at);
CREATE INDEX outbox_delivery_done ON outbox_delivery (done_at);
CREATE INDEX outbox_delivery_parked ON outbox_delivery (parked_at);

-- What is to be done to a subject at a time. try_at is due_at until somebody works on it or has failed; lease as above.
CREATE TABLE timer (
  id         VARCHAR(36)  NOT NULL PRIMARY KEY,
  kind       VARCHAR(60)  NOT NULL,
  subject    VARCHAR(120) NOT NULL,
  due_at     BIGINT       NOT NULL,
  try_at     BIGINT       NOT NULL,
  attempts   INTEGER      NOT NULL,
  lease      VARCHAR(36),
  last_error VARCHAR(300),
  CONSTRAINT timer_once UNIQUE (kind, subject)
);
CREATE INDEX timer_due ON timer (kind, try_at);

-- Where and in which language a person reads news; null where that is not known.
ALTER TABLE person ADD COLUMN email VARCHAR(254);
ALTER TABLE person ADD COLUMN language VARCHAR(10);

-- News in a person's inbox: once for each event, however often it is delivered.
CREATE TABLE notice (
  id         VARCHAR(36) NOT NULL PRIMARY KEY,
  event_id   VARCHAR(36) NOT NULL,
  person_id  VARCHAR(36) NOT NULL CONSTRAINT notice_person REFERENCES person,
  kind       VARCHAR(30) NOT NULL,
  subject_id VARCHAR(36),
  args       ${text}     NOT NULL,
  created_at BIGINT      NOT NULL,
  read_at    BIGINT,
  CONSTRAINT notice_once UNIQUE (person_id, event_id)
);
CREATE INDEX notice_newest ON notice (person_id, created_at DESC, id DESC);
CREATE INDEX notice_unread ON notice (person_id, read_at);
