import type { Statement } from './statement.ts'

/** How many rows the planner expects of a statement, and what it thinks that they cost: asked by a search, which goes one way or another by it. */
export const plannerFunctions: readonly Statement[] = [
  {
    makes: 'function throughline_cost(text)',
    sql: `create function throughline_cost(asked text) returns double precision
  language plpgsql volatile strict set search_path = public, pg_temp
as $$
declare
  plan json;
begin
  execute 'explain (format json) ' || asked into plan;
  return plan -> 0 -> 'Plan' ->> 'Total Cost';
end
$$`,
  },
  {
    makes: 'grants throughline_cost(text)',
    sql: 'revoke all on function throughline_cost(text) from public',
  },
  {
    makes: 'function throughline_expected(text)',
    sql: `create function throughline_expected(asked text) returns double precision
  language plpgsql volatile strict set search_path = public, pg_temp
as $$
declare
  plan json;
begin
  execute 'explain (format json) ' || asked into plan;
  return plan -> 0 -> 'Plan' ->> 'Plan Rows';
end
$$`,
  },
  {
    makes: 'grants throughline_expected(text)',
    sql: 'revoke all on function throughline_expected(text) from public',
  },
]
