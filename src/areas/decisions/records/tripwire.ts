import { all, role, via } from '../../../engine/access.ts'
import { choice, date, instant, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/**
 * A watch: a state and a date (Duke, 2022). On a decision in force its crossing asks for a review; on a
 * conditional no it reopens what was refused. It never acts by itself.
 */
export const tripwire = record({
  name: 'tripwire',
  plural: 'tripwires',
  says: {
    one: 'tripwire',
    many: 'tripwires',
    what: 'A state and a date that would make us look at a decision again.',
  },
  prefix: 'TRIP',
  title: 'text',
  held: 'whole',
  derive: 'reading-only',
  read: via('decisionId'),
  create: all(role('editor'), via('decisionId')),
  write: all(role('editor'), via('decisionId')),
  order: '-createdAt',
  fields: {
    decisionId: ref({
      label: 'Decision',
      to: 'decision',
      required: true,
      home: true,
      filter: true,
    }),
    text: text({
      label: 'In words',
      max: 500,
      required: true,
      search: 'A',
      help: 'What would change our mind',
    }),
    watches: choice({
      label: 'Watches',
      options: {
        metric: 'A metric',
        experiment: 'An experiment',
        prediction: 'A prediction',
        votes: 'Votes for an idea',
        insights: 'Insights that support a need',
        feedback: 'Feedback that asks for an idea',
        revenue: 'Revenue of those who ask',
        day: 'A day',
      },
      required: true,
      filter: true,
    }),
    metricId: ref({ label: 'Metric', to: 'metric', filter: true }),
    experimentId: ref({ label: 'Experiment', to: 'experiment', filter: true }),
    predictionId: ref({ label: 'Prediction', to: 'prediction', filter: true }),
    ideaId: ref({ label: 'Idea', to: 'idea', filter: true }),
    needId: ref({ label: 'Need', to: 'need', filter: true }),
    segment: text({
      label: 'Segment',
      max: 120,
      help: 'Counts only those in it; everybody without it',
    }),
    comparison: choice({
      label: 'Crossed when it is',
      options: { below: 'Below', above: 'Above' },
      default: 'below',
    }),
    threshold: number({ label: 'Threshold' }),
    withinDays: number({
      label: 'In the last',
      min: 1,
      whole: true,
      unit: 'days',
      unitOfOne: 'day',
      help: 'What counts are taken over',
    }),
    by: date({ label: 'By', sort: true, help: 'Looked at on this day; at any time without it' }),
    rearmAt: number({
      label: 'Armed again at',
      help: 'Back past this it can be crossed again, so that a value that trembles fires once',
    }),
    silentDays: number({
      label: 'Silent after',
      min: 1,
      whole: true,
      unit: 'days',
      unitOfOne: 'day',
      help: 'Without a value for longer, the rule for missing data holds',
    }),
    whenSilent: choice({
      label: 'When nothing is known',
      options: { wait: 'Wait, and say so', fire: 'Count as crossed' },
      default: 'wait',
    }),
    state: choice({
      label: 'State',
      options: {
        armed: 'Armed',
        silent: 'Silent',
        fired: 'Fired',
        reviewed: 'Reviewed',
        passed: 'Passed',
        withdrawn: 'Withdrawn',
      },
      default: 'armed',
      filter: true,
      set: 'by-command',
    }),
    value: number({ label: 'Last value', set: 'by-command' }),
    valueOn: date({ label: 'Of', set: 'by-command' }),
    firedAt: instant({ label: 'Fired at', sort: true, set: 'by-command' }),
    firedValue: number({ label: 'Fired at the value', set: 'by-command' }),
    crossings: number({ label: 'Crossings', whole: true, default: 0, set: 'by-command' }),
  },
})
