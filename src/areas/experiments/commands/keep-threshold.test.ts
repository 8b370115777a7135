import { afterAll, beforeAll, expect, test } from 'vitest'
import { importing } from '../../../../test/importing.ts'
import { openWorld, type World } from '../../../../test/world.ts'
import { must, type Problem } from '../../../engine/problem.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const experiment = async (title: string) => {
  const input = { title, hypothesis: 'Half of them would', threshold: 50 }
  return world.make('create-experiment', input)
}
const start = (ref: string) => world.make('start-experiment', { experiment: ref })
const stands = async (id: string) =>
  must(await world.store.reader(world.as.viewer).get('experiment', id))
const refusal = (work: Promise<unknown>): Promise<Problem | undefined> =>
  work.then(
    () => undefined,
    (problem: Problem) => problem,
  )

const says = (ref: string): string =>
  `${ref} runs or ran with what was set before. That does not change any more.`

test('what was set before does not change once it runs, by an edit of one or of many', async () => {
  const { id, ref } = await experiment('Edited')
  await world.make('update-experiment', { id: ref, threshold: 60 })
  await start(ref)
  for (const [command, which] of [
    ['update-experiment', { id: ref }],
    ['set-experiments', { ids: [id] }],
  ] as const) {
    const edit = world.store.apply(world.as.owner, command, { ...which, threshold: 10 })
    const problem = await refusal(edit)
    expect([problem?.code, problem?.message]).toEqual(['taken', says(ref)])
    expect(problem?.places.map(({ at }) => at)).toEqual(['threshold'])
  }
  await world.make('update-experiment', { id: ref, title: 'Renamed' })
  expect(await stands(id)).toMatchObject({ title: 'Renamed', threshold: 60 })
})

test('nor by a file, which is refused at the row and the column', async () => {
  const [planned, running] = [await experiment('Planned'), await experiment('Running')]
  await start(running.ref)
  const mapping = {
    record: 'experiment',
    map: { ref: 'Ref', title: 'Title', hypothesis: 'Hypothesis', threshold: 'Needs' },
  }
  const { check, run } = importing(world.store, world.as.owner)
  const csv = [
    'Ref,Title,Hypothesis,Needs',
    `${planned.ref},Planned,A third would,30`,
    `${running.ref},Running,A third would,30`,
  ].join('\n')
  const told = ['Hypothesis', 'Needs'].map((column) => ({
    line: 3,
    column,
    value: column === 'Needs' ? '30' : 'A third would',
  }))
  const checked = await check(csv, mapping)
  expect(checked.problems).toMatchObject(told)
  const problem = await refusal(run(csv, mapping))
  expect(problem?.places).toEqual(
    told.map(({ column }) => ({ at: `line 3, column ${column}`, says: says(running.ref) })),
  )
  for (const { id } of [planned, running])
    expect(await stands(id)).toMatchObject({ hypothesis: 'Half of them would', threshold: 50 })

  // What is not locked may still come by a file, also beside what was locked and stays.
  const { hypothesis: _, ...map } = mapping.map
  const free = `Ref,Title,Needs\n${planned.ref},Planned,30\n${running.ref},Called anew,50`
  await run(free, { ...mapping, map })
  expect(await stands(planned.id)).toMatchObject({ threshold: 30 })
  expect(await stands(running.id)).toMatchObject({ title: 'Called anew', threshold: 50 })
})

test('an undo of the start gives back what it was started with', async () => {
  const { id, ref } = await experiment('Not yet')
  const { seq } = await world.store.apply(world.as.owner, 'start-experiment', {
    experiment: ref,
    threshold: 40,
  })
  await world.store.undo(world.as.owner, seq)
  expect(await stands(id)).toMatchObject({ state: 'planned', threshold: 50 })
})
