create table saved_view (
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
  title text collate "C" not null,
  of text collate "C" not null,
  search text collate "C",
  shared boolean,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create index saved_view_by_created_at on saved_view (workspace_id, created_at, id) where removed_at is null;

create index saved_view_by_updated_at on saved_view (workspace_id, updated_at, id) where removed_at is null;

create index saved_view_by_title on saved_view (workspace_id, title, id) where removed_at is null;

create index saved_view_by_of on saved_view (workspace_id, of, title, id) where removed_at is null;

create index saved_view_in_trash on saved_view (workspace_id, removed_at, id) where removed_at is not null;

alter table saved_view enable row level security;

create policy workspace on saved_view to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on saved_view to throughline_app;
