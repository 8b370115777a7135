import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { anyone, role } from '../../engine/access.ts'
import { catalogueOf } from '../../engine/catalogue.ts'
import { command } from '../../engine/command.ts'
import { of, multiply } from '../../engine/computed.ts'
import {
  amount,
  choice,
  computed,
  date,
  flag,
  instant,
  interval,
  list,
  number,
  prose,
  ref,
  text,
} from '../../engine/field.ts'
import { record } from '../../engine/record.ts'
import { view } from '../../engine/view.ts'
import { storeVerbs } from './commands.ts'
import { openApi, type Operation } from './openapi.ts'
import { referencePage } from './reference.ts'
import { sampleOf } from './sample.ts'

const nest = record({
  name: 'nest',
  plural: 'nests',
  says: { one: 'nest', many: 'nests', what: 'Where birds <b>live</b>.' },
  prefix: 'NEST',
  title: 'place',
  held: 'whole',
  read: anyone,
  create: role('editor'),
  write: role('editor'),
  order: '-createdAt',
  fields: {
    place: text({ label: 'Place', max: 100, required: true, search: 'A' }),
    map: text({ label: 'Map', max: 200, required: true, form: 'url' }),
    eggs: number({
      label: 'Eggs',
      whole: true,
      min: 2,
      max: 9,
      required: true,
      filter: true,
      sort: true,
    }),
    size: number({ label: 'Size', allowed: { small: 0.5, large: 2 }, unit: 'm', default: 2 }),
    worth: amount({ label: 'Worth' }),
    built: date({ label: 'Built' }),
    seenAt: instant({ label: 'Seen at', filter: true }),
    kind: choice({
      label: 'Kind',
      options: { tree: 'In a tree', 'on-ground': 'On the ground' },
      required: true,
      filter: true,
    }),
    open: flag({ label: 'Open' }),
    besideId: ref({ label: 'Beside', to: 'nest' }),
    marks: list({ label: 'Marks', of: 'text', most: 3 }),
    season: interval({ label: 'Season' }),
    notes: prose({ label: 'Notes', max: 100 }),
    weight: computed({ label: 'Weight', expr: multiply(of('eggs'), 2) }),
  },
})

const egg = record({
  name: 'egg-shell',
  plural: 'egg-shells',
  says: { one: 'egg shell', many: 'egg shells', what: 'What is left.' },
  prefix: 'EGG',
  title: 'name',
  held: 'whole',
  derive: 'reading-only',
  read: anyone,
  create: anyone,
  write: anyone,
  order: '-createdAt',
  fields: {
    name: text({ label: 'Name', max: 10 }),
    nestId: ref({ label: 'Nest', to: 'nest', required: true }),
  },
})

const hatch = command({
  name: 'hatch',
  says: 'Let it hatch',
  on: 'nest',
  input: {
    nest: ref({ label: 'Nest', to: 'nest', required: true }),
    count: number({ label: 'Count', whole: true, min: 1, required: true }),
  },
  may: 'editor',
  decide: () => Promise.resolve({ changes: [] }),
})

const why = view({
  name: 'why',
  says: 'Say why',
  input: {
    ref: text({ label: 'Ref', max: 64, required: true }),
    depth: number({ label: 'Depth', whole: true, min: 1 }),
  },
  may: 'viewer',
  reads: 'any',
  answer: () => Promise.resolve({}),
})

const birds = catalogueOf(
  [{ name: 'birds', says: 'Birds', records: [nest, egg], relations: [], commands: [hatch] }],
  ['heard'],
  [why],
)
const document = openApi(birds, '1.2.3')
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

