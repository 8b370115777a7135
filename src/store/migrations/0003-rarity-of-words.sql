-- A word's frequency is learned anew from all of history, beside the first write to come.
alter table word add column frequency bigint not null default 0;

update search_learned set seq = 0, ordinal = 0;

drop index word_by_likeness;

create index word_by_likeness on word using gin (workspace_id, word gin_trgm_ops) where letters <> '';

drop index word_by_letters;

create index word_by_letters on word (workspace_id, letters) where letters <> '';

grant update on word to throughline_app;

-- PostgreSQL does not put two indexes of a workspace together: what rows are filtered by lies beside their words.
drop index member_by_words;

create index member_by_words on member using gin (workspace_id, words, role);

drop index team_by_words;

create index team_by_words on team using gin (workspace_id, words, function);

drop index company_by_words;

create index company_by_words on company using gin (workspace_id, words, tier);

drop index feedback_by_words;

create index feedback_by_words on feedback using gin (workspace_id, words, kind, state, source, rating, language);

drop index need_by_words;

create index need_by_words on need using gin (workspace_id, words, kind);

drop index research_question_by_words;

create index research_question_by_words on research_question using gin (workspace_id, words, state);

drop index objective_by_words;

create index objective_by_words on objective using gin (workspace_id, words, period);

drop index idea_by_words;

create index idea_by_words on idea using gin (workspace_id, words, state);

drop index roadmap_item_by_words;

create index roadmap_item_by_words on roadmap_item using gin (workspace_id, words, commitment, status);

-- Finders take every filter that lists offer, and weigh words by how rare they are.
drop function throughline_find_product(text, text, text, text[], integer);

drop function throughline_find_member(text, text, text, text[], integer);

drop function throughline_find_team(text, text, text, text[], integer);

drop function throughline_find_company(text, text, text, text[], integer);

drop function throughline_find_contact(text, text, text, text[], integer);

drop function throughline_find_tag(text, text, text, text[], integer);

drop function throughline_find_feedback(text, text, text, text[], integer);

drop function throughline_find_quote(text, text, text, text[], integer);

drop function throughline_find_insight(text, text, text, text[], integer);

drop function throughline_find_need(text, text, text, text[], integer);

drop function throughline_find_research_question(text, text, text, text[], integer);

drop function throughline_find_objective(text, text, text, text[], integer);

drop function throughline_find_key_result(text, text, text, text[], integer);

drop function throughline_find_idea(text, text, text, text[], integer);

drop function throughline_find_decision(text, text, text, text[], integer);

drop function throughline_find_roadmap_item(text, text, text, text[], integer);

drop function throughline_search(text, text, text, text[], text, integer);

drop function throughline_query(text, text);

create function throughline_is_counted(lexeme text) returns boolean
  language sql immutable strict parallel safe
as $$
  select length(lexeme) <= 3 or length(lexeme) <= 40 and lexeme !~ '[0-9]'
$$;

create function throughline_terms(asked text)
  returns table (at integer, term tsquery, frequency bigint, likeness real)
  language plpgsql stable strict set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.35
as $$
declare
  workspace uuid := current_setting('throughline.workspace')::uuid;
  part record;
begin
  for part in
    select lexeme, positions[1] as place,
      positions[1] = max(positions[1]) over () or lexeme ~ '^[\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f]$' as begun
    from unnest(throughline_words(asked, 500)) order by positions[1] limit 16
  loop
    at := part.place;
    term := throughline_term(part.lexeme, case when part.begun then ':*' else '' end);
    likeness := 1;
    select sum(known.frequency) into frequency
    from (
      select w.frequency from word w
      where w.workspace_id = workspace and w.word >= part.lexeme
        and w.word <= case when part.begun then part.lexeme || U&'\+10FFFF' else part.lexeme end
      limit 1000
    ) known;
    if frequency is not null or not throughline_is_word(part.lexeme) then
      frequency := coalesce(frequency, 0);
      return next;
      continue;
    end if;
    frequency := 0;
    return next;
    return query
      select part.place::integer, throughline_term(w.word, ''), w.frequency,
        least(0.9, greatest(similarity(w.word, part.lexeme), case when w.letters = throughline_letters(part.lexeme) then 0.8 end))::real
      from word w
      where w.workspace_id = workspace and w.letters <> ''
        and (w.word % part.lexeme or w.letters = throughline_letters(part.lexeme))
      order by 4 desc, w.word
      limit 5;
  end loop;
