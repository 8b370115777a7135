import { all, role, via } from '../../../engine/access.ts'
import { choice, instant, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/** A look back at a decision: what we expected, what came, and whether we go on. */
export const review = record({
  name: 'review',
  plural: 'reviews',
  says: { one: 'review', many: 'reviews', what: 'A look back at a decision.' },
  prefix: 'REV',
  title: 'reasons',
  titleElse: 'ref',
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
    tripwireId: ref({ label: 'Because of', to: 'tripwire' }),
    verdict: choice({
      label: 'Verdict',
      options: { persevere: 'Persevere', pivot: 'Pivot', stop: 'Stop' },
      required: true,
      filter: true,
    }),
    pivot: choice({
      label: 'Kind of pivot',
      options: {
        'zoom-in': 'Zoom-in',
        'zoom-out': 'Zoom-out',
        segment: 'Customer segment',
        need: 'Customer need',
        platform: 'Platform',
        architecture: 'Business architecture',
        capture: 'Value capture',
        growth: 'Engine of growth',
        channel: 'Channel',
        technology: 'Technology',
      },
      help: 'One of the ten kinds (Ries, 2011)',
    }),
    reasons: text({ label: 'Reasons', max: 4000, lines: 'many', required: true, search: 'B' }),
    expected: text({ label: 'What we expected', max: 2000, lines: 'many' }),
    came: text({ label: 'What came', max: 2000, lines: 'many' }),
    again: text({ label: 'What we would do again', max: 2000, lines: 'many' }),
    reviewedAt: instant({ label: 'Reviewed at', set: 'by-command' }),
    byId: ref({ label: 'By', to: 'actor', set: 'by-command' }),
  },
})
