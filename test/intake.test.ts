import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import { must } from '../src/engine/problem.ts'
import { openHouse, type House } from './instance.ts'
import { asOwner, tablesOf, type Tables } from './tables.ts'

/** Files as people have them, through the door that they come in by. */
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  await house?.close()
})

interface Shape {
  readonly format: string
  readonly encoding: string
  readonly columns: readonly string[]
  readonly dates: Readonly<Record<string, { readonly kind: string }>>
}

interface Told {
  readonly state: string
  readonly report: {
    readonly seq: number
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly rows: number
  } | null
  readonly problem: {
    readonly status: number
    readonly detail: string
    readonly errors: readonly { readonly detail: string; readonly pointer?: string }[]
    readonly checked?: Checked
  } | null
}

interface Checked {
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  readonly problemCount: number
  readonly problems: readonly {
    readonly line: number
    readonly column: string
    readonly value: string
    readonly says: string
  }[]
}

type Mapping = Readonly<Record<string, unknown>> & {
  readonly record: string
  readonly map: Readonly<Record<string, string>>
}

async function upload(
  file: string | Uint8Array,
  name = 'feedback.csv',
): Promise<{ readonly id: string; readonly shape: Shape }> {
  const response = await fetch(`${house.instance.url}/api/v1/imports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${house.keys.editor}`,
      'content-type': 'application/octet-stream',
      'throughline-file-name': encodeURIComponent(name),
    },
    body: typeof file === 'string' ? file : Buffer.from(file),
  })
  expect(response.status).toBe(201)
  return (await response.json()) as { id: string; shape: Shape }
}

async function check(id: string, mapping: Mapping): Promise<Checked> {
  const answer = await house.ask('POST', `/api/v1/imports/${id}/check`, {
    as: house.keys.editor,
    json: mapping,
  })
  expect(answer.status, answer.text).toBe(200)
  return answer.body as unknown as Checked
}

