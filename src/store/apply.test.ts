import { refusal } from '../../test/refusal.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, openWorkspace, type World } from '../../test/world.ts'
import type { Actor, Role } from '../engine/access.ts'
import type { Problem } from '../engine/problem.ts'
import type { Row } from '../engine/record.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world?.close()
})

const apply = (role: Role, command: string, input: unknown) =>
  world.store.apply(world.as[role], command, input)
const read = (
  record: string,
  id: string,
  actor: Actor = world.as.owner,
): Promise<Row | undefined> => world.store.reader(actor).get(record, id)

const absent = '01999999-0000-7000-8000-000000000001'

describe('a command is asked in this order', () => {
  test('whether there is such a command', async () => {
    expect(await refusal(apply('viewer', 'create-nothing', { wrong: true }))).toMatchObject({
      code: 'unknown',
    })
    expect((await refusal(apply('owner', 'found-workspace', { changes: '[]' }))).code).toBe(
      'unknown',
    )
  })

  test('then for the role, before its input is looked at', async () => {
    const problem = await refusal(apply('viewer', 'create-key', { nonsense: 1 }))
    expect(problem).toMatchObject({ code: 'denied', places: [] })
    expect(problem.message).toContain('admin')
    expect(problem.message).toContain('viewer')
  })

  test('then whether the input fits, every wrong place named at once', async () => {
    const problem = await refusal(
      apply('viewer', 'create-idea', {
        title: '',
        impact: 7,
        effort: -1,
        titel: 'x',
        productId: 5,
      }),
    )
    expect(problem.code).toBe('invalid')
    expect(problem.places.map((place) => place.at).toSorted()).toEqual([
      'effort',
      'impact',
      'productId',
      'titel',
      'title',
    ])
  })

  test('then whether what it names is there; what is not for the actor is answered as if it were not', async () => {
    const draft = await world.make('create-need', { title: 'mine alone', draft: true })
    const answers = await Promise.all(
      [draft.id, absent].map((id) =>
        refusal(apply('editor', 'update-need', { id, title: 'theirs', version: 99 })),
      ),
    )
    expect(answers.map((one) => one.code)).toEqual(['unknown', 'unknown'])
    expect(answers[0]?.message.replace(draft.id, absent)).toBe(answers[1]?.message)
    for (const verb of ['remove', 'restore']) {
      const [hidden, none] = await Promise.all(
        [draft.id, absent].map((id) => refusal(apply('editor', `${verb}-need`, { id }))),
      )
      expect(hidden?.message.replace(draft.id, absent)).toBe(none?.message)
    }
    const refs = await Promise.all(
      [draft.ref, 'NEED-99999'].map((parentId) =>
        refusal(apply('editor', 'create-need', { title: 'x', parentId })),
      ),
    )
    expect(refs.map((one) => [one.code, one.places[0]?.at])).toEqual([
      ['invalid', 'parentId'],
      ['invalid', 'parentId'],
    ])
    expect(refs[0]?.places[0]?.says.replace(draft.ref, 'NEED-99999')).toBe(refs[1]?.places[0]?.says)
  })

  test('then whether its numbers can be reckoned with, alone in its group', async () => {
    const idea = (reach: number) =>
      apply('editor', 'create-idea', { title: 'x', reach, impact: 0.25, confidence: 50, effort: 1 })
    const [small, ...others] = await Promise.allSettled([idea(5e-324), idea(0), idea(7)])
    expect(small).toMatchObject({ reason: { code: 'invalid' } })
    expect(small).toHaveProperty('reason.message', expect.stringContaining('too near to 0'))
    expect(others.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled'])
  })

  test('then whether it is the version that was seen, with both sides', async () => {
    const need = await world.make('create-need', { title: 'as it was' })
    await apply('editor', 'update-need', { id: need.id, title: 'as it is' })
    for (const role of ['viewer', 'editor'] as const) {
      const problem = await refusal(
        apply(role, 'update-need', { id: need.id, title: 'as I want it', version: 1 }),
      )
      expect(problem).toMatchObject({
        code: 'stale',
        facts: { version: 2, current: { title: 'as it is' }, yours: { title: 'as I want it' } },
      })
    }
    for (const verb of ['remove-need', 'update-need'])
      expect(
        (
          await refusal(
            apply('owner', verb, {
              id: need.id,
              version: 9,
              ...(verb === 'update-need' ? { title: 'y' } : {}),
            }),
          )
        ).code,
      ).toBe('stale')
  })

  test('then for the right to this row, before and after', async () => {
    const need = await world.make('create-need', { title: 'for everybody' })
    expect((await refusal(apply('viewer', 'update-need', { id: need.id, title: 'x' }))).code).toBe(
      'denied',
    )
    expect((await refusal(apply('contributor', 'remove-need', { id: need.id }))).code).toBe(
      'denied',
    )
    const team = await world.make('create-team', { name: 'Night shift' })
    const away = await refusal(
      apply('editor', 'update-need', { id: need.id, visibility: 'teams', teamIds: [team.id] }),
    )
    expect(away).toMatchObject({ code: 'denied' })
    expect(away.message).toContain('out of your own reach')
  })

  test('then whether it would stand under itself, or take a name that is taken', async () => {
    const [top, middle, bottom] = await chain()
    expect(
      await refusal(apply('editor', 'update-need', { id: top.id, parentId: bottom.id })),
    ).toMatchObject({ code: 'invalid', places: [{ at: 'parentId' }] })
    expect(
      (await refusal(apply('editor', 'update-need', { id: middle.id, parentId: middle.id }))).code,
    ).toBe('invalid')
    await world.make('create-company', { name: 'Moorgate', domain: 'moorgate.example' })
    expect(
      await refusal(
        apply('editor', 'create-company', { name: 'Other', domain: 'moorgate.example' }),
      ),
    ).toMatchObject({ code: 'taken', places: [{ at: 'domain' }] })
    const id = (await world.make('create-need', { title: 'x' })).id
    expect(await refusal(apply('editor', 'create-need', { id, title: 'y' }))).toMatchObject({
      code: 'taken',
      places: [{ at: 'id' }],
    })
  })

  test('and then it works, once and with its place in history', async () => {
    const outcome = await world.store.apply(
      world.as.editor,
      'create-need',
      { title: 'It works' },
      { cause: 'because' },
    )
    expect(outcome).toMatchObject({
      count: 1,
      changed: [{ op: 'create', record: 'need', row: { title: 'It works', version: 1 } }],
    })
    const past = await world.store.reader(world.as.editor).commit(outcome.seq)
    expect(past).toMatchObject({
      commit: {
        id: outcome.commitId,
        command: 'create-need',
        cause: 'because',
        actor: { id: world.as.editor.id },
      },
      changes: [{ op: 'create', before: null, after: { title: 'It works' } }],
    })
    const same = await apply('editor', 'update-need', {
      id: outcome.changed[0]?.id,
      title: 'It works',
    })
    expect(same).toMatchObject({ seq: 0, commitId: null, count: 0 })
  })
})

async function chain(): Promise<readonly [Row, Row, Row]> {
  const top = await world.make('create-need', { title: 'top' })
  const middle = await world.make('create-need', { title: 'middle', parentId: top.id })
  return [top, middle, await world.make('create-need', { title: 'bottom', parentId: middle.id })]
}

describe('writers at the same moment', () => {
  test('get refs that rise and are their own', async () => {
    const made = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        world.make('create-insight', { title: `Finding ${at}` }),
      ),
    )
    const numbers = made.map((row) => Number(row.ref.replace('INS-', '')))
    expect(new Set(numbers).size).toBe(50)
    expect(numbers).toEqual(numbers.toSorted((left, right) => left - right))
    const other = await openWorkspace(world.store, 'other-refs')
    expect(
      (await world.store.apply(other.as.owner, 'create-insight', { title: 'First here' }))
        .changed[0]?.row?.ref,
    ).toBe('INS-1')
  })

  test('do not harm each other when one is refused', async () => {
    const taken = await world.make('create-company', {
      name: 'Lahnufer',
      domain: 'lahnufer.example',
    })
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, at) =>
        at % 3 === 0
          ? apply('owner', 'create-company', { name: `Clash ${at}`, domain: 'lahnufer.example' })
          : at % 3 === 1
            ? apply('owner', 'update-company', { id: absent, name: 'nobody' })
            : apply('owner', 'create-company', {
                name: `Fine ${at}`,
                domain: `fine-${at}.example`,
              }),
      ),
    )
    const codes = results.map((one) =>
      one.status === 'fulfilled' ? 'done' : (one.reason as Problem).code,
    )
    expect(codes).toEqual(
      Array.from({ length: 30 }, (_, at) => ['taken', 'unknown', 'done'][at % 3]),
    )
    const fine = (
      await world.store.reader(world.as.owner).list('company', { limit: 200 })
    ).data.filter((row) => String(row['name']).startsWith('Fine'))
    expect(fine).toHaveLength(10)
    expect(await read('company', taken.id)).toMatchObject({ version: 1 })
    expect((await world.store.verify(world.workspaceId)).broken).toBeUndefined()
  })

  test('on one version: exactly one wins, and the others are told', async () => {
    for (let round = 0; round < 5; round++) {
      const need = await world.make('create-need', { title: 'start' })
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, (_, at) =>
          apply('editor', 'update-need', { id: need.id, version: 1, title: `writer ${at}` }),
        ),
      )
      const won = results.flatMap((one, at) => (one.status === 'fulfilled' ? [at] : []))
      expect(won).toHaveLength(1)
      for (const one of results)
        if (one.status === 'rejected') expect((one.reason as Problem).code).toBe('stale')
      expect(await read('need', need.id)).toMatchObject({ version: 2, title: `writer ${won[0]}` })
    }
  })

  test('see what an earlier one of their group has decided', async () => {
    const id = '01999999-0000-7000-8000-00000000aaaa'
    const ref = (await world.make('create-need', { title: 'by its ref' })).ref
    const [made, changed, under, gone, late] = await Promise.allSettled([
      apply('editor', 'create-need', { id, title: 'a' }),
      apply('editor', 'update-need', { id, title: 'b' }),
      apply('editor', 'create-need', { title: 'part', parentId: id }),
      apply('editor', 'remove-need', { id: ref }),
      apply('editor', 'update-need', { id: ref, title: 'too late' }),
    ])
    expect([made, changed, under, gone].map((one) => one?.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
    expect(late).toMatchObject({ status: 'rejected', reason: { code: 'unknown' } })
    expect(await read('need', id)).toMatchObject({ title: 'b', version: 2 })
  })

  test('find the survivor of a merge of their own group', async () => {
    const [kept, folded] = [
      await world.make('create-idea', { title: 'kept' }),
      await world.make('create-idea', { title: 'folded' }),
    ]
    await Promise.all([
      apply('editor', 'update-idea', { id: kept.id, reach: 10 }),
      apply('editor', 'merge-ideas', { into: kept.id, from: [folded.id] }),
      apply('editor', 'update-idea', { id: folded.id, effort: 2 }),
    ])
    expect(await read('idea', kept.id)).toMatchObject({ reach: 10, effort: 2 })
  })

  test('cannot both take away the last owner', async () => {
    const { as } = await openWorkspace(world.store, 'two-owners')
    const [second] = (
      await world.store.apply(as.owner, 'create-member', {
        name: 'Second',
        email: 'second@two.example',
        role: 'owner',
      })
    ).changed
    const first = as.owner.id
    const results = await Promise.allSettled([
      world.store.apply(as.owner, 'update-member', { id: first, role: 'viewer' }),
      world.store.apply(as.owner, 'remove-member', { id: second?.id }),
    ])
    expect(results.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await world.store.reader(as.owner).by('member', 'role', ['owner'])).toHaveLength(1)
  })

  test('cannot make a ring together', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b, c] = await Promise.all(
        ['a', 'b', 'c'].map((title) => world.make('create-objective', { title })),
      )
      const results = await Promise.allSettled(
        [
          [a, b],
          [b, c],
          [c, a],
        ].map(([row, parent]) =>
          apply('editor', 'update-objective', { id: row?.id, parentId: parent?.id }),
        ),
      )
      expect(results.filter((one) => one.status === 'rejected')).toHaveLength(1)
    }
  })
})

