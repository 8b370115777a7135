import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Told, type World } from './instance.world.ts'

let world: World
let editor: string
let viewer: string

beforeAll(async () => {
  world = await openWorld()
  editor = await world.key('editor')
  viewer = await world.key('viewer')
})
afterAll(() => world.close())

const api = (path: string) => `/api/v1${path}`
const make = (title: string, more: object = {}): Promise<Told> =>
  world.ask('POST', api('/needs'), { as: editor, json: { title, kind: 'need', ...more } })

describe('a record', () => {
  test('is made, read, changed, removed and restored, each step with its place in history', async () => {
    const made = await make('To find the bill')
    expect(made.status).toBe(201)
    const ref = String(made.body['ref'])
    expect(made.headers.get('location')).toBe(api(`/needs/${ref}`))
    expect(made.headers.get('etag')).toMatch(/^"1\./)
    const seq = Number(made.headers.get('throughline-seq'))
    expect(seq).toBeGreaterThan(0)

    const read = await world.ask('GET', String(made.headers.get('location')), { as: viewer })
    expect(read.body).toEqual(made.body)
    expect(
      (await world.ask('GET', api(`/needs/${String(made.body['id'])}`), { as: viewer })).body,
    ).toEqual(made.body)
    expect(
      (await world.ask('GET', api(`/needs/${ref.toLowerCase()}`), { as: viewer })).body,
    ).toEqual(made.body)

    const changed = await world.ask('PATCH', api(`/needs/${ref}`), {
      as: editor,
      json: { title: 'To find my bill' },
    })
    expect(changed).toMatchObject({ status: 200, body: { title: 'To find my bill', version: 2 } })
    expect(Number(changed.headers.get('throughline-seq'))).toBeGreaterThan(seq)

    const removed = await world.ask('DELETE', api(`/needs/${ref}`), { as: editor })
    expect(removed).toMatchObject({ status: 204, text: '' })
    expect(
      (
        (await world.ask('GET', api('/needs?state=removed'), { as: editor })).body['data'] as {
          ref: string
        }[]
      ).map((row) => row.ref),
    ).toContain(ref)

    const past = await world.ask('GET', api(`/history?id=${String(made.body['id'])}`), {
      as: viewer,
    })
    expect((past.body['data'] as { commit: { command: string } }[])[0]?.commit.command).toBe(
      'remove-need',
    )

    const restored = await world.ask('POST', api(`/needs/${ref}/restore`), { as: editor })
    expect(restored).toMatchObject({
      status: 200,
      body: { ref, title: 'To find my bill', removedAt: null },
    })
  })

  test('is asked for again only when it changed', async () => {
    const made = await make('To be told when it is ready')
    const path = String(made.headers.get('location'))
    const etag = (await world.ask('GET', path, { as: editor })).headers.get('etag') ?? ''
    expect(
      await world.ask('GET', path, { as: editor, headers: { 'if-none-match': etag } }),
    ).toMatchObject({ status: 304, text: '' })
    await world.ask('PATCH', path, { as: editor, json: { title: 'To be told once it is ready' } })
    expect(
      (await world.ask('GET', path, { as: editor, headers: { 'if-none-match': etag } })).status,
    ).toBe(200)
  })

  test('that moved on is not overwritten: both sides come back', async () => {
    const made = await make('To pay later')
    const path = String(made.headers.get('location'))
    const etag = made.headers.get('etag') ?? ''
    expect(
      (
        await world.ask('PATCH', path, {
          as: editor,
          json: { title: 'To pay in parts' },
          headers: { 'if-match': etag },
        })
      ).status,
    ).toBe(200)
    const late = await world.ask('PATCH', path, {
      as: editor,
      json: { title: 'To pay at once' },
      headers: { 'if-match': etag },
    })
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'stale',
        version: 2,
        current: { title: 'To pay in parts' },
        yours: { title: 'To pay at once' },
      },
    })
    expect(
      (await world.ask('DELETE', path, { as: editor, headers: { 'if-match': '"1"' } })).status,
    ).toBe(409)
    expect(
      (
        await world.ask('PATCH', path, {
          as: editor,
          json: { title: 'x', version: 1 },
          headers: { 'if-match': '"2"' },
        })
      ).status,
    ).toBe(422)
    expect(
      (
        await world.ask('PATCH', path, {
          as: editor,
          json: { title: 'x' },
          headers: { 'if-match': 'two' },
        })
      ).status,
    ).toBe(422)
  })

  test('that does not change answers itself, with no place in history', async () => {
    const made = await make('To stay')
    const same = await world.ask('PATCH', String(made.headers.get('location')), {
      as: editor,
      json: { title: 'To stay' },
    })
    expect(same).toMatchObject({ status: 200, body: { version: 1 } })
    expect(same.headers.get('throughline-seq')).toBe('0')
  })

  test('that was merged leads on, for reading and for writing', async () => {
    const post = async (text: string) =>
      String(
        (await world.ask('POST', api('/feedback'), { as: editor, json: { text } })).body['ref'],
      )
    const [kept, folded] = [await post('The export is slow'), await post('Export takes very long')]
    const merged = await world.ask('POST', api('/commands/merge-feedback'), {
      as: editor,
      json: { into: kept, from: [folded] },
    })
    expect({ status: merged.status, text: merged.status === 200 ? '' : merged.text }).toEqual({
      status: 200,
      text: '',
    })
    for (const [method, rest] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '?x=1'],
    ] as const) {
      const answer = await world.ask(method, api(`/feedback/${folded}${rest}`), {
        as: editor,
        ...(method === 'PATCH' ? { json: { title: 'x' } } : {}),
      })
      expect(answer.status).toBe(308)
      expect(answer.headers.get('location')).toBe(api(`/feedback/${kept}${rest}`))
    }
    expect((await world.ask('GET', api(`/feedback/${kept}`), { as: editor })).status).toBe(200)
  })

  test('with a field that only a command sets refuses it by name', async () => {
    expect(
      await world.ask('POST', api('/feedback'), {
        as: editor,
        json: { text: 'x', mergedIntoId: 'FB-1' },
      }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/mergedIntoId' }] } })
  })
})

