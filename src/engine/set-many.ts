import { allows, reaches, type Behind } from './access.ts'
import type { Change } from './change.ts'
import type { Command, Scene } from './command.ts'
import { givenFields, optional, same, settle } from './crud.ts'
import { checkCustom, customField } from './custom.ts'
import { list } from './field.ts'
import { isUuid } from './ids.ts'
import { asSentence, invalid } from './problem.ts'
import { everyField, type RecordKind, type Row } from './record.ts'
import { declaredWord, sentence, type Sentence } from './words.ts'
import { notThere, notYours, outOfReach, things, underItself } from './refusals.ts'

/** The most rows that one such command takes: as many as a commit is read back with. */
export const mostSet = 5_000

/** A row that stays as it was, and why, as the answer names it. */
export interface NotSet {
  readonly id: string
  readonly ref: string | null
  readonly says: string
}

/** The same before it is said in anybody's words. */
export type LeftOut = Omit<NotSet, 'says'> & { readonly says: Sentence }

/**
 * The same values for many rows, as one commit that one undo takes back. A row that cannot have them
 * is left as it was and named in the answer; the others are set all the same. Where the right to write
 * hangs on another row there is no such command, and neither for own fields: each of those is asked for
 * by itself.
 */
export function setMany(kind: RecordKind): readonly Command[] {
  const fields = optional(givenFields(kind))
  if (isOneByOne(kind)) return []
  return [
    {
      name: `set-${kind.plural}`,
      says: `Set fields of several ${kind.says.many}`,
      on: kind.name,
      input: {
        ids: {
          ...list({ label: `Which ${kind.says.many}`, of: kind.name, most: mostSet }),
          required: true,
        },
        ...fields,
      },
      may: 'viewer',
      promises: ['settles'],
      decide: async (input: Plain, scene) => {
        const { ids, ...given } = input
        const { custom, ...values } = given
        const wanted = Object.fromEntries(
          Object.entries(values).filter(([, value]) => value !== undefined),
        )
        if (Object.keys(wanted).length === 0 && Object.keys(custom ?? {}).length === 0)
          throw invalid('Nothing is to be set. Give at least one field.', [
            { at: 'ids', says: 'Give a field beside the rows.' },
          ])
        const settled = await settle(kind, wanted, scene)
        const own = await ownOf(kind, custom, scene)
        const { rows, missing } = await rowsOf(kind, ids as readonly string[], scene)
        const refused: LeftOut[] = [...missing]
        const changes: Change[] = []
        for (const row of rows) {
          const patch = patchOf(row, settled, own)
          if (Object.keys(patch).length === 0) continue
          const says = wrongWith(kind, row, patch, scene)
          if (says === undefined)
            changes.push({ op: 'update', record: kind.name, id: row.id, patch })
          else refused.push({ id: row.id, ref: row.ref, says })
        }
        const [first] = refused
        if (changes.length === 0 && first !== undefined)
          throw invalid(
            refused.length === 1
              ? first.says
              : sentence('None of these {count} could be set. {why}', {
                  count: refused.length,
                  why: first.says,
                }),
          )
        return {
          changes,
          result: {
            changed: changes.length,
            same: rows.length + missing.length - changes.length - refused.length,
            refused: told(refused, scene),
            refusedInAll: refused.length,
          },
        }
      },
    },
  ]
}

/** A row whose right to write hangs on another one, or which bounds what others may have, is written by itself. */
export const isOneByOne = (kind: RecordKind): boolean =>
  kind.name === customField.name || 'ids' in kind.fields || reaches(kind.write).length > 0

/** Those that were left out as the answer names them, in the words of whoever asked. */
export const told = (refused: readonly LeftOut[], { words }: Scene): readonly NotSet[] =>
  refused.slice(0, mostNamed).map((one) => ({ ...one, says: words.told(one.says) }))

/** What such a command came to, with more rows that were left out named in its answer. */
export function withLeftOut(result: unknown, more: readonly LeftOut[], scene: Scene): Plain {
  const before = (result ?? {}) as {
    readonly refused?: readonly NotSet[]
    readonly refusedInAll?: number
  }
  return {
    ...before,
    refused: [...(before.refused ?? []), ...told(more, scene)],
    refusedInAll: (before.refusedInAll ?? 0) + more.length,
  }
}

/** So many of the rows that were left out are named one by one. */
const mostNamed = 200

/** Own fields that are given, checked once for all rows; null takes one away. */
async function ownOf(kind: RecordKind, custom: unknown, { reader }: Scene): Promise<Plain> {
  const { places } = await checkCustom(kind.name, custom ?? {}, {}, reader)
  if (places.length > 0)
    throw invalid(
      sentence('These {records} cannot be set to this.', {
        records: things(kind),
      }),
      places,
    )
  return (custom ?? {}) as Plain
}

/** The rows by id or ref, each once, and those that are not there for this actor. */
export async function rowsOf(
  kind: RecordKind,
  named: readonly string[],
  { reader }: Scene,
): Promise<{ readonly rows: readonly Row[]; readonly missing: readonly LeftOut[] }> {
  const ids = named.filter(isUuid).map((id) => id.toLowerCase())
  const found = new Map((await reader.many(kind.name, ids)).map((row) => [row.id, row] as const))
  const rows = new Map<string, Row>()
  const missing: LeftOut[] = []
  for (const name of new Set(named)) {
    const row = found.get(name.toLowerCase()) ?? (await reader.get(kind.name, name))
    if (row !== undefined) rows.set(row.id, row)
    else
      missing.push({
        id: name,
        ref: isUuid(name) ? null : name,
        says: notThere(kind, name),
      })
  }
  return { rows: [...rows.values()], missing }
}

/** What would differ. */
function patchOf(row: Row, settled: Plain, own: Plain): Plain {
  const custom = Object.fromEntries(
    Object.entries({ ...row.custom, ...own }).filter(([, value]) => value !== null),
  )
  return Object.fromEntries(
    Object.entries({ ...settled, ...(same(row.custom, custom) ? {} : { custom }) }).filter(
      ([name, value]) => !same(row[name] ?? null, value ?? null),
    ),
  )
}

/** Why this row cannot have these values; the write path asks all of it again. */
function wrongWith(
  kind: RecordKind,
  row: Row,
  patch: Plain,
  { actor }: Scene,
): Sentence | undefined {
  const after = { ...row, ...patch }
  const { ref } = row
  if (!allows(kind.write, actor, row, alone)) return notYours(ref)
  if (!allows(kind.write, actor, after, alone)) return outOfReach(ref)
  for (const [name, value] of Object.entries(patch)) {
    const field = everyField(kind)[name]
    if (field?.required === true && (value ?? null) === null)
      return sentence('{ref} needs its {field}.', {
        ref,
        field: declaredWord(field.label, kind.name),
      })
    if (field?.kind === 'ref' && field.to === kind.name && value === row.id) return underItself(ref)
  }
  const [place] = kind.check?.(after) ?? []
  return place === undefined
    ? undefined
    : sentence('{ref}: {says}', { ref, says: asSentence(place.says) })
}

/** No access that is asked here reaches another row. */
export const alone: Behind = () => undefined

type Plain = Readonly<Record<string, unknown>>
