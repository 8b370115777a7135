-- The records of deciding: metrics and their readings, experiments, options, criteria, scoring models, blind rounds,
-- ratings, positions, predictions and their odds, assumptions, tripwires, reviews, amendments, capacities, costs, plan
-- versions and waivers. A decision may be open, so its sentence may be missing; it is searched by its question too.
alter table decision alter column sentence drop not null;

create table metric (
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
  unit text collate "C",
  better text collate "C",
  every_days bigint,
  owner_id uuid,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 75000), 'A') || setweight(throughline_words(coalesce(detail_plain, ''), 75000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table reading (
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
  metric_id uuid not null,
  "on" text collate "C" not null,
  value double precision not null,
  note text collate "C",
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table experiment (
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
  hypothesis text collate "C" not null,
  state text collate "C",
  metric_id uuid,
  comparison text collate "C",
  threshold double precision,
  factor text collate "C",
  spread double precision,
  planned_sample bigint,
  cost double precision,
  days bigint,
  started_on text collate "C",
  ended_on text collate "C",
  sample bigint,
  result double precision,
  verdict text collate "C",
  learned text collate "C",
  owner_id uuid,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 50000), 'A') || setweight(throughline_words(coalesce(hypothesis, ''), 50000), 'B') || setweight(throughline_words(coalesce(learned, ''), 50000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table cost (
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
  function text collate "C" not null,
  low double precision,
  likely double precision not null,
  high double precision,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table scoring_model (
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
  method text collate "C" not null,
  formula text collate "C",
  is_offered boolean,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table option (
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
  decision_id uuid not null,
  title text collate "C" not null,
  detail text collate "C",
  is_nothing boolean,
  place double precision,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table criterion (
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
  decision_id uuid,
  model_id uuid,
  title text collate "C" not null,
  name text collate "C",
  unit text collate "C",
  weight double precision,
  better text collate "C",
  least double precision,
  most double precision,
  source text collate "C",
  rater_ids uuid[],
  place double precision,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table prediction (
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
  question text collate "C" not null,
  kind text collate "C",
  answers text[] collate "C",
  unit text collate "C",
  about text collate "C",
  decision_id uuid,
  idea_id uuid,
  metric_id uuid,
  rule text collate "C" not null,
  resolves_on text collate "C" not null,
  state text collate "C",
  locked_at timestamptz,
  came double precision,
  came_on text collate "C",
  resolved_at timestamptz,
  resolved_by_id uuid,
  note text collate "C",
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(question, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table round (
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
  decision_id uuid,
  model_id uuid,
  prediction_id uuid,
  idea_ids uuid[],
  rater_ids uuid[] not null,
  due_on text collate "C",
  state text collate "C",
  answered_ids uuid[],
  shown_at timestamptz,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table rating (
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
  criterion_id uuid not null,
  idea_id uuid,
  decision_id uuid,
  option_id uuid,
  low double precision,
  likely double precision,
  high double precision,
  words text collate "C",
  round_id uuid,
  is_shown boolean,
  rater_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table position (
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
  decision_id uuid not null,
  stance text collate "C" not null,
  option_id uuid,
  reasons text collate "C",
  round_id uuid,
  is_shown boolean,
  by_id uuid not null,
  words tsvector generated always as (setweight(throughline_words(coalesce(reasons, ''), 150000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table odds (
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
  prediction_id uuid not null,
  chance double precision,
  chances text[] collate "C",
  low double precision,
  likely double precision,
  high double precision,
  low_on text collate "C",
  likely_on text collate "C",
  high_on text collate "C",
  note text collate "C",
  round_id uuid,
  is_shown boolean,
  by_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table assumption (
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
  decision_id uuid not null,
  text text collate "C" not null,
  risk text collate "C",
  state text collate "C",
  words tsvector generated always as (setweight(throughline_words(coalesce(text, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table tripwire (
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
  decision_id uuid not null,
  text text collate "C" not null,
  watches text collate "C" not null,
  metric_id uuid,
  experiment_id uuid,
  prediction_id uuid,
  idea_id uuid,
  need_id uuid,
  segment text collate "C",
  comparison text collate "C",
  threshold double precision,
  within_days bigint,
  by text collate "C",
  rearm_at double precision,
  silent_days bigint,
  when_silent text collate "C",
  state text collate "C",
  value double precision,
  value_on text collate "C",
  fired_at timestamptz,
  fired_value double precision,
  crossings bigint,
  words tsvector generated always as (setweight(throughline_words(coalesce(text, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table review (
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
  decision_id uuid not null,
  tripwire_id uuid,
  verdict text collate "C" not null,
  pivot text collate "C",
  reasons text collate "C" not null,
  expected text collate "C",
  came text collate "C",
  again text collate "C",
  reviewed_at timestamptz,
  by_id uuid,
  words tsvector generated always as (setweight(throughline_words(coalesce(reasons, ''), 150000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table amendment (
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
  decision_id uuid not null,
  text text collate "C" not null,
  by_id uuid,
  words tsvector generated always as (setweight(throughline_words(coalesce(text, ''), 150000), 'B')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table capacity (
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
  function text collate "C" not null,
  period text collate "C" not null,
  amount double precision not null,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table plan (
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
  period text collate "C" not null,
  idea_ids uuid[],
  must_ids uuid[],
  never_ids uuid[],
  shares text[] collate "C",
  value double precision,
  gap double precision,
  solved_at timestamptz,
  decision_id uuid,
  product_id uuid,
  visibility text collate "C",
  team_ids uuid[],
  person_ids uuid[],
  draft boolean,
  words tsvector generated always as (setweight(throughline_words(coalesce(title, ''), 150000), 'A')) stored,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create table waiver (
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
  rule text collate "C" not null,
  on_kind text collate "C" not null,
  on_id uuid not null,
  reasons text collate "C" not null,
  until text collate "C",
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

alter table key_result add column metric_id uuid;

alter table decision add column question text collate "C";

alter table decision add column door text collate "C";

alter table decision add column kind text collate "C";

alter table decision add column state text collate "C";

alter table decision add column context jsonb;

alter table decision add column context_plain text collate "C";

alter table decision add column reasons text collate "C";

alter table decision add column premortem text collate "C";

alter table decision add column due_on text collate "C";

alter table decision add column otherwise text collate "C";

alter table decision add column escalate_to_id uuid;

alter table decision add column driver_id uuid;

alter table decision add column approver_id uuid;

alter table decision add column contributor_ids uuid[];

alter table decision add column informed_ids uuid[];

alter table decision add column chosen_id uuid;

alter table decision add column review_on text collate "C";

alter table decision add column opened_at timestamptz;

alter table decision add column evidence_seq bigint;

alter table decision add column evidence_hash text collate "C";

alter table decision add column supersedes_id uuid;

alter table decision drop column words;

alter table decision add column words tsvector generated always as (setweight(throughline_words(coalesce(sentence, ''), 37500), 'A') || setweight(throughline_words(coalesce(question, ''), 37500), 'A') || setweight(throughline_words(coalesce(context_plain, ''), 37500), 'B') || setweight(throughline_words(coalesce(reasons, ''), 37500), 'B')) stored;

create index decision_by_words on decision using gin (workspace_id, words, door, kind, state);

create or replace function throughline_find_decision(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('decision', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","door":"text","kind":"text","state":"text","due_on":"text","driver_id":"uuid","approver_id":"uuid","review_on":"text","decided_by_id":"uuid","decided_at":"timestamptz","supersedes_id":"uuid","product_id":"uuid"}', filters), asked, most)
$$;

create or replace function throughline_find_key_result(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('key_result', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","objective_id":"uuid","metric_id":"uuid"}', filters), asked, most)
$$;

create index metric_by_created_at on metric (workspace_id, created_at, id) where removed_at is null;

create index metric_by_updated_at on metric (workspace_id, updated_at, id) where removed_at is null;

create index metric_by_owner_id on metric (workspace_id, owner_id, created_at, id) where removed_at is null;

create index metric_by_product_id on metric (workspace_id, product_id, created_at, id) where removed_at is null;

create index metric_by_title on metric (workspace_id, title, id) where removed_at is null;

create index metric_in_trash on metric (workspace_id, removed_at, id) where removed_at is not null;

create index metric_by_words on metric using gin (workspace_id, words);

create index reading_by_created_at on reading (workspace_id, created_at, id) where removed_at is null;

create index reading_by_updated_at on reading (workspace_id, updated_at, id) where removed_at is null;

create index reading_by_metric_id on reading (workspace_id, metric_id, "on", id) where removed_at is null;

create index reading_by_on on reading (workspace_id, "on", id) where removed_at is null;

create unique index reading_once_metric_id_on on reading (workspace_id, metric_id, "on") where removed_at is null;

create index reading_in_trash on reading (workspace_id, removed_at, id) where removed_at is not null;

create index key_result_by_metric_id on key_result (workspace_id, metric_id, created_at, id) where removed_at is null;

create index experiment_by_created_at on experiment (workspace_id, created_at, id) where removed_at is null;

create index experiment_by_updated_at on experiment (workspace_id, updated_at, id) where removed_at is null;

create index experiment_by_state on experiment (workspace_id, state, created_at, id) where removed_at is null;

create index experiment_by_metric_id on experiment (workspace_id, metric_id, created_at, id) where removed_at is null;

create index experiment_by_verdict on experiment (workspace_id, verdict, created_at, id) where removed_at is null;

create index experiment_by_owner_id on experiment (workspace_id, owner_id, created_at, id) where removed_at is null;

create index experiment_by_product_id on experiment (workspace_id, product_id, created_at, id) where removed_at is null;

create index experiment_in_trash on experiment (workspace_id, removed_at, id) where removed_at is not null;

create index experiment_by_words on experiment using gin (workspace_id, words, state, verdict);

create index cost_by_created_at on cost (workspace_id, created_at, id) where removed_at is null;

create index cost_by_updated_at on cost (workspace_id, updated_at, id) where removed_at is null;

create index cost_by_idea_id on cost (workspace_id, idea_id, created_at, id) where removed_at is null;

create index cost_by_function on cost (workspace_id, function, created_at, id) where removed_at is null;

create unique index cost_once_idea_id_function on cost (workspace_id, idea_id, function) where removed_at is null;

create index cost_in_trash on cost (workspace_id, removed_at, id) where removed_at is not null;

create index scoring_model_by_created_at on scoring_model (workspace_id, created_at, id) where removed_at is null;

create index scoring_model_by_updated_at on scoring_model (workspace_id, updated_at, id) where removed_at is null;

create index scoring_model_by_method on scoring_model (workspace_id, method, created_at, id) where removed_at is null;

create index scoring_model_by_product_id on scoring_model (workspace_id, product_id, created_at, id) where removed_at is null;

create index scoring_model_by_title on scoring_model (workspace_id, title, id) where removed_at is null;

create index scoring_model_in_trash on scoring_model (workspace_id, removed_at, id) where removed_at is not null;

create index scoring_model_by_words on scoring_model using gin (workspace_id, words, method);

create index decision_by_door on decision (workspace_id, door, created_at, id) where removed_at is null;

create index decision_by_kind on decision (workspace_id, kind, created_at, id) where removed_at is null;

create index decision_by_state on decision (workspace_id, state, created_at, id) where removed_at is null;

create index decision_by_due_on on decision (workspace_id, due_on, id) where removed_at is null;

create index decision_by_driver_id on decision (workspace_id, driver_id, created_at, id) where removed_at is null;

create index decision_by_approver_id on decision (workspace_id, approver_id, created_at, id) where removed_at is null;

create index decision_by_review_on on decision (workspace_id, review_on, id) where removed_at is null;

create index decision_by_supersedes_id on decision (workspace_id, supersedes_id, created_at, id) where removed_at is null;

create index option_by_created_at on option (workspace_id, created_at, id) where removed_at is null;

create index option_by_updated_at on option (workspace_id, updated_at, id) where removed_at is null;

create index option_by_decision_id on option (workspace_id, decision_id, created_at, id) where removed_at is null;

create index option_in_trash on option (workspace_id, removed_at, id) where removed_at is not null;

create index option_by_words on option using gin (workspace_id, words);

create index criterion_by_created_at on criterion (workspace_id, created_at, id) where removed_at is null;

create index criterion_by_updated_at on criterion (workspace_id, updated_at, id) where removed_at is null;

create index criterion_by_decision_id on criterion (workspace_id, decision_id, created_at, id) where removed_at is null;

create index criterion_by_model_id on criterion (workspace_id, model_id, created_at, id) where removed_at is null;

create index criterion_in_trash on criterion (workspace_id, removed_at, id) where removed_at is not null;

create index criterion_by_words on criterion using gin (workspace_id, words);

create index prediction_by_created_at on prediction (workspace_id, created_at, id) where removed_at is null;

create index prediction_by_updated_at on prediction (workspace_id, updated_at, id) where removed_at is null;

create index prediction_by_kind on prediction (workspace_id, kind, created_at, id) where removed_at is null;

create index prediction_by_about on prediction (workspace_id, about, created_at, id) where removed_at is null;

create index prediction_by_decision_id on prediction (workspace_id, decision_id, created_at, id) where removed_at is null;

create index prediction_by_idea_id on prediction (workspace_id, idea_id, created_at, id) where removed_at is null;

create index prediction_by_metric_id on prediction (workspace_id, metric_id, created_at, id) where removed_at is null;

create index prediction_by_resolves_on on prediction (workspace_id, resolves_on, id) where removed_at is null;

create index prediction_by_state on prediction (workspace_id, state, created_at, id) where removed_at is null;

create index prediction_by_resolved_at on prediction (workspace_id, resolved_at, id) where removed_at is null;

create index prediction_by_product_id on prediction (workspace_id, product_id, created_at, id) where removed_at is null;

create index prediction_in_trash on prediction (workspace_id, removed_at, id) where removed_at is not null;

create index prediction_by_words on prediction using gin (workspace_id, words, kind, about, state);

create index round_by_created_at on round (workspace_id, created_at, id) where removed_at is null;

create index round_by_updated_at on round (workspace_id, updated_at, id) where removed_at is null;

create index round_by_decision_id on round (workspace_id, decision_id, created_at, id) where removed_at is null;

create index round_by_model_id on round (workspace_id, model_id, created_at, id) where removed_at is null;

create index round_by_prediction_id on round (workspace_id, prediction_id, created_at, id) where removed_at is null;

create index round_by_due_on on round (workspace_id, due_on, id) where removed_at is null;

create index round_by_state on round (workspace_id, state, created_at, id) where removed_at is null;

create index round_by_product_id on round (workspace_id, product_id, created_at, id) where removed_at is null;

create index round_in_trash on round (workspace_id, removed_at, id) where removed_at is not null;

create index round_by_words on round using gin (workspace_id, words, state);

create index rating_by_created_at on rating (workspace_id, created_at, id) where removed_at is null;

create index rating_by_updated_at on rating (workspace_id, updated_at, id) where removed_at is null;

create index rating_by_criterion_id on rating (workspace_id, criterion_id, updated_at, id) where removed_at is null;

create index rating_by_idea_id on rating (workspace_id, idea_id, updated_at, id) where removed_at is null;

create index rating_by_decision_id on rating (workspace_id, decision_id, updated_at, id) where removed_at is null;

create index rating_by_option_id on rating (workspace_id, option_id, updated_at, id) where removed_at is null;

create index rating_by_round_id on rating (workspace_id, round_id, updated_at, id) where removed_at is null;

create unique index rating_once_criterion_id_idea_id_rater_id on rating (workspace_id, criterion_id, idea_id, rater_id) where removed_at is null;

create unique index rating_once_criterion_id_option_id_rater_id on rating (workspace_id, criterion_id, option_id, rater_id) where removed_at is null;

create index rating_in_trash on rating (workspace_id, removed_at, id) where removed_at is not null;

create index rating_by_words on rating using gin (workspace_id, words);

create index position_by_created_at on position (workspace_id, created_at, id) where removed_at is null;

create index position_by_updated_at on position (workspace_id, updated_at, id) where removed_at is null;

create index position_by_decision_id on position (workspace_id, decision_id, updated_at, id) where removed_at is null;

create index position_by_stance on position (workspace_id, stance, updated_at, id) where removed_at is null;

create index position_by_round_id on position (workspace_id, round_id, updated_at, id) where removed_at is null;

create unique index position_once_decision_id_by_id on position (workspace_id, decision_id, by_id) where removed_at is null;

create index position_in_trash on position (workspace_id, removed_at, id) where removed_at is not null;

create index position_by_words on position using gin (workspace_id, words, stance);

create index odds_by_created_at on odds (workspace_id, created_at, id) where removed_at is null;

create index odds_by_updated_at on odds (workspace_id, updated_at, id) where removed_at is null;

create index odds_by_prediction_id on odds (workspace_id, prediction_id, updated_at, id) where removed_at is null;

create index odds_by_round_id on odds (workspace_id, round_id, updated_at, id) where removed_at is null;

create unique index odds_once_prediction_id_by_id on odds (workspace_id, prediction_id, by_id) where removed_at is null;

create index odds_in_trash on odds (workspace_id, removed_at, id) where removed_at is not null;

create index assumption_by_created_at on assumption (workspace_id, created_at, id) where removed_at is null;

create index assumption_by_updated_at on assumption (workspace_id, updated_at, id) where removed_at is null;

create index assumption_by_decision_id on assumption (workspace_id, decision_id, created_at, id) where removed_at is null;

create index assumption_by_risk on assumption (workspace_id, risk, created_at, id) where removed_at is null;

create index assumption_by_state on assumption (workspace_id, state, created_at, id) where removed_at is null;

create index assumption_in_trash on assumption (workspace_id, removed_at, id) where removed_at is not null;

create index assumption_by_words on assumption using gin (workspace_id, words, risk, state);

create index tripwire_by_created_at on tripwire (workspace_id, created_at, id) where removed_at is null;

create index tripwire_by_updated_at on tripwire (workspace_id, updated_at, id) where removed_at is null;

create index tripwire_by_decision_id on tripwire (workspace_id, decision_id, created_at, id) where removed_at is null;

create index tripwire_by_watches on tripwire (workspace_id, watches, created_at, id) where removed_at is null;

create index tripwire_by_metric_id on tripwire (workspace_id, metric_id, created_at, id) where removed_at is null;

create index tripwire_by_experiment_id on tripwire (workspace_id, experiment_id, created_at, id) where removed_at is null;

create index tripwire_by_prediction_id on tripwire (workspace_id, prediction_id, created_at, id) where removed_at is null;

create index tripwire_by_idea_id on tripwire (workspace_id, idea_id, created_at, id) where removed_at is null;

create index tripwire_by_need_id on tripwire (workspace_id, need_id, created_at, id) where removed_at is null;

create index tripwire_by_by on tripwire (workspace_id, by, id) where removed_at is null;

create index tripwire_by_state on tripwire (workspace_id, state, created_at, id) where removed_at is null;

create index tripwire_by_fired_at on tripwire (workspace_id, fired_at, id) where removed_at is null;

create index tripwire_in_trash on tripwire (workspace_id, removed_at, id) where removed_at is not null;

create index tripwire_by_words on tripwire using gin (workspace_id, words, watches, state);

create index review_by_created_at on review (workspace_id, created_at, id) where removed_at is null;

create index review_by_updated_at on review (workspace_id, updated_at, id) where removed_at is null;

create index review_by_decision_id on review (workspace_id, decision_id, created_at, id) where removed_at is null;

create index review_by_verdict on review (workspace_id, verdict, created_at, id) where removed_at is null;

create index review_in_trash on review (workspace_id, removed_at, id) where removed_at is not null;

create index review_by_words on review using gin (workspace_id, words, verdict);

create index amendment_by_created_at on amendment (workspace_id, created_at, id) where removed_at is null;

create index amendment_by_updated_at on amendment (workspace_id, updated_at, id) where removed_at is null;

create index amendment_by_decision_id on amendment (workspace_id, decision_id, created_at, id) where removed_at is null;

create index amendment_in_trash on amendment (workspace_id, removed_at, id) where removed_at is not null;

create index amendment_by_words on amendment using gin (workspace_id, words);

create index capacity_by_created_at on capacity (workspace_id, created_at, id) where removed_at is null;

create index capacity_by_updated_at on capacity (workspace_id, updated_at, id) where removed_at is null;

create index capacity_by_function on capacity (workspace_id, function, created_at, id) where removed_at is null;

create index capacity_by_period on capacity (workspace_id, period, created_at, id) where removed_at is null;

create index capacity_by_product_id on capacity (workspace_id, product_id, created_at, id) where removed_at is null;

create index capacity_in_trash on capacity (workspace_id, removed_at, id) where removed_at is not null;

create index plan_by_created_at on plan (workspace_id, created_at, id) where removed_at is null;

create index plan_by_updated_at on plan (workspace_id, updated_at, id) where removed_at is null;

create index plan_by_kind on plan (workspace_id, kind, created_at, id) where removed_at is null;

create index plan_by_period on plan (workspace_id, period, created_at, id) where removed_at is null;

create index plan_by_product_id on plan (workspace_id, product_id, created_at, id) where removed_at is null;

create index plan_in_trash on plan (workspace_id, removed_at, id) where removed_at is not null;

create index plan_by_words on plan using gin (workspace_id, words, kind, period);

create index waiver_by_created_at on waiver (workspace_id, created_at, id) where removed_at is null;

create index waiver_by_updated_at on waiver (workspace_id, updated_at, id) where removed_at is null;

create index waiver_by_rule on waiver (workspace_id, rule, created_at, id) where removed_at is null;

create index waiver_by_on_id on waiver (workspace_id, on_id, created_at, id) where removed_at is null;

create unique index waiver_once_rule_on_id on waiver (workspace_id, rule, on_id) where removed_at is null;

create index waiver_in_trash on waiver (workspace_id, removed_at, id) where removed_at is not null;

create function throughline_find_metric(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('metric', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","owner_id":"uuid","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_metric(text, text, jsonb, integer) from public; grant execute on function throughline_find_metric(text, text, jsonb, integer) to throughline_app;

create function throughline_find_experiment(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('experiment', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","state":"text","metric_id":"uuid","verdict":"text","owner_id":"uuid","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_experiment(text, text, jsonb, integer) from public; grant execute on function throughline_find_experiment(text, text, jsonb, integer) to throughline_app;

create function throughline_find_scoring_model(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('scoring_model', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","method":"text","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_scoring_model(text, text, jsonb, integer) from public; grant execute on function throughline_find_scoring_model(text, text, jsonb, integer) to throughline_app;

create function throughline_find_option(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('option', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","decision_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_option(text, text, jsonb, integer) from public; grant execute on function throughline_find_option(text, text, jsonb, integer) to throughline_app;

create function throughline_find_criterion(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('criterion', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","decision_id":"uuid","model_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_criterion(text, text, jsonb, integer) from public; grant execute on function throughline_find_criterion(text, text, jsonb, integer) to throughline_app;

create function throughline_find_prediction(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('prediction', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","kind":"text","about":"text","decision_id":"uuid","idea_id":"uuid","metric_id":"uuid","resolves_on":"text","state":"text","resolved_at":"timestamptz","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_prediction(text, text, jsonb, integer) from public; grant execute on function throughline_find_prediction(text, text, jsonb, integer) to throughline_app;

create function throughline_find_round(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('round', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","decision_id":"uuid","model_id":"uuid","prediction_id":"uuid","due_on":"text","state":"text","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_round(text, text, jsonb, integer) from public; grant execute on function throughline_find_round(text, text, jsonb, integer) to throughline_app;

create function throughline_find_rating(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('rating', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","criterion_id":"uuid","idea_id":"uuid","decision_id":"uuid","option_id":"uuid","round_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_rating(text, text, jsonb, integer) from public; grant execute on function throughline_find_rating(text, text, jsonb, integer) to throughline_app;

create function throughline_find_position(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('position', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","decision_id":"uuid","stance":"text","round_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_position(text, text, jsonb, integer) from public; grant execute on function throughline_find_position(text, text, jsonb, integer) to throughline_app;

create function throughline_find_assumption(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('assumption', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","decision_id":"uuid","risk":"text","state":"text"}', filters), asked, most)
$$;

revoke all on function throughline_find_assumption(text, text, jsonb, integer) from public; grant execute on function throughline_find_assumption(text, text, jsonb, integer) to throughline_app;

create function throughline_find_tripwire(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('tripwire', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","decision_id":"uuid","watches":"text","metric_id":"uuid","experiment_id":"uuid","prediction_id":"uuid","idea_id":"uuid","need_id":"uuid","by":"text","state":"text","fired_at":"timestamptz"}', filters), asked, most)
$$;

revoke all on function throughline_find_tripwire(text, text, jsonb, integer) from public; grant execute on function throughline_find_tripwire(text, text, jsonb, integer) to throughline_app;

create function throughline_find_review(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('review', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","decision_id":"uuid","verdict":"text"}', filters), asked, most)
$$;

revoke all on function throughline_find_review(text, text, jsonb, integer) from public; grant execute on function throughline_find_review(text, text, jsonb, integer) to throughline_app;

create function throughline_find_amendment(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('amendment', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","decision_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_amendment(text, text, jsonb, integer) from public; grant execute on function throughline_find_amendment(text, text, jsonb, integer) to throughline_app;

create function throughline_find_plan(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('plan', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","kind":"text","period":"text","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_plan(text, text, jsonb, integer) from public; grant execute on function throughline_find_plan(text, text, jsonb, integer) to throughline_app;

alter table metric enable row level security;

create policy workspace on metric to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on metric to throughline_app;

alter table reading enable row level security;

create policy workspace on reading to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on reading to throughline_app;

alter table experiment enable row level security;

create policy workspace on experiment to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on experiment to throughline_app;

alter table cost enable row level security;

create policy workspace on cost to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on cost to throughline_app;

alter table scoring_model enable row level security;

create policy workspace on scoring_model to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on scoring_model to throughline_app;

alter table option enable row level security;

create policy workspace on option to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on option to throughline_app;

alter table criterion enable row level security;

create policy workspace on criterion to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on criterion to throughline_app;

alter table prediction enable row level security;

create policy workspace on prediction to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on prediction to throughline_app;

alter table round enable row level security;

create policy workspace on round to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on round to throughline_app;

alter table rating enable row level security;

create policy workspace on rating to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on rating to throughline_app;

alter table position enable row level security;

create policy workspace on position to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on position to throughline_app;

alter table odds enable row level security;

create policy workspace on odds to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on odds to throughline_app;

alter table assumption enable row level security;

create policy workspace on assumption to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on assumption to throughline_app;

alter table tripwire enable row level security;

create policy workspace on tripwire to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on tripwire to throughline_app;

alter table review enable row level security;

create policy workspace on review to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on review to throughline_app;

alter table amendment enable row level security;

create policy workspace on amendment to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on amendment to throughline_app;

alter table capacity enable row level security;

create policy workspace on capacity to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on capacity to throughline_app;

alter table plan enable row level security;

create policy workspace on plan to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on plan to throughline_app;

alter table waiver enable row level security;

create policy workspace on waiver to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on waiver to throughline_app;

