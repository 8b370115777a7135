-- Who came in when, how and from where; its rows last for half a year.
create table login (
  workspace_id uuid not null,
  id uuid not null,
  ref text collate "C" not null,
  version bigint not null,
  created_at timestamptz not null,
  created_by_id uuid,
  updated_at timestamptz not null,
  removed_at timestamptz,
  stations bigint not null default 0,
  custom jsonb not null default '{}',
  name text collate "C" not null,
  member_id uuid not null,
  how text collate "C" not null,
  agent text collate "C",
  address text collate "C",
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create index login_by_created_at on login (workspace_id, created_at, id) where removed_at is null;

create index login_by_updated_at on login (workspace_id, updated_at, id) where removed_at is null;

create index login_by_how on login (workspace_id, how, created_at, id) where removed_at is null;

create index login_in_trash on login (workspace_id, removed_at, id) where removed_at is not null;

alter table login enable row level security;

create policy workspace on login to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on login to throughline_app;
