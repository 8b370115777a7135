import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../engine/access.ts'
import { must } from '../../../engine/problem.ts'
import type { MirrorTold } from '../rules/mirror-told.ts'
import type { TeamMirror } from '../rules/team-mirror.ts'

/**
 * The law of these tests: a mirror is of whoever asks. Nobody gets another's, by no view, as no role and
 * by no key; what is not shown yet is in nobody's else, not even as a count.
 */
let world: World
let ada: Actor
let bo: Actor
const secret = 'canary-of-ada'

const joined = async (name: string, role: string): Promise<Actor> => {
  const made = await world.store.apply(world.as.owner, 'create-member', {
    name,
    email: `${name}@main.example`,
    role,
  })
  return must(await world.store.identity.byMember(world.workspaceId, must(made.changed[0]).id))
}

/** Ada gives 70 % twelve times and is right five times; Bo always says 50 %. */
beforeAll(async () => {
  world = await openWorld()
  ada = await joined('Ada', 'contributor')
  bo = await joined('Bo', 'contributor')
  for (let at = 0; at < 12; at += 1) {
    const made = await world.make('create-prediction', {
      question: `Question ${at}`,
      rule: 'Seen on the day',
      resolvesOn: '2026-01-31',
      about: 'metric',
    })
    await world.store.apply(ada, 'give-odds', {
      prediction: made.ref,
      chance: 70,
      note: at === 0 ? secret : null,
    })
    await world.store.apply(bo, 'give-odds', { prediction: made.ref, chance: 50 })
    await world.store.apply(world.as.owner, 'lock-prediction', { prediction: made.ref })
    await world.store.apply(world.as.owner, 'resolve-prediction', {
      prediction: made.ref,
      came: at < 5 ? 1 : 0,
    })
  }
})
afterAll(() => world.close())

const mirrorOf = async (who: Actor): Promise<MirrorTold> =>
  (await world.store.view(who, 'mirror', {})) as MirrorTold

test('one’s own is scored from ten on, and says what it finds', async () => {
  const told = await mirrorOf(ada)
  expect(told).toMatchObject({
    says: 'Your 70 % came true 42 % of the time',
    resolved: 12,
    missing: 0,
    brier: expect.closeTo((5 * 0.09 + 7 * 0.49) / 12, 12),
    points: [{ said: 70, times: 12, came: 5 }],
  })
  expect(told.last).toHaveLength(12)
  expect((await mirrorOf(bo)).brier).toBe(0.25)
})

test('an owner, an admin and a viewer see their own emptiness, and nothing of Ada', async () => {
  for (const who of [world.as.owner, world.as.admin, world.as.viewer]) {
    const told = await mirrorOf(who)
    expect(told).toMatchObject({ resolved: 0, missing: 10, brier: null, points: [], last: [] })
    expect(JSON.stringify(told)).not.toContain(ada.id)
    expect(JSON.stringify(told)).not.toContain(secret)
  }
})

test('it takes nobody’s name, and a key is nobody but itself', async () => {
  for (const given of [{ by: ada.id }, { memberId: ada.id }, { byId: ada.id }])
    await expect(world.store.view(world.as.owner, 'mirror', given)).rejects.toMatchObject({
      code: 'invalid',
    })
  const key: Actor = { ...world.as.owner, kind: 'key', id: '01890a5d-ac96-774b-bcce-b302099a8057' }
  expect(await mirrorOf(key)).toMatchObject({ resolved: 0, missing: 10, brier: null })
})

test('no view tells people apart: two people are too few for the team’s, and it names nobody', async () => {
  for (const who of [world.as.owner, world.as.admin, ada]) {
    const told = (await world.store.view(who, 'team-mirror', {})) as TeamMirror
    expect(told).toMatchObject({ people: null, brier: null, points: [] })
    for (const name of ['Ada', 'Bo', ada.id, bo.id])
      expect(JSON.stringify(told)).not.toContain(name)
  }
})

test('odds that are hidden are in no one else’s figures', async () => {
  const made = await world.make('create-prediction', {
    question: 'Blind',
    rule: 'Seen on the day',
    resolvesOn: '2026-01-31',
  })
  await world.store.apply(world.as.owner, 'open-round', {
    title: 'Blind',
    predictionId: made.id,
    raterIds: [ada.id, bo.id],
  })
  await world.store.apply(ada, 'give-odds', { prediction: made.ref, chance: 13, note: secret })
  for (const view of ['mirror', 'team-mirror', 'reference-class'])
    for (const who of [world.as.owner, world.as.admin, bo]) {
      const told = JSON.stringify(await world.store.view(who, view, {}))
      expect(told).not.toContain(secret)
    }
  expect((await mirrorOf(ada)).next).toMatchObject([{ ref: made.ref, youSaid: '13\u00a0%' }])
  expect((await mirrorOf(bo)).next).toEqual([])
})

test('a class of its like counts each question once, and names nobody', async () => {
  const told = await world.store.view(world.as.viewer, 'reference-class', {
    kind: 'binary',
    about: 'metric',
  })
  expect(told).toMatchObject({
    says: 'Of 12 questions like this, 5 came true: 42 %, in the long run 19 to 68 %.',
  })
  const none = await world.store.view(world.as.viewer, 'reference-class', { kind: 'date' })
  expect(none).toMatchObject({ classes: [{ n: 0, needed: 10, value: null }] })
})
