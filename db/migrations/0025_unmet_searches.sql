-- Searches that found little: what is missing from the catalogue, or from the words of the search. No person, address or
-- exact wording is kept, and editors see only what was searched for several times.
create schema search;
grant usage on schema search to okienko_app;
create table search.unmet (
  centre_id uuid not null references centres.centre (id),
  -- Base forms of ordinary words, in the order of the alphabet.
  words text not null check (length(words) between 1 and 300),
  times int not null check (times > 0),
  first_on date not null,
  last_on date not null,
  -- Answered by an editor; searched for again, it comes back.
  settled_on date,
  primary key (centre_id, words)
);
create index unmet_times on search.unmet (centre_id, times desc, words);
call platform.protect('search.unmet');
