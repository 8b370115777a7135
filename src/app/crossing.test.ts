import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Told, type World } from './instance.world.ts'

let world: World
let other: string
const canary = 'CANARY-OF-THE-OTHER-HOUSE'
const there: Readonly<Record<string, string>> = { 'throughline-workspace': 'other' }
const rows: { readonly plural: string; readonly id: string; readonly ref: string }[] = []
let seq = 0

beforeAll(async () => {
  world = await openWorld({
    principal: { perSecond: 0.001, burst: 200 },
    address: { perSecond: 0.001, burst: 5 },
  })
  await world.instance.store.identity.createWorkspace('other', 'Other', 'Olga')
  const made = async (plural: string, json: object): Promise<Told> => {
    const answer = await world.ask('POST', `/api/v1/${plural}`, {
      as: world.ownerToken,
      json,
      headers: there,
    })
    expect(answer.status).toBe(201)
    seq = Number(answer.headers.get('throughline-seq'))
    rows.push({ plural, id: String(answer.body['id']), ref: String(answer.body['ref']) })
    return answer
  }
  await made('feedback', { title: canary, text: canary, source: canary })
  await made('needs', { title: canary, kind: 'need' })
  await made('ideas', { title: canary })
  const key = await world.ask('POST', '/api/v1/commands/create-key', {
    as: world.ownerToken,
    json: { name: canary, role: 'owner' },
    headers: there,
  })
  other = (key.body['result'] as { secret: string }).secret
})
afterAll(() => world.close())

const ask = (method: string, path: string, json?: object) =>
  world.ask(method, `/api/v1${path}`, {
    as: world.ownerToken,
    ...(json === undefined ? {} : { json }),
  })

describe('nothing crosses from one workspace to another', () => {
  test('by id, list, search, filter, line, history or export', async () => {
    const addresses = rows.flatMap(({ plural, id }) => [
      `/${plural}/${id}`,
      `/${plural}`,
      `/${plural}?q=canary`,
      `/why/${id}`,
      `/became/${id}`,
      `/history?id=${id}`,
      `/export/${plural}?format=jsonl`,
    ])
    const more = [
      `/feedback?filter[source]=${canary}`,
      '/history',
      '/keys',
      '/members',
      '/views/rank',
      '/views/roadmap',
      '/links',
      '/me',
    ]
    const answers = await Promise.all([...addresses, ...more].map((path) => ask('GET', path)))
    expect(
      answers.filter(
        (answer) =>
          answer.text.includes(canary) || [...answer.headers.values()].join().includes(canary),
      ),
    ).toEqual([])
    expect(answers.filter((answer) => answer.status >= 500)).toEqual([])
    for (const { plural, id } of rows)
      expect(await ask('GET', `/${plural}/${id}`)).toMatchObject({
        status: 404,
        body: { code: 'unknown' },
      })
  })

  test('by writing: another house’s id is nobody’s, the second one of a request too', async () => {
    const own = await ask('POST', '/needs', { title: 'ours', kind: 'need' })
    const [feedback, need, idea] = rows
    const writes = await Promise.all([
      ...rows.flatMap(({ plural, id }) => [
        ask('PATCH', `/${plural}/${id}`, { title: 'taken over' }),
        ask('DELETE', `/${plural}/${id}`),
        ask('POST', `/${plural}/${id}/restore`),
      ]),
      ask('POST', '/commands/link', { from: idea?.id, relation: 'addresses', to: own.body['id'] }),
      ask('PATCH', `/needs/${String(own.body['id'])}`, { parentId: need?.id }),
      ask('POST', '/quotes', { feedbackId: feedback?.id, start: 0, end: 3 }),
    ])
    expect(
      writes.filter(
        (answer) => answer.status < 400 || answer.status >= 500 || answer.text.includes(canary),
      ),
    ).toEqual([])
    // An id is one house's own: the same one may stand here too, and is then another row.
    expect(await ask('POST', '/ideas', { title: 'ours too', id: idea?.id })).toMatchObject({
      status: 201,
    })
    const after = await Promise.all(
      rows.map(({ plural, id }) => world.ask('GET', `/api/v1/${plural}/${id}`, { as: other })),
    )
    expect(
      after.map((answer) => [answer.status, answer.body['title'], answer.body['version']]),
    ).toEqual(rows.map(() => [200, canary, 1]))
  })

  test('by its place in history: a commit is undone only where it stands', async () => {
    const before = await world.ask(
      'GET',
      `/api/v1/${rows.at(-1)?.plural ?? ''}/${rows.at(-1)?.id ?? ''}`,
      { as: other },
    )
    await ask('POST', '/commands/undo', { seq })
    expect(
      (
        await world.ask('GET', `/api/v1/${rows.at(-1)?.plural ?? ''}/${rows.at(-1)?.id ?? ''}`, {
          as: other,
        })
      ).text,
    ).toBe(before.text)
  })
})

describe('a limit', () => {
  test('of an address is met by those who name nobody, and says how long to wait', async () => {
    const answers: Told[] = []
    for (let turn = 0; turn < 7; turn += 1)
      answers.push(await world.ask('GET', '/api/v1/me', { as: 'tl_wrong' }))
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(answers.at(-1)?.body).toMatchObject({ code: 'limited' })
  })

  test('of a principal does not touch others at the same address', async () => {
    expect((await world.ask('GET', '/api/v1/me', { as: other })).status).toBe(200)
    const answers = await Promise.all(
      Array.from({ length: 210 }, () => world.ask('GET', '/api/v1/me', { as: world.ownerToken })),
    )
    expect(answers.some((answer) => answer.status === 429)).toBe(true)
    expect((await world.ask('GET', '/api/v1/me', { as: other })).status).toBe(200)
  })
})
