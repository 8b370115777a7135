import type pg from 'pg'
import type { Told } from '../../src/app/instance.world.ts'
import type { Row } from '../../src/engine/record.ts'

type Plain = Readonly<Record<string, unknown>>

/** What somebody was told, less what differs each time. */
export function saidOf({ status, headers, body }: Told): Plain {
  const { title, kind, version, count, state, report, code } = body
  const plain = { title, kind, version, count, state, code }
  return {
    status,
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...(typeof title === 'string' && /^Need \d+$/.test(title) ? { title: 'as it was' } : {}),
    ...(report === undefined || report === null
      ? {}
      : { report: { ...(report as Plain), seq: undefined } }),
    ...(headers.has('idempotency-replayed') ? { replayed: true } : {}),
  }
}

/** Where a row and its history part: a version too many or too few, a last change that left something else. */
export async function misfits(client: pg.Client, row: Row & Plain): Promise<readonly string[]> {
  const { rows } = await client.query<{ op: string; body: string | null }>(
    `select c.op, p.body from change c join commit k on k.workspace_id = c.workspace_id and k.id = c.commit_id
     left join payload p on p.workspace_id = c.workspace_id and p.commit_id = c.commit_id and p.ordinal = c.ordinal
     where c.row_id = $1 order by k.seq, c.ordinal`,
    [row.id],
  )
  const afters = rows.map(({ body }) =>
    body === null ? {} : ((JSON.parse(body) as { readonly after?: Plain }).after ?? {}),
  )
  const wrong: string[] = []
  if (rows.length !== row.version)
    wrong.push(
      `version ${row.version} after ${rows.length} changes: ${rows.map(({ op }) => op).join(', ')}`,
    )
  for (const name of ['title', 'kind'] as const) {
    const said = afters.findLast((after) => name in after)?.[name]
    if (said !== row[name])
      wrong.push(`${name} is ${String(row[name])}, history has ${String(said)}`)
  }
  return wrong
}
