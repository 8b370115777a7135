import { all, any, equals, me, role, via } from '../../../engine/access.ts'
import { date, flag, list, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { rangeFaults } from '../rules/factors.ts'
import { oddsLaw } from '../rules/odds-law.ts'

const mine = all(role('contributor'), me('byId'), via('predictionId'))

/** What one person gives a prediction: a chance, one for each answer, or a range of quantiles of 10, 50 and 90 %. */
export const odds = record({
  name: 'odds',
  plural: 'odds',
  says: { one: 'odds', many: 'odds', what: 'What somebody gives a prediction.' },
  prefix: 'ODDS',
  title: 'ref',
  held: 'whole',
  derive: 'reading-only',
  read: all(via('predictionId'), any(me('byId'), equals('isShown', true))),
  create: mine,
  write: mine,
  order: '-updatedAt',
  unique: [['predictionId', 'byId']],
  check: rangeFaults,
  law: oddsLaw,
  fields: {
    predictionId: ref({
      label: 'Prediction',
      to: 'prediction',
      required: true,
      home: true,
      filter: true,
    }),
    chance: number({ label: 'Chance', min: 0, max: 100, unit: '%', help: 'That it comes true' }),
    chances: list({
      label: 'Chances',
      of: 'text',
      most: 20,
      help: 'For one of several: a number for each answer, in %, together 100',
    }),
    low: number({ label: 'Low', help: 'One time in ten it is less' }),
    likely: number({ label: 'Likely', help: 'As often less as more' }),
    high: number({ label: 'High', help: 'One time in ten it is more' }),
    lowOn: date({ label: 'Early', help: 'One time in ten it is earlier' }),
    likelyOn: date({ label: 'Likely day', help: 'As often earlier as later' }),
    highOn: date({ label: 'Late', help: 'One time in ten it is later' }),
    note: text({ label: 'Note', max: 1000, lines: 'many', help: 'What it rests on' }),
    roundId: ref({ label: 'Blind round', to: 'round', filter: true, set: 'by-command' }),
    isShown: flag({ label: 'Shown', default: true, set: 'by-command' }),
    byId: ref({ label: 'By', to: 'actor', required: true, set: 'by-command' }),
  },
})
