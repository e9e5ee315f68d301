-- The log is read newest first, whatever the filter.
create index entry_at on audit.entry (centre_id, at, id);
