import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import type { Actor } from '../engine/access.ts'
import { peopleNames } from '../app/people-names.ts'
import { realPorts } from '../app/ports.ts'
import { openStore } from './open.ts'
import type { Claim, Once, Outcome } from './store.ts'

let world: World
let owner: pg.Client
beforeAll(async () => {
  world = await openWorld()
  owner = new pg.Client(world.database.config)
  await owner.connect()
})
afterAll(async () => {
  await owner?.end()
  await world?.close()
})

const { newId } = realPorts()
const claimOf = (key: string, actor: Actor = world.as.editor): Claim => ({
  workspaceId: actor.workspaceId,
  actorId: actor.id,
  key,
  claim: newId(),
})
const begin = (claim: Claim) => world.store.identity.requests.begin(claim, 'the same request')
const onceOf = ({ claim }: Claim): Once<Outcome> => ({
  claim,
  answer: ({ seq, changed }) => ({
    status: 201,
    body: `${seq} ${changed[0]?.row?.ref ?? ''}`,
    headers: { 'Throughline-Seq': String(seq) },
  }),
})
const write = (claim: Claim, title: string): Promise<Outcome> =>
  world.store.apply(world.as.editor, 'create-need', { title }, { once: onceOf(claim) })
const titled = async (title: string): Promise<number> =>
  Number((await owner.query('select count(*) from need where title = $1', [title])).rows[0].count)
/** Nothing is heard of whoever holds the key: they are gone, or seem so. */
const lapse = (key: string): Promise<unknown> =>
  owner.query(`update request_key set claimed_until = now() - interval '1 second' where key = $1`, [
    key,
  ])

describe('a request that was cut off', () => {
  test('after its write is answered as it would have been', async () => {
    const claim = claimOf('after')
    expect(await begin(claim)).toEqual({ is: 'new' })
    const written = await write(claim, 'written before the crash')
    expect(await begin(claimOf('after'))).toEqual({
      is: 'done',
      status: 201,
      body: `${written.seq} ${written.changed[0]?.row?.ref}`,
      headers: { 'Throughline-Seq': String(written.seq) },
    })
  })

  test('before its write is anybody’s once nothing is heard of it', async () => {
    expect(await begin(claimOf('before'))).toEqual({ is: 'new' })
    expect(await begin(claimOf('before'))).toEqual({ is: 'running' })
    await lapse('before')
    const next = claimOf('before')
    expect(await begin(next)).toEqual({ is: 'new' })
    await write(next, 'written by the next')
    expect(await begin(claimOf('before'))).toMatchObject({ is: 'done', status: 201 })
  })

  test('and was only slow, writes nothing any more; those of its group do', async () => {
    const [slow, other] = [claimOf('slow'), claimOf('another')]
    await begin(slow)
    await begin(other)
    await lapse('slow')
    expect(await begin(claimOf('slow'))).toEqual({ is: 'new' })
    const [late, along] = await Promise.allSettled([
      write(slow, 'too late'),
      write(other, 'in time'),
    ])
    expect(late).toMatchObject({ status: 'rejected', reason: { code: 'taken' } })
    expect(along.status).toBe('fulfilled')
    expect([await titled('too late'), await titled('in time')]).toEqual([0, 1])
    expect(await begin(claimOf('slow'))).toEqual({ is: 'running' })
  })

  test('and renewed its claim, keeps it', async () => {
    const claim = claimOf('renewed')
    await begin(claim)
    await lapse('renewed')
    await world.store.identity.requests.renew(claim)
    expect(await begin(claimOf('renewed'))).toEqual({ is: 'running' })
  })
})

test('of many that take over at one moment, one does, and one row is made', async () => {
  await begin(claimOf('many'))
  await lapse('many')
  const claims = Array.from({ length: 8 }, () => claimOf('many'))
  const found = await Promise.all(claims.map(begin))
  expect(found.filter(({ is }) => is === 'new').length).toBe(1)
  await Promise.allSettled(claims.map((claim) => write(claim, 'of many')))
  expect(await titled('of many')).toBe(1)
})

test('an answer is kept with its write or not at all', async () => {
  const claim = claimOf('undone')
  await begin(claim)
  await expect(
    world.store.apply(
      world.as.editor,
      'create-need',
      { title: 'not to be' },
      {
        once: {
          claim: claim.claim,
          answer: () => {
            throw new Error('a fault on the way to the answer')
          },
        },
      },
    ),
  ).rejects.toThrow('a fault on the way')
  expect(await titled('not to be')).toBe(0)
  expect(await begin(claimOf('undone'))).toEqual({ is: 'running' })
})

test('what is older than a day is forgotten, by the key itself and by the sweep of a later one', async () => {
  const old = claimOf('yesterday')
  await begin(old)
  await write(old, 'yesterday')
  await begin(claimOf('today'))
  await owner.query(
    `update request_key set started_at = now() - interval '25 hours' where key = 'yesterday'`,
  )
  const later = await openStore({
    catalogue: world.store.catalogue,
    ports: realPorts(),
    database: { config: world.database.config },
    people: peopleNames,
  })
  await later.identity.requests.begin(claimOf('the first of another process'), 'any')
  await later.close()
  const left = await owner.query(
    `select key from request_key where key in ('yesterday', 'today') order by key`,
  )
  expect(left.rows).toEqual([{ key: 'today' }])
})
