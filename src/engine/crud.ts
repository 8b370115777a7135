import { canonical } from './canonical.ts'
import type { Change } from './change.ts'
import type { Command, Scene } from './command.ts'
import { checkCustom, checkSortable, customField } from './custom.ts'
import { isGiven, isNeverEmpty, number, ref, type Field, type Fields } from './field.ts'
import { invalid, must, unknown, type Place } from './problem.ts'
import { everyField, standing, type RecordKind, type Row } from './record.ts'
import { notAsItIs, notThere } from './refusals.ts'
import { sentence } from './words.ts'

/** The plain verbs of a record: create, update, remove, restore. A verb that means more is written by hand. */
export function crud(kind: RecordKind): readonly Command[] {
  return [create(kind), update(kind), remove(kind), restore(kind)]
}

/** The fields that create and update accept: what people give, less what a command of its own must set. */
export function givenFields(kind: RecordKind): Fields {
  const own = Object.entries(kind.fields).filter(
    ([, field]) => isGiven(field) && field.set !== 'by-command',
  )
  return { ...Object.fromEntries(own), custom: standing.custom }
}

const create = (kind: RecordKind): Command => ({
  name: `create-${kind.name}`,
  says: `Create ${article(kind.says.one)}`,
  on: kind.name,
  input: {
    id: ref({ label: 'Id', to: kind.name, help: 'UUID version 7, made by the client' }),
    ...givenFields(kind),
  },
  may: 'viewer',
  promises: ['adds'],
  decide: async (input: Plain, scene) => {
    const { id, ...given } = input
    const said = Object.entries(given).filter(([, value]) => value !== undefined)
    const row = await settle(kind, { ...defaults(kind), ...Object.fromEntries(said) }, scene)
    return {
      changes: [
        { op: 'create', record: kind.name, id: typeof id === 'string' ? id : scene.newId(), row },
      ],
    }
  },
})

const update = (kind: RecordKind): Command => ({
  name: `update-${kind.name}`,
  says: `Change ${article(kind.says.one)}`,
  on: kind.name,
  input: { ...target(kind), ...optional(givenFields(kind)) },
  may: 'viewer',
  promises: ['settles'],
  decide: async (input: Plain, scene) => {
    const { id, version, ...given } = input
    const row = await present(kind, id, scene)
    const patch = await settle(kind, given, scene, row)
    return {
      changes: [
        { op: 'update', record: kind.name, id: row.id, patch, version: asVersion(version) },
      ],
    }
  },
})

const remove = (kind: RecordKind): Command => ({
  name: `remove-${kind.name}`,
  says: `Move ${article(kind.says.one)} to the trash`,
  on: kind.name,
  input: target(kind),
  may: 'viewer',
  promises: ['settles'],
  decide: async (input: Plain, scene) => {
    const row = await present(kind, input['id'], scene)
    const links = await scene.reader.links([row.id])
    const unlinked = links.map((one): Change => ({ op: 'remove', record: 'link', id: one.id }))
    return {
      changes: [
        { op: 'remove', record: kind.name, id: row.id, version: asVersion(input['version']) },
        ...unlinked,
      ],
    }
  },
})

const restore = (kind: RecordKind): Command => ({
  name: `restore-${kind.name}`,
  says: `Take ${article(kind.says.one)} out of the trash`,
  on: kind.name,
  input: target(kind),
  may: 'viewer',
  promises: ['adds', 'settles'],
  decide: async (input: Plain, scene) => {
    if (kind.name === customField.name) await checkReturning(String(input['id']), scene)
    return {
      changes: [
        {
          op: 'restore',
          record: kind.name,
          id: String(input['id']),
          version: asVersion(input['version']),
        },
      ],
    }
  },
})

/** A definition out of the trash may be one sortable own field too many. */
async function checkReturning(id: string, { reader }: Scene): Promise<void> {
  const trash = await reader.list(customField.name, { state: 'removed', limit: 200 })
  const gone = trash.data.find((row) => row.id === id)
  const places = gone === undefined ? [] : await checkSortable(gone, gone.id, reader)
  if (places.length > 0) throw invalid('This own field cannot come back as it is.', places)
}

