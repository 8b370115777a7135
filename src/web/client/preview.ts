import type { Actor } from '../../engine/access.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import { effectOf } from '../../engine/effects.ts'
import { idsFrom } from '../../engine/ids.ts'
import type { Row } from '../../engine/record.ts'
import { keyOf, sightOver, type Held, type Overlay } from './held.ts'
import { localReader } from './local-reader.ts'
import { words } from '../words/say.ts'

/** A command that the server has not answered yet. */
export interface Pending {
  readonly command: string
  readonly input: Readonly<Record<string, unknown>>
  /** When it was given, ISO 8601. */
  readonly at: string
  /** The first id of the rows that it makes: the server names them from the same one. */
  readonly idsFrom: string
}

/**
 * What pending commands will make of the rows at hand, by running the same `decide` that the server
 * runs, in order, each over what the earlier ones made. What cannot be decided here shows nothing
 * yet: the server decides anyway, and again.
 */
export async function preview(
  pending: readonly Pending[],
  held: Held,
  scene: {
    readonly catalogue: Catalogue
    readonly actor: Actor
  },
): Promise<Overlay> {
  const { catalogue, actor } = scene
  const overlay = new Map<string, { readonly record: string; readonly row: Row | null }>()
  const sight = sightOver(held, () => overlay)
  const reader = localReader(catalogue, sight)
  for (const one of pending) {
    const command = catalogue.command(one.command)
    if (command === undefined) continue
    const made = new Map<string, { readonly record: string; readonly row: Row | null }>()
    const load = async (
      record: string,
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, Row>> =>
      new Map(
        ids.flatMap((id) => {
          const mine = made.get(keyOf(record, id))
          const row = mine === undefined ? sight.row(record, id) : mine.row
          return row === undefined || row === null ? [] : [[id, row] as const]
        }),
      )
    try {
      const verdict = await command.decide(one.input as never, {
        reader,
        actor,
        now: one.at,
        words: words(),
        isAhead: true,
        newId: idsFrom(one.idsFrom),
        // A secret is the server's to make: what needs one is not decided here.
        newSecret: () => {
          throw new Error('no secrets here')
        },
        digest: () => {
          throw new Error('no secrets here')
        },
      })
      for (const change of verdict.changes) {
        const patient = 'version' in change ? { ...change, version: undefined } : change
        const effect = await effectOf(patient, { catalogue, actor, now: one.at, load })
        if (effect !== undefined)
          made.set(keyOf(change.record, change.id), {
            record: change.record,
            row: effect.after ?? null,
          })
      }
      for (const [key, row] of made) overlay.set(key, row)
    } catch {
      // Not decided here, or refused over rows that may be old: the server's word counts.
    }
  }
  return overlay
}
