create extension if not exists unaccent;

create extension if not exists pg_trgm;

create extension if not exists btree_gin;

create function throughline_fold(given text) returns text
  language plpgsql immutable strict parallel safe
as $$
declare
  folded text;
begin
  folded := lower(translate(public.unaccent('public.unaccent', normalize(given)), '/.-_@<&+', '        ') collate "und-x-icu");
  if folded !~ '[\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f]' then
    return folded;
  end if;
  return regexp_replace(folded, '[\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f]+', ' ', 'g') || coalesce((
    select string_agg(pair, '')
    from (
      select ' ' || letter || coalesce(lead(letter) over (partition by run order by at), '') as pair
      from regexp_matches(left(folded, 40000), '[\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f]+', 'g') with ordinality as found (part, run),
        unnest(string_to_array(part[1], null)) with ordinality as letters (letter, at)
    ) as pairs
  ), '');
end
$$;

create function throughline_words(given text, most integer) returns tsvector
  language plpgsql immutable strict parallel safe
as $$
begin
  if octet_length(given) > most then
    given := left(given, most);
  end if;
  if octet_length(given) = length(given) then
    return to_tsvector('pg_catalog.simple', translate(given, '/.-_@<&+', '        '));
  end if;
  return to_tsvector('pg_catalog.simple', public.throughline_fold(given));
end
$$;

create table workspace_turn (
  workspace_id uuid not null,
  slug text collate "C" not null,
  name text collate "C" not null,
  seq bigint not null default 0,
  head bytea not null,
  created_at timestamptz not null,
  primary key (workspace_id),
  unique (slug)
);

create table ref_counter (
  workspace_id uuid not null,
  prefix text collate "C" not null,
  next bigint not null,
  primary key (workspace_id, prefix)
);

create table commit (
  workspace_id uuid not null,
  seq bigint not null,
  id uuid not null,
  actor_kind text collate "C" not null,
  actor_id text collate "C" not null,
  actor_name text collate "C" not null,
  command text collate "C" not null,
  cause text collate "C",
  at timestamptz not null,
  count integer not null,
  prev bytea not null,
  root bytea not null,
  hash bytea not null,
  primary key (workspace_id, seq),
  unique (workspace_id, id)
);

create table change (
  workspace_id uuid not null,
  commit_id uuid not null,
  ordinal integer not null,
  op text collate "C" not null,
  record text collate "C" not null,
  row_id uuid not null,
  leaf bytea not null,
  primary key (workspace_id, commit_id, ordinal)
);

create table payload (
  workspace_id uuid not null,
  commit_id uuid not null,
  ordinal integer not null,
  salt bytea not null,
  body text collate "C" not null,
  primary key (workspace_id, commit_id, ordinal)
);

create table word (
  workspace_id uuid not null,
  word text collate "C" not null,
  letters text collate "C" not null,
  primary key (workspace_id, word)
);

create table search_learned (
  workspace_id uuid not null,
  seq bigint not null,
  ordinal bigint not null default 0,
  primary key (workspace_id)
);

create table session (
  digest bytea not null,
  workspace_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (digest)
);

create table once_link (
  digest bytea not null,
  workspace_id uuid not null,
  member_id uuid not null,
  expires_at timestamptz not null,
  spent_at timestamptz,
  primary key (digest)
);

create table request_key (
  workspace_id uuid not null,
  actor_id text collate "C" not null,
  key text collate "C" not null,
  fingerprint text collate "C" not null,
  status integer,
  body text collate "C",
  headers jsonb,
  started_at timestamptz not null,
  primary key (workspace_id, actor_id, key)
);

