import { all, role, via } from '../../../engine/access.ts'
import { clip, divide, of, subtract } from '../../../engine/computed.ts'
import { computed, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/**
 * A measured proof of an objective. Progress = (current − start) ÷ (target − start), clipped to 0 to 1
 * (OKR score, Doerr 2018); missing while one of the three is.
 */
export const keyResult = record({
  name: 'key-result',
  plural: 'key-results',
  says: {
    one: 'key result',
    many: 'key results',
    what: 'A number that proves an objective: from start to target.',
  },
  prefix: 'KR',
  title: 'title',
  held: 'whole',
  read: via('objectiveId'),
  create: all(role('editor'), via('objectiveId')),
  write: all(role('editor'), via('objectiveId')),
  order: '-createdAt',
  check: (row) =>
    typeof row['start'] === 'number' && row['start'] === row['target']
      ? [{ at: 'target', says: 'A key result moves: give a target other than the start.' }]
      : [],
  fields: {
    title: text({
      label: 'Title',
      max: 500,
      required: true,
      search: 'A',
      aliases: ['key result', 'result'],
    }),
    objectiveId: ref({
      label: 'Objective',
      to: 'objective',
      required: true,
      home: true,
      line: 'below',
      reads: { forth: 'measures', back: 'is measured by' },
      filter: true,
      aliases: ['objective', 'goal'],
    }),
    metricId: ref({
      label: 'Metric',
      to: 'metric',
      filter: true,
      help: 'What it is measured by; Current stays as it is typed',
      aliases: ['metric'],
    }),
    start: number({ label: 'Start', aliases: ['baseline', 'from'] }),
    target: number({ label: 'Target', aliases: ['goal value', 'to'] }),
    current: number({ label: 'Current', aliases: ['now', 'value'] }),
    unit: text({ label: 'Unit', max: 40 }),
    progress: computed({
      label: 'Progress',
      help: '0 at the start, 1 at the target',
      isShare: true,
      expr: clip(
        divide(subtract(of('current'), of('start')), subtract(of('target'), of('start'))),
        0,
        1,
      ),
    }),
  },
})
