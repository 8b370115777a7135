-- Who follows along hears of rows that moved with a commit without a change of their own, and of who is at which row.
create table ripple (
  workspace_id uuid not null,
  seq bigint not null,
  record text collate "C" not null,
  ids uuid[],
  at timestamptz not null default now(),
  primary key (workspace_id, seq, record)
);

create table presence (
  workspace_id uuid not null,
  actor_id text collate "C" not null,
  place text collate "C" not null,
  actor_name text collate "C" not null,
  record text collate "C" not null,
  row_id uuid not null,
  doing text collate "C" not null,
  until timestamptz not null,
  primary key (workspace_id, actor_id, place)
);

create index ripple_by_age on ripple (at);

alter table ripple enable row level security;

create policy workspace on ripple to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert on ripple to throughline_app;

alter table presence enable row level security;

create policy workspace on presence to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on presence to throughline_app;
