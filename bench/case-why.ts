import { realPorts } from '../src/app/ports.ts'
import type { Change } from '../src/engine/change.ts'
import { feedbackFrom } from './feedback.ts'
import { atMost, type Figure } from './figures.ts'
import type { House } from './house.ts'
import { askOnce, load } from './load.ts'
import { ms } from './measures.ts'
import { once } from './rows.ts'

const evidence = 500

/** Makes a roadmap item that rests on 500 quotes of 500 feedback, and gives its ref. */
export async function layEvidence(house: House): Promise<string> {
  const { newId } = realPorts()
  const [need, idea, item] = [newId(), newId(), newId()]
  const next = feedbackFrom(5, 'evidence')
  const link = (
    fromKind: string,
    fromId: string,
    relation: string,
    toKind: string,
    toId: string,
    polarity: string,
  ): Change => ({
    op: 'create',
    record: 'link',
    id: newId(),
    row: { fromKind, fromId, relation, toKind, toId, polarity },
  })
  const quotes = Array.from({ length: evidence }, (): readonly Change[] => {
    const [heard, quote] = [newId(), newId()]
    const said = next()
    const words = [...said.text].slice(0, 30).join('')
    return [
      { op: 'create', record: 'feedback', id: heard, row: { ...said } },
      {
        op: 'create',
        record: 'quote',
        id: quote,
        row: {
          feedbackId: heard,
          start: 0,
          end: [...words].length,
          text: words,
          before: '',
          after: '',
        },
      },
      link('quote', quote, 'supports', 'need', need, 'for'),
    ]
  }).flat()
  const changes: readonly Change[] = [
    { op: 'create', record: 'need', id: need, row: { title: 'Close the books in a day' } },
    { op: 'create', record: 'idea', id: idea, row: { title: 'Approve invoices in one place' } },
    {
      op: 'create',
      record: 'roadmap-item',
      id: item,
      row: { title: 'Invoice approval', commitment: 'now', status: 'in-progress' },
    },
    ...quotes,
    link('idea', idea, 'addresses', 'need', need, 'neither'),
    link('roadmap-item', item, 'delivers', 'idea', idea, 'neither'),
  ]
  await house.store.bulk(house.owner, { command: 'import-evidence', batches: once(changes) })
  const made = await askOnce(house.target, { method: 'GET', path: `/api/v1/roadmap-items/${item}` })
  return String(made['ref'])
}

/** Why a roadmap item is there, asked by one person at a time. */
export async function whyCase(house: House, ref: string, rows: number): Promise<readonly Figure[]> {
  const asked = () => ({ method: 'GET', path: `/api/v1/why/${ref}` }) as const
  await load(house.target, { clients: 1, requests: 10 }, asked)
  const { p50, p95 } = await load(house.target, { clients: 1, requests: 100 }, asked)
  return [
    {
      name: `why of an item with ${evidence} pieces of evidence, p95`,
      rows,
      value: p95,
      says: `${ms(p95)} (p50 ${ms(p50)})`,
      bar: atMost(p95, 50, 'at most 50 ms'),
    },
  ]
}
