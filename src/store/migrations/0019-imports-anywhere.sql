-- Files on their way in, for any process of the app to go on with; kept without a log, since they may be chosen again.
create unlogged table import_file (
  workspace_id uuid not null,
  id uuid not null,
  actor_id text collate "C" not null,
  name text collate "C" not null,
  shape text collate "C",
  state text collate "C" not null,
  done bigint not null default 0,
  total bigint,
  told text collate "C",
  created_at timestamptz not null default now(),
  held_by uuid,
  held_until timestamptz,
  cancelled boolean not null default false,
  primary key (workspace_id, id)
);

create unlogged table import_part (
  workspace_id uuid not null,
  import_id uuid not null,
  ordinal integer not null,
  bytes bytea not null,
  primary key (workspace_id, import_id, ordinal)
);

alter table import_file enable row level security;

create policy workspace on import_file to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on import_file to throughline_app;

alter table import_part enable row level security;

create policy workspace on import_part to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on import_part to throughline_app;
