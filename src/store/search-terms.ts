import { cjk } from './search-text.ts'
import type { Statement } from './statement.ts'

const lettersFunction: Statement = {
  makes: 'function throughline_letters(text)',
  sql: `create function throughline_letters(given text) returns text
  language sql immutable strict parallel safe
as $$
  select string_agg(letter, '' order by letter collate "C") from regexp_split_to_table(given, '') as letter
$$`,
}

/** Is this a word that one can mistype? Not a number, and not a pair of characters. */
const isWordFunction: Statement = {
  makes: 'function throughline_is_word(text)',
  sql: `create function throughline_is_word(lexeme text) returns boolean
  language sql immutable strict parallel safe
as $$
  select length(lexeme) between 3 and 40 and lexeme !~ '[0-9${cjk}]'
$$`,
}

/** Is it worth counting how many rows hold it? Long numbers and codes are rare, and there is no end of them. */
const isCountedFunction: Statement = {
  makes: 'function throughline_is_counted(text)',
  sql: `create function throughline_is_counted(lexeme text) returns boolean
  language sql immutable strict parallel safe
as $$
  select length(lexeme) <= 3 or length(lexeme) <= 40 and lexeme !~ '[0-9]'
$$`,
}

const termFunction: Statement = {
  makes: 'function throughline_term(text, text)',
  sql: `create function throughline_term(lexeme text, mark text) returns tsquery
  language sql immutable strict parallel safe
as $$
  select ('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''' || mark)::tsquery
$$`,
}

/**
 * What is looked for, word by word: each with about how many rows of the workspace hold it. The last
 * word counts as begun, as does a character that the end of a run of Chinese or Japanese left single. A
 * word that nobody here has written is joined by those most like it, under the same number: by none that is less than
 * two thirds as like it as the first.
 */
const termsFunction: Statement = {
  makes: 'function throughline_terms(text)',
  sql: `create function throughline_terms(asked text)
  returns table (at integer, term tsquery, frequency bigint, likeness real)
  language plpgsql stable strict set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.35
as $$
declare
  workspace uuid := current_setting('throughline.workspace')::uuid;
  part record;
begin
  for part in
    select lexeme, positions[1] as place,
      positions[1] = max(positions[1]) over () or lexeme ~ '^[${cjk}]$' as begun
    from unnest(throughline_words(asked, 500)) order by positions[1] limit 16
  loop
    at := part.place;
    term := throughline_term(part.lexeme, case when part.begun then ':*' else '' end);
    likeness := 1;
    select sum(known.frequency) into frequency
    from (
      select w.frequency from word w
      where w.workspace_id = workspace and w.word >= part.lexeme
        and w.word <= case when part.begun then part.lexeme || U&'\\+10FFFF' else part.lexeme end
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
$$`,
}

/** How a search is taken apart into words: made once there is the table of words. */
export const termFunctions: readonly Statement[] = [
  lettersFunction,
  isWordFunction,
  isCountedFunction,
  termFunction,
  termsFunction,
]
