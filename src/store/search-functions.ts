import { everyField, type RecordKind } from '../engine/record.ts'
import { appRole } from './database.ts'
import { living } from './indexes.ts'
import type { Statement } from './statement.ts'
import { ident, snake, tableOf } from './table.ts'

/** The fields by whose values a finder can narrow its search. */
export const narrowingFields = (kind: RecordKind): readonly string[] =>
  Object.entries(everyField(kind)).flatMap(([name, field]) =>
    field.filter === true &&
    ['text', 'choice', 'ref'].includes(field.kind) &&
    name !== kind.foldedBy
      ? [name]
      : [],
  )

const searchName = 'throughline_search(text, text, text, text[], text, integer)'

/** Characters that PostgreSQL would glue words together at, as in addresses, paths and hyphenated words. */
const glue = '/.-_@<&+'

/** Kana, Han and Hangul: scripts in which words are not parted by spaces, or carry their endings with them. */
const cjk =
  '\\u3005-\\u3007\\u3041-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff66-\\uff9f\\U00020000-\\U0003134f'

/**
 * Search inside the database. Text is folded (case, accents, punctuation that glues words together),
 * and runs of Chinese, Japanese and Korean are cut into pairs of characters, so that a part of such a
 * text is found too. Text search is not leakproof, so under row security it would cost the index:
 * therefore finders run as the owner, pin the workspace, and give ids away, nothing else.
 */
export const searchFunctions: readonly Statement[] = [
  { makes: 'extension unaccent', sql: 'create extension if not exists unaccent' },
  { makes: 'extension pg_trgm', sql: 'create extension if not exists pg_trgm' },
  { makes: 'extension btree_gin', sql: 'create extension if not exists btree_gin' },
  {
    makes: 'function throughline_fold(text)',
    sql: `create function throughline_fold(given text) returns text
  language plpgsql immutable strict parallel safe
as $$
declare
  folded text;
begin
  folded := lower(translate(public.unaccent('public.unaccent', normalize(given)), '${glue}', '${' '.repeat(glue.length)}') collate "und-x-icu");
  if folded !~ '[${cjk}]' then
    return folded;
  end if;
  return regexp_replace(folded, '[${cjk}]+', ' ', 'g') || coalesce((
    select string_agg(pair, '')
    from (
      select ' ' || letter || coalesce(lead(letter) over (partition by run order by at), '') as pair
      from regexp_matches(left(folded, 40000), '[${cjk}]+', 'g') with ordinality as found (part, run),
        unnest(string_to_array(part[1], null)) with ordinality as letters (letter, at)
    ) as pairs
  ), '');
end
$$`,
  },
  {
    makes: 'function throughline_words(text, integer)',
    sql: `create function throughline_words(given text, most integer) returns tsvector
  language plpgsql immutable strict parallel safe
as $$
begin
  if octet_length(given) > most then
    given := left(given, most);
  end if;
  if octet_length(given) = length(given) then
    return to_tsvector('pg_catalog.simple', translate(given, '${glue}', '${' '.repeat(glue.length)}'));
  end if;
  return to_tsvector('pg_catalog.simple', public.throughline_fold(given));
end
$$`,
  },
]

/** What needs the words of a workspace and the tables: made after them. */
export const finders = (records: readonly RecordKind[]): readonly Statement[] => [
  ...lettersFunction,
  ...isWordFunction,
  ...termFunction,
  ...queryFunction,
  ...searchFunction,
  ...records.filter(isSearched).flatMap(finder),
]

/** Has this record anything to search in? */
export const isSearched = (kind: RecordKind): boolean =>
  tableOf(kind).columns.some((column) => column.name === 'words')

/**
 * The function that finds rows of one record, best first: `(asked, state, field, among, most)` gives
 * `(id, rank)` of rows whose field is among the values; with no field it gives any.
 */
export const finderOf = (kind: RecordKind): string => `throughline_find_${snake(kind.name)}`

const lettersFunction: readonly Statement[] = [
  {
    makes: 'function throughline_letters(text)',
    sql: `create function throughline_letters(given text) returns text
  language sql immutable strict parallel safe
as $$
  select string_agg(letter, '' order by letter collate "C") from regexp_split_to_table(given, '') as letter
$$`,
  },
]

/** Is this a word that one can mistype? Not a number, and not a pair of characters. */
const isWordFunction: readonly Statement[] = [
  {
    makes: 'function throughline_is_word(text)',
    sql: `create function throughline_is_word(lexeme text) returns boolean
  language sql immutable strict parallel safe
as $$
  select length(lexeme) between 3 and 40 and lexeme !~ '[0-9${cjk}]'
$$`,
  },
]

const termFunction: readonly Statement[] = [
  {
    makes: 'function throughline_term(text, text)',
    sql: `create function throughline_term(lexeme text, mark text) returns tsquery
  language sql immutable strict parallel safe
as $$
  select ('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''' || mark)::tsquery
$$`,
  },
]

/** The last word counts as begun. A word that nobody here has written is joined by those most like it. */
const queryFunction: readonly Statement[] = [
  {
    makes: 'function throughline_query(text, text)',
    sql: `create function throughline_query(asked text, joined text) returns tsquery
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
        and w.word <= case when part.last then part.lexeme || U&'\\+10FFFF' else part.lexeme end
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
$$`,
  },
]

/**
 * The best of the newest rows that match, all words or else any. A word in many rows is found soon on
 * a walk from the newest on; one in few rows by the index of words. Neither alone is quick for both, so
 * where the planner expects many rows the walk goes a certain way, and where that finds too little, or
 * few are expected, the index is asked.
 */
const searchFunction: readonly Statement[] = [
  {
    makes: `function ${searchName}`,
    sql: `create function throughline_search(target text, shown text, narrowed text, among text[], asked text, most integer)
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
$$`,
  },
  { makes: `grants ${searchName}`, sql: `revoke all on function ${searchName} from public` },
]

function finder(kind: RecordKind): readonly Statement[] {
  const name = `${finderOf(kind)}(text, text, text, text[], integer)`
  const folded =
    kind.foldedBy === undefined
      ? 'false'
      : `t.removed_at is null and t.${ident(kind.foldedBy)} is not null`
  const fields = narrowingFields(kind).map((field) => {
    const column = tableOf(kind).columnOf(field)
    return `    when '${field}' then case cardinality(among) when 1 then 't.${column.name} = ($4::${column.type}[])[1]' else 't.${column.name} = any ($4::${column.type}[])' end`
  })
  return [
    {
      makes: `function ${name}`,
      sql: `create function ${finderOf(kind)}(asked text, state text, field text, among text[], most integer)
  returns table (id uuid, rank real)
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  select * from throughline_search('${ident(kind.name)}', case state
    when 'removed' then 't.removed_at is not null'
    when 'folded' then '${folded}'
    else '${living(kind, 't.')}'
  end, ${fields.length === 0 ? `'true'` : `case field\n${fields.join('\n')}\n    else 'true'\n  end`}, among, asked, most)
$$`,
    },
    {
      makes: `grants ${name}`,
      sql: `revoke all on function ${name} from public; grant execute on function ${name} to ${appRole}`,
    },
  ]
}
