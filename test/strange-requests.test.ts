import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import { must } from '../src/engine/problem.ts'
import { openApi, type Operation } from '../src/surfaces/rest/openapi.ts'
import type { Schema } from '../src/surfaces/rest/schemas.ts'
import { fill } from './filled.ts'
import { openHouse, type House } from './instance.ts'
import { chanceOf, pick } from './random-rows.ts'

/**
 * Whatever is asked of the API as its own description shapes it, and however strangely, is answered or
 * refused: never a fault of ours, always a problem that says what it is.
 */
const document = openApi(catalogue, '0')
const isProblem = new Ajv2020({ strict: false, validateFormats: false }).compile({
  ...(document.components.schemas?.['Problem'] as object),
  components: document.components,
})
/** Each round has an instance of its own: what a round leaves behind makes the next one no slower. */
const [rounds, count] = process.env['THROUGHLINE_LONG'] === '1' ? [12, 5_000] : [1, 1_200]
const seed = Number(process.env['THROUGHLINE_SEED'] ?? 20_261_122)

let house: House
let names: readonly string[]
beforeEach(async () => {
  house = await openHouse()
  const { store } = house.instance
  const made = await store.identity.createWorkspace('elsewhere', 'Elsewhere', 'Ana Lindt')
  const there = must(await store.identity.byMember(made.id, made.ownerId))
  const [mine, theirs] = [
    await fill(store, house.owner, 'something ordinary'),
    await fill(store, there, 'something of theirs'),
  ]
  names = [mine, theirs].flatMap((rows) =>
    [...rows.values()].flatMap(([row]) => (row === undefined ? [] : [row.id, row.ref])),
  )
})
afterEach(() => house?.close())

// A stream is answered for as long as somebody listens: what it refuses is asked where it is tested.
const endless = ['/live']

const operations = Object.entries(document.paths)
  .filter(([path]) => !endless.includes(path))
  .flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>).map(
      ([method, operation]) => ({ path, method: method.toUpperCase(), operation }) as const,
    ),
  )

/** Texts as they stand in JSON, most of which JSON should not hold. */
const strangeJson = [
  '"\\u0000"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"2026-02-30"',
  '"2026-02-30T10:00:00Z"',
  '"9999-12-31T23:59:59.999Z"',
  '"0000-00-00"',
  '9007199254740993',
  '1e309',
  '-1e309',
  '1e-400',
  '5e-324',
  '1.7976931348623157e308',
  '-0',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '" "',
  '"\\u202e\\u200b"',
  '{"__proto__":{"role":"owner"}}',
  '{"minor":9007199254740991,"currency":"EUR"}',
  '{"from":"2026-12-01","to":"2026-01-01"}',
  '{"type":"doc","content":[{"type":"doc"}]}',
  '{"type":"doc","content":[{"type":"text","text":"\\u0000"}]}',
  `${'['.repeat(70)}${']'.repeat(70)}`,
  `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`,
  JSON.stringify('x'.repeat(70_000)),
  JSON.stringify(Array.from({ length: 1_100 }, (_, at) => `x${at}`)),
] as const

const strangeText = [
  '\u0000',
  '\ufffd',
  '..',
  '..2026-02-30',
  '2026-02-30..',
  '1e309..',
  '9007199254740993',
  '-1',
  'none,none',
  '"',
  '","',
  '""',
  '%',
  "' or 1=1 --",
  '(((',
  'a & | ! b',
  '日本語',
  '-',
  '-createdAt',
  'constructor',
  '__proto__',
  'NEED-0',
  'NEED-99999999999999999999',
  'x'.repeat(3_000),
  Buffer.from('{"value":1,"id":"x"}').toString('base64url'),
  Buffer.from('[null,"\\u0000",1e309]').toString('base64url'),
  `${'A'.repeat(40)}.${'B'.repeat(43)}`,
] as const

interface Strange {
  readonly method: string
  readonly path: string
  readonly text?: string
  readonly headers: Readonly<Record<string, string>>
}

