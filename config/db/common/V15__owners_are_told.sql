-- Who has a role on a thing, asked whenever its owners are told something.
CREATE INDEX entitlement_of_thing ON entitlement (thing_id, thing_kind, role);
