import { realPorts } from '../src/app/ports.ts'
import type { Change } from '../src/engine/change.ts'
import { feedbackFrom } from './feedback.ts'
import type { House } from './house.ts'

/** Seconds that it took to bring the workspace to so many feedback through the store's own bulk path. */
export async function growTo(
  house: House,
  rows: number,
): Promise<{ readonly loaded: number; readonly seconds: number }> {
  const there = await count(house)
  const began = performance.now()
  for (let from = there; from < rows; from += mostInCommit) {
    const upTo = Math.min(rows, from + mostInCommit)
    await house.store.bulk(house.owner, {
      command: 'import-feedback',
      cause: 'benchmark',
      batches: batches(house, from, upTo),
    })
  }
  const seconds = (performance.now() - began) / 1000
  // What autovacuum does within its next minute; without it the first figures would be of a table in flux.
  await house.sql.query('vacuum (analyze)')
  await house.sql.query('checkpoint')
  return { loaded: Math.max(0, rows - there), seconds }
}

export async function count(house: House): Promise<number> {
  const { rows } = await house.sql.query<{ count: string }>(
    'select count(*) from feedback where removed_at is null',
  )
  return Number(rows[0]?.count)
}

/** Takes away what a case made, so that the next one meets the number of rows that it says. */
export async function shrink(house: House, sign: string): Promise<void> {
  for (const table of ['public.feedback', 'floor.feedback']) {
    const { rows } = await house.sql.query<{ there: string | null }>(
      'select to_regclass($1) as there',
      [table],
    )
    if (rows[0]?.there === null) continue
    await house.sql.query(`delete from ${table} where origin_id like $1`, [`${sign}-%`])
    await house.sql.query(`vacuum (analyze) ${table}`)
  }
}

const mostInCommit = 100_000
const batchSize = 2_000

async function* batches(
  house: House,
  from: number,
  upTo: number,
): AsyncGenerator<readonly Change[]> {
  const next = feedbackFrom(from + 1, 'row', from)
  const companies = await companiesOf(house)
  const { newId } = realPorts()
  for (let at = from; at < upTo; at += batchSize) {
    yield Array.from({ length: Math.min(batchSize, upTo - at) }, (_, offset): Change => {
      const row = at + offset
      const company = row % 3 === 0 ? companies[row % companies.length] : undefined
      return {
        op: 'create',
        record: 'feedback',
        id: newId(),
        row: { ...next(), ...(company === undefined ? {} : { companyId: company }) },
      }
    })
  }
}

async function companiesOf(house: House): Promise<readonly string[]> {
  const there = await house.sql.query<{ id: string }>(
    'select id from company order by id limit 200',
  )
  if (there.rows.length > 0) return there.rows.map((row) => row.id)
  const { newId } = realPorts()
  const ids = Array.from({ length: 200 }, newId)
  const changes = ids.map((id, at): Change => ({
    op: 'create',
    record: 'company',
    id,
    row: { name: `Company ${at}`, domain: `company-${at}.example` },
  }))
  await house.store.bulk(house.owner, { command: 'import-company', batches: once(changes) })
  return ids
}

export async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}
