-- The board counts steps by their last day: all of it stands in one index.
create index record_due on cases.record (centre_id, next_due_on) include (next_step) where is_open;
