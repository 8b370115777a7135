-- A search that walks the newest rows walks them, also where the walk may go through all there are.
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
    execute format(
      'select array_agg(found.id), array_agg(found.created_at), array_agg(found.rank) from (
         select t.id, t.created_at, (%4$s)::real as rank
         from (select t.id, t.created_at, t.words from %1$s t where t.workspace_id = $1 and %2$s and %3$s
           order by t.created_at desc, t.id desc limit $4) t
         where t.words @@ $2 limit $3
       ) found', target, living, narrowed, score)
      into ids, moments, ranks using workspace, wanted, most, ahead;
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
