-- The ETag that came with a first answer, so that whoever repeats a creation can change what it made.
ALTER TABLE idempotent_answer ADD COLUMN etag VARCHAR(80);
