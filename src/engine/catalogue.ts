import { reaches } from './access.ts'
import type { Command } from './command.ts'
import { crud } from './crud.ts'
import { customField } from './custom.ts'
import { link, type Relation } from './link.ts'
import { linkCommands } from './linking.ts'
import { assert, must } from './problem.ts'
import { everyField, hangsOnAny, type RecordKind } from './record.ts'
import { setMany } from './set-many.ts'
import { trashMany } from './trash-many.ts'
import { savedView } from './saved-view.ts'
import type { View } from './view.ts'

/** What one area of the product declares. */
export interface Area {
  readonly name: string
  readonly says: string
  readonly records: readonly RecordKind[]
  readonly relations: readonly Relation[]
  readonly commands: readonly Command[]
}

/** The whole declaration as one value: what every surface is a function of. */
export interface Catalogue {
  readonly stations: readonly string[]
  readonly areas: readonly Area[]
  readonly records: readonly RecordKind[]
  readonly relations: readonly Relation[]
  /** All that can be given as they are; `command` knows those that come with a file as well. */
  readonly commands: readonly Command[]
  readonly views: readonly View[]
  readonly record: (name: string) => RecordKind
  readonly recordOfPlural: (plural: string) => RecordKind | undefined
  readonly recordOfPrefix: (prefix: string) => RecordKind | undefined
  readonly command: (name: string) => Command | undefined
  readonly view: (name: string) => View | undefined
  /** The declared relation between two records, if there is one. */
  readonly relation: (from: string, name: string, to: string) => Relation | undefined
}

/** Builds the catalogue and refuses one that contradicts itself: a name twice, a ref to nothing, a `via` three deep. */
export function catalogueOf(
  areas: readonly Area[],
  stations: readonly string[],
  views: readonly View[] = [],
): Catalogue {
  const records = [...areas.flatMap((area) => area.records), customField, savedView, link]
  const relations = areas.flatMap((area) => area.relations)
  const own = areas.flatMap((area) => area.commands)
  // What an area says by itself stands in place of the plain verb of that name.
  const named = new Set(own.map(({ name }) => name))
  const plain = records.flatMap((kind) =>
    kind.derive === 'reading-only' ? [] : [...crud(kind), ...setMany(kind), ...trashMany(kind)],
  )
  const commands = [...own, ...plain.filter(({ name }) => !named.has(name))]
  const byName = unique('record', records, (kind) => kind.name)
  const byPlural = unique('plural', records, (kind) => kind.plural)
  const byPrefix = unique('prefix', records, (kind) => kind.prefix)
  const all = [...commands, ...linkCommands(relations)]
  const byCommand = unique('command', all, (made) => made.name)
  const withFile = new Set(records.flatMap(({ file }) => file ?? []))
  const byView = unique('view', views, (made) => made.name)
  const catalogue: Catalogue = {
    stations,
    areas,
    records,
    relations,
    commands: all.filter(({ name }) => !withFile.has(name)),
    views,
    record: (name) => must(byName.get(name), `record ${name}`),
    recordOfPlural: (plural) => byPlural.get(plural),
    recordOfPrefix: (prefix) => byPrefix.get(prefix),
    command: (name) => byCommand.get(name),
    view: (name) => byView.get(name),
    relation: (from, name, to) =>
      relations.find(
        (one) => one.relation === name && one.from.includes(from) && one.to.includes(to),
      ),
  }
  for (const kind of records) checkKind(kind, byName, stations)
  for (const name of withFile) must(byCommand.get(name), `command ${name}, which comes with a file`)
  for (const one of relations)
    for (const end of [...one.from, ...one.to])
      must(byName.get(end), `end ${end} of relation ${one.relation}`)
  return catalogue
}

function unique<T>(
  what: string,
  items: readonly T[],
  key: (item: T) => string,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const item of items) {
    assert(!found.has(key(item)), `the ${what} ${key(item)} is declared twice`)
    found.set(key(item), item)
  }
  return found
}

function checkKind(
  kind: RecordKind,
  byName: ReadonlyMap<string, RecordKind>,
  stations: readonly string[],
): void {
  const fields = everyField(kind)
  if (kind.station !== undefined)
    assert(stations.includes(kind.station), `${kind.name}: no station ${kind.station}`)
  must(fields[kind.title], `title field of ${kind.name}`)
  const order = kind.order.replace(/^-/, '')
  assert(fields[order]?.sort === true, `${kind.name} is ordered by ${order}, which is not sortable`)
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.kind === 'ref' && field.to !== 'any' && field.to !== 'actor')
      must(byName.get(field.to), `${kind.name}.${name} points at ${field.to}`)
    if (field.kind === 'ref' && field.line !== undefined)
      must(field.reads, `${kind.name}.${name} is on the line and has no words to be read by`)
    if (field.kind === 'list' && field.of !== 'text')
      must(byName.get(field.of), `${kind.name}.${name} lists ${field.of}`)
    if (field.kind === 'rollup')
      for (const source of field.from)
        must(byName.get(source.record)?.fields[source.through], `${kind.name}.${name}`)
  }
  assert(depth(kind, byName) <= 2, `${kind.name}: its read access reaches more than two rows deep`)
}

function depth(kind: RecordKind, byName: ReadonlyMap<string, RecordKind>): number {
  const next = reaches(kind.read).map((name) => {
    const field = kind.fields[name]
    assert(field?.kind === 'ref', `${kind.name}.${name} is no ref, so nothing hangs on it`)
    if (field.to === 'any')
      return Math.max(
        ...[...byName.values()]
          .filter((one) => !hangsOnAny(one))
          .map((one) => 1 + depth(one, byName)),
      )
    return 1 + depth(must(byName.get(field.to), field.to), byName)
  })
  return Math.max(0, ...next)
}
