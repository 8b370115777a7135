import { role } from '../../../engine/access.ts'
import { choice, instant, list, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { roleNames } from '../rules/role-names.ts'
import { keysLaw } from '../rules/taking-back.ts'

/** An API key: a program's way in. Its secret is shown once; the store knows it again, and tells nobody how. */
export const key = record({
  name: 'key',
  plural: 'keys',
  says: { one: 'API key', many: 'API keys', what: "A program's way in, with a role of its own." },
  prefix: 'KEY',
  title: 'name',
  held: 'whole',
  stays: 'here',
  derive: 'reading-only',
  read: role('admin'),
  create: role('admin'),
  write: role('admin'),
  order: '-createdAt',
  law: keysLaw,
  fields: {
    name: text({ label: 'Name', max: 120, required: true }),
    role: choice({
      label: 'Role',
      options: roleNames,
      required: true,
    }),
    scopes: list({
      label: 'Scopes',
      of: 'text',
      most: 100,
      help: 'Such as read:feedback or write:*; none at all means everything its role may do',
    }),
    start: text({ label: 'Begins with', max: 12, required: true, set: 'by-command' }),
    lastUsedAt: instant({ label: 'Last used', set: 'by-command' }),
    revokedAt: instant({ label: 'Revoked', set: 'by-command' }),
    suspendedAt: instant({
      label: 'Suspended',
      set: 'by-command',
      help: 'It rests with the member who made it',
    }),
  },
})