describe('the OpenAPI document', () => {
  test('gives a default to what is created, and none to what is changed: left out means untouched', () => {
    const bodyOf = (method: 'post' | 'patch', path: string): string =>
      JSON.stringify(document.paths[path]?.[method]?.requestBody)
    expect(bodyOf('post', '/nests')).toContain('"default":2')
    expect(bodyOf('patch', '/nests/{id}')).toContain('"size":')
    expect(bodyOf('patch', '/nests/{id}')).not.toContain('"default":2')
    expect(bodyOf('post', '/commands/set-nests')).not.toContain('"default":2')
  })

  test('leads nowhere that is not in it', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path = '']) => path,
    )
    expect(refs.length).toBeGreaterThan(50)
    const leading = [...new Set(refs)].filter(
      (path) =>
        path
          .split('/')
          .reduce<unknown>(
            (at, part) => (at as Record<string, unknown> | undefined)?.[part],
            document,
          ) === undefined,
    )
    expect(leading).toEqual([])
  })

  test('names each operation once, says what it does, and how it can be refused', () => {
    expect(operations.length).toBeGreaterThan(15)
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const wanting = operations.filter(
      ({ operation }) =>
        operation.summary === '' ||
        !Object.keys(operation.responses).some((status) => /^[23]/.test(status)) ||
        (operation.security === undefined && !('401' in operation.responses)),
    )
    expect(wanting).toEqual([])
  })

  test('declares every part of every path as a parameter', () => {
    const parts = operations.map(({ path }) => [
      path,
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    ])
    const declared = operations.map(({ path, operation }) => [
      path,
      ...(operation.parameters ?? [])
        .map((one) => resolve(one))
        .filter((one) => one['in'] === 'path')
        .map((one) => one['name']),
    ])
    expect(declared).toEqual(parts)
  })

  test('has schemas that a validator accepts, and examples that fit them', () => {
    const ajv = validator()
    for (const { path, operation } of operations) {
      const content = operation.requestBody?.content['application/json']
      if (content === undefined) continue
      const validate = ajv.compile({ ...content.schema, components: document.components })
      expect({ path, fits: validate(content.example), errors: validate.errors }).toEqual({
        path,
        fits: true,
        errors: null,
      })
    }
    for (const schema of Object.values(document.components['schemas'] ?? {}))
      ajv.compile({ ...schema, components: document.components })
  })

  test('says of a field what the field says: bounds, whole numbers, options, defaults, what must be given', () => {
    const schema = document.paths['/nests']?.post?.requestBody?.content['application/json']
      ?.schema as Record<string, Record<string, Record<string, unknown>>>
    expect(schema['required']).toEqual(['place', 'map', 'eggs', 'kind'])
    expect(schema['properties']?.['eggs']).toMatchObject({
      type: 'integer',
      minimum: 2,
      maximum: 9,
    })
    expect(schema['properties']?.['size']).toMatchObject({
      default: 2,
      anyOf: [{ enum: [0.5, 2] }, { type: 'null' }],
    })
    expect(schema['properties']?.['kind']).toMatchObject({ enum: ['tree', 'on-ground'] })
    expect(schema['properties']).not.toHaveProperty('weight')
    expect(schema['additionalProperties']).toBe(false)
  })

  test('offers of a record only the verbs it has, and to filter and sort only what has an index', () => {
    expect(Object.keys(document.paths['/egg-shells'] ?? {})).toEqual(['get'])
    expect(Object.keys(document.paths['/egg-shells/{id}'] ?? {})).toEqual(['get'])
    const names = (document.paths['/nests']?.get?.parameters ?? []).map(
      (one) => resolve(one)['name'],
    )
    expect(new Set(names)).toEqual(
      new Set([
        'q',
        'filter[eggs]',
        'filter[kind]',
        'filter[seenAt]',
        'filter[custom.KEY]',
        'sort',
        'limit',
        'cursor',
        'count',
        'state',
      ]),
    )
  })

  test('has the commands of the catalogue, those of the store, and a line view under its own address', () => {
    expect(document.paths['/commands/hatch']?.post?.description).toContain('editor')
    for (const verb of storeVerbs)
      expect(document.paths).toHaveProperty([`/commands/${verb.name}`, 'post'])
    expect(document.paths).not.toHaveProperty(['/commands/create-nest'])
    const line = document.paths['/why/{ref}']?.get as Operation
    expect((line.parameters ?? []).map((one) => resolve(one)['name'])).toEqual([
      'ref',
      'depth',
      'format',
    ])
    expect(line.responses['200']).toHaveProperty(['content', 'text/markdown'])
  })
})

test('a sample gives what must be given, and nothing that is worked out', () => {
  const input = birds.command('create-nest')?.input ?? {}
  expect(sampleOf(input, birds, nest)).toEqual({
    place: 'Place of an example',
    map: 'https://example.org/42',
    eggs: 2,
    kind: 'tree',
  })
})

describe('the reference page', () => {
  const page = referencePage(document)

  test('shows every operation, with a request that can be sent as it stands', () => {
    for (const { operation } of operations) expect(page).toContain(`id="${operation.operationId}"`)
    expect(page).toContain('-d &#39;{&#34;place&#34;:&#34;Place of an example&#34;')
  })

  test('asks nobody else for anything and runs nothing', () => {
    expect(page).not.toMatch(/<script|<iframe|<img|\son\w+=|style=/i)
    expect(
      [...page.matchAll(/(?:src|href)="([^"]+)"/g)]
        .map(([, url = '']) => url)
        .filter((url) => !/^[#/]/.test(url)),
    ).toEqual([])
  })

  test('shows words of the catalogue as words, whatever they hold', () => {
    expect(page).toContain('Where birds &#60;b&#62;live')
  })
})

const validator = (): Ajv2020 =>
  new Ajv2020({ strict: false, validateFormats: false, allErrors: true })

function resolve(one: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const path = one['$ref']
  if (typeof path !== 'string') return one
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], document) as Record<
    string,
    unknown
  >
}