create table workspace (
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
  slug text collate "C" not null,
  zone text collate "C",
  fiscal_year_start bigint,
  base_currency text collate "C",
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table product (
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
  parent_id uuid,
  words tsvector generated always as (setweight(throughline_words(coalesce(name, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table member (
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
  email text collate "C",
  role text collate "C" not null,
  function text collate "C",
  words tsvector generated always as (setweight(throughline_words(coalesce(name, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table team (
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
  function text collate "C",
  member_ids uuid[],
  words tsvector generated always as (setweight(throughline_words(coalesce(name, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table key (
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
  role text collate "C" not null,
  scopes text[] collate "C",
  start text collate "C" not null,
  hash text collate "C" not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table company (
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
  domain text collate "C",
  revenue_minor bigint,
  revenue_currency text collate "C",
  size bigint,
  tier text collate "C",
  words tsvector generated always as (setweight(throughline_words(coalesce(name, ''), 75000), 'A') || setweight(throughline_words(coalesce(domain, ''), 75000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table contact (
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
  name text collate "C",
  email text collate "C",
  company_id uuid,
  function text collate "C",
  job_title text collate "C",
  words tsvector generated always as (setweight(throughline_words(coalesce(name, ''), 75000), 'A') || setweight(throughline_words(coalesce(email, ''), 75000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table tag (
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
  says text collate "C",
  words tsvector generated always as (setweight(throughline_words(coalesce(name, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table feedback (
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
  title text collate "C",
  text text collate "C" not null,
  original text collate "C",
  kind text collate "C",
  state text collate "C",
  source text collate "C",
  origin_id text collate "C",
  permalink text collate "C",
  occurred_at timestamptz,
  rating double precision,
  language text collate "C",
  product_version text collate "C",
  contact_id uuid,
  company_id uuid,
  tag_ids uuid[],
  merged_into_id uuid,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 75000), 'A') || setweight(throughline_words(coalesce(text, ''), 75000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table quote (
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
  feedback_id uuid not null,
  start bigint not null,
  "end" bigint not null,
  text text collate "C" not null,
  before text collate "C",
  after text collate "C",
  words tsvector generated always as (setweight(throughline_words(coalesce(text, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table insight (
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
  detail jsonb,
  detail_plain text collate "C",
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 75000), 'A') || setweight(throughline_words(coalesce(detail_plain, ''), 75000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table need (
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
  kind text collate "C",
  detail jsonb,
  detail_plain text collate "C",
  parent_id uuid,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 75000), 'A') || setweight(throughline_words(coalesce(detail_plain, ''), 75000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table objective (
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
  detail jsonb,
  detail_plain text collate "C",
  parent_id uuid,
  period text collate "C",
  owner_id uuid,
  progress double precision,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 75000), 'A') || setweight(throughline_words(coalesce(detail_plain, ''), 75000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table key_result (
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
  objective_id uuid not null,
  start double precision,
  target double precision,
  current double precision,
  unit text collate "C",
  progress double precision generated always as (case when ((current::float8 - start::float8) / nullif((target::float8 - start::float8), 0)) is not null then least(1::float8, greatest(0::float8, ((current::float8 - start::float8) / nullif((target::float8 - start::float8), 0)))) end) stored,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table idea (
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
  detail jsonb,
  detail_plain text collate "C",
  reach double precision,
  reach_period text collate "C",
  impact double precision,
  confidence double precision,
  effort double precision,
  score double precision generated always as ((((reach::float8 * impact::float8) * (confidence::float8 / nullif(100::float8, 0))) / nullif(effort::float8, 0))) stored,
  state text collate "C",
  merged_into_id uuid,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 75000), 'A') || setweight(throughline_words(coalesce(detail_plain, ''), 75000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table decision (
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
  sentence text collate "C" not null,
  decided_by_id uuid,
  decided_at timestamptz,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(sentence, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table roadmap_item (
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
  detail jsonb,
  detail_plain text collate "C",
  commitment text collate "C" not null,
  status text collate "C",
  team_id uuid,
  dates_from text collate "C",
  dates_to text collate "C",
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 75000), 'A') || setweight(throughline_words(coalesce(detail_plain, ''), 75000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table custom_field (
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
  of text collate "C" not null,
  key text collate "C" not null,
  label text collate "C" not null,
  type text collate "C" not null,
  options text[] collate "C",
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table link (
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
  from_kind text collate "C" not null,
  from_id uuid not null,
  relation text collate "C" not null,
  to_kind text collate "C" not null,
  to_id uuid not null,
  polarity text collate "C" not null,
  strength double precision,
  note text collate "C",
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create index change_by_row on change (workspace_id, row_id);

create index word_by_likeness on word using gin (workspace_id, word gin_trgm_ops);

create index word_by_letters on word (workspace_id, letters);

create index session_by_end on session (expires_at);

create index once_link_by_end on once_link (expires_at);

create index request_key_by_start on request_key (started_at);

create index workspace_by_created_at on workspace (workspace_id, created_at, id) where removed_at is null;

create index workspace_by_updated_at on workspace (workspace_id, updated_at, id) where removed_at is null;

create index workspace_by_name on workspace (workspace_id, name, id) where removed_at is null;

create index workspace_in_trash on workspace (workspace_id, removed_at, id) where removed_at is not null;

create index product_by_created_at on product (workspace_id, created_at, id) where removed_at is null;

create index product_by_updated_at on product (workspace_id, updated_at, id) where removed_at is null;

create index product_by_name on product (workspace_id, name, id) where removed_at is null;

create index product_by_parent_id on product (workspace_id, parent_id, name, id) where removed_at is null;

create index product_in_trash on product (workspace_id, removed_at, id) where removed_at is not null;

create index product_by_words on product using gin (workspace_id, words);

create index member_by_created_at on member (workspace_id, created_at, id) where removed_at is null;

create index member_by_updated_at on member (workspace_id, updated_at, id) where removed_at is null;

create index member_by_name on member (workspace_id, name, id) where removed_at is null;

create index member_by_role on member (workspace_id, role, name, id) where removed_at is null;

create unique index member_once_email on member (workspace_id, email) where removed_at is null;

create index member_in_trash on member (workspace_id, removed_at, id) where removed_at is not null;

create index member_by_words on member using gin (workspace_id, words);

create index team_by_created_at on team (workspace_id, created_at, id) where removed_at is null;

create index team_by_updated_at on team (workspace_id, updated_at, id) where removed_at is null;

create index team_by_name on team (workspace_id, name, id) where removed_at is null;

create index team_by_function on team (workspace_id, function, name, id) where removed_at is null;

create index team_in_trash on team (workspace_id, removed_at, id) where removed_at is not null;

create index team_by_words on team using gin (workspace_id, words);

create index key_by_created_at on key (workspace_id, created_at, id) where removed_at is null;

create index key_by_updated_at on key (workspace_id, updated_at, id) where removed_at is null;

create unique index key_once_hash on key (workspace_id, hash) where removed_at is null;

create index key_in_trash on key (workspace_id, removed_at, id) where removed_at is not null;

create index company_by_created_at on company (workspace_id, created_at, id) where removed_at is null;

create index company_by_updated_at on company (workspace_id, updated_at, id) where removed_at is null;

create index company_by_name on company (workspace_id, name, id) where removed_at is null;

create index company_by_tier on company (workspace_id, tier, name, id) where removed_at is null;

create unique index company_once_domain on company (workspace_id, domain) where removed_at is null;

create index company_in_trash on company (workspace_id, removed_at, id) where removed_at is not null;

create index company_by_words on company using gin (workspace_id, words);

create index contact_by_created_at on contact (workspace_id, created_at, id) where removed_at is null;

create index contact_by_updated_at on contact (workspace_id, updated_at, id) where removed_at is null;

create index contact_by_name on contact (workspace_id, name, id) where removed_at is null;

create index contact_by_company_id on contact (workspace_id, company_id, name, id) where removed_at is null;

create unique index contact_once_email on contact (workspace_id, email) where removed_at is null;

create index contact_in_trash on contact (workspace_id, removed_at, id) where removed_at is not null;

create index contact_by_words on contact using gin (workspace_id, words);

create index tag_by_created_at on tag (workspace_id, created_at, id) where removed_at is null;

create index tag_by_updated_at on tag (workspace_id, updated_at, id) where removed_at is null;

create index tag_by_name on tag (workspace_id, name, id) where removed_at is null;

create unique index tag_once_name on tag (workspace_id, name) where removed_at is null;

create index tag_in_trash on tag (workspace_id, removed_at, id) where removed_at is not null;

create index tag_by_words on tag using gin (workspace_id, words);

create index feedback_by_created_at on feedback (workspace_id, created_at, id) where removed_at is null and merged_into_id is null;

create index feedback_by_updated_at on feedback (workspace_id, updated_at, id) where removed_at is null and merged_into_id is null;

create index feedback_by_kind on feedback (workspace_id, kind, created_at, id) where removed_at is null and merged_into_id is null;

create index feedback_by_state on feedback (workspace_id, state, created_at, id) where removed_at is null and merged_into_id is null;

create index feedback_by_source on feedback (workspace_id, source, created_at, id) where removed_at is null and merged_into_id is null;

create index feedback_by_occurred_at on feedback (workspace_id, occurred_at, id) where removed_at is null and merged_into_id is null;

create index feedback_by_rating on feedback (workspace_id, rating, id) where removed_at is null and merged_into_id is null;

create index feedback_by_language on feedback (workspace_id, language, created_at, id) where removed_at is null and merged_into_id is null;

create index feedback_by_contact_id on feedback (workspace_id, contact_id, created_at, id) where removed_at is null and merged_into_id is null;

create index feedback_by_company_id on feedback (workspace_id, company_id, created_at, id) where removed_at is null and merged_into_id is null;

create index feedback_by_product_id on feedback (workspace_id, product_id, created_at, id) where removed_at is null and merged_into_id is null;

create index feedback_at_merged_into_id on feedback (workspace_id, merged_into_id, id) where merged_into_id is not null;

create unique index feedback_once_origin_id_source on feedback (workspace_id, origin_id, source) where removed_at is null;

create index feedback_in_trash on feedback (workspace_id, removed_at, id) where removed_at is not null;

create index feedback_by_words on feedback using gin (workspace_id, words);

create index quote_by_created_at on quote (workspace_id, created_at, id) where removed_at is null;

create index quote_by_updated_at on quote (workspace_id, updated_at, id) where removed_at is null;

create index quote_by_feedback_id on quote (workspace_id, feedback_id, created_at, id) where removed_at is null;

create index quote_in_trash on quote (workspace_id, removed_at, id) where removed_at is not null;

create index quote_by_words on quote using gin (workspace_id, words);

create index insight_by_created_at on insight (workspace_id, created_at, id) where removed_at is null;

create index insight_by_updated_at on insight (workspace_id, updated_at, id) where removed_at is null;

create index insight_by_product_id on insight (workspace_id, product_id, created_at, id) where removed_at is null;

create index insight_in_trash on insight (workspace_id, removed_at, id) where removed_at is not null;

create index insight_by_words on insight using gin (workspace_id, words);

create index need_by_created_at on need (workspace_id, created_at, id) where removed_at is null;

create index need_by_updated_at on need (workspace_id, updated_at, id) where removed_at is null;

create index need_by_kind on need (workspace_id, kind, created_at, id) where removed_at is null;

create index need_by_parent_id on need (workspace_id, parent_id, created_at, id) where removed_at is null;

create index need_by_product_id on need (workspace_id, product_id, created_at, id) where removed_at is null;

create index need_in_trash on need (workspace_id, removed_at, id) where removed_at is not null;

create index need_by_words on need using gin (workspace_id, words);

create index objective_by_created_at on objective (workspace_id, created_at, id) where removed_at is null;

create index objective_by_updated_at on objective (workspace_id, updated_at, id) where removed_at is null;

create index objective_by_parent_id on objective (workspace_id, parent_id, created_at, id) where removed_at is null;

create index objective_by_period on objective (workspace_id, period, id) where removed_at is null;

create index objective_by_owner_id on objective (workspace_id, owner_id, created_at, id) where removed_at is null;

create index objective_by_product_id on objective (workspace_id, product_id, created_at, id) where removed_at is null;

create index objective_by_title on objective (workspace_id, title, id) where removed_at is null;

create index objective_in_trash on objective (workspace_id, removed_at, id) where removed_at is not null;

create index objective_by_words on objective using gin (workspace_id, words);

create index key_result_by_created_at on key_result (workspace_id, created_at, id) where removed_at is null;

create index key_result_by_updated_at on key_result (workspace_id, updated_at, id) where removed_at is null;

create index key_result_by_objective_id on key_result (workspace_id, objective_id, created_at, id) where removed_at is null;

create index key_result_in_trash on key_result (workspace_id, removed_at, id) where removed_at is not null;

create index key_result_by_words on key_result using gin (workspace_id, words);

create index idea_by_created_at on idea (workspace_id, created_at, id) where removed_at is null and merged_into_id is null;

create index idea_by_updated_at on idea (workspace_id, updated_at, id) where removed_at is null and merged_into_id is null;

create index idea_by_score on idea (workspace_id, score, id) where removed_at is null and merged_into_id is null;

create index idea_by_state on idea (workspace_id, state, created_at, id) where removed_at is null and merged_into_id is null;

create index idea_by_product_id on idea (workspace_id, product_id, created_at, id) where removed_at is null and merged_into_id is null;

create index idea_at_merged_into_id on idea (workspace_id, merged_into_id, id) where merged_into_id is not null;

create index idea_in_trash on idea (workspace_id, removed_at, id) where removed_at is not null;

create index idea_by_words on idea using gin (workspace_id, words);

create index decision_by_created_at on decision (workspace_id, created_at, id) where removed_at is null;

create index decision_by_updated_at on decision (workspace_id, updated_at, id) where removed_at is null;

create index decision_by_decided_by_id on decision (workspace_id, decided_by_id, created_at, id) where removed_at is null;

create index decision_by_decided_at on decision (workspace_id, decided_at, id) where removed_at is null;

create index decision_by_product_id on decision (workspace_id, product_id, created_at, id) where removed_at is null;

create index decision_in_trash on decision (workspace_id, removed_at, id) where removed_at is not null;

create index decision_by_words on decision using gin (workspace_id, words);

create index roadmap_item_by_created_at on roadmap_item (workspace_id, created_at, id) where removed_at is null;

create index roadmap_item_by_updated_at on roadmap_item (workspace_id, updated_at, id) where removed_at is null;

create index roadmap_item_by_commitment on roadmap_item (workspace_id, commitment, created_at, id) where removed_at is null;

create index roadmap_item_by_status on roadmap_item (workspace_id, status, created_at, id) where removed_at is null;

create index roadmap_item_by_team_id on roadmap_item (workspace_id, team_id, created_at, id) where removed_at is null;

create index roadmap_item_by_product_id on roadmap_item (workspace_id, product_id, created_at, id) where removed_at is null;

create index roadmap_item_in_trash on roadmap_item (workspace_id, removed_at, id) where removed_at is not null;

create index roadmap_item_by_words on roadmap_item using gin (workspace_id, words);

create index custom_field_by_created_at on custom_field (workspace_id, created_at, id) where removed_at is null;

create index custom_field_by_updated_at on custom_field (workspace_id, updated_at, id) where removed_at is null;

create index custom_field_by_of on custom_field (workspace_id, of, label, id) where removed_at is null;

create index custom_field_by_label on custom_field (workspace_id, label, id) where removed_at is null;

create unique index custom_field_once_of_key on custom_field (workspace_id, of, key) where removed_at is null;

create index custom_field_in_trash on custom_field (workspace_id, removed_at, id) where removed_at is not null;

create index link_by_created_at on link (workspace_id, created_at, id) where removed_at is null;

create index link_by_updated_at on link (workspace_id, updated_at, id) where removed_at is null;

create index link_by_from_id on link (workspace_id, from_id, created_at, id) where removed_at is null;

create index link_by_relation on link (workspace_id, relation, created_at, id) where removed_at is null;

create index link_by_to_id on link (workspace_id, to_id, created_at, id) where removed_at is null;

create unique index link_once_from_id_relation_to_id on link (workspace_id, from_id, relation, to_id) where removed_at is null;

create index link_in_trash on link (workspace_id, removed_at, id) where removed_at is not null;

create function throughline_erase(ids uuid[]) returns bigint
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  with gone as (
    delete from payload using change
    where change.workspace_id = current_setting('throughline.workspace')::uuid
      and change.row_id = any (ids)
      and payload.workspace_id = change.workspace_id
      and payload.commit_id = change.commit_id
      and payload.ordinal = change.ordinal
    returning 1
  )
  select count(*) from gone
$$;

revoke all on function throughline_erase(uuid[]) from public; grant execute on function throughline_erase(uuid[]) to throughline_app;

create function throughline_letters(given text) returns text
  language sql immutable strict parallel safe
as $$
  select string_agg(letter, '' order by letter collate "C") from regexp_split_to_table(given, '') as letter
$$;

create function throughline_is_word(lexeme text) returns boolean
  language sql immutable strict parallel safe
as $$
  select length(lexeme) between 3 and 40 and lexeme !~ '[0-9\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f]'
$$;

create function throughline_term(lexeme text, mark text) returns tsquery
  language sql immutable strict parallel safe
as $$
  select ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''' || mark)::tsquery
$$;

create function throughline_query(asked text, joined text) returns tsquery
  language plpgsql stable strict set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.35
as $$
declare
  workspace uuid := current_setting('throughline.workspace')::uuid;
  part record;
  other text;
  one tsquery;
  whole tsquery;
begin
  for part in
    select lexeme, positions[1] = max(positions[1]) over () as last
    from unnest(throughline_words(asked, 500)) order by positions[1] limit 16
  loop
    one := throughline_term(part.lexeme, case when part.last then ':*' else '' end);
    if throughline_is_word(part.lexeme) and not exists (
      select from word w
      where w.workspace_id = workspace and w.word >= part.lexeme
        and w.word <= case when part.last then part.lexeme || U&'\+10FFFF' else part.lexeme end
    ) then
      for other in
        select w.word from word w
        where w.workspace_id = workspace and (w.word % part.lexeme or w.letters = throughline_letters(part.lexeme))
        order by w.letters = throughline_letters(part.lexeme) desc, similarity(w.word, part.lexeme) desc, w.word
        limit 5
      loop
        one := one || throughline_term(other, '');
      end loop;
    end if;
    whole := case when whole is null then one when joined = 'all' then whole && one else whole || one end;
  end loop;
  return whole;
end
$$;

create function throughline_search(target text, shown text, narrowed text, among text[], asked text, most integer)
  returns table (id uuid, rank real)
  language plpgsql volatile strict set search_path = public, pg_temp set jit = off
as $$
declare
  workspace uuid := current_setting('throughline.workspace')::uuid;
  way integer;
  enough integer;
  held integer;
  joined text;
  plan json;
  before tsquery;
  wanted tsquery;
begin
  foreach joined in array array['all', 'any'] loop
    wanted := throughline_query(asked, joined);
    exit when wanted is null or wanted = before;
    before := wanted;
    execute format('explain (format json) select from %s t where t.words @@ %L::tsquery', target, wanted) into plan;
    -- Denser than one in two hundred, the walk finds a few pages, and more, before it ends.
    select case
      when shown like '%removed_at is not null%' or (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 < reltuples / 200 then 0
      else most * 10
    end into way from pg_class where oid = target::regclass;
    enough := most / 40;
    -- A filter that so few rows meet is walked to its end, and then there is no more to find.
    if narrowed <> 'true' then
      execute format('select count(*) from (select from %s t where t.workspace_id = $1 and %s and %s limit $3) held', target, shown, narrowed)
        into held using workspace, wanted, most * 10, among;
      if held < most * 10 then
        way := most * 10;
        enough := 0;
      end if;
    end if;
    return query execute format(
      'with walked as materialized (
         select t.id, t.created_at, ts_rank(t.words, $2, 1) as rank
         from (select t.id, t.created_at, t.words from %1$s t where t.workspace_id = $1 and %2$s and %3$s
           order by t.created_at desc, t.id desc limit $5) t
         where t.words @@ $2 limit $3
       ), matched as materialized (
         select t.id, t.created_at, ts_rank(t.words, $2, 1) as rank
         from (select t.id, t.created_at, t.words from %1$s t
           where t.workspace_id = $1 and t.words @@ $2 and %2$s and %3$s limit $3 * 25) t
         where (select count(*) from walked) < $6
         order by t.created_at desc, t.id desc limit $3
       )
       select found.id, found.rank from (
         select * from walked where (select count(*) from walked) >= $6 union all select * from matched
       ) found
       order by found.rank desc, found.created_at desc, found.id desc', target, shown, narrowed)
      using workspace, wanted, most, among, way, enough;
    exit when found;
  end loop;
end
$$;

revoke all on function throughline_search(text, text, text, text[], text, integer) from public;

create function throughline_find_product(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('product', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'parentId' then case cardinality(among) when 1 then 't.parent_id = ($4::uuid[])[1]' else 't.parent_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_product(text, text, text, text[], integer) from public; grant execute on function throughline_find_product(text, text, text, text[], integer) to throughline_app;

create function throughline_find_member(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('member', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'role' then case cardinality(among) when 1 then 't.role = ($4::text[])[1]' else 't.role = any ($4::text[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_member(text, text, text, text[], integer) from public; grant execute on function throughline_find_member(text, text, text, text[], integer) to throughline_app;

create function throughline_find_team(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('team', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'function' then case cardinality(among) when 1 then 't.function = ($4::text[])[1]' else 't.function = any ($4::text[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_team(text, text, text, text[], integer) from public; grant execute on function throughline_find_team(text, text, text, text[], integer) to throughline_app;

create function throughline_find_company(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('company', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'tier' then case cardinality(among) when 1 then 't.tier = ($4::text[])[1]' else 't.tier = any ($4::text[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_company(text, text, text, text[], integer) from public; grant execute on function throughline_find_company(text, text, text, text[], integer) to throughline_app;

create function throughline_find_contact(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('contact', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'companyId' then case cardinality(among) when 1 then 't.company_id = ($4::uuid[])[1]' else 't.company_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_contact(text, text, text, text[], integer) from public; grant execute on function throughline_find_contact(text, text, text, text[], integer) to throughline_app;

create function throughline_find_tag(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('tag', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, 'true', among, asked, most)
$$;

revoke all on function throughline_find_tag(text, text, text, text[], integer) from public; grant execute on function throughline_find_tag(text, text, text, text[], integer) to throughline_app;

create function throughline_find_feedback(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('feedback', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 't.removed_at is null and t.merged_into_id is not null'
    else 't.removed_at is null and t.merged_into_id is null'
  end, case field
    when 'kind' then case cardinality(among) when 1 then 't.kind = ($4::text[])[1]' else 't.kind = any ($4::text[])' end
    when 'state' then case cardinality(among) when 1 then 't.state = ($4::text[])[1]' else 't.state = any ($4::text[])' end
    when 'source' then case cardinality(among) when 1 then 't.source = ($4::text[])[1]' else 't.source = any ($4::text[])' end
    when 'language' then case cardinality(among) when 1 then 't.language = ($4::text[])[1]' else 't.language = any ($4::text[])' end
    when 'contactId' then case cardinality(among) when 1 then 't.contact_id = ($4::uuid[])[1]' else 't.contact_id = any ($4::uuid[])' end
    when 'companyId' then case cardinality(among) when 1 then 't.company_id = ($4::uuid[])[1]' else 't.company_id = any ($4::uuid[])' end
    when 'productId' then case cardinality(among) when 1 then 't.product_id = ($4::uuid[])[1]' else 't.product_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_feedback(text, text, text, text[], integer) from public; grant execute on function throughline_find_feedback(text, text, text, text[], integer) to throughline_app;

create function throughline_find_quote(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('quote', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'feedbackId' then case cardinality(among) when 1 then 't.feedback_id = ($4::uuid[])[1]' else 't.feedback_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_quote(text, text, text, text[], integer) from public; grant execute on function throughline_find_quote(text, text, text, text[], integer) to throughline_app;

create function throughline_find_insight(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('insight', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'productId' then case cardinality(among) when 1 then 't.product_id = ($4::uuid[])[1]' else 't.product_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_insight(text, text, text, text[], integer) from public; grant execute on function throughline_find_insight(text, text, text, text[], integer) to throughline_app;

create function throughline_find_need(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('need', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'kind' then case cardinality(among) when 1 then 't.kind = ($4::text[])[1]' else 't.kind = any ($4::text[])' end
    when 'parentId' then case cardinality(among) when 1 then 't.parent_id = ($4::uuid[])[1]' else 't.parent_id = any ($4::uuid[])' end
    when 'productId' then case cardinality(among) when 1 then 't.product_id = ($4::uuid[])[1]' else 't.product_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_need(text, text, text, text[], integer) from public; grant execute on function throughline_find_need(text, text, text, text[], integer) to throughline_app;

create function throughline_find_objective(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('objective', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'parentId' then case cardinality(among) when 1 then 't.parent_id = ($4::uuid[])[1]' else 't.parent_id = any ($4::uuid[])' end
    when 'period' then case cardinality(among) when 1 then 't.period = ($4::text[])[1]' else 't.period = any ($4::text[])' end
    when 'ownerId' then case cardinality(among) when 1 then 't.owner_id = ($4::uuid[])[1]' else 't.owner_id = any ($4::uuid[])' end
    when 'productId' then case cardinality(among) when 1 then 't.product_id = ($4::uuid[])[1]' else 't.product_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_objective(text, text, text, text[], integer) from public; grant execute on function throughline_find_objective(text, text, text, text[], integer) to throughline_app;

create function throughline_find_key_result(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('key_result', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'objectiveId' then case cardinality(among) when 1 then 't.objective_id = ($4::uuid[])[1]' else 't.objective_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_key_result(text, text, text, text[], integer) from public; grant execute on function throughline_find_key_result(text, text, text, text[], integer) to throughline_app;

create function throughline_find_idea(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('idea', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 't.removed_at is null and t.merged_into_id is not null'
    else 't.removed_at is null and t.merged_into_id is null'
  end, case field
    when 'state' then case cardinality(among) when 1 then 't.state = ($4::text[])[1]' else 't.state = any ($4::text[])' end
    when 'productId' then case cardinality(among) when 1 then 't.product_id = ($4::uuid[])[1]' else 't.product_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_idea(text, text, text, text[], integer) from public; grant execute on function throughline_find_idea(text, text, text, text[], integer) to throughline_app;

create function throughline_find_decision(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('decision', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'decidedById' then case cardinality(among) when 1 then 't.decided_by_id = ($4::uuid[])[1]' else 't.decided_by_id = any ($4::uuid[])' end
    when 'productId' then case cardinality(among) when 1 then 't.product_id = ($4::uuid[])[1]' else 't.product_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_decision(text, text, text, text[], integer) from public; grant execute on function throughline_find_decision(text, text, text, text[], integer) to throughline_app;

create function throughline_find_roadmap_item(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('roadmap_item', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, case field
    when 'commitment' then case cardinality(among) when 1 then 't.commitment = ($4::text[])[1]' else 't.commitment = any ($4::text[])' end
    when 'status' then case cardinality(among) when 1 then 't.status = ($4::text[])[1]' else 't.status = any ($4::text[])' end
    when 'teamId' then case cardinality(among) when 1 then 't.team_id = ($4::uuid[])[1]' else 't.team_id = any ($4::uuid[])' end
    when 'productId' then case cardinality(among) when 1 then 't.product_id = ($4::uuid[])[1]' else 't.product_id = any ($4::uuid[])' end
    else 'true'
  end, among, asked, most)
$$;

revoke all on function throughline_find_roadmap_item(text, text, text, text[], integer) from public; grant execute on function throughline_find_roadmap_item(text, text, text, text[], integer) to throughline_app;

alter table workspace_turn enable row level security;

create policy workspace on workspace_turn to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, update on workspace_turn to throughline_app;

alter table ref_counter enable row level security;

create policy workspace on ref_counter to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update on ref_counter to throughline_app;

alter table commit enable row level security;

create policy workspace on commit to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert on commit to throughline_app;

alter table change enable row level security;

create policy workspace on change to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert on change to throughline_app;

alter table payload enable row level security;

create policy workspace on payload to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert on payload to throughline_app;

alter table word enable row level security;

create policy workspace on word to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert on word to throughline_app;

alter table search_learned enable row level security;

create policy workspace on search_learned to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update on search_learned to throughline_app;

alter table workspace enable row level security;

create policy workspace on workspace to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on workspace to throughline_app;

alter table product enable row level security;

create policy workspace on product to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on product to throughline_app;

alter table member enable row level security;

create policy workspace on member to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on member to throughline_app;

alter table team enable row level security;

create policy workspace on team to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on team to throughline_app;

alter table key enable row level security;

create policy workspace on key to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on key to throughline_app;

alter table company enable row level security;

create policy workspace on company to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on company to throughline_app;

alter table contact enable row level security;

create policy workspace on contact to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on contact to throughline_app;

alter table tag enable row level security;

create policy workspace on tag to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on tag to throughline_app;

alter table feedback enable row level security;

create policy workspace on feedback to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on feedback to throughline_app;

alter table quote enable row level security;

create policy workspace on quote to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on quote to throughline_app;

alter table insight enable row level security;

create policy workspace on insight to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on insight to throughline_app;

alter table need enable row level security;

create policy workspace on need to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on need to throughline_app;

alter table objective enable row level security;

create policy workspace on objective to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on objective to throughline_app;

alter table key_result enable row level security;

create policy workspace on key_result to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on key_result to throughline_app;

alter table idea enable row level security;

create policy workspace on idea to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on idea to throughline_app;

alter table decision enable row level security;

create policy workspace on decision to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on decision to throughline_app;

alter table roadmap_item enable row level security;

create policy workspace on roadmap_item to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on roadmap_item to throughline_app;

alter table custom_field enable row level security;

create policy workspace on custom_field to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on custom_field to throughline_app;

alter table link enable row level security;

create policy workspace on link to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on link to throughline_app;
