import { number, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'

/** How much a function can do in a period. */
export const capacity = record({
  name: 'capacity',
  plural: 'capacities',
  says: {
    one: 'capacity',
    many: 'capacities',
    what: 'How much a function can do in a period.',
  },
  prefix: 'CAP',
  title: 'function',
  held: 'whole',
  read: seen,
  create: made('editor'),
  write: changed,
  order: 'createdAt',
  fields: {
    function: text({
      label: 'Function',
      max: 60,
      required: true,
      filter: true,
      help: 'Engineering, design, marketing, sales, data, or any other',
    }),
    period: text({
      label: 'Period',
      max: 40,
      required: true,
      filter: true,
      help: 'Such as 2026, 2026-Q4 or 2026-11',
    }),
    amount: number({
      label: 'Amount',
      min: 0,
      required: true,
      unit: 'person-months',
      unitOfOne: 'person-month',
    }),
    ...scope,
  },
})
