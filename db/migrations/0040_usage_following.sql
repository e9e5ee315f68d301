-- How many of the counted services have the newest edition as it is and take the next one by themselves; null until they are counted again.
alter table templates.usage add column following int;
