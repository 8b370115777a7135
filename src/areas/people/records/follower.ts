import { all, me, via } from '../../../engine/access.ts'
import { flag, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/**
 * That somebody follows a record, or wants to hear no more of it. Whoever sees the record sees who
 * follows it; one follows for oneself alone.
 */
export const follower = record({
  name: 'follower',
  plural: 'followers',
  says: { one: 'follower', many: 'followers', what: 'Who follows which record.' },
  prefix: 'FLW',
  title: 'ref',
  held: 'paged',
  derive: 'reading-only',
  read: via('onId'),
  create: all(me('memberId'), via('onId')),
  write: me('memberId'),
  order: '-updatedAt',
  unique: [['memberId', 'onId']],
  fields: {
    memberId: ref({ label: 'Member', to: 'member', required: true, filter: true }),
    onKind: text({ label: 'On which record', max: 40, required: true }),
    onId: ref({ label: 'On', to: 'any', kindIn: 'onKind', required: true, filter: true }),
    muted: flag({ label: 'Wants to hear no more', default: false }),
  },
})