/** The row that a command speaks of, or one answer for "not there" and "not for you". */
export async function present(
  kind: Pick<RecordKind, 'name' | 'says'>,
  idOrRef: unknown,
  scene: Pick<Scene, 'reader'>,
): Promise<Row> {
  const row = await scene.reader.get(kind.name, String(idOrRef))
  if (row === undefined) throw unknown(notThere(kind, String(idOrRef)))
  return row
}

/** Refs become ids, each asked for on its own; own fields are checked; what is unchanged falls away. */
export async function settle(
  kind: RecordKind,
  given: Plain,
  scene: Scene,
  before?: Row,
): Promise<Plain> {
  const places: Place[] = []
  const settled: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue
    const field = must(everyField(kind)[name], `${kind.name}.${name}`)
    if (name === 'custom') {
      const own = await checkCustom(kind.name, value, before?.custom ?? {}, scene.reader)
      places.push(...own.places)
      settled[name] = own.values
      continue
    }
    settled[name] = await settleValue(name, field, value, { ...before, ...given }, scene, places)
  }
  if (kind.name === customField.name && marks(settled, before))
    places.push(...(await checkSortable({ ...before, ...settled }, before?.id, scene.reader)))
  if (places.length > 0) throw invalid(notAsItIs(kind), places)
  if (before === undefined) return settled
  return Object.fromEntries(
    Object.entries(settled).filter(([name, value]) => !same(before[name] ?? null, value)),
  )
}

/** Could this make an own field of one record sortable? */
const marks = (given: Plain, before: Row | undefined): boolean =>
  before?.['sortable'] !== true || (given['of'] ?? before['of']) !== before['of']

async function settleValue(
  name: string,
  field: Field,
  value: unknown,
  row: Plain,
  scene: Scene,
  places: Place[],
): Promise<unknown> {
  if (value === null) return null
  if (field.kind === 'ref' && field.to !== 'actor') {
    const to = field.to === 'any' ? String(row[must(field.kindIn)]) : field.to
    return resolve(name, to, String(value), scene, places)
  }
  if (field.kind === 'list' && field.of !== 'text') {
    const ids: string[] = []
    for (const one of value as readonly string[])
      ids.push(await resolve(name, field.of, one, scene, places))
    return [...new Set(ids)]
  }
  return value
}

async function resolve(
  at: string,
  to: string,
  idOrRef: string,
  scene: Scene,
  places: Place[],
): Promise<string> {
  const row = await scene.reader.get(to, idOrRef)
  if (row === undefined)
    places.push({
      at,
      says: sentence('There is no {record} {name} that you may see.', {
        record: to,
        name: idOrRef,
      }),
    })
  return row?.id ?? idOrRef
}

function defaults(kind: RecordKind): Plain {
  const found = Object.entries(kind.fields).flatMap(([name, field]) =>
    'default' in field && field.default !== undefined ? [[name, field.default] as const] : [],
  )
  return Object.fromEntries(found)
}

const target = (kind: RecordKind): Fields => ({
  id: ref({ label: kind.says.one, to: kind.name, required: true }),
  version: number({
    label: 'Version',
    whole: true,
    help: 'The version you saw; another one is refused',
  }),
})

/** The same fields, none of them asked for, and none that a client may fill in where it is left out. */
export const optional = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { required: _, ...field }]) => {
      if (!('default' in field)) return [name, field] as const
      const { default: __, ...bare } = field
      return [name, isNeverEmpty(field) ? { ...bare, kept: true } : bare] as const
    }),
  )

/** One value said twice: a database may give the keys of an object back in another order than they came. */
export const same = (left: unknown, right: unknown): boolean =>
  left === right || (typeof left === 'object' && canonical(left) === canonical(right))

const asVersion = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined

const article = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`

type Plain = Readonly<Record<string, unknown>>
