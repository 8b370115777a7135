create table attachment (
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
  on_kind text collate "C" not null,
  on_id uuid not null,
  name text collate "C" not null,
  type text collate "C" not null,
  size bigint not null,
  sha256 text collate "C" not null,
  width bigint,
  height bigint,
  words tsvector generated always as (setweight(throughline_words(coalesce(name, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create index attachment_by_created_at on attachment (workspace_id, created_at, id) where removed_at is null;

create index attachment_by_updated_at on attachment (workspace_id, updated_at, id) where removed_at is null;

create index attachment_by_on_id on attachment (workspace_id, on_id, created_at, id) where removed_at is null;

create index attachment_in_trash on attachment (workspace_id, removed_at, id) where removed_at is not null;

create index attachment_by_words on attachment using gin (workspace_id, words);

create function throughline_find_attachment(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('attachment', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","on_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_attachment(text, text, jsonb, integer) from public; grant execute on function throughline_find_attachment(text, text, jsonb, integer) to throughline_app;

alter table attachment enable row level security;

create policy workspace on attachment to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on attachment to throughline_app;
