import { choice, date, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'
import { keepsThreshold } from '../rules/keeps-threshold.ts'

/** A test of what we believe, with the threshold said before it runs. */
export const experiment = record({
  name: 'experiment',
  plural: 'experiments',
  says: {
    one: 'experiment',
    many: 'experiments',
    what: 'A test of what we believe, with its threshold set before.',
  },
  prefix: 'EXP',
  station: 'tested',
  title: 'title',
  held: 'whole',
  read: seen,
  create: made('editor'),
  write: changed,
  order: '-createdAt',
  law: keepsThreshold,
  fields: {
    title: text({
      label: 'Title',
      max: 300,
      required: true,
      search: 'A',
      aliases: ['experiment', 'name'],
    }),
    hypothesis: text({
      label: 'Hypothesis',
      max: 2000,
      lines: 'many',
      required: true,
      search: 'B',
      help: 'What we believe and would see if it were so',
    }),
    state: choice({
      label: 'State',
      options: { planned: 'Planned', running: 'Running', ended: 'Ended', stopped: 'Stopped' },
      default: 'planned',
      filter: true,
      set: 'by-command',
      aliases: ['status'],
    }),
    metricId: ref({ label: 'Metric', to: 'metric', filter: true, aliases: ['metric'] }),
    comparison: choice({
      label: 'It holds when the result is',
      options: { 'at-least': 'At least', 'at-most': 'At most' },
      default: 'at-least',
    }),
    threshold: number({ label: 'Threshold', help: 'Set before it runs; locked from then on' }),
    factor: choice({
      label: 'Measures',
      options: { reach: 'Reach', impact: 'Impact', confidence: 'Confidence', effort: 'Effort' },
      help: 'The factor of the idea that it would tell us more about',
    }),
    spread: number({
      label: 'Spread of one observation',
      min: 0,
      help: 'Standard deviation of a single observation, in the unit of the factor',
    }),
    plannedSample: number({ label: 'Planned sample', min: 1, whole: true }),
    cost: number({
      label: 'Cost',
      min: 0,
      help: 'In the unit of the score, as what it is worth',
    }),
    days: number({ label: 'Takes', min: 1, whole: true, unit: 'days', unitOfOne: 'day' }),
    startedOn: date({ label: 'Started', set: 'by-command' }),
    endedOn: date({ label: 'Ended', set: 'by-command' }),
    sample: number({ label: 'Sample', min: 0, whole: true, set: 'by-command' }),
    result: number({ label: 'Result', set: 'by-command' }),
    verdict: choice({
      label: 'Verdict',
      options: { held: 'Held', failed: 'Failed', unclear: 'Unclear' },
      filter: true,
      set: 'by-command',
    }),
    learned: text({ label: 'Learned', max: 2000, lines: 'many', search: 'B', set: 'by-command' }),
    ownerId: ref({ label: 'Owner', to: 'member', filter: true, aliases: ['owner'] }),
    ...scope,
  },
})
