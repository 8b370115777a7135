import pg from 'pg'
import type { Actor } from '../src/engine/access.ts'
import { must } from '../src/engine/problem.ts'
import type { Row } from '../src/engine/record.ts'
import { pick } from './random-rows.ts'
import { ownKeysOf, ownKeysThere, type OwnKeyRow } from './recomputed.ts'
import { tablesOf, type Plain } from './tables.ts'
import { openWorld, type World } from './world.ts'

/** A world in which workspaces define fields of their own, and their keys can be looked at. */
export interface OwnWorld {
  readonly world: World
  /** Past row security. */
  readonly owner: pg.Client
  readonly newOwner: () => Promise<Actor>
  /** Runs a command and gives the first row it changed. */
  readonly run: (actor: Actor, command: string, input: Plain) => Promise<Row>
  /** Defines a sortable own field. */
  readonly define: (
    actor: Actor,
    of: string,
    key: string,
    type: string,
    more?: Plain,
  ) => Promise<Row>
  /** The keys of a workspace as the store has made them, and as they follow from its rows. */
  readonly keysOf: (actor: Actor) => Promise<{
    readonly there: readonly OwnKeyRow[]
    readonly again: readonly OwnKeyRow[]
  }>
  readonly close: () => Promise<void>
}

export async function openOwnWorld(): Promise<OwnWorld> {
  const world = await openWorld()
  const owner = new pg.Client(world.database.config)
  await owner.connect()
  let count = 0
  const run = async (actor: Actor, command: string, input: Plain): Promise<Row> => {
    const { changed } = await world.store.apply(actor, command, input)
    return must(must(changed[0], command).row, command)
  }
  return {
    world,
    owner,
    newOwner: async () => {
      const name = `own-${count++}`
      const made = await world.store.identity.createWorkspace(name, 'A run', 'Ana Lindt')
      return must(await world.store.identity.byMember(made.id, made.ownerId))
    },
    run,
    define: (actor, of, key, type, more = {}) =>
      run(actor, 'create-custom-field', { of, key, label: key, type, sortable: true, ...more }),
    keysOf: async ({ workspaceId }) => {
      const tables = await tablesOf(owner, world.store.catalogue, workspaceId)
      return {
        there: await ownKeysThere(owner, workspaceId),
        again: ownKeysOf(world.store.catalogue, tables),
      }
    },
    close: async () => {
      await owner.end()
      await world.close()
    },
  }
}

export const ownTypes = ['text', 'number', 'date', 'choice', 'flag'] as const
export type OwnType = (typeof ownTypes)[number]

export const ownOptions = ['S', 'M', 'L', '10', '9']

/** A value that an own field of this kind may have, among them those that are easily put in a wrong order. */
export function ownValue(type: OwnType, chance: () => number): string | number | boolean {
  switch (type) {
    case 'text':
      return pick(['', 'a', 'B', 'ä', '𝒳', `${long}a`, `${long}ab`, `${long}ac`, 'x,y'], chance)
    case 'number':
      return pick([0, -1, 1e300, 0.1, 5e-324, 7, 1e-7, 123456789012], chance)
    case 'date':
      return pick(['2026-01-01', '2025-12-31', '2026-11-22'], chance)
    case 'choice':
      return pick(ownOptions, chance)
    case 'flag':
      return pick([true, false], chance)
  }
}

const long = 'é'.repeat(199)
