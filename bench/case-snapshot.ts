import { realPorts } from '../src/app/ports.ts'
import type { Change } from '../src/engine/change.ts'
import { chanceFrom } from './chance.ts'
import { feedbackFrom } from './feedback.ts'
import { atMost, type Figure } from './figures.ts'
import type { House } from './house.ts'
import { median } from './measures.ts'
import { once } from './rows.ts'

const ideas = 10_000

export async function makeIdeas(house: House): Promise<void> {
  const { newId } = realPorts()
  const chance = chanceFrom(3)
  const next = feedbackFrom(3, 'idea')
  const changes = Array.from({ length: ideas }, (): Change => ({
    op: 'create',
    record: 'idea',
    id: newId(),
    row: {
      title: next().title,
      reach: chance.whole(10_000),
      impact: 1,
      confidence: 80,
      effort: 1 + chance.whole(12),
    },
  }))
  await house.store.bulk(house.owner, { command: 'import-idea', batches: once(changes) })
}

/** All ideas of a workspace read whole, as a browser holds them. */
export async function snapshotCase(house: House, rows: number): Promise<readonly Figure[]> {
  const took: number[] = []
  for (let round = 0; round < 5; round++) {
    const from = performance.now()
    const response = await fetch(
      `http://127.0.0.1:${house.target.port}/api/v1/snapshot?record=idea`,
      { headers: { authorization: `Bearer ${house.target.key}` } },
    )
    const last = (await response.text()).trim().split('\n').at(-1) ?? ''
    const { rows: read } = JSON.parse(last) as { readonly rows?: number }
    if (!response.ok || (read ?? 0) < ideas)
      throw new Error(`the snapshot gave ${read} rows (${response.status})`)
    took.push((performance.now() - from) / 1000)
  }
  const value = median(took)
  return [
    {
      name: `${ideas.toLocaleString('en')} ideas read whole`,
      rows,
      value,
      says: `${value.toFixed(2)} s`,
      bar: atMost(value, 1, 'at most 1 s'),
    },
  ]
}