describe('a removal', () => {
  test('takes along what is at home in it and every link, and a restoration brings exactly that back', async () => {
    const feedback = await world.make('create-feedback', { text: 'the sheet is gone' })
    const [kept, dropped] = [
      await world.make('create-quote', { feedbackId: feedback.id, start: 0, end: 3 }),
      await world.make('create-quote', { feedbackId: feedback.id, start: 4, end: 9 }),
    ]
    const need = await world.make('create-need', { title: 'n' })
    const link = await world.make('link', { from: kept.id, relation: 'supports', to: need.id })
    await apply('editor', 'remove-quote', { id: dropped.id })
    const removed = await apply('editor', 'remove-feedback', { id: feedback.id })
    expect(removed.changed.map((one) => one.id).toSorted()).toEqual(
      [feedback.id, kept.id, link.id].toSorted(),
    )
    expect([
      await read('feedback', feedback.id),
      await read('quote', kept.id),
      (await world.store.reader(world.as.owner).links([need.id])).length,
    ]).toEqual([undefined, undefined, 0])
    const restored = await apply('editor', 'restore-feedback', { id: feedback.id })
    expect(restored.changed.map((one) => one.id).toSorted()).toEqual(
      [feedback.id, kept.id, link.id].toSorted(),
    )
    expect(await read('quote', dropped.id)).toBeUndefined()
  })

  test('and its restoration may come in one group', async () => {
    const objective = await world.make('create-objective', { title: 'o' })
    const result = await world.make('create-key-result', {
      title: 'r',
      objectiveId: objective.id,
      start: 0,
      target: 4,
      current: 1,
    })
    await Promise.all([
      apply('editor', 'remove-objective', { id: objective.id }),
      apply('editor', 'restore-objective', { id: objective.id }),
    ])
    expect(await read('key-result', result.id)).toMatchObject({ removedAt: null })
    expect(await read('objective', objective.id)).toMatchObject({ progress: 0.25 })
  })

  test('of both ends of a link gives it back with the second of them', async () => {
    const [idea, need] = [
      await world.make('create-idea', { title: 'i' }),
      await world.make('create-need', { title: 'n' }),
    ]
    const link = await world.make('link', { from: idea.id, relation: 'addresses', to: need.id })
    await apply('editor', 'remove-idea', { id: idea.id })
    await apply('editor', 'remove-need', { id: need.id })
    const first = await apply('editor', 'restore-idea', { id: idea.id })
    expect(first.changed.map((one) => one.record)).toEqual(['idea'])
    const second = await apply('editor', 'restore-need', { id: need.id })
    expect(second.changed.map((one) => one.id)).toEqual([need.id, link.id])
  })

  test('leaves no trace on the line of what comes back without its link', async () => {
    const idea = await world.make('create-idea', { title: 'i' })
    const item = await world.make('promote-idea', { idea: idea.id, commitment: 'now' })
    const { stations: alone } = await world.make('create-roadmap-item', {
      title: 'Without an idea',
      commitment: 'now',
    })
    expect(item.stations).toBeGreaterThan(alone)
    await apply('editor', 'remove-roadmap-item', { id: item.id })
    await apply('editor', 'remove-idea', { id: idea.id })
    await apply('editor', 'restore-roadmap-item', { id: item.id })
    expect(await read('roadmap-item', item.id)).toMatchObject({ stations: alone })
    await apply('editor', 'restore-idea', { id: idea.id })
    expect(Number((await read('roadmap-item', item.id))?.stations)).toBeGreaterThan(alone)
  })
})

test('what hangs on a row goes and comes back with it though whoever moves it does not see it, and is told to nobody', async () => {
  const { store, as } = world
  const need = await world.make('create-need', { title: 'For all' })
  const draft = await apply('editor', 'create-idea', { title: 'Mine alone', draft: true })
  const idea = draft.changed[0]?.id ?? ''
  await apply('editor', 'link', { from: idea, relation: 'addresses', to: need.id })
  const links = async (): Promise<number> => (await store.reader(as.editor).links([idea])).length
  expect(await links()).toBe(1)
  const gone = await apply('owner', 'remove-need', { id: need.id })
  expect([gone.count, gone.changed.map(({ id }) => id)]).toEqual([1, [need.id]])
  expect(await links()).toBe(0)
  const back = await apply('owner', 'restore-need', { id: need.id })
  expect([back.count, back.changed.map(({ id }) => id)]).toEqual([1, [need.id]])
  expect(await links()).toBe(1)
  const again = await apply('owner', 'remove-need', { id: need.id })
  await store.undo(as.owner, again.seq)
  expect(await links()).toBe(1)
})
