-- A day has at most 1440 openings, of two times of up to four digits each.
ALTER TABLE open_day ALTER COLUMN intervals SET DATA TYPE VARCHAR(16000);
