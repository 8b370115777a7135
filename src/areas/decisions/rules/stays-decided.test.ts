import { afterAll, beforeAll, expect, test } from 'vitest'
import { importing } from '../../../../test/importing.ts'
import { openWorld, type World } from '../../../../test/world.ts'
import { must, type Problem } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const refusal = (work: Promise<unknown>): Promise<Problem | undefined> =>
  work.then(
    () => undefined,
    (problem: Problem) => problem,
  )
const read = async (record: string, id: string): Promise<Row> =>
  must(await world.store.reader(world.as.owner).get(record, id), record)

/** A decision with an option and an assumption, and the commit by which the option got its last title. */
async function decided() {
  const decision = await world.make('open-decision', { question: 'Which colour?' })
  const on = { decisionId: decision.id }
  const option = await world.make('create-option', { ...on, title: 'Gren' })
  const { seq } = await world.store.apply(world.as.owner, 'update-option', {
    id: option.id,
    title: 'Green',
  })
  const assumption = await world.make('create-assumption', { ...on, text: 'Green is seen' })
  await world.make('choose', { decision: decision.ref, sentence: 'We take green' })
  return { decision, option, assumption, seq }
}
const saysOf = ({ ref }: Row): string => `${ref} was decided, and what was decided stays as it is.`

test('a file changes nothing of what was decided, nor of what hangs on it', async () => {
  const { decision, option, assumption } = await decided()
  const { run } = importing(world.store, world.as.owner)
  const files: readonly (readonly [csv: string, record: string, column: string])[] = [
    [`ref,sentence\n${decision.ref},We take blue`, 'decision', 'sentence'],
    [`ref,title\n${option.ref},Blue`, 'option', 'ref'],
    [`decisionId,title\n${decision.ref},Blue`, 'option', 'decisionId'],
    [`ref,text\n${assumption.ref},Blue is seen`, 'assumption', 'ref'],
  ]
  for (const [csv, record, column] of files) {
    const names = must(csv.split('\n')[0]).split(',')
    const mapping = { record, map: Object.fromEntries(names.map((name) => [name, name])) }
    const problem = await refusal(run(csv, mapping))
    expect(problem?.places, csv).toEqual([
      { at: `line 2, column ${column}`, says: saysOf(decision) },
    ])
  }
  expect(await read('decision', decision.id)).toMatchObject({ sentence: 'We take green' })
  expect(await read('option', option.id)).toMatchObject({ title: 'Green' })
  const mapping = { record: 'assumption', map: { ref: 'ref', state: 'state' } }
  await run(`ref,state\n${assumption.ref},broken`, mapping)
  expect(await read('assumption', assumption.id)).toMatchObject({ state: 'broken' })
})

test('nor does an undo of what was written before', async () => {
  const { decision, option, seq } = await decided()
  const problem = await refusal(world.store.undo(world.as.owner, seq))
  expect([problem?.code, problem?.message]).toEqual(['invalid', saysOf(decision)])
  expect(await read('option', option.id)).toMatchObject({ title: 'Green' })
})

test('what is taken back as a whole goes and comes with its options', async () => {
  const { decision, option } = await decided()
  const { seq } = await world.store.apply(world.as.owner, 'remove-decision', { id: decision.ref })
  await world.store.undo(world.as.owner, seq)
  expect(await read('option', option.id)).toMatchObject({ title: 'Green', removedAt: null })
})
