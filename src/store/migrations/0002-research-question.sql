create table research_question (
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
  state text collate "C",
  answer jsonb,
  answer_plain text collate "C",
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 75000), 'A') || setweight(throughline_words(coalesce(answer_plain, ''), 75000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create index research_question_by_created_at on research_question (workspace_id, created_at, id) where removed_at is null;

create index research_question_by_updated_at on research_question (workspace_id, updated_at, id) where removed_at is null;

create index research_question_by_state on research_question (workspace_id, state, created_at, id) where removed_at is null;

create index research_question_by_product_id on research_question (workspace_id, product_id, created_at, id) where removed_at is null;

create index research_question_in_trash on research_question (workspace_id, removed_at, id) where removed_at is not null;

create index research_question_by_words on research_question using gin (workspace_id, words);

create function throughline_find_research_question(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('research_question', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'state' then case cardinality(among) when 1 then 't.state = ($4::text[])[1]' else 't.state = any ($4::text[])' end
    when 'productId' then case cardinality(among) when 1 then 't.product_id = ($4::uuid[])[1]' else 't.product_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_research_question(text, text, text, text[], integer) from public; grant execute on function throughline_find_research_question(text, text, text, text[], integer) to throughline_app;

alter table research_question enable row level security;

create policy workspace on research_question to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on research_question to throughline_app;
