import { mayNotCreate } from './may-not-create.ts'
import {
  allows,
  hasRole,
  leastRole,
  reaches,
  type Access,
  type Actor,
  type Behind,
} from './access.ts'
import type { Catalogue } from './catalogue.ts'
import type { Change, Past } from './change.ts'
import { evaluate } from './computed.ts'
import { same } from './crud.ts'
import { denied, invalid, must, Problem, stale, unknown, type Place } from './problem.ts'
import { everyField, hangsOnAny, isKept, type RecordKind, type Row } from './record.ts'
import { isUuid } from './ids.ts'
import { sentence, type Sentence } from './words.ts'
import {
  notAsItIs,
  notThere,
  notYours,
  outOfReach,
  thing,
  things,
  underItself,
} from './refusals.ts'

/** What a change does to one row: how it stood, how it will stand. */
export interface Effect {
  readonly op: Change['op']
  readonly kind: RecordKind
  readonly before: Row | undefined
  /** Undefined when the row goes. */
  readonly after: Row | undefined
  /** It goes along with a row that it hangs on, and whoever moves that does not see it: nobody is told. */
  readonly untold?: true
}

/**
 * Rows by id in any state, past access; the effects of earlier changes included. Of what is only
 * `pending`, nothing but those effects: the database is not asked.
 */
export type Load = (
  record: string,
  ids: readonly string[],
  only?: 'pending',
) => Promise<ReadonlyMap<string, Row>>

/**
 * Turns one change into its effect, or refuses it: the row must be there and seen, the version the
 * one the writer saw, the right held before and after, the record's own laws kept.
 */
export async function effectOf(
  change: Change,
  scene: {
    readonly catalogue: Catalogue
    readonly actor: Actor
    readonly now: string
    readonly load: Load
    /** Does a row hang on one that moves with it? Then whoever moves that need not see it. */
    readonly goesAlong?: (kind: RecordKind, row: Row) => boolean
  },
): Promise<Effect | undefined> {
  const kind = scene.catalogue.record(change.record)
  if (!isUuid(change.id))
    throw invalid(sentence('An id is a UUID; "{id}" is not.', { id: change.id }), [
      { at: 'id', says: 'A UUID version 7, or leave it out.' },
    ])
  // That an id is taken, the database says by itself when the row is written: no question each row.
  const only = change.op === 'create' ? 'pending' : undefined
  const before = (await scene.load(change.record, [change.id], only)).get(change.id)
  switch (change.op) {
    case 'create':
    case 'return': {
      if (before !== undefined)
        throw new Problem(
          'taken',
          sentence('There is already a {record} with this id.', { record: thing(kind) }),
          [{ at: 'id', says: 'Leave the id out, or use a new one.' }],
        )
      const after =
        change.op === 'return'
          ? completed(kind, change.row, scene)
          : born(kind, change.id, change.row, scene)
      await checkRow(kind, after, undefined, scene)
      if (!(await asks(kind.create, after, kind, scene)))
        throw denied(await whyNotMade(after, kind, scene))
      return { op: change.op, kind, before: undefined, after }
    }
    case 'update': {
      const living = await seen(before, kind, change, scene)
      if (living.removedAt !== null)
        throw unknown(sentence('{ref} is in the trash. Restore it first.', { ref: living.ref }))
      checkVersion(living, change, change.patch, kind)
      const patch = Object.entries(change.patch).filter(
        ([name, value]) => !same(living[name] ?? null, value ?? null),
      )
      if (patch.length === 0) return undefined
      const after = moved(kind, { ...living, ...Object.fromEntries(patch) }, scene.now)
      await checkRow(kind, after, living, scene)
      await needBoth(kind, living, after, scene)
      return { op: 'update', kind, before: living, after }
    }
    case 'remove': {
      const hidden = await hiddenAlong(before, kind, scene)
      if (hidden !== undefined) return sentAlong('remove', hidden, kind, scene.now)
      const living = await seen(before, kind, change, scene)
      if (living.removedAt !== null) return undefined
      checkVersion(living, change, {}, kind)
      const after = moved(kind, { ...living, removedAt: scene.now }, scene.now)
      await needBoth(kind, living, after, scene)
      return { op: 'remove', kind, before: living, after }
    }
    case 'restore': {
      const hidden = await hiddenAlong(before, kind, scene)
      if (hidden !== undefined) return sentAlong('restore', hidden, kind, scene.now)
      const gone = await seen(before, kind, change, scene)
      if (gone.removedAt === null) return undefined
      checkVersion(gone, change, {}, kind)
      const after = moved(kind, { ...gone, removedAt: null }, scene.now)
      await needBoth(kind, gone, after, scene)
      return { op: 'restore', kind, before: gone, after }
    }
    case 'discard': {
      const there = await seen(before, kind, change, scene)
      checkVersion(there, change, {}, kind)
      await need(
        kind.write,
        there,
        kind,
        scene,
        sentence('You may not take {ref} away.', { ref: there.ref }),
      )
      return { op: 'discard', kind, before: there, after: undefined }
    }
  }
}

