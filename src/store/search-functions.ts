import { everyField, type RecordKind } from '../engine/record.ts'
import { appRole } from './database.ts'
import { living } from './indexes.ts'
import { plannerFunctions } from './search-planner.ts'
import { termFunctions } from './search-terms.ts'
import type { Statement } from './statement.ts'
import { ident, isSearched, snake, tableOf } from './table.ts'

/** What needs the words of a workspace and the tables: made after them. */
export const finders = (records: readonly RecordKind[]): readonly Statement[] => [
  ...termFunctions,
  ...narrowedFunction,
  ...plannerFunctions,
  ...gatherFunction,
  ...searchFunction,
  ...records.filter(isSearched).flatMap(finder),
]

/**
 * The function that finds rows of one record, best first: `(asked, state, filters, most)` gives
 * `(id, rank)` of rows that meet the filters.
 */
export const finderOf = (kind: RecordKind): string => `throughline_find_${snake(kind.name)}`

/**
 * Filters as a condition over `t`. Finders run as the owner, so a column must be one of the record's
 * that are named to it, and a value is never more than a literal.
 */
const narrowedFunction: readonly Statement[] = [
  {
    makes: 'function throughline_narrowed(jsonb, jsonb)',
    sql: `create function throughline_narrowed(columns jsonb, filters jsonb) returns text
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
$$`,
  },
]

const gatherName =
  'throughline_gather(text, text, text, text, tsquery, tsquery, double precision, double precision, double precision, integer)'

/**
 * The newest rows that match, each with its score. Where few match, the index of words finds them all
 * by the rarest words of the search, the filters with it. Where many do but few rows meet the filters,
 * those are read. Otherwise both are in many rows, and a walk from the newest on meets enough soon; where
 * it does not, they shun each other, and the index is asked after all. Of several words the first steps tell which.
 */
const gatherFunction: readonly Statement[] = [
  {
    makes: `function ${gatherName}`,
    sql: `create function throughline_gather(target text, living text, narrowed text, score text, wanted tsquery, lead tsquery, often double precision, held double precision, total double precision, most integer)
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
$$`,
  },
  { makes: `grants ${gatherName}`, sql: `revoke all on function ${gatherName} from public` },
]

const searchName = 'throughline_search(text, text, text, text, integer)'

/**
 * Rows that hold every word, best first. Where there are none, rows that hold some, found by the rarest
 * words: as many of those as keep the rows few. So also, beside the others, where a word was put right,
 * for what was put right may be in any number of rows. There, each word weighs the more the rarer it is
 * (inverse document frequency; K. Spärck Jones, 1972), and less where it is only like the one asked for.
 */
const searchFunction: readonly Statement[] = [
  {
    makes: `function ${searchName}`,
    sql: `create function throughline_search(target text, living text, narrowed text, asked text, most integer)
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
$$`,
  },
  { makes: `grants ${searchName}`, sql: `revoke all on function ${searchName} from public` },
]

function finder(kind: RecordKind): readonly Statement[] {
  const name = `${finderOf(kind)}(text, text, jsonb, integer)`
  const folded =
    kind.foldedBy === undefined
      ? 'false'
      : `t.removed_at is null and t.${ident(kind.foldedBy)} is not null`
  return [
    {
      makes: `function ${name}`,
      sql: `create function ${finderOf(kind)}(asked text, state text, filters jsonb, most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('${ident(kind.name)}', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then '${folded}'
    else '${living(kind, 't.')}'
  end, throughline_narrowed('${JSON.stringify(columnsOf(kind))}', filters), asked, most)
$$`,
    },
    {
      makes: `grants ${name}`,
      sql: `revoke all on function ${name} from public; grant execute on function ${name} to ${appRole}`,
    },
  ]
}

/** The columns by which a finder can narrow its search, each with its type: what lists offer. */
const columnsOf = (kind: RecordKind): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(everyField(kind)).flatMap(([name, field]) => {
      if (field.filter !== true && field.sort !== true) return []
      const column = tableOf(kind).columnOf(name)
      return [[column.name.replaceAll('"', ''), column.type] as const]
    }),
  )