function strangeRequest(chance: () => number): Strange {
  const { method, path, operation } = pick(operations, chance)
  const text = (): string => pick(chance() < 0.4 ? names : strangeText, chance)
  const parameters = (operation.parameters ?? []).map(resolved)
  const query = parameters
    .filter((one) => one['in'] === 'query' && chance() < 0.4)
    .map((one) => [String(one['name']), text()] as const)
  const asked = query.map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  )
  if (chance() < 0.05) asked.push('%ff=%', 'a', '&&')
  const at = path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(text()).slice(0, 2_000))
  const headers = {
    ...(chance() < 0.1 ? { 'if-match': pick(['"1"', 'W/"x"', '*', '"1e309"', ','], chance) } : {}),
    ...(chance() < 0.1
      ? { 'idempotency-key': pick(['k', 'two words', 'x'.repeat(300)], chance) }
      : {}),
    ...(chance() < 0.05
      ? { 'throughline-cause': pick(['%', '%00', '%ed%a0%80', 'x'.repeat(600)], chance) }
      : {}),
  }
  const target = `${at}${asked.length === 0 ? '' : `?${asked.join('&')}`}`
  return method === 'GET'
    ? { method, path: target, headers }
    : {
        method,
        path: target,
        text: strangeBody(operation, chance),
        headers: { 'content-type': 'application/json', ...headers },
      }
}

/** The sample of the operation with some of its members made strange, left out, doubled or more. */
function strangeBody(operation: Operation, chance: () => number): string {
  const content = operation.requestBody?.content['application/json']
  const sample = (content?.example ?? {}) as Readonly<Record<string, unknown>>
  const schema = content?.schema['$ref'] === undefined ? content?.schema : resolved(content.schema)
  const fields = Object.keys((schema?.['properties'] as object | undefined) ?? sample)
  if (chance() < 0.05) return pick(strangeJson, chance)
  const members = fields.flatMap((name) => {
    const one = `${JSON.stringify(name)}:`
    if (chance() < 0.3) return [one + pick(strangeJson, chance)]
    if (chance() < 0.2) return [one + JSON.stringify(pick(names, chance))]
    if (chance() < 0.2 || sample[name] === undefined) return []
    return [one + JSON.stringify(sample[name])]
  })
  if (chance() < 0.05) members.push('"title":"a"', '"title":"b"')
  if (chance() < 0.05) members.push('"__proto__":{"a":1}', '"constructor":1')
  return `{${members.join(',')}}${chance() < 0.03 ? ',' : ''}`
}

const resolved = (one: Schema): Schema => {
  const path = one['$ref']
  return typeof path !== 'string'
    ? one
    : (path
        .split('/')
        .slice(1)
        .reduce<unknown>((at, part) => (at as Schema)[part], document) as Schema)
}

const seeds = Array.from({ length: rounds }, (_, at) => seed + at)

test.each(seeds)(
  'a good many strange requests are each answered, or refused by a problem that says what it is (seed %i)',
  async (own) => {
    const chance = chanceOf(own)
    const wrong: string[] = []
    const seen = new Map<number, number>()
    const one = async (request: Strange): Promise<void> => {
      const { method, path, text, headers } = request
      const told = await house.ask(method, `/api/v1${path}`, {
        as: house.keys.owner,
        headers,
        ...(text === undefined ? {} : { text }),
      })
      seen.set(told.status, (seen.get(told.status) ?? 0) + 1)
      const says = `${method} ${path.slice(0, 300)} ${(text ?? '').slice(0, 300)}: ${told.status} ${told.text.slice(0, 300)}`
      if (told.status >= 500) wrong.push(says)
      else if (
        told.status >= 400 &&
        !(
          told.headers.get('content-type') === 'application/problem+json' &&
          isProblem(told.body) &&
          told.body['status'] === told.status
        )
      )
        wrong.push(says)
    }
    for (let done = 0; done < count; done += 10)
      await Promise.all(Array.from({ length: 10 }, () => one(strangeRequest(chance))))
    expect(wrong).toEqual([])
    expect(house.faults).toEqual([])
    for (const status of [200, 400, 404, 422]) expect(seen.get(status) ?? 0).toBeGreaterThan(20)
    expect((await house.instance.store.verify(house.owner.workspaceId)).broken).toBeUndefined()
  },
  600_000,
)
