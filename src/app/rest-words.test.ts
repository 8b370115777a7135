/** Over HTTP the server speaks the language that a request accepts, and English to all others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from './instance.world.ts'

let world: World
let editor: string
let feedback: string
let need: string
let idea: string

beforeAll(async () => {
  world = await openWorld()
  editor = await world.key('editor')
  const make = async (plural: string, json: object): Promise<string> =>
    String((await world.ask('POST', `/api/v1/${plural}`, { as: editor, json })).body['ref'])
  feedback = await make('feedback', { text: 'The sheet is gone behind the door.', kind: 'bug' })
  const framed = await world.ask('POST', '/api/v1/commands/frame', {
    as: editor,
    json: { feedbackId: feedback, start: 0, end: 17, need: 'Keep the sheet' },
  })
  need = refOf(framed.body, 'need')
  idea = await make('ideas', { title: 'Keep a copy', reach: 1500, impact: 2, confidence: 80 })
})
afterAll(() => world.close())

const refOf = (body: Readonly<Record<string, unknown>>, record: string): string => {
  const changed = body['changed'] as readonly {
    readonly record: string
    readonly row: { readonly ref: string } | null
  }[]
  return changed.find((one) => one.record === record)?.row?.ref ?? ''
}

const get = (path: string, language?: string) =>
  world.ask('GET', `/api/v1${path}`, {
    as: editor,
    ...(language === undefined ? {} : { headers: { 'accept-language': language } }),
  })

describe('who asks in German', () => {
  test('is told in German why a record is there', async () => {
    const { body, headers } = await get(`/why/${need}`, 'de-CH,de;q=0.9,en;q=0.5')
    expect(body).toMatchObject({
      says: '1 Feedback stützt es, aus 1 unabhängigen Quelle. Keines spricht dagegen.',
      thin: [{ code: 'single-source', says: 'Alles, was es stützt, kommt aus einer Quelle.' }],
    })
    expect(headers.get('content-language')).toBe('de')
    expect(headers.get('vary')).toContain('Accept-Language')
    const [ties] = (body['links'] as readonly { readonly says: string }[]).map(({ says }) => says)
    expect(ties).toMatch(
      /^Hinter NEED-\d+ steht 1 unabhängige Quelle, zuletzt am \d{4}-\d\d-\d\d\.$/,
    )
  })

  test('is told in German what became of it', async () => {
    const { body } = await get(`/became/${feedback}`, 'de')
    expect(body).toMatchObject({
      says: `Aus ${feedback} wurde: 1 Zitat und 1 Bedürfnis.`,
      stops: { after: 'framed', says: 'Gefasst; danach noch nichts.' },
    })
  })

  test('reads the line as Markdown in German', async () => {
    const { text } = await get(`/why/${need}?format=markdown`, 'de')
    expect(text).toContain(`# Warum ${need}: Keep the sheet`)
    expect(text).toContain('Der Faden ist dünn:')
    expect(text).toContain('## ○ gehört')
    expect(text).toContain(`stützt ${need}`)
    expect(text).toMatch(/\nStand \d{4}-\d\d-\d\d \d\d:\d\d UTC\.\n$/)
  })

  test('has a score explained in German, with numbers as German writes them', async () => {
    const explained = await get(`/views/explain-score?idea=${idea}`, 'de')
    expect(explained.body).toMatchObject({
      says: 'Noch keine Punktzahl: Aufwand fehlt.',
      missing: ['Aufwand'],
    })
    await world.ask('PATCH', `/api/v1/ideas/${idea}`, { as: editor, json: { effort: 2 } })
    const worked = await get('/views/rank', 'de')
    expect(worked.body).toMatchObject({
      rows: [{ explanation: { worked: '1.500 × 2 × 80 % ÷ 2 = 1.200' } }],
    })
  })
})

describe('who is refused in German', () => {
  test('reads the whole refusal and each of its places in German', async () => {
    const { status, body, headers } = await ask('POST', '/needs', { kind: 'wish', titel: 'x' })
    expect([status, headers.get('content-language')]).toEqual([422, 'de'])
    expect(body).toMatchObject({
      code: 'invalid',
      title: 'Die Anfrage passt nicht',
      detail: 'Bedürfnis anlegen: Die Eingabe passt nicht.',
    })
    expect(body['errors']).toEqual([
      { pointer: '/title', detail: 'Das muss angegeben sein.' },
      { pointer: '/kind', detail: 'Eines von: need, pain, aspiration.' },
      {
        pointer: '/titel',
        detail: expect.stringMatching(/^Hier gibt es kein Feld „titel“\. Es gibt: /) as unknown,
      },
    ])
  })

  test('hears of what is not there, of roles, of relations and of addresses in German', async () => {
    const viewer = await world.key('viewer')
    const told = [
      await ask('GET', '/needs/NEED-999'),
      await ask('POST', '/ideas', { title: 'x' }, viewer),
      await ask('POST', '/commands/create-key', { name: 'x', role: 'viewer' }, viewer),
      await ask('POST', '/commands/link', { from: need, relation: 'supports', to: idea }),
      await ask('GET', '/needs?filter[nothing]=1'),
      await ask('GET', '/nowhere'),
    ].map(({ body }) => body['detail'])
    expect(told).toEqual([
      'Bedürfnis NEED-999: nicht vorhanden oder für Sie nicht sichtbar.',
      'Ideen dürfen Sie nicht anlegen: Dazu braucht es die Rolle Bearbeiter, und Sie haben Leser. Ein Verwalter kann sie geben.',
      'API-Schlüssel anlegen: Dafür braucht es die Rolle Verwalter; Sie haben Leser.',
      '„supports“ führt nicht von need zu idea. Von need führt keine Beziehung zu idea.',
      expect.stringMatching(/^Hier gibt es keinen Filter nach „nothing“\. Was einen Index hat/),
      'Hier gibt es keine Adresse /api/v1/nowhere. /api/v1/openapi.json nennt sie alle.',
    ])
  })

  test('is told in German what a command over many left out', async () => {
    const { body } = await ask('POST', '/commands/set-needs', {
      ids: [need, 'NEED-998'],
      kind: 'pain',
    })
    expect(body['result']).toMatchObject({
      changed: 1,
      refused: [{ says: 'Bedürfnis NEED-998: nicht vorhanden oder für Sie nicht sichtbar.' }],
    })
  })

  test('reads in German what is wrong in a file, and why a column was taken for a field', async () => {
    const taken = await world.ask('POST', '/api/v1/imports', {
      as: editor,
      text: 'title,kind\nOne,wish\n',
      headers: { ...german, 'content-type': 'application/octet-stream' },
    })
    expect(JSON.stringify(taken.body['shape'])).toContain('Sie trägt den Namen des Feldes.')
    const checked = await ask('POST', `/imports/${String(taken.body['id'])}/check`, {
      record: 'need',
      map: { title: 'title', kind: 'kind' },
    })
    expect(checked.body['problems']).toMatchObject([
      { line: 2, column: 'kind', says: '„wish“ ist keines von: need, pain, aspiration.' },
    ])
  })
})

const german = { 'accept-language': 'de' }
const ask = (method: string, path: string, json?: object, as = editor) =>
  world.ask(method, `/api/v1${path}`, {
    as,
    headers: german,
    ...(json === undefined ? {} : { json }),
  })

describe('who asks in English, in a language there is none of, or in none', () => {
  test.each([undefined, 'en-GB', 'fr', '*'])('is told in English (%s)', async (language) => {
    const { body, headers } = await get(`/why/${need}`, language)
    expect(body['says']).toBe(
      '1 piece of feedback supports it, from 1 independent source. None speaks against it.',
    )
    expect(headers.get('content-language')).toBe('en')
    expect((await get(`/became/${feedback}`, language)).body['says']).toBe(
      `${feedback} led to 1 quote and 1 need.`,
    )
  })
})
