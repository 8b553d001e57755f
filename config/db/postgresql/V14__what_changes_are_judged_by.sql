-- Traces that a node reads before each change: few beside those of day sheets.
CREATE INDEX calendar_change_decisive ON calendar_change (seq) WHERE what <> 'SHEET';
