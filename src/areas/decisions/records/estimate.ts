import { all, any, me, role, via } from '../../../engine/access.ts'
import { choice, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { factors, faultsOf } from '../rules/factors.ts'

/**
 * What one person holds likely for one factor of an idea. One time in ten the truth is below low, one time
 * in ten above high, and as often below as above the likely value (quantiles of 10, 50 and 90 %).
 */
export const estimate = record({
  name: 'estimate',
  plural: 'estimates',
  says: {
    one: 'estimate',
    many: 'estimates',
    what: 'What somebody holds likely for a factor of an idea, from low to high.',
  },
  prefix: 'EST',
  title: 'ref',
  held: 'whole',
  derive: 'reading-only',
  read: via('ideaId'),
  create: all(role('contributor'), me('raterId'), via('ideaId')),
  // No command changes what another said; merging ideas takes it along to the idea that stays.
  write: all(any(all(role('contributor'), me('raterId')), role('editor')), via('ideaId')),
  order: '-updatedAt',
  unique: [['ideaId', 'factor', 'raterId']],
  check: faultsOf,
  fields: {
    ideaId: ref({
      label: 'Idea',
      to: 'idea',
      required: true,
      home: true,
      line: 'below',
      reads: { forth: 'estimates', back: 'is estimated by' },
      filter: true,
    }),
    factor: choice({
      label: 'Factor',
      options: {
        reach: factors.reach.label,
        impact: factors.impact.label,
        confidence: factors.confidence.label,
        effort: factors.effort.label,
      },
      required: true,
      filter: true,
    }),
    low: number({ label: 'Low', help: 'One time in ten it is less' }),
    likely: number({ label: 'Likely', required: true, help: 'As often less as more' }),
    high: number({ label: 'High', help: 'One time in ten it is more' }),
    note: text({ label: 'Note', max: 1000, lines: 'many', help: 'What it rests on' }),
    raterId: ref({ label: 'By', to: 'actor', required: true, set: 'by-command' }),
  },
})
