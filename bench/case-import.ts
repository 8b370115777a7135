import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { saysNothing } from '../src/engine/says-nothing.ts'
import { feedbackFrom } from './feedback.ts'
import { atMost, type Figure } from './figures.ts'
import type { House } from './house.ts'
import { askOnce, load } from './load.ts'
import { megabytes, ms } from './measures.ts'
import { forgetPeak, peakOf } from './memory.ts'
import { count, shrink } from './rows.ts'

/** A file on its way in, with what is in it. */
export interface File {
  readonly name: string
  readonly bytes: Uint8Array
  readonly rows: number
  readonly map: Readonly<Record<string, string>>
  readonly says: string
}

/**
 * A file of real reviews where a folder of data sets is at hand, else one of made-up feedback. At most
 * `rows` of them.
 */
export function fileFor(rows: number, sets: string | undefined): File {
  const folder = sets === undefined ? undefined : join(sets, 'reviews-top20-play')
  if (folder !== undefined && existsSync(folder)) return reviews(folder, rows)
  const next = feedbackFrom(1, 'file')
  const lines = Array.from({ length: rows }, () => {
    const said = next()
    return [
      said.originId,
      said.source,
      String(said.rating),
      said.language,
      said.occurredAt,
      said.title,
      said.text,
    ]
      .map((cell) => `"${cell}"`)
      .join(',')
  })
  return {
    name: 'feedback.csv',
    bytes: Buffer.from(['id,source,rating,language,at,title,text', ...lines].join('\n')),
    rows,
    map: {
      originId: 'id',
      source: 'source',
      rating: 'rating',
      language: 'language',
      occurredAt: 'at',
      title: 'title',
      text: 'text',
    },
    says: 'made-up feedback (no folder of data sets is at hand)',
  }
}

/** The whole way of a file: in, in again, and out by undo; and how long others wait while it comes in. */
export async function importCase(house: House, file: File): Promise<readonly Figure[]> {
  const before = await count(house)
  forgetPeak(house.instance.pid)
  let over = false
  const writing = load(house.target, { clients: 2, pauseMs: 100, until: () => over }, writer())
  const first = await run(house, file).finally(() => {
    over = true
  })
  const others = await writing
  const peak = peakOf(house.instance.pid)
  const meanwhile = others.done
  const again = await run(house, file)
  const from = performance.now()
  await askOnce(house.target, {
    method: 'POST',
    path: '/api/v1/commands/undo',
    body: { seq: first.seq },
  })
  const undone = (performance.now() - from) / 1000
  const left = (await count(house)) - before - meanwhile
  await shrink(house, 'meanwhile')
  const per100k = (first.seconds / file.rows) * 100_000
  const rows = file.rows
  return [
    {
      name: 'import',
      rows,
      value: per100k,
      says: `${first.seconds.toFixed(1)} s, ${Math.round(rows / first.seconds).toLocaleString('en')} rows/s, ${per100k.toFixed(1)} s for 100,000`,
      bar: atMost(per100k, 35, 'at most 35 s for 100,000'),
    },
    {
      name: 'other writers while it runs, p95',
      rows,
      value: others.p95,
      says: `${ms(others.p95)} (longest ${ms(Math.max(...others.took))})`,
      bar: atMost(others.p95, 250, 'at most 250 ms'),
    },
    ...(peak === undefined
      ? []
      : [
          {
            name: 'most memory of the app while it runs',
            rows,
            value: peak,
            says: megabytes(peak),
          },
        ]),
    {
      name: 'the same file again',
      rows,
      value: again.seconds,
      says: `${again.seconds.toFixed(1)} s, ${again.created + again.updated} rows changed`,
      bar: { says: 'changes nothing', met: again.created + again.updated === 0 && again.seq === 0 },
    },
    {
      name: 'undo of the import',
      rows,
      value: undone,
      says: `${undone.toFixed(1)} s, ${left} rows left`,
      bar: { says: 'leaves nothing', met: left === 0 },
    },
  ]
}

function reviews(folder: string, rows: number): File {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  const texts = files.toSorted().map((name) => readFileSync(join(folder, name), 'utf8'))
  const header = texts[0]?.slice(0, texts[0].indexOf('\n')) ?? ''
  const whole: string[] = []
  for (const text of texts) {
    for (const record of recordsOf(text).slice(1))
      if (whole.length < rows && !saysNothing(bodyOf(record))) whole.push(record)
  }
  return {
    name: 'reviews.csv',
    bytes: Buffer.from([header, ...whole].join('\n')),
    rows: whole.length,
    map: { originId: 'review_id', source: 'app', rating: 'rating', text: 'body' },
    says: `${whole.length.toLocaleString('en')} real reviews of ${texts.length} apps`,
  }
}

/** What a review says; one that says nothing anybody could see would have the whole file refused. */
const bodyOf = (record: string): string => record.split(',').slice(3).join(',').replaceAll('"', '')

/** The records of a CSV, each as it stands: a line break within quotes ends none. */
function recordsOf(text: string): readonly string[] {
  const records: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) quoted = !quoted
    if (code !== 10 || quoted) continue
    records.push(text.slice(from, at).replace(/\r$/, ''))
    from = at + 1
  }
  if (from < text.length) records.push(text.slice(from))
  return records.filter((record) => record !== '')
}

function writer(): () => {
  readonly method: 'POST'
  readonly path: string
  readonly body: unknown
} {
  const next = feedbackFrom(17, 'meanwhile')
  return () => ({ method: 'POST', path: '/api/v1/feedback', body: next() })
}

interface Ran {
  readonly seconds: number
  readonly seq: number
  readonly created: number
  readonly updated: number
}

/** From the file's first byte to the report. */
async function run(house: House, file: File): Promise<Ran> {
  const from = performance.now()
  const taken = await askOnce(house.target, {
    method: 'POST',
    path: '/api/v1/imports',
    raw: { bytes: file.bytes, name: file.name },
  })
  const path = `/api/v1/imports/${String(taken['id'])}`
  await askOnce(house.target, {
    method: 'POST',
    path: `${path}/run`,
    body: { record: 'feedback', map: file.map },
  })
  for (;;) {
    const now = await askOnce(house.target, { method: 'GET', path })
    if (now['state'] === 'done') {
      const { seq, created, updated } = now['report'] as Ran
      return { seconds: (performance.now() - from) / 1000, seq, created, updated }
    }
    if (now['state'] !== 'running')
      throw new Error(
        `the import ended as ${String(now['state'])}: ${JSON.stringify(now['problem']).slice(0, 1000)}`,
      )
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
