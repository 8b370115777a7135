import { all, role, via } from '../../../engine/access.ts'
import { number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { rangeFaults } from '../rules/factors.ts'

/** What an idea would take of one function, as a range of the quantiles of 10, 50 and 90 %. */
export const cost = record({
  name: 'cost',
  plural: 'costs',
  says: { one: 'cost', many: 'costs', what: 'What an idea would take of one function.' },
  prefix: 'COST',
  title: 'function',
  held: 'whole',
  read: via('ideaId'),
  create: all(role('contributor'), via('ideaId')),
  write: all(role('contributor'), via('ideaId')),
  order: 'createdAt',
  unique: [['ideaId', 'function']],
  check: rangeFaults,
  fields: {
    ideaId: ref({ label: 'Idea', to: 'idea', required: true, home: true, filter: true }),
    function: text({ label: 'Function', max: 60, required: true, filter: true }),
    low: number({ label: 'Low', min: 0, help: 'One time in ten it is less' }),
    likely: number({
      label: 'Likely',
      min: 0,
      required: true,
      unit: 'person-months',
      unitOfOne: 'person-month',
    }),
    high: number({ label: 'High', min: 0, help: 'One time in ten it is more' }),
  },
})
