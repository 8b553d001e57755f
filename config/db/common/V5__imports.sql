-- What was imported, and what could not be taken as it was. Reasons are message keys, detail their argument.
CREATE TABLE import_run (
  id          VARCHAR(36)  NOT NULL PRIMARY KEY,
  format      VARCHAR(30)  NOT NULL,
  source      VARCHAR(60)  NOT NULL,
  file_hash   VARCHAR(64)  NOT NULL,
  dry_run     BOOLEAN      NOT NULL,
  status      VARCHAR(10)  NOT NULL,
  reason      VARCHAR(60),
  detail      VARCHAR(500),
  features    INTEGER      NOT NULL,
  read_count  INTEGER      NOT NULL,
  created     INTEGER      NOT NULL,
  updated     INTEGER      NOT NULL,
  unchanged   INTEGER      NOT NULL,
  hidden      INTEGER      NOT NULL,
  skipped     INTEGER      NOT NULL,
  started_at  BIGINT       NOT NULL,
  finished_at BIGINT,
  requested_by VARCHAR(36)
);
CREATE INDEX import_run_started ON import_run (started_at);

CREATE TABLE import_problem (
  run_id  VARCHAR(36)  NOT NULL CONSTRAINT import_problem_run REFERENCES import_run,
  ordinal INTEGER      NOT NULL,
  line    INTEGER,
  feature VARCHAR(160) NOT NULL,
  field   VARCHAR(120),
  found_at   VARCHAR(500),
  reason  VARCHAR(60)  NOT NULL,
  detail  VARCHAR(500),
  CONSTRAINT import_problem_once PRIMARY KEY (run_id, ordinal)
);
