import { Readable } from 'node:stream'
import { choice, ref, text } from '../../engine/field.ts'
import { invalid, unknown, saidIn } from '../../engine/problem.ts'
import type { Reader } from '../../engine/ports.ts'
import type { RecordKind } from '../../engine/record.ts'
import { parseInput } from '../../engine/schema.ts'
import type { Store } from '../../store/store.ts'
import { guards, json, type Answer } from '../rest/answer.ts'
import type { Doors } from '../rest/door.ts'
import { problemAnswer, type Asked } from '../rest/problem.ts'
import { offerOf, queryOf } from '../rest/query.ts'
import { base, type Route } from '../rest/route.ts'
import { writeArchive, type Bytes } from './archive.ts'
import { auditRoutes } from './audit-file.ts'
import { exportCsv, exportJsonLines, takenColumns, type Taken } from './export.ts'
import type { Import, Imports } from './imports.ts'
import type { Shape } from './inspect.ts'
import type { Checked } from './intake.ts'
import type { Mapping } from './mapping.ts'
import { sentence, type Words } from '../../engine/words.ts'

/** Files in and out, at the same doors as everything else. */
export function transferRoutes(
  store: Store,
  imports: Imports,
  files: Bytes,
  asked: Omit<Asked, 'method' | 'path'> & { readonly now: () => Date },
  doors: Doors,
): readonly Route[] {
  const problemIn = (words: Words, { id, problem }: Import): object | null => {
    if (problem === null) return null
    const about = { ...asked, words, method: 'POST', path: `${base}/imports/${id}` }
    const body = JSON.parse(String(problemAnswer(problem, about).body)) as object
    const checked = problem.facts['checked'] as Checked | undefined
    return checked === undefined ? body : { ...body, checked: checkedIn(words, checked) }
  }
  const told = (entry: Import, words: Words, status = 200): Answer =>
    json({ ...entry, shape: shapeIn(words, entry.shape), problem: problemIn(words, entry) }, status)
  return [
    ...auditRoutes(store, doors),
    {
      method: 'POST',
      path: `${base}/imports`,
      handle: doors.taking(async ({ actor, needs, header, words }, bytes) => {
        needs('write', '*')
        return told(
          await imports.take(actor, fileNameOf(header('throughline-file-name')), bytes),
          words,
          201,
        )
      }),
    },
    {
      method: 'GET',
      path: `${base}/imports/:id`,
      handle: doors.reading(async ({ actor, part, words }) =>
        told(await imports.get(actor, part('id')), words),
      ),
    },
    {
      method: 'DELETE',
      path: `${base}/imports/:id`,
      handle: doors.writing(
        async ({ actor, part, words }) => told(await imports.cancel(actor, part('id')), words),
        'mayLack',
      ),
    },
    {
      method: 'POST',
      path: `${base}/imports/:id/check`,
      handle: doors.writing(async ({ actor, needs, part, body, words }) => {
        const mapping = mappingOf(body)
        needs('write', pluralOf(store, mapping.record))
        if (mapping.record === '*')
          throw invalid('An archive is not checked beforehand: all of it comes in, or nothing.', [
            { at: 'record', says: 'Run it, or name the record that a file is of.' },
          ])
        return json(checkedIn(words, await imports.check(actor, part('id'), mapping)))
      }),
    },
    {
      method: 'POST',
      path: `${base}/imports/:id/run`,
      handle: doors.writing(async ({ actor, needs, part, body, cause, words }) => {
        const mapping = mappingOf(body)
        needs('write', pluralOf(store, mapping.record))
        return told(await imports.run(actor, part('id'), mapping, cause), words, 202)
      }),
    },
    {
      method: 'GET',
      path: `${base}/export/:plural`,
      handle: doors.reading(async ({ actor, needs, part, url }) => {
        const kind = store.catalogue.recordOfPlural(part('plural'))
        if (kind === undefined)
          throw unknown(
            sentence('There is no record "{record}" to export.', {
              record: part('plural').slice(0, 60),
            }),
          )
        needs('read', kind.plural)
        const reader = store.reader(actor)
        const { format, taken } = await takenOf(kind, url, reader)
        const lines =
          format === 'csv' ? exportCsv(reader, kind, taken) : exportJsonLines(reader, kind, taken)
        return file(
          Readable.from(lines),
          `${kind.plural}.${format}`,
          format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
        )
      }),
    },
    {
      method: 'GET',
      path: `${base}/archive`,
      handle: doors.reading(async ({ actor, needs }) => {
        needs('read', '*')
        const at = asked.now().toISOString()
        return file(
          writeArchive(store, files, actor, at),
          `workspace-${at.slice(0, 10)}.throughline`,
          'application/gzip',
        )
      }),
    },
  ]
}

