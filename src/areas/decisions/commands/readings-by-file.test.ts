import { afterAll, beforeAll, expect, test } from 'vitest'
import { importing } from '../../../../test/importing.ts'
import { openWorld, type World } from '../../../../test/world.ts'
import { jobsOf, type Jobs } from '../../../app/jobs/jobs.ts'
import { realPorts } from '../../../app/ports.ts'
import { must, type Problem } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'

let world: World
/** What the instance does by itself once history asks for it. */
let jobs: Jobs
beforeAll(async () => {
  world = await openWorld({ ...realPorts(), now: () => new Date('2026-03-09T09:00:00Z') })
  jobs = jobsOf({ store: world.store, log: { info: () => undefined, fault: () => undefined } })
})
afterAll(async () => {
  await jobs.close()
  await world.close()
})

const mapping = {
  record: 'reading',
  map: { metricId: 'Metric', on: 'Day', value: 'Value', note: 'Note' },
}
const csvOf = (...rows: readonly string[]): string => ['Metric,Day,Value,Note', ...rows].join('\n')
const row = async (record: string, id: string): Promise<Row> =>
  must(await world.store.reader(world.as.owner).get(record, id), id)
const readingsOf = async ({ id }: Row): Promise<Readonly<Record<string, unknown>>> => {
  const rows = await world.store.reader(world.as.owner).by('reading', 'metricId', [id])
  return Object.fromEntries(rows.map((one) => [String(one['on']), one['value']]))
}
const metricOf = (title: string) => world.make('create-metric', { title, unit: 'wards' })

test('a file with a bad day, a metric that is not there and no number comes in not at all, and each is told', async () => {
  const metric = await metricOf('Calls a week')
  const { check: look, run } = importing(world.store, world.as.editor)
  const csv = csvOf(
    'Calls a week,2026-03-02,60,',
    'Calls a week,2026-02-30,61,',
    'Calls a wek,2026-03-03,62,',
    'MET-999,2026-03-04,63,',
    `${metric.ref},2026-03-05,many,`,
  )
  const told = [
    [3, 'Day'],
    [4, 'Metric'],
    [5, 'Metric'],
    [6, 'Value'],
  ]
  const { problems } = await look(csv, mapping)
  expect(problems.map(({ line, column }) => [line, column])).toEqual(told)
  const problem = await run(csv, mapping).then(
    () => undefined,
    (error: Problem) => error,
  )
  expect(problem?.places.map(({ at }) => at)).toEqual(
    told.map(([line, column]) => `line ${String(line)}, column ${String(column)}`),
  )
  expect(await readingsOf(metric)).toEqual({})
  const { data } = await world.store.reader(world.as.owner).list('metric', {})
  expect(data.map((one) => one['title'])).toEqual(['Calls a week'])
})

test('a tripwire goes by readings from a file as by any, once a crossing, also where the file comes again', async () => {
  const metric = await metricOf('Active wards')
  const idea = await world.make('create-idea', { title: 'Ward sheet offline' })
  const decision = await world.make('decide', { on: idea.ref, sentence: 'Only the ward sheet' })
  const wire = await world.make('set-tripwire', {
    decision: decision.ref,
    text: 'Too few wards',
    watches: 'metric',
    metricId: metric.id,
    threshold: 50,
  })
  const { run } = importing(world.store, world.as.editor)
  const first = csvOf('Active wards,2026-03-02,60,', 'Active wards,2026-03-03,58,a holiday')
  expect(await run(first, mapping)).toMatchObject({ created: 2, updated: 0 })
  await jobs.round()
  expect(await row('tripwire', wire.id)).toMatchObject({ state: 'armed', value: 58 })

  const grown = `${first}\n${metric.ref},2026-03-04,41,`
  expect(await run(grown, mapping)).toMatchObject({ created: 1, updated: 0, unchanged: 2 })
  await jobs.round()
  expect(await row('tripwire', wire.id)).toMatchObject({
    state: 'fired',
    firedValue: 41,
    valueOn: '2026-03-04',
    crossings: 1,
  })
  expect(await row('decision', decision.id)).toMatchObject({ state: 'under-review' })

  const mended = grown.replace('2026-03-03,58', '2026-03-03,57')
  expect(await run(mended, mapping)).toMatchObject({ created: 0, updated: 1, unchanged: 2 })
  expect(await readingsOf(metric)).toEqual({
    '2026-03-02': 60,
    '2026-03-03': 57,
    '2026-03-04': 41,
  })
  await jobs.round()
  expect(await row('tripwire', wire.id)).toMatchObject({ crossings: 1 })
})

test('two values of one metric on one day are refused at the second', async () => {
  const metric = await metricOf('Twice')
  const { check: look } = importing(world.store, world.as.editor)
  const csv = csvOf('Twice,2026-03-02,60,', `${metric.ref},2026-03-02,61,`)
  expect((await look(csv, mapping)).problems).toMatchObject([
    { line: 3, column: 'Day', value: '2026-03-02' },
  ])
})
