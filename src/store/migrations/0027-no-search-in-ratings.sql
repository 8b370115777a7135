-- A field called words was taken for what is searched in.
drop function throughline_find_rating(text, text, jsonb, integer);
drop index rating_by_words;
