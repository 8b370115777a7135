import { realPorts } from '../src/app/ports.ts'
import type { Change } from '../src/engine/change.ts'
import { must } from '../src/engine/problem.ts'
import { atMost, type Figure } from './figures.ts'
import type { House } from './house.ts'
import { askOnce, load } from './load.ts'
import { ms } from './measures.ts'
import { once } from './rows.ts'

/** So many needs are talked about. */
const spoken = 500
const mostInCommit = 20_000

/** What is talked about, by its ids. */
export async function layTalk(house: House): Promise<readonly string[]> {
  const { newId } = realPorts()
  const ids = Array.from({ length: spoken }, () => newId())
  const needs = ids.map((id, at): Change => ({
    op: 'create',
    record: 'need',
    id,
    row: { title: `Something to talk about ${at}` },
  }))
  await house.store.bulk(house.owner, { command: 'import-needs', batches: once(needs) })
  return ids
}

/** Brings the workspace to so many comments, every tenth of which tells whoever measures. */
async function sayTo(house: House, on: readonly string[], rows: number, me: string) {
  const { newId } = realPorts()
  const counted = await house.sql.query<{ count: string }>('select count(*) from comment')
  const there = Number(counted.rows[0]?.count)
  for (let from = there; from < rows; from += mostInCommit) {
    const length = Math.min(mostInCommit, rows - from)
    const said = Array.from({ length }, (_, at): Change => ({
      op: 'create',
      record: 'comment',
      id: newId(),
      row: {
        onKind: 'need',
        onId: must(on[(from + at) % on.length]),
        threadId: null,
        text: `What was said about it the ${from + at}th time`,
        mentionIds: [],
        told: [`${at % 10 === 0 ? 'followed' : 'owned'} ${at % 10 === 0 ? me : newId()}`],
      },
    }))
    await house.store.bulk(house.owner, { command: 'import-comments', batches: once(said) })
  }
  await house.sql.query('vacuum (analyze) comment')
}

/** The inbox, and the comments of one record, asked by one person at a time, among as many comments as there is feedback. */
export async function inboxCase(
  house: House,
  on: readonly string[],
  rows: number,
): Promise<readonly Figure[]> {
  const { actor } = await askOnce(house.spread, { method: 'GET', path: '/api/v1/me' })
  await sayTo(house, on, rows, (actor as { readonly id: string }).id)
  const figures: Figure[] = []
  for (const [name, path] of [
    ['inbox', '/api/v1/views/inbox?limit=50'],
    ['comments of one record', `/api/v1/comments?filter[onId]=${must(on[0])}&limit=200`],
  ] as const) {
    const asked = () => ({ method: 'GET', path }) as const
    await load(house.spread, { clients: 1, requests: 10 }, asked)
    const { p50, p95 } = await load(house.spread, { clients: 1, requests: 100 }, asked)
    figures.push({
      name: `${name} among as many comments, p95`,
      rows,
      value: p95,
      says: `${ms(p95)} (p50 ${ms(p50)})`,
      bar: atMost(p95, 50, 'at most 50 ms'),
    })
  }
  return figures
}