async function run(id: string, mapping: Mapping): Promise<Told> {
  expect(
    (await house.ask('POST', `/api/v1/imports/${id}/run`, { as: house.keys.editor, json: mapping }))
      .status,
  ).toBe(202)
  for (;;) {
    const told = (await house.ask('GET', `/api/v1/imports/${id}`, { as: house.keys.editor }))
      .body as unknown as Told
    if (told.state !== 'running') return told
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** All rows but those of keys, which note when they were used. */
async function everything(): Promise<Tables> {
  const { key: _, ...rest } = await asOwner(house.database.config, (client) =>
    tablesOf(client, catalogue, house.owner.workspaceId),
  )
  return rest
}

const columns = [
  'Subject',
  'Body',
  'Kind',
  'State',
  'Source',
  'Id',
  'Url',
  'Date',
  'Stars',
  'Lang',
  'Contact',
  'Company',
  'Labels',
] as const
const mapping: Mapping = {
  record: 'feedback',
  dateOrder: 'dmy',
  map: {
    title: 'Subject',
    text: 'Body',
    kind: 'Kind',
    state: 'State',
    source: 'Source',
    originId: 'Id',
    permalink: 'Url',
    occurredAt: 'Date',
    rating: 'Stars',
    language: 'Lang',
    contactId: 'Contact',
    companyId: 'Company',
    tagIds: 'Labels',
  },
}

type Cells = Partial<Record<(typeof columns)[number], string>>
const good = (at: number): Cells => ({
  Subject: `Title ${at}`,
  Body: `The sheet is gone, ${at} times`,
  Kind: 'bug',
  State: 'new',
  Source: 'tracker',
  Id: `T-${at}`,
  Url: `https://tracker.example/${at}`,
  Date: '21.11.2026',
  Stars: '4',
  Lang: 'en',
  Contact: 'ana@ward.example',
  Company: 'Moorgate',
  Labels: 'wards; network',
})
const cell = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
const csvOf = (rows: readonly Cells[]): string =>
  [
    columns.join(','),
    ...rows.map((row) => columns.map((name) => cell(row[name] ?? '')).join(',')),
  ].join('\n')

/** What is wrong, in which column, and the words that its remedy has. */
const faults: readonly (readonly [(typeof columns)[number], string, RegExp])[] = [
  ['Body', '', /may not be empty|must be given/],
  ['Body', '   ', /may not be empty|must be given/],
  ['Body', 'x'.repeat(100_001), /At most 100,000/],
  ['Subject', 'y'.repeat(501), /At most 500/],
  ['Subject', '🙂'.repeat(501), /At most 500/],
  ['Kind', 'bugg', /none of: bug, request/],
  ['Kind', '7', /none of: bug, request/],
  ['Kind', 'bug;request', /none of/],
  ['State', 'maybe', /none of: unprocessed/],
  ['State', 'true', /none of/],
  ['Source', 's'.repeat(121), /At most 120/],
  ['Id', 'i'.repeat(201), /At most 200/],
  ['Id', 'T-1', /stands on line 2 already/],
  ['Url', 'tracker.example/7', /begins with http/],
  ['Url', 'javascript:alert(1)', /begins with http/],
  ['Url', 'ftp://tracker.example', /begins with http/],
  ['Url', 'https://with space.example', /begins with http/],
  ['Url', `https://e.example/${'u'.repeat(2000)}`, /At most 2,000/],
  ['Date', '2026-02-30', /not a moment such as/],
  ['Date', '31.04.2026', /not a moment/],
  ['Date', '2026-13-01', /not a moment/],
  ['Date', '29.02.2026', /not a moment/],
  ['Date', 'yesterday', /not a moment/],
  ['Date', '2026-11-22T25:00:00Z', /not a moment/],
  ['Date', '00.01.2026', /not a moment/],
  ['Date', '99999999999999999', /not a moment/],
  ['Stars', 'four', /not a number/],
  ['Stars', '4 of 5', /not a number/],
  ['Stars', '101', /At most 100/],
  ['Stars', '-1', /At least 0/],
  ['Stars', 'NaN', /not a number/],
  ['Stars', 'Infinity', /not a number/],
  ['Stars', '1e309', /number/],
  ['Stars', '1,2,3', /not a number/],
  ['Stars', '0x10', /not a number/],
  ['Stars', '٤', /not a number/],
  ['Lang', 'en; drop', /language/],
  ['Lang', 'l'.repeat(36), /At most 35|language/],
  ['Lang', '<en>', /language/],
  ['Contact', 'CON-99999', /no contact "CON-99999" that you may see/],
  ['Contact', '01999999-0000-7000-8000-000000000001', /no contact/],
  ['Contact', 'c'.repeat(300), /no contact/],
  ['Company', 'CO-99999', /no company/],
  ['Company', '01999999-0000-7000-8000-000000000002', /no company/],
  ['Company', 'o'.repeat(201), /no company/],
  ['Labels', 'wards; TAG-99999', /no tag "TAG-99999"/],
  ['Labels', `wards; ${'t'.repeat(121)}`, /no tag/],
  ['Labels', Array.from({ length: 51 }, (_, at) => `tag${at}`).join('; '), /At most 50/],
  ['Date', '1/2', /not a moment/],
  ['Stars', '5 stars', /not a number/],
]

describe('a file with fifty faults', () => {
  // Line 1 is the header and line 2 is good; each further line has one fault.
  const file = csvOf([
    good(1),
    ...faults.map(([column, value], at) => ({
      ...good(at + 2),
      ...(column === 'Body' && value.trim() === '' ? { Subject: '' } : {}),
      [column]: value,
    })),
  ])

  test('reports each with its line, its column and a remedy, and imports nothing', async () => {
    expect(faults).toHaveLength(50)
    const before = await everything()
    const { id } = await upload(file)
    const checked = await check(id, mapping)
    const told = await run(id, mapping)
    expect(told).toMatchObject({ state: 'refused', report: null, problem: { status: 422 } })
    expect(told.problem?.detail).toMatch(/Nothing was imported/)
    const missed = faults.flatMap(([column, value, says], at) => {
      const line = at + 3
      const mine = checked.problems.filter((one) => one.line === line)
      const fits = mine.length === 1 && mine[0]?.column === column && says.test(mine[0]?.says ?? '')
      return fits ? [] : [{ line, column, value: value.slice(0, 40), told: mine }]
    })
    expect(missed).toEqual([])
    expect(checked.problems.filter((one) => one.line < 3)).toEqual([])
    expect(checked.problemCount).toBe(50)
    const errors = told.problem?.errors ?? []
    for (const [at, [column]] of faults.entries())
      expect(JSON.stringify(errors), `line ${at + 3}`).toContain(`line ${at + 3}, column ${column}`)
    expect(await everything()).toEqual(before)
  })

  test('mended, it comes in; once more it changes nothing; taken back, it leaves nothing', async () => {
    const before = await everything()
    const mended = csvOf(faults.map((_, at) => good(at + 1)))
    const first = await upload(mended)
    expect(await check(first.id, mapping)).toMatchObject({
      rows: 50,
      creates: 50,
      updates: 0,
      problemCount: 0,
    })
    const told = await run(first.id, mapping)
    expect(told).toMatchObject({ state: 'done', report: { created: 50, updated: 0, rows: 50 } })
    const after = await everything()
    expect(
      [after['feedback'], after['contact'], after['company'], after['tag']].map(
        (rows) => rows?.length,
      ),
    ).toEqual([50, 1, 1, 2])
    const [row] = after['feedback'] ?? []
    expect(row).toMatchObject({
      contact_id: after['contact']?.[0]?.['id'],
      company_id: after['company']?.[0]?.['id'],
      state: 'unprocessed',
      occurred_at: '2026-11-21T00:00:00+00:00',
    })
    expect([...((row?.['tag_ids'] ?? []) as string[])].toSorted()).toEqual(
      after['tag']?.map((tag) => tag['id']),
    )

    const again = await upload(mended)
    expect((await run(again.id, mapping)).report).toMatchObject({
      seq: 0,
      created: 0,
      updated: 0,
      unchanged: 50,
    })
    expect(await everything()).toEqual(after)

    const changed = await upload(mended.replace('Title 7,', 'Another title,'))
    const update = must((await run(changed.id, mapping)).report)
    expect(update).toMatchObject({ created: 0, updated: 1, unchanged: 49 })
    for (const { seq } of [update, must(told.report)])
      expect(
        (await house.ask('POST', '/api/v1/commands/undo', { as: house.keys.owner, json: { seq } }))
          .status,
      ).toBe(200)
    expect(await everything()).toEqual(before)
    expect((await house.instance.store.verify(house.owner.workspaceId)).broken).toBeUndefined()
  })
})

describe('a file is read as it was written', () => {
  const text = 'Title;Text\nGrüße – „naïve“ café €;Zürich ist schön\n'
  const w1252 = Buffer.from(
    [...text].map(
      (letter) => ({ '–': 0x96, '„': 0x84, '“': 0x93, '€': 0x80 })[letter] ?? letter.charCodeAt(0),
    ),
  )
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['Windows-1252', w1252, 'windows-1252'],
  ])('%s', async (name, bytes, encoding) => {
    const { id, shape } = await upload(bytes)
    expect(shape).toMatchObject({ encoding, columns: ['Title', 'Text'] })
    const told = await run(id, {
      record: 'feedback',
      map: { title: 'Title', text: 'Text' },
      source: name,
    })
    expect(told.state, JSON.stringify(told.problem)).toBe('done')
    const rows = (await everything())['feedback'] ?? []
    expect(rows.find((row) => row['source'] === name)).toMatchObject({
      title: 'Grüße – „naïve“ café €',
      text: 'Zürich ist schön',
    })
  })

  test('NUL is left out, and said', async () => {
    const { id } = await upload(
      `Title,Text\n${'a title,of a row\n'.repeat(20)}one more,before\u0000after\n`,
    )
    expect(
      await check(id, { record: 'feedback', map: { title: 'Title', text: 'Text' } }),
    ).toMatchObject({ cleaned: 1, problemCount: 0 })
  })

  test('an unterminated quote is told with its line, before anything is taken', async () => {
    const answer = await house.ask('POST', '/api/v1/imports', {
      as: house.keys.editor,
      text: 'Title,Text\na,"never closed\nb,c\n',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/quote/)
    expect(answer.text).toMatch(/line 2/)
  })

  test('a row with too many cells is told with its line and imports nothing', async () => {
    const before = await everything()
    const { id } = await upload('Title,Text\na,b\na,b,c\n')
    const told = await run(id, { record: 'feedback', map: { title: 'Title', text: 'Text' } })
    expect(told.state).toBe('refused')
    expect(JSON.stringify(told.problem)).toContain('line 3')
    expect(await everything()).toEqual(before)
  })

  test('a file that is empty, and one that is only a header, are refused', async () => {
    const empty = await house.ask('POST', '/api/v1/imports', { as: house.keys.editor, text: '' })
    expect(empty.status).toBe(422)
    const { id } = await upload('Title,Text\n')
    expect(await run(id, { record: 'feedback', map: { text: 'Text' } })).toMatchObject({
      state: 'refused',
    })
  })
})

describe('dates of which nobody can tell the order', () => {
  const file = 'Text,When\na,03/04/2026\nb,05/06/2026\n'

  test('are asked for, and read as was answered', async () => {
    const { id, shape } = await upload(file)
    expect(shape.dates['When']?.kind).toBe('ambiguous')
    const days = async (dateOrder: string) => {
      const told = await run(id, {
        record: 'feedback',
        map: { text: 'Text', occurredAt: 'When' },
        dateOrder,
        source: `dates ${dateOrder}`,
      })
      expect(told.state, JSON.stringify(told.problem)).toBe('done')
      return ((await everything())['feedback'] ?? [])
        .flatMap((row) =>
          row['source'] === `dates ${dateOrder}` ? [String(row['occurred_at']).slice(0, 10)] : [],
        )
        .toSorted()
    }
    expect(await days('dmy')).toEqual(['2026-04-03', '2026-06-05'])
    expect(await days('mdy')).toEqual(['2026-03-04', '2026-05-06'])
  })

  test('are not guessed at: without an answer each of them is a fault', async () => {
    const { id } = await upload(file)
    const checked = await check(id, {
      record: 'feedback',
      map: { text: 'Text', occurredAt: 'When' },
    })
    expect(checked.problems.map((one) => [one.line, one.column])).toEqual([
      [2, 'When'],
      [3, 'When'],
    ])
  })
})

test('what has laws of its own is not brought in by a file', async () => {
  const { id } = await upload('Name,Role\nMallory,owner\n')
  for (const record of ['member', 'key', 'quote', 'link', 'workspace']) {
    const answer = await house.ask('POST', `/api/v1/imports/${id}/check`, {
      as: house.keys.admin,
      json: { record, map: { name: 'Name', role: 'Role' } },
    })
    expect([404, 422], record).toContain(answer.status)
  }
})