/** What history keeps of an effect: the whole row when it comes or goes, else only the fields that differ. */
export function pastOf(effect: Effect, ordinal: number): Past {
  const { op, kind, before, after } = effect
  const id = must(after ?? before).id
  const base = { ordinal, op, record: kind.name, id }
  if (before === undefined) return { ...base, before: null, after: recorded(kind, must(after)) }
  if (after === undefined) return { ...base, before: recorded(kind, before), after: null }
  const differ = givenNames(kind).filter((name) => !same(before[name] ?? null, after[name] ?? null))
  return { ...base, before: pick(before, differ), after: pick(after, differ) }
}

/** The fields of a row that history keeps: not what is worked out. */
export function recorded(kind: RecordKind, row: Row): Plain {
  const kept: Record<string, unknown> = { id: row.id }
  for (const name of givenNames(kind))
    if (row[name] !== null && row[name] !== undefined) kept[name] = row[name]
  return kept
}

/** The station bit that a kind of record stands at by itself. */
export const ownBit = (catalogue: Catalogue, kind: RecordKind): number =>
  kind.station === undefined ? 0 : 1 << catalogue.stations.indexOf(kind.station)

/** Asks an access of one row, fetching the rows it hangs on. */
export async function asks(
  access: Access,
  row: Row,
  kind: RecordKind,
  scene: { readonly catalogue: Catalogue; readonly actor: Actor; readonly load: Load },
): Promise<boolean> {
  if (scene.actor.kind === 'system') return true
  return allows(access, scene.actor, row, await behindOf(access, row, kind, scene))
}

/** The rows that a row hangs on, fetched once, so that an access can be asked as many actors as there are. */
export async function behindOf(
  access: Access,
  row: Row,
  kind: RecordKind,
  scene: { readonly catalogue: Catalogue; readonly load: Load },
  depth = 0,
): Promise<Behind> {
  const found = new Map<string, ReturnType<Behind>>()
  for (const name of depth > 2 ? [] : reaches(access)) {
    const field = everyField(kind)[name]
    if (field?.kind !== 'ref') continue
    const id = row[name]
    const to = field.to === 'any' ? row[must(field.kindIn)] : field.to
    if (
      typeof id !== 'string' ||
      typeof to !== 'string' ||
      !scene.catalogue.records.some(
        (one) => one.name === to && !(field.to === 'any' && hangsOnAny(one)),
      )
    )
      continue
    const next = (await scene.load(to, [id])).get(id)
    if (next === undefined) continue
    const read = scene.catalogue.record(to).read
    found.set(name, {
      row: next,
      read,
      behind: await behindOf(read, next, scene.catalogue.record(to), scene, depth + 1),
    })
  }
  return (name) => found.get(name)
}

type Scene = {
  readonly catalogue: Catalogue
  readonly actor: Actor
  readonly now: string
  readonly load: Load
}

