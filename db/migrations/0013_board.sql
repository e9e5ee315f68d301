-- What the director's board counts, kept ready in indexes: it must open at once with a hundred thousand cases.
create index record_open_age on cases.record (centre_id, status, opened_at) where is_open;
create index event_refused on cases.event (centre_id, at desc, case_id, seq) where type = 'serviceRefused';
