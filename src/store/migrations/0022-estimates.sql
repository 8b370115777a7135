-- What people hold likely for the factors of an idea: low, likely, high.
create table estimate (
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
  idea_id uuid not null,
  factor text collate "C" not null,
  low double precision,
  likely double precision not null,
  high double precision,
  note text collate "C",
  rater_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create index estimate_by_created_at on estimate (workspace_id, created_at, id) where removed_at is null;

create index estimate_by_updated_at on estimate (workspace_id, updated_at, id) where removed_at is null;

create index estimate_by_idea_id on estimate (workspace_id, idea_id, updated_at, id) where removed_at is null;

create index estimate_by_factor on estimate (workspace_id, factor, updated_at, id) where removed_at is null;

create unique index estimate_once_idea_id_factor_rater_id on estimate (workspace_id, idea_id, factor, rater_id) where removed_at is null;

create index estimate_in_trash on estimate (workspace_id, removed_at, id) where removed_at is not null;

alter table estimate enable row level security;

create policy workspace on estimate to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on estimate to throughline_app;