const checkedIn = (words: Words, checked: Checked): object => ({
  ...checked,
  problems: checked.problems.map((fault) => ({ ...fault, says: saidIn(words, fault.says) })),
})

const shapeIn = (words: Words, shape: Shape): object => ({
  ...shape,
  guesses: Object.fromEntries(
    Object.entries(shape.guesses).map(([record, guesses]) => [
      record,
      guesses.map((guess) => ({ ...guess, why: guess.why.map(words.told).join(' ') })),
    ]),
  ),
})

/** The rows and columns that the address of an export names, as the list's own address names them. */
async function takenOf(
  kind: RecordKind,
  url: string,
  reader: Reader,
): Promise<{ readonly format: 'csv' | 'jsonl'; readonly taken: Taken }> {
  const { searchParams } = new URL(url)
  const format = searchParams.get('format') ?? 'csv'
  if (format !== 'csv' && format !== 'jsonl')
    throw invalid('An export is csv or jsonl.', [{ at: '?format', says: 'csv or jsonl.' }])
  const names = (searchParams.get('columns') ?? '').split(',').filter((name) => name !== '')
  // what pages a list pages no file
  for (const name of ['format', 'columns', 'limit', 'cursor', 'count']) searchParams.delete(name)
  const rest = searchParams.toString()
  return {
    format,
    taken: {
      asked: await queryOf(offerOf(kind), rest === '' ? '' : `?${rest}`, reader),
      columns: names.length === 0 ? undefined : await takenColumns(kind, names, reader),
    },
  }
}

function file(from: Readable, name: string, type: string): Answer {
  return {
    status: 200,
    body: Readable.toWeb(from) as ReadableStream<Uint8Array>,
    headers: {
      ...guards,
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  }
}

/** The mapping as it comes over the wire: two plain maps of text, and what goes for the whole file. */
function mappingOf(body: Readonly<Record<string, unknown>>): Mapping {
  const { map, constants, ...rest } = body
  const plain = parseInput(mappingInput, rest) as Pick<Mapping, 'record' | 'source' | 'dateOrder'>
  return {
    record: plain.record,
    map: texts('map', map ?? {}),
    constants: texts('constants', constants ?? {}),
    ...(plain.source === undefined || plain.source === null ? {} : { source: plain.source }),
    ...(plain.dateOrder === undefined || plain.dateOrder === null
      ? {}
      : { dateOrder: plain.dateOrder }),
  }
}

const mappingInput = {
  says: 'Import a file',
  input: {
    record: ref({ label: 'Record', to: 'any', required: true }),
    source: text({ label: 'Source', max: 200 }),
    dateOrder: choice({
      label: 'Order of dates',
      options: { dmy: 'Day, month, year', mdy: 'Month, day, year', ymd: 'Year, month, day' },
    }),
  },
} as const

function texts(at: string, value: unknown): Readonly<Record<string, string>> {
  const entries =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : undefined
  if (entries === undefined || !entries.every(([, one]) => typeof one === 'string'))
    throw invalid(
      sentence('"{at}" says for each field which text it gets, such as {example}.', {
        at,
        example: '{"title": "Subject"}',
      }),
      [{ at, says: 'An object of texts.' }],
    )
  return Object.fromEntries(entries)
}

function pluralOf(store: Store, record: string): string {
  if (record === '*') return '*'
  const kind = store.catalogue.records.find((one) => one.name === record)
  if (kind === undefined)
    throw unknown(
      sentence('There is no record "{record}" to import into.', { record: record.slice(0, 60) }),
    )
  return kind.plural
}

/** Percent-encoded UTF-8, since a header is ASCII; a name is only shown, never opened. */
function fileNameOf(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? 'file')
  } catch {
    return 'file'
  }
}