describe('a list', () => {
  test('is paged to its end without loss or repetition, and counted when asked', async () => {
    const titles = Array.from({ length: 12 }, (_, at) => `page ${at}`)
    for (const title of titles)
      await world.ask('POST', api('/tags'), { as: editor, json: { name: title } })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Told = await world.ask(
        'GET',
        api(`/tags?limit=5${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`),
        { as: viewer },
      )
      expect(page.status).toBe(200)
      expect(Object.keys(page.body)).toEqual(['data', 'cursor'])
      seen.push(...(page.body['data'] as { id: string }[]).map((row) => row.id))
      cursor = page.body['cursor'] as string | null
    }
    expect(new Set(seen).size).toBe(seen.length)
    const counted = await world.ask('GET', api('/tags?count=exact&limit=1'), { as: viewer })
    expect(counted.body['total']).toBe(seen.length)
  })

  test('takes filters and refs', async () => {
    const objective = await world.ask('POST', api('/objectives'), {
      as: editor,
      json: { title: 'Fewer calls', period: '2026-Q4' },
    })
    const ref = String(objective.body['ref'])
    await world.ask('POST', api('/objectives'), {
      as: editor,
      json: { title: 'Fewer calls about bills', parentId: ref },
    })
    const under = await world.ask(
      'GET',
      api(`/objectives?filter[parentId]=${ref}&filter[period]=none`),
      { as: viewer },
    )
    expect((under.body['data'] as { title: string }[]).map((row) => row.title)).toEqual([
      'Fewer calls about bills',
    ])
  })

  test('by what is not there, lies in the trash or may not be seen are empty', async () => {
    const draft = await world.ask('POST', api('/needs'), {
      as: editor,
      json: { title: 'Mine alone', draft: true },
    })
    const gone = await world.ask('POST', api('/needs'), { as: editor, json: { title: 'Gone' } })
    await world.ask('DELETE', api(`/needs/${String(gone.body['ref'])}`), { as: editor })
    for (const name of [
      draft.body['id'],
      draft.body['ref'],
      gone.body['id'],
      gone.body['ref'],
      'NEED-99999',
      '01890000-0000-7000-8000-00000000dead',
    ].map(String))
      for (const path of [`/links?filter[fromId]=${name}`, `/needs?filter[parentId]=${name}`])
        expect(await world.ask('GET', api(path), { as: viewer })).toMatchObject({
          status: 200,
          body: { data: [], cursor: null },
        })
    expect(
      await world.ask('GET', api('/needs?filter[parentId]=the%20first'), { as: viewer }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: '?filter[parentId]' }] } })
  })
})

test('nothing above was a fault of ours', () => {
  expect(world.faults.map(({ cause }) => cause)).toEqual([])
})
