import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { differences, follow, wholeOf, type Follower } from '../../test/follower.ts'
import { chanceOf, pick } from '../../test/random-rows.ts'
import { play, steps } from '../../test/random-commands.ts'
import { openRoom, type Room } from '../../test/room.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Actor } from '../engine/access.ts'
import { must } from '../engine/problem.ts'
import type { News, Store, Told, ToldChange } from './store.ts'

let world: World
let database: pg.Client
beforeAll(async () => {
  world = await openWorld()
  database = new pg.Client(world.database.config)
  await database.connect()
})
afterAll(async () => {
  await database?.end()
  await world?.close()
})

const everyRecord = (): readonly string[] => world.store.catalogue.records.map(({ name }) => name)

const followAs = (actor: Actor, fault?: (told: Told) => Told): Promise<Follower> =>
  follow(
    world.store.live,
    () => world.store.identity.byMember(actor.workspaceId, actor.id),
    everyRecord(),
    fault,
  )

/** A store whose commands are run by anybody, over rows that anybody may see or not. */
function scattered(room: Room, seed: number): Store {
  const chance = chanceOf(seed)
  const somebody = (): Actor =>
    pick(
      [room.as.owner, room.as.admin, room.as.editor, room.as.editor, room.as.contributor],
      chance,
    )
  const scope = (): Readonly<Record<string, unknown>> => {
    const roll = chance()
    if (roll < 0.35) return { visibility: 'workspace', draft: false }
    if (roll < 0.55)
      return { visibility: 'teams', teamIds: [pick(room.teams, chance)], draft: false }
    if (roll < 0.75)
      return {
        visibility: 'people',
        personIds: [pick([room.as.viewer.id, room.as.editor.id], chance)],
        draft: false,
      }
    return { draft: true }
  }
  const { store } = world
  return {
    ...store,
    undo: (_, seq) => store.undo(somebody(), seq),
    apply: async (_, name, input) => {
      const kind = store.catalogue.records.find(
        (one) => name === `create-${one.name}` || name === `update-${one.name}`,
      )
      const scoped = kind !== undefined && 'visibility' in kind.fields && chance() < 0.6
      if (chance() < 0.04)
        await store
          .apply(room.as.owner, 'update-team', {
            id: pick(room.teams, chance),
            memberIds: [
              pick([room.as.viewer.id, room.as.editor.id, room.as.contributor.id], chance),
            ],
          })
          .catch(() => undefined)
      return store.apply(somebody(), name, scoped ? { ...(input as object), ...scope() } : input)
    },
  }
}

async function wrongAfter(
  room: Room,
  given: Parameters<typeof play>[2],
  seed: number,
  fault?: (told: Told) => Told,
  sql?: string,
): Promise<{ readonly wrong: readonly string[]; readonly seqs: number; readonly resets: number }> {
  const { owner, editor, contributor, viewer } = room.as
  const actors = [owner, editor, contributor, viewer]
  const followers = await Promise.all(actors.map((actor) => followAs(actor, fault)))
  const chance = chanceOf(seed + 1)
  // Each hears at moments of its own: one often, one hardly ever.
  const played = await play(scattered(room, seed), owner, given, async () => {
    if (sql !== undefined) await database.query(sql)
    for (const [at, follower] of followers.entries())
      if (chance() < must([0.9, 0.5, 0.3, 0.15][at])) await follower.hear()
  })
  const wrong: string[] = []
  for (const [at, follower] of followers.entries()) {
    await follower.hear()
    const actor = must(await world.store.identity.byMember(room.workspaceId, must(actors[at]).id))
    const { copy } = await wholeOf(world.store.live, actor, everyRecord())
    wrong.push(...differences(follower.copy(), copy).map((one) => `${follower.name}: ${one}`))
  }
  return {
    wrong,
    seqs: played.seqs.length,
    resets: followers.reduce((sum, follower) => sum + follower.resets(), 0),
  }
}

describe('whoever follows along', () => {
  test('holds in the end what a snapshot gives, whatever was done by whomever', async () => {
    let [seqs, resets] = [0, 0]
    await fc.assert(
      fc.asyncProperty(steps(50), fc.nat(1e6), async (given, seed) => {
        const done = await wrongAfter(await openRoom(world.store), given, seed)
        expect(done.wrong).toEqual([])
        seqs += done.seqs
        resets += done.resets
      }),
      { numRuns: 16, endOnFailure: true },
    )
    expect(seqs).toBeGreaterThan(200)
    expect(resets).toBeGreaterThan(3)
  }, 240_000)

  const spoilt =
    (spoil: (told: News) => Told) =>
    (told: Told): Told =>
      told.is === 'news' ? spoil(told) : told
  const without = (isLost: (change: ToldChange) => boolean): ((told: Told) => Told) =>
    spoilt((told) => ({ ...told, changes: told.changes.filter((one) => !isLost(one)) }))
  const faults: readonly {
    readonly what: string
    readonly fault?: (told: Told) => Told
    readonly sql?: string
  }[] = [
    { what: 'what moved without a change of its own', sql: 'delete from ripple' },
    { what: 'what went out of sight', fault: without((one) => 'gone' in one) },
    { what: 'what was linked', fault: without(({ record }) => record === 'link') },
  ]
  test.each(faults)(
    'would not, if it were not told $what',
    async ({ fault, sql }) => {
      let wrong = 0
      for (let seed = 1; seed < 12 && wrong === 0; seed++) {
        const [given] = fc.sample(steps(50), { numRuns: 1, seed })
        wrong = (await wrongAfter(await openRoom(world.store), must(given), seed, fault, sql)).wrong
          .length
      }
      expect(wrong).toBeGreaterThan(0)
    },
    240_000,
  )
})
