import { choice, computed, number, prose, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'
import { confidences, impacts, riceScore } from '../rules/rice.ts'

/**
 * What we could do. Its score is RICE (McBride, Intercom 2016): reach × impact × confidence ÷ effort,
 * missing while a factor is.
 */
export const idea = record({
  name: 'idea',
  plural: 'ideas',
  says: {
    one: 'idea',
    many: 'ideas',
    what: 'Something we could do to meet a need and move an objective.',
  },
  prefix: 'IDEA',
  station: 'proposed',
  title: 'title',
  held: 'whole',
  read: seen,
  create: made('editor'),
  write: changed,
  order: '-createdAt',
  foldedBy: 'mergedIntoId',
  check: (row) => {
    const effort = row['effort']
    const fits =
      typeof effort !== 'number' || effort === 0.5 || (effort >= 1 && Number.isInteger(effort))
    return fits ? [] : [{ at: 'effort', says: 'Effort is 0.5 or a whole number of person-months.' }]
  },
  fields: {
    title: text({
      label: 'Title',
      max: 300,
      required: true,
      search: 'A',
      aliases: ['idea', 'feature', 'name'],
    }),
    detail: prose({ label: 'Detail', max: 50_000, search: 'B', aliases: ['description', 'body'] }),
    reach: number({
      label: 'Reach',
      min: 0,
      unit: 'people',
      unitOfOne: 'person',
      help: 'People it touches in one period',
    }),
    reachPeriod: text({
      label: 'Reach period',
      max: 40,
      default: 'quarter',
      help: 'The period that reach counts',
    }),
    impact: number({ label: 'Impact', allowed: impacts }),
    confidence: number({ label: 'Confidence', allowed: confidences, unit: '%' }),
    confidenceReason: text({
      label: 'Why this confidence',
      max: 500,
      help: 'Where it is otherwise than what the evidence comes to',
    }),
    effort: number({
      label: 'Effort',
      min: 0.5,
      unit: 'person-months',
      unitOfOne: 'person-month',
      help: '0.5 or a whole number',
    }),
    score: computed({
      label: 'Score',
      help: 'RICE: reach × impact × confidence ÷ effort',
      expr: riceScore,
      sort: true,
    }),
    state: choice({
      label: 'State',
      options: { open: 'Open', chosen: 'Chosen', withdrawn: 'Withdrawn' },
      default: 'open',
      filter: true,
      aliases: ['status'],
    }),
    mergedIntoId: ref({
      label: 'Merged into',
      to: 'idea',
      set: 'by-command',
      line: 'above',
      reads: { forth: 'was merged into', back: 'took in' },
      filter: true,
    }),
    ...scope,
  },
})
