import { role } from '../../../engine/access.ts'
import { choice, instant, list, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/**
 * An address outside that is told what happens here, as far as its owner may see it. What it signs with
 * is shown once and stands in no row; what is on its way is worked out of history.
 */
export const webhook = record({
  name: 'webhook',
  plural: 'webhooks',
  says: {
    one: 'webhook',
    many: 'webhooks',
    what: 'An address outside that is told what happens here, as far as its owner may see it.',
  },
  prefix: 'HOOK',
  title: 'name',
  held: 'whole',
  stays: 'here',
  derive: 'reading-only',
  read: role('admin'),
  create: role('admin'),
  write: role('admin'),
  order: '-createdAt',
  fields: {
    name: text({ label: 'Name', max: 120, required: true }),
    url: text({
      label: 'Address',
      max: 2000,
      form: 'url',
      required: true,
      help: 'Such as https://example.org/hooks',
    }),
    records: list({
      label: 'Told of',
      of: 'text',
      most: 50,
      help: 'Records by their names, such as feedback or idea; none at all means every record',
    }),
    ownerId: ref({
      label: 'Owner',
      to: 'member',
      required: true,
      filter: true,
      set: 'by-command',
      help: 'It is told what this member may see',
    }),
    state: choice({
      label: 'State',
      options: { active: 'Active', paused: 'Paused' },
      default: 'active',
      set: 'by-command',
    }),
    because: choice({
      label: 'Paused because',
      options: {
        asked: 'Somebody paused it',
        failing: 'Nothing arrived for five days',
        unwanted: 'The address answered that it is gone for good',
        ownerless: 'Its owner is no longer here',
      },
      set: 'by-command',
    }),
    resumedAt: instant({ label: 'Resumed', set: 'by-command' }),
    asks: number({
      label: 'Sent by hand',
      whole: true,
      set: 'by-command',
      help: 'How many times somebody asked for a test or for a delivery again',
    }),
  },
})
