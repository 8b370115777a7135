create table comment (
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
  thread_id uuid,
  text text collate "C" not null,
  mention_ids uuid[],
  told text[] collate "C",
  words tsvector generated always as (setweight(throughline_words(coalesce(text, ''), 150000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table follower (
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
  member_id uuid not null,
  on_kind text collate "C" not null,
  on_id uuid not null,
  muted boolean,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table inbox (
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
  member_id uuid not null,
  seen_at timestamptz,
  mentions boolean,
  answers boolean,
  owned boolean,
  followed boolean,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create index comment_by_created_at on comment (workspace_id, created_at, id) where removed_at is null;

create index comment_by_updated_at on comment (workspace_id, updated_at, id) where removed_at is null;

create index comment_by_on_id on comment (workspace_id, on_id, created_at, id) where removed_at is null;

create index comment_by_thread_id on comment (workspace_id, thread_id, created_at, id) where removed_at is null;

create index comment_by_told on comment using gin (workspace_id, told) where removed_at is null;

create index comment_in_trash on comment (workspace_id, removed_at, id) where removed_at is not null;

create index comment_by_words on comment using gin (workspace_id, words);

create index follower_by_created_at on follower (workspace_id, created_at, id) where removed_at is null;

create index follower_by_updated_at on follower (workspace_id, updated_at, id) where removed_at is null;

create index follower_by_member_id on follower (workspace_id, member_id, updated_at, id) where removed_at is null;

create index follower_by_on_id on follower (workspace_id, on_id, updated_at, id) where removed_at is null;

create unique index follower_once_member_id_on_id on follower (workspace_id, member_id, on_id) where removed_at is null;

create index follower_in_trash on follower (workspace_id, removed_at, id) where removed_at is not null;

create index inbox_by_created_at on inbox (workspace_id, created_at, id) where removed_at is null;

create index inbox_by_updated_at on inbox (workspace_id, updated_at, id) where removed_at is null;

create unique index inbox_once_member_id on inbox (workspace_id, member_id) where removed_at is null;

create index inbox_in_trash on inbox (workspace_id, removed_at, id) where removed_at is not null;

create function throughline_find_comment(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('comment', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","on_id":"uuid","thread_id":"uuid","told":"text[]"}', filters), asked, most)
$$;

revoke all on function throughline_find_comment(text, text, jsonb, integer) from public; grant execute on function throughline_find_comment(text, text, jsonb, integer) to throughline_app;

create function throughline_holding_comment_told(among text[], most integer) returns table (id uuid)
  language sql stable strict security definer set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
as $$
  select t.id from comment t where t.workspace_id = current_setting('throughline.workspace')::uuid and t.removed_at is null and t.told && $1 limit $2
$$;

revoke all on function throughline_holding_comment_told(text[], integer) from public; grant execute on function throughline_holding_comment_told(text[], integer) to throughline_app;

alter table comment enable row level security;

create policy workspace on comment to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on comment to throughline_app;

alter table follower enable row level security;

create policy workspace on follower to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on follower to throughline_app;

alter table inbox enable row level security;

create policy workspace on inbox to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on inbox to throughline_app;