function born(kind: RecordKind, id: string, given: Plain, scene: Scene): Row {
  const row: Record<string, unknown> = { ...blank(kind), ...given, id, ref: '', version: 1 }
  row['createdAt'] = scene.now
  row['updatedAt'] = scene.now
  row['createdById'] = scene.actor.id
  row['removedAt'] = null
  row['stations'] = ownBit(scene.catalogue, kind)
  row['custom'] = given['custom'] ?? {}
  return worked(kind, row)
}

const completed = (kind: RecordKind, row: Plain, { catalogue }: Scene): Row =>
  worked(kind, { ...blank(kind), ...row, stations: ownBit(catalogue, kind) })

const moved = (kind: RecordKind, row: Row, now: string): Row =>
  worked(kind, { ...row, version: row.version + 1, updatedAt: now })

const blank = remembered((kind) =>
  Object.fromEntries(
    Object.entries(everyField(kind)).map(
      ([name, field]) => [name, 'default' in field ? (field.default ?? null) : null] as const,
    ),
  ),
)

const requiredNames = remembered((kind) =>
  Object.entries(kind.fields).flatMap(([name, field]) => (field.required === true ? [name] : [])),
)

/** The fields that history keeps: what was given, not what is worked out. */
const givenNames = remembered((kind) =>
  Object.entries(everyField(kind)).flatMap(([name, field]) =>
    isKept(kind, name) || field.kind === 'computed' ? [] : [name],
  ),
)

function remembered<T>(make: (kind: RecordKind) => T): (kind: RecordKind) => T {
  const made = new WeakMap<RecordKind, T>()
  return (kind) => {
    const known = made.get(kind) ?? make(kind)
    made.set(kind, known)
    return known
  }
}

function worked(kind: RecordKind, row: Plain): Row {
  const computed = computedFields(kind).map(
    ([name, field]) => [name, evaluate(field.expr, row)] as const,
  )
  return (computed.length === 0 ? row : { ...row, ...Object.fromEntries(computed) }) as Row
}

const computedFields = remembered((kind) =>
  Object.entries(kind.fields).flatMap(([name, field]) =>
    field.kind === 'computed' ? [[name, field] as const] : [],
  ),
)

async function checkRow(
  kind: RecordKind,
  row: Row,
  before: Row | undefined,
  scene: Scene,
): Promise<void> {
  const places = [
    ...requiredNames(kind)
      .filter((name) => (row[name] ?? null) === null)
      .map((name) => ({ at: name, says: 'This must be given.' })),
    ...(before === undefined ? [] : emptied(kind, row, before)),
    ...pointerNames(kind).flatMap((name) => unfitIds(name, row[name], before?.[name])),
    ...(kind.check?.(row) ?? []),
  ]
  if (places.length > 0) throw invalid(notAsItIs(kind), places)
  for (const name of parentNames(kind)) {
    const parent = row[name]
    if (typeof parent === 'string' && parent !== before?.[name])
      await refuseCycle(kind, name, row, parent, scene)
  }
}

/** A text that must be given is not emptied by a change: whoever changes a row may leave it out, and then it stays. */
const emptied = (kind: RecordKind, row: Row, before: Row): readonly Place[] =>
  requiredNames(kind)
    .filter((name) => isEmpty(row[name]) && !isEmpty(before[name]))
    .map((at) => ({ at, says: 'This may not be empty.' }))

const isEmpty = (value: unknown): boolean => typeof value === 'string' && value.trim() === ''

/** The fields that hold the id of another row, or a list of them. */
const pointerNames = remembered((kind) =>
  Object.entries(kind.fields).flatMap(([name, field]) =>
    field.kind === 'ref' || (field.kind === 'list' && field.of !== 'text') ? [name] : [],
  ),
)

/** A ref that nobody has turned into an id is told at its place: the database would not take it. */
function unfitIds(at: string, value: unknown, before: unknown): readonly Place[] {
  if (value === before || value === null || value === undefined) return []
  const ids = Array.isArray(value) ? (value as readonly unknown[]) : [value]
  const unfit = ids.find((id) => typeof id !== 'string' || !isUuid(id))
  return unfit === undefined
    ? []
    : [{ at, says: sentence('An id is a UUID; "{id}" is not.', { id: String(unfit) }) }]
}

