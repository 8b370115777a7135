-- A walk that would meet too little ends after its first steps, every word that is in less than a third of the rows
-- leads in the index, and a word is put right by none that is much less like it than another.
create or replace function throughline_terms(asked text)
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
      select part.place::integer, throughline_term(near.word, ''), near.frequency, near.likeness
      from (
        select *, max(alike.likeness) over () as most
        from (
          select w.word, w.frequency,
            least(0.9, greatest(similarity(w.word, part.lexeme), case when w.letters = throughline_letters(part.lexeme) then 0.8 end))::real as likeness
          from word w
          where w.workspace_id = workspace and w.letters <> ''
            and (w.word % part.lexeme or w.letters = throughline_letters(part.lexeme))
        ) alike
        order by alike.likeness desc, alike.word
        limit 5
      ) near
      where near.likeness * 3 >= near.most * 2;
  end loop;
end
$$;

create or replace function throughline_gather(target text, living text, narrowed text, score text, wanted tsquery, lead tsquery, often double precision, held double precision, total double precision, most integer)
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
  walk text := format('select t.id, t.created_at, t.words from %s t where t.workspace_id = $1 and %s and %s order by t.created_at desc, t.id desc', target, living, narrowed);
  met integer;
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
    -- A walk that may go through all rows looks dearer to the planner than sorting them, and is a fifth of it.
    perform set_config('enable_sort', 'off', true);
    if ahead > most and numnode(wanted) > 1 then
      execute format('select count(*) from (%s limit $3) t where t.words @@ $2', walk) into met using workspace, wanted, most;
    end if;
    if met is null or met * (ahead / most) * 2 >= enough then
      execute format(
        'select array_agg(found.id), array_agg(found.created_at), array_agg(found.rank) from (
           select t.id, t.created_at, (%s)::real as rank from (%s limit $4) t where t.words @@ $2 limit $3
         ) found', score, walk)
        into ids, moments, ranks using workspace, wanted, most, ahead;
    end if;
    perform set_config('enable_sort', 'on', true);
    if cardinality(ids) >= enough then
      return query select * from unnest(ids, moments, ranks);
      return;
    end if;
  end if;
  -- What is not filtered by beside the words is in an index of the workspace alone: there it must be named.
  if way = 'filters' then
    is_most := is_most and throughline_cost(format('select from %s t where %s and %s', target, living, narrowed))
      < throughline_cost(format('select from %s t where t.workspace_id = %L and %s and %s', target, workspace, living, narrowed));
  end if;
  inside := case
    when way = 'filters' then case when is_most then '' else 't.workspace_id = $1 and ' end || living || ' and ' || narrowed
    else case when is_most then '' else 't.workspace_id = $1 and ' end || 't.words @@ $4'
      || case when often <= most * 2 then '' else ' and ' || narrowed end
  end;
  -- The limit is a fence: what stands outside of it is not looked for in an index.
  return query execute format(
    'select t.id, t.created_at, (%4$s)::real
     from (select t.* from %1$s t where %5$s limit $3 * %6$s) t
     where t.workspace_id = $1 and %2$s and %3$s and t.words @@ $2
     order by t.created_at desc, t.id desc limit $3', target, living, narrowed, score, inside, case way when 'filters' then 10000 else 100 end)
    using workspace, wanted, most, lead;
end
$$;

create or replace function throughline_search(target text, living text, narrowed text, asked text, most integer)
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
    -- A word that is begun is every word that begins so, and dear to look for where those are many.
    (select string_agg(one, ' & ') from words where frequency <= 4 * least or frequency <= total / 3 and one not like '%:*%')::tsquery as lead,
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

