import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverCatalogue } from '../areas/server.ts'
import { must } from '../engine/problem.ts'
import { openApi, type Operation } from '../surfaces/rest/openapi.ts'
import type { Schema } from '../surfaces/rest/schemas.ts'
import { openWorld, type Told, type World } from './instance.world.ts'

const document = openApi(serverCatalogue, '0')
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
let world: World
beforeAll(async () => {
  world = await openWorld()
  // What hangs on DEC-1 in the samples can be made as long as it is open.
  const json = { question: 'Which way?', door: 'two-way' }
  const told = await world.ask('POST', '/api/v1/commands/open-decision', {
    as: world.ownerToken,
    json,
  })
  if (told.status >= 300) throw new Error(told.text)
})
afterAll(() => world.close())

/** Records with a plain create, in the order of their areas: what one needs was made before it. */
/** What is made of bytes is made elsewhere: its address takes no JSON. */
const made = serverCatalogue.records.filter(
  ({ plural, file }) => file === undefined && document.paths[`/${plural}`]?.post !== undefined,
)

type Method = 'get' | 'post' | 'patch' | 'delete'
const operation = (method: Method, path: string): Operation =>
  must(document.paths[path]?.[method], `${method} ${path}`)
const sample = (method: Method, path: string): unknown =>
  operation(method, path).requestBody?.content['application/json']?.example

/** Sends the sample of an operation as the reference prints it, and holds the answer to its schema. */
async function send(method: Method, path: string, at = path): Promise<Told> {
  const json = sample(method, path)
  const told = await world.ask(method.toUpperCase(), `/api/v1${at}`, {
    as: world.ownerToken,
    ...(json === undefined ? {} : { json }),
  })
  expect(faultsOf(told, operation(method, path), `${method} ${at}`)).toEqual([])
  return told
}

/** Where an answer is not what the document says of it. */
function faultsOf(told: Told, described: Operation, where: string): readonly unknown[] {
  const response = resolved(described.responses[String(told.status)])
  if (response === undefined)
    return [`${where} answered ${told.status}, which is not described: ${told.text.slice(0, 500)}`]
  const content = response['content'] as
    | Readonly<Record<string, { readonly schema: Schema }>>
    | undefined
  if (content === undefined)
    return told.text === '' ? [] : [`${where} has a body, and none is described`]
  const schema = Object.values(content)[0]?.schema
  const validate = validatorOf(must(schema))
  return validate(told.body) ? [] : [where, told.text.slice(0, 500), validate.errors]
}

const validators = new Map<Schema, ValidateFunction>()
function validatorOf(schema: Schema): ValidateFunction {
  const known =
    validators.get(schema) ?? ajv.compile({ ...schema, components: document.components })
  validators.set(schema, known)
  return known
}

function resolved(one: Schema | undefined): Schema | undefined {
  const path = one?.['$ref']
  if (typeof path !== 'string') return one
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, part) => (at as Schema)[part], document) as Schema
}

describe('the samples of the reference, sent as they stand', () => {
  test.each(made)('make, read, change, remove and restore: $name', async (kind) => {
    const list = `/${kind.plural}`
    const one = `${list}/{id}`
    const created = await send('post', list)
    expect({
      status: created.status,
      ref: created.body['ref'],
      says: created.status === 201 ? '' : created.text,
    }).toEqual({ status: 201, ref: expect.stringMatching(`^${kind.prefix}-`) as string, says: '' })
    const at = `${list}/${String(created.body['ref'])}`
    expect((await send('get', one, at)).status).toBe(200)
    expect((await send('get', list)).status).toBe(200)
    const verbs = (document.paths[one] ?? {}) as Readonly<Record<string, Operation>>
    const changed = verbs['patch'] === undefined ? undefined : await send('patch', one, at)
    expect([undefined, 200]).toContain(changed?.status)
    const removed = verbs['delete'] === undefined ? undefined : await send('delete', one, at)
    expect([undefined, 204]).toContain(removed?.status)
    const restored =
      removed === undefined ? undefined : await send('post', `${one}/restore`, `${at}/restore`)
    expect([undefined, 200]).toContain(restored?.status)
  })

  test('are answered or refused as described, every command and view among them', async () => {
    const commands = Object.keys(document.paths).filter((path) => path.startsWith('/commands/'))
    const views = Object.keys(document.paths).filter((path) => path.startsWith('/views/'))
    expect(commands.length).toBeGreaterThan(5)
    for (const path of commands) await send('post', path)
    for (const path of views) await send('get', path)
    for (const path of ['/me', '/history', '/history/verify', '/openapi.json', '/catalogue.json'])
      expect((await send('get', path)).status).toBe(200)
    for (const kind of serverCatalogue.records)
      expect((await send('get', `/${kind.plural}`)).status).toBe(200)
  })
})

test('every filter and order that is offered is answered, at both ends of its values', async () => {
  const answers: string[] = []
  for (const kind of serverCatalogue.records) {
    const names = (operation('get', `/${kind.plural}`).parameters ?? []).map((one) =>
      must(resolved(one)),
    )
    for (const { name, schema } of names as unknown as {
      readonly name: string
      readonly schema: Schema
    }[]) {
      // the key of an own field is the workspace's: there is none of that name here
      const values =
        name === 'filter[custom.KEY]'
          ? []
          : name.startsWith('filter[')
            ? ['none']
            : Array.isArray(schema['enum'])
              ? (schema['enum'] as string[])
              : name === 'q'
                ? ['example', '"', '%', '\\', '日本語', "' or 1=1 --", '*:*']
                : []
      for (const value of values) {
        const told = await world.ask(
          'GET',
          `/api/v1/${kind.plural}?${new URLSearchParams({ [name]: value }).toString()}`,
          { as: world.ownerToken },
        )
        if (told.status !== 200) answers.push(`${kind.plural} ${name}=${value}: ${told.status}`)
      }
    }
  }
  expect(answers).toEqual([])
})

test('nothing above was a fault of ours', () => {
  expect(world.faults.map(({ cause }) => cause)).toEqual([])
})