/** The fields by which a row stands under another of its kind. */
const parentNames = remembered((kind) =>
  Object.entries(kind.fields).flatMap(([name, field]) =>
    field.kind === 'ref' && field.to === kind.name ? [name] : [],
  ),
)

async function refuseCycle(
  kind: RecordKind,
  name: string,
  row: Row,
  parent: string,
  scene: Scene,
): Promise<void> {
  let at: string | undefined = parent
  for (let depth = 0; at !== undefined; depth++) {
    if (at === row.id || depth > 64)
      throw invalid(
        row.ref === ''
          ? sentence('This {record} would stand under itself.', { record: thing(kind) })
          : underItself(row.ref),
        [{ at: name, says: 'Choose one that does not already stand under this one.' }],
      )
    const next: unknown = (await scene.load(kind.name, [at])).get(at)?.[name]
    at = typeof next === 'string' ? next : undefined
  }
}

/** The row where it goes along with one that it hangs on, and whoever moves that may not see it. */
async function hiddenAlong(
  row: Row | undefined,
  kind: RecordKind,
  scene: Scene & { readonly goesAlong?: (kind: RecordKind, row: Row) => boolean },
): Promise<Row | undefined> {
  if (row === undefined || scene.goesAlong?.(kind, row) !== true) return undefined
  return (await asks(kind.read, row, kind, scene)) ? undefined : row
}

function sentAlong(
  op: 'remove' | 'restore',
  before: Row,
  kind: RecordKind,
  now: string,
): Effect | undefined {
  const removedAt = op === 'remove' ? now : null
  if ((before.removedAt === null) === (removedAt === null)) return undefined
  return { op, kind, before, after: moved(kind, { ...before, removedAt }, now), untold: true }
}

async function seen(
  row: Row | undefined,
  kind: RecordKind,
  change: Change,
  scene: Scene,
): Promise<Row> {
  if (row === undefined || !(await asks(kind.read, row, kind, scene)))
    throw unknown(notThere(kind, change.id))
  return row
}

function checkVersion(row: Row, change: Change, yours: Plain, kind: RecordKind): void {
  const version = 'version' in change ? change.version : undefined
  if (version === undefined || version === row.version) return
  throw stale(
    sentence(
      'Somebody changed {what} after you opened it. Nothing was overwritten: look at both and save again.',
      {
        what: row.ref === '' ? sentence('this {record}|changed', { record: thing(kind) }) : row.ref,
      },
    ),
    {
      current: row,
      yours,
      version: row.version,
    },
  )
}

async function needBoth(kind: RecordKind, before: Row, after: Row, scene: Scene): Promise<void> {
  const says = notYours(before.ref)
  await need(kind.write, before, kind, scene, says)
  await need(kind.write, after, kind, scene, outOfReach(before.ref))
}

async function need(
  access: Access,
  row: Row,
  kind: RecordKind,
  scene: Scene,
  says: Sentence,
): Promise<void> {
  if (!(await asks(access, row, kind, scene))) throw denied(says)
}

/** What keeps somebody from making a row: the role, or the product it would be in. */
async function whyNotMade(row: Row, kind: RecordKind, scene: Scene): Promise<Sentence> {
  const { bounds, ...free } = scene.actor
  const least = leastRole(kind.create)
  if (least !== undefined && !hasRole(free, least)) return mayNotCreate(kind, least, free.role)
  const isBound =
    bounds !== undefined && (await asks(kind.create, row, kind, { ...scene, actor: free }))
  return isBound
    ? sentence(
        'You may not create {records} in this product: your rights are for others. Choose one of yours, or ask an admin for this one.',
        { records: things(kind) },
      )
    : sentence('You may not create {records} here.', { records: things(kind) })
}

const pick = (row: Plain, names: readonly string[]): Plain =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null] as const))

type Plain = Readonly<Record<string, unknown>>
