import type { Statement } from './statement.ts'

/** Characters that PostgreSQL would glue words together at, as in addresses, paths and hyphenated words. */
const glue = '/.-_@<&+'

/** Kana, Han and Hangul: scripts in which words are not parted by spaces, or carry their endings with them. */
export const cjk =
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
