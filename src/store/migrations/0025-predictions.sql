-- A prediction over a metric says which of its values make it come true, so that its readings can tell what came.

alter table prediction add column passes text collate "C";

alter table prediction add column threshold double precision;
