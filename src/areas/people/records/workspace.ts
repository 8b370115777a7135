import { anyone, noOne, role } from '../../../engine/access.ts'
import { number, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { isCurrency, isZone } from '../rules/known-names.ts'

/** The house in which everything lies. It is set up once, by the system; a person only changes it. */
export const workspace = record({
  name: 'workspace',
  plural: 'workspaces',
  says: {
    one: 'workspace',
    many: 'workspaces',
    what: 'The house in which all records of one organisation lie.',
  },
  prefix: 'WS',
  title: 'name',
  held: 'whole',
  derive: 'reading-only',
  read: anyone,
  create: noOne,
  write: role('admin'),
  order: 'name',
  staysHere: ['name', 'slug'],
  check: ({ slug, zone, baseCurrency }) => [
    ...(typeof slug === 'string' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)
      ? [{ at: 'slug', says: 'Small letters, digits and single hyphens, such as acme-labs.' }]
      : []),
    ...(typeof zone === 'string' && !isZone(zone)
      ? [
          {
            at: 'zone',
            says: 'No time zone has this name. Write one such as Europe/Zurich or UTC.',
          },
        ]
      : []),
    ...(typeof baseCurrency === 'string' && !isCurrency(baseCurrency)
      ? [
          {
            at: 'baseCurrency',
            says: 'No currency has this code. Write three capital letters of ISO 4217, such as EUR.',
          },
        ]
      : []),
  ],
  fields: {
    name: text({ label: 'Name', max: 120, required: true, sort: true }),
    slug: text({
      label: 'Address',
      max: 40,
      required: true,
      set: 'by-command',
      help: 'How the workspace is called in links',
    }),
    zone: text({
      label: 'Time zone',
      max: 60,
      default: 'UTC',
      help: 'An IANA name such as Europe/Zurich; periods begin and end in it',
    }),
    fiscalYearStart: number({
      label: 'Fiscal year starts',
      whole: true,
      min: 1,
      max: 12,
      default: 1,
      help: 'The month, 1 to 12',
    }),
    baseCurrency: text({
      label: 'Base currency',
      max: 3,
      default: 'EUR',
      help: 'Three letters of ISO 4217',
    }),
  },
})