end
$$;

create function throughline_narrowed(columns jsonb, filters jsonb) returns text
  language plpgsql stable strict set search_path = public, pg_temp
as $$
declare
  filter jsonb;
  named text;
  kept text;
  parts text[] := '{}';
begin
  for filter in select * from jsonb_array_elements(filters) loop
    named := filter ->> 'column';
    kept := columns ->> named;
    if kept is null then
      raise exception 'a search cannot be narrowed by %', named;
    end if;
    if filter ? 'in' then
      parts := parts || case
        when kept like '%[]' then format('t.%I && %L::%s', named, array(select jsonb_array_elements_text(filter -> 'in')), kept)
        when jsonb_array_length(filter -> 'in') = 1 then format('t.%I = %L::%s', named, filter -> 'in' ->> 0, kept)
        else format('t.%I = any (%L::%s[])', named, array(select jsonb_array_elements_text(filter -> 'in')), kept)
      end;
    elsif filter ? 'none' then
      parts := parts || format(case when kept like '%[]' then 'coalesce(cardinality(t.%I), 0) = 0' else 't.%I is null' end, named);
    end if;
    if filter ? 'from' then
      parts := parts || format('t.%I >= %L::%s', named, filter ->> 'from', kept);
    end if;
    if filter ? 'to' then
      parts := parts || format('t.%I <= %L::%s', named, filter ->> 'to', kept);
    end if;
  end loop;
  return case cardinality(parts) when 0 then 'true' else array_to_string(parts, ' and ') end;
end
$$;

create function throughline_expected(asked text) returns double precision
  language plpgsql volatile strict set search_path = public, pg_temp
as $$
declare
  plan json;
begin
  execute 'explain (format json) ' || asked into plan;
  return plan -> 0 -> 'Plan' ->> 'Plan Rows';
end
$$;

revoke all on function throughline_expected(text) from public;

create function throughline_gather(target text, living text, narrowed text, score text, wanted tsquery, lead tsquery, often double precision, held double precision, total double precision, most integer)
  returns table (id uuid, created_at timestamptz, rank real)
  language plpgsql volatile strict set search_path = public, pg_temp set jit = off
as $$
declare
  workspace uuid := current_setting('throughline.workspace')::uuid;
  enough integer := most / 40;
  ahead integer := case when narrowed = 'true' then most * 8 else least(most * 8, greatest(most / 2, enough * 4 * total / often)) end;
  way text;
  -- The rows of a workspace that is most of its table are a long list in the index, and leave out hardly any.
  is_most boolean := total * 2 > (select reltuples from pg_class where oid = target::regclass);
  inside text;
  ids uuid[];
  moments timestamptz[];
  ranks real[];
