-- What holds in the whole city until an organisation or a space states otherwise.
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'start-grid', 'PT30M');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'shortest-duration', 'PT30M');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'longest-duration', 'PT3H');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'notice-at-least', 'PT0S');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'notice-at-most', 'P30D');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'open-bookings-in-space', '3');
INSERT INTO policy_value (level, holder_id, rule, stated) VALUES ('CITY', '*', 'open-bookings-in-city', '10');
