import { PassThrough, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Actor } from '../../engine/access.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import { invalid } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'
import type { Live } from '../../store/store.ts'
import { sentence } from '../../engine/words.ts'
import { things } from '../../engine/refusals.ts'

/** The records that a snapshot is asked for, by `?record=`; all that are held whole without one. */
export function recordsAsked(catalogue: Catalogue, url: string): readonly RecordKind[] {
  const whole = catalogue.records.filter(({ held }) => held === 'whole')
  const asked = new URL(url).searchParams
    .getAll('record')
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (asked.length === 0) return whole
  return [...new Set(asked)].map((name) => {
    const kind = whole.find((one) => one.name === name)
    if (kind !== undefined) return kind
    const paged = catalogue.records.find((one) => one.name === name)
    throw invalid(
      paged === undefined
        ? sentence('There is no record "{name}".', { name: name.slice(0, 60) })
        : sentence(
            'There can be very many {records}, so they are read by the page, at /{plural}.',
            { records: things(paged), plural: paged.plural },
          ),
      [
        {
          at: '?record',
          says: sentence('One or more of {list}.', {
            list: whole.map((one) => one.name).join(', '),
          }),
        },
      ],
    )
  })
}

/**
 * A snapshot as JSON Lines: its place in history, rows by the five hundred, and a last line that says
 * that it is whole. It is read from the database without waiting for whoever takes it, because the
 * connection it is read by is one of few; it settles once the first line is there.
 */
export async function snapshotLines(
  live: Live,
  actor: Actor,
  records: readonly string[],
  coding: 'gzip' | undefined,
): Promise<ReadableStream<Uint8Array>> {
  const out = coding === 'gzip' ? createGzip({ level: 1 }) : new PassThrough()
  const line = (value: unknown): void => void out.write(`${JSON.stringify(value)}\n`)
  await new Promise<void>((resolve, reject) => {
    let count = 0
    live
      .snapshot(actor, records, {
        from: (seq) => {
          line({ seq, records })
          resolve()
        },
        rows: (record, rows) => {
          if (out.destroyed) throw new Error('Nobody reads this snapshot any more.')
          count += rows.length
          line({ record, rows })
        },
      })
      .then(
        () => {
          line({ end: true, rows: count })
          out.end()
        },
        (error: unknown) => {
          reject(error)
          out.destroy()
        },
      )
  })
  return Readable.toWeb(out) as ReadableStream<Uint8Array>
}
