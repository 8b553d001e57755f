-- What changed, by whichever node: subject is the thing's id, node who says so. Older nodes name spaces in space_id.
ALTER TABLE calendar_change ADD COLUMN subject VARCHAR(36);
ALTER TABLE calendar_change ADD COLUMN node VARCHAR(36);

-- What only one node may do at a time, until when it may, by the clock of the database.
CREATE TABLE lease (
  id     VARCHAR(36) NOT NULL PRIMARY KEY,
  holder VARCHAR(36) NOT NULL,
  until_at BIGINT    NOT NULL
);

-- Whether an owner states it; what an import says of the same thing is left aside then.
ALTER TABLE spaces ADD COLUMN by_owner BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE opening_rule ADD COLUMN by_owner BOOLEAN NOT NULL DEFAULT FALSE;
