create table own_key (
  workspace_id uuid not null,
  field_id uuid not null,
  row_id uuid not null,
  state smallint not null,
  number double precision,
  words text collate "C",
  primary key (workspace_id, field_id, row_id)
);

alter table custom_field add column sortable boolean;

create index own_key_by_number on own_key (workspace_id, field_id, state, number, row_id) where number is not null;

create index own_key_by_words on own_key (workspace_id, field_id, state, words, row_id) where words is not null;

alter table own_key enable row level security;

create policy workspace on own_key to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on own_key to throughline_app;
