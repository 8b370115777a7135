import type { Session } from './database.ts'

/**
 * A schema as a list of things and how each stands, in PostgreSQL's own words, so that two schemas can
 * be laid side by side: what is declared, and what the migrations made.
 */
export async function describe(
  session: Session,
  schema: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await session.query<{ thing: string; stands: string }>(descriptions, [schema])
  const plain = (text: string): string =>
    text.replaceAll(`${schema}.`, '').replaceAll('public.', '')
  return new Map(rows.map(({ thing, stands }) => [plain(thing), plain(stands)] as const))
}

const descriptions = `
with held as (select oid from pg_namespace where nspname = $1),
tables as (
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relpersistence
  from pg_class c where c.relnamespace = (select oid from held) and c.relkind in ('r', 'p')
)
select 'table ' || t.relname as thing, case t.relpersistence when 'u' then 'there, unlogged' else 'there' end as stands from tables t
union all
select 'column ' || t.relname || '.' || a.attname,
  format_type(a.atttypid, a.atttypmod)
    || case when a.attcollation <> 0 and a.attcollation <> ty.typcollation then ' collate ' || co.collname else '' end
    || case when a.attnotnull then ' not null' else '' end
    || coalesce(case when a.attgenerated = 's' then ' generated ' else ' default ' end || pg_get_expr(d.adbin, d.adrelid), '')
from tables t
join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
join pg_type ty on ty.oid = a.atttypid
left join pg_collation co on co.oid = a.attcollation
left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
union all
select 'index ' || i.relname, pg_get_indexdef(i.oid) || case when x.indisvalid then '' else ' (invalid)' end
from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
union all
select 'constraint ' || t.relname || ': ' || pg_get_constraintdef(k.oid), 'there'
from tables t join pg_constraint k on k.conrelid = t.oid and k.contype <> 'n'
union all
select 'row security ' || t.relname, case when t.relrowsecurity then 'on' else 'off' end || case when t.relforcerowsecurity then ', forced' else '' end
from tables t
union all
select 'policy ' || p.tablename || '.' || p.policyname,
  p.permissive || ' ' || p.cmd || ' to ' || array_to_string(p.roles, ',') || ' using ' || coalesce(p.qual, '') || ' check ' || coalesce(p.with_check, '')
from pg_policies p where p.schemaname = $1
union all
select 'grants ' || t.relname || ' to ' || case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee) end,
  string_agg(g.privilege_type, ', ' order by g.privilege_type)
from tables t, aclexplode(t.relacl) g
where g.grantee <> g.grantor
group by t.relname, g.grantee
union all
select 'function ' || p.oid::regprocedure::text,
  pg_get_function_result(p.oid) || ' ' || l.lanname || ' ' || p.provolatile::text || ' ' || p.proparallel::text
    || case when p.proisstrict then ' strict' else '' end
    || case when p.prosecdef then ' definer' else '' end
    || coalesce(' set ' || array_to_string(p.proconfig, '; '), '') || ' ' || md5(p.prosrc)
from pg_proc p join pg_language l on l.oid = p.prolang
where p.pronamespace = (select oid from held) and p.proname like 'throughline\\_%'
union all
select 'grants ' || p.oid::regprocedure::text || ' to ' || case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee) end, g.privilege_type
from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
where p.pronamespace = (select oid from held) and p.proname like 'throughline\\_%' and g.grantee <> p.proowner
union all
select 'trigger ' || t.relname || '.' || g.tgname, pg_get_triggerdef(g.oid)
from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
order by 1`