begin
  way := case
    when narrowed <> 'true' and held <= most * 2 and held < often then 'filters'
    when often * held / total <= most * 2 or living like '%removed_at is not null%' then 'words'
    else 'walk'
  end;
  if way = 'walk' then
    execute format(
      'select array_agg(found.id), array_agg(found.created_at), array_agg(found.rank) from (
         select t.id, t.created_at, (%4$s)::real as rank
         from (select t.id, t.created_at, t.words from %1$s t where t.workspace_id = $1 and %2$s and %3$s
           order by t.created_at desc, t.id desc limit $4) t
         where t.words @@ $2 limit $3
       ) found', target, living, narrowed, score)
      into ids, moments, ranks using workspace, wanted, most, ahead;
    if cardinality(ids) >= enough then
      return query select * from unnest(ids, moments, ranks);
      return;
    end if;
  end if;
  inside := case
    when way = 'filters' then 't.workspace_id = $1 and ' || living || ' and ' || narrowed
    else case when is_most then '' else 't.workspace_id = $1 and ' end || 't.words @@ $4'
      || case when often <= most * 2 then '' else ' and ' || narrowed end
  end;
  -- The limit is a fence: what stands outside of it is not looked for in an index.
  return query execute format(
    'select t.id, t.created_at, (%4$s)::real
     from (select t.* from %1$s t where %5$s limit $3 * 100) t
     where t.workspace_id = $1 and %2$s and %3$s and t.words @@ $2
     order by t.created_at desc, t.id desc limit $3', target, living, narrowed, score, inside)
    using workspace, wanted, most, lead;
end
$$;

revoke all on function throughline_gather(text, text, text, text, tsquery, tsquery, double precision, double precision, double precision, integer) from public;

create function throughline_search(target text, living text, narrowed text, asked text, most integer)
  returns table (id uuid, rank real)
  language plpgsql volatile strict set search_path = public, pg_temp set jit = off
as $$
declare
  workspace uuid := current_setting('throughline.workspace')::uuid;
  total double precision := throughline_expected(format('select from %s t where t.workspace_id = %L', target, workspace));
  held double precision := case narrowed when 'true' then total
    else throughline_expected(format('select from %s t where t.workspace_id = %L and %s and %s', target, workspace, living, narrowed)) end;
  said record;
begin
  with terms as materialized (
    -- Of a word that nobody here has learned yet, only the planner may know something.
    select at, term, likeness, case
        when frequency > 0 or likeness < 1 or bool_or(likeness < 1) over (partition by at) then frequency
        else throughline_expected(format('select from %s t where t.workspace_id = %L and t.words @@ %L', target, workspace, term))
      end as frequency
    from throughline_terms(asked)
  ), ordered as materialized (
    select *, sum(frequency) over nth as so_far, row_number() over nth as nth
    from terms window nth as (order by frequency, at, term::text rows unbounded preceding)
  ), words as materialized (
    select at, '(' || string_agg(term::text, ' | ') || ')' as one, sum(frequency) as frequency, min(sum(frequency)) over () as least
    from ordered group by at
  ), taken as materialized (
    select *, nth = 1 or so_far * least(1, held / greatest(1, total)) <= most / 2 and (so_far <= most or held <= most * 2) as is_rare
    from ordered
  )
  select
    string_agg(format('%s * ts_rank(t.words, %L, 1)', likeness * ln(1 + total / (1 + frequency)), term), ' + ' order by nth) as score,
    (select string_agg(one, ' & ') from words)::tsquery as whole,
    (select string_agg(one, ' & ') from words where frequency <= 4 * least)::tsquery as lead,
    (select min(least) from words) as least,
    string_agg(term::text, ' | ' order by nth) filter (where is_rare)::tsquery as rare,
    max(so_far) filter (where is_rare) as rarely,
    string_agg(term::text, ' | ' order by nth)::tsquery as some,
    max(so_far) as often,
    bool_or(likeness < 1) as corrected
  into said from taken;
  if said.whole is null then
    return;
  end if;
  total := greatest(1, total);
  if not said.corrected then
    return query
      select found.id, found.rank
      from throughline_gather(target, living, narrowed, format('ts_rank(t.words, %L, 1)', said.whole),
        said.whole, said.lead, 1 + said.least, held, total, most) found
      order by found.rank desc, found.created_at desc, found.id desc;
    if found then
      return;
    end if;
  end if;
  return query
    select found.id, found.rank
    from (
      select * from throughline_gather(target, living, narrowed, said.score,
        said.rare, said.rare, 1 + said.rarely, held, total, most)
      where said.corrected or said.rare <> said.whole
      union
      select * from throughline_gather(target, living, narrowed, said.score,
        said.whole, said.lead, 1 + said.least, held, total, most)
      where said.corrected and said.rare <> said.whole
    ) found
    order by found.rank desc, found.created_at desc, found.id desc limit most;
  if found or said.some = said.rare then
    return;
  end if;
  return query
    select found.id, found.rank
    from throughline_gather(target, living, narrowed, said.score,
      said.some, said.some, 1 + said.often, held, total, most) found
    order by found.rank desc, found.created_at desc, found.id desc;
end
$$;

revoke all on function throughline_search(text, text, text, text, integer) from public;

create function throughline_find_product(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('product', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","name":"text","parent_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_product(text, text, jsonb, integer) from public; grant execute on function throughline_find_product(text, text, jsonb, integer) to throughline_app;

create function throughline_find_member(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('member', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","name":"text","role":"text"}', filters), asked, most)
$$;

revoke all on function throughline_find_member(text, text, jsonb, integer) from public; grant execute on function throughline_find_member(text, text, jsonb, integer) to throughline_app;

create function throughline_find_team(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('team', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","name":"text","function":"text"}', filters), asked, most)
$$;

revoke all on function throughline_find_team(text, text, jsonb, integer) from public; grant execute on function throughline_find_team(text, text, jsonb, integer) to throughline_app;

create function throughline_find_company(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('company', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","name":"text","tier":"text"}', filters), asked, most)
$$;

revoke all on function throughline_find_company(text, text, jsonb, integer) from public; grant execute on function throughline_find_company(text, text, jsonb, integer) to throughline_app;

create function throughline_find_contact(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('contact', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","name":"text","company_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_contact(text, text, jsonb, integer) from public; grant execute on function throughline_find_contact(text, text, jsonb, integer) to throughline_app;

create function throughline_find_tag(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('tag', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","name":"text"}', filters), asked, most)
$$;

revoke all on function throughline_find_tag(text, text, jsonb, integer) from public; grant execute on function throughline_find_tag(text, text, jsonb, integer) to throughline_app;

create function throughline_find_feedback(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('feedback', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 't.removed_at is null and t.merged_into_id is not null'
    else 't.removed_at is null and t.merged_into_id is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","kind":"text","state":"text","source":"text","occurred_at":"timestamptz","rating":"float8","language":"text","contact_id":"uuid","company_id":"uuid","tag_ids":"uuid[]","merged_into_id":"uuid","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_feedback(text, text, jsonb, integer) from public; grant execute on function throughline_find_feedback(text, text, jsonb, integer) to throughline_app;

create function throughline_find_quote(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('quote', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","feedback_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_quote(text, text, jsonb, integer) from public; grant execute on function throughline_find_quote(text, text, jsonb, integer) to throughline_app;

create function throughline_find_insight(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('insight', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_insight(text, text, jsonb, integer) from public; grant execute on function throughline_find_insight(text, text, jsonb, integer) to throughline_app;

create function throughline_find_need(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('need', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","kind":"text","parent_id":"uuid","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_need(text, text, jsonb, integer) from public; grant execute on function throughline_find_need(text, text, jsonb, integer) to throughline_app;

create function throughline_find_research_question(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('research_question', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","state":"text","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_research_question(text, text, jsonb, integer) from public; grant execute on function throughline_find_research_question(text, text, jsonb, integer) to throughline_app;

create function throughline_find_objective(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('objective', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","parent_id":"uuid","period":"text","owner_id":"uuid","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_objective(text, text, jsonb, integer) from public; grant execute on function throughline_find_objective(text, text, jsonb, integer) to throughline_app;

create function throughline_find_key_result(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('key_result', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","objective_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_key_result(text, text, jsonb, integer) from public; grant execute on function throughline_find_key_result(text, text, jsonb, integer) to throughline_app;

create function throughline_find_idea(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('idea', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 't.removed_at is null and t.merged_into_id is not null'
    else 't.removed_at is null and t.merged_into_id is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","score":"float8","state":"text","merged_into_id":"uuid","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_idea(text, text, jsonb, integer) from public; grant execute on function throughline_find_idea(text, text, jsonb, integer) to throughline_app;

create function throughline_find_decision(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('decision', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","decided_by_id":"uuid","decided_at":"timestamptz","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_decision(text, text, jsonb, integer) from public; grant execute on function throughline_find_decision(text, text, jsonb, integer) to throughline_app;

create function throughline_find_roadmap_item(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('roadmap_item', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then 'false'
    else 't.removed_at is null'
  end, throughline_narrowed('{"created_at":"timestamptz","updated_at":"timestamptz","commitment":"text","status":"text","team_id":"uuid","product_id":"uuid"}', filters), asked, most)
$$;

revoke all on function throughline_find_roadmap_item(text, text, jsonb, integer) from public; grant execute on function throughline_find_roadmap_item(text, text, jsonb, integer) to throughline_app;
