import { all, any, equals, me, role } from './access.ts'
import { flag, text } from './field.ts'
import { record } from './record.ts'

/**
 * A list as somebody wants to find it again: what its address says, under a name. It is its maker's
 * alone until it is shared; then the workspace sees it, and an editor may change it too.
 */
export const savedView = record({
  name: 'saved-view',
  plural: 'saved-views',
  says: {
    one: 'saved view',
    many: 'saved views',
    what: 'A list under a name: its filter, order, groups and columns. Yours alone until you share it.',
  },
  prefix: 'VIEW',
  title: 'title',
  held: 'whole',
  read: any(me('createdById'), equals('shared', true)),
  create: role('viewer'),
  write: any(me('createdById'), all(role('editor'), equals('shared', true))),
  order: 'title',
  fields: {
    title: text({ label: 'Title', max: 120, required: true, sort: true }),
    of: text({
      label: 'Record',
      max: 40,
      required: true,
      filter: true,
      help: 'The record whose list it is, in the singular',
    }),
    search: text({
      label: 'What the address says',
      max: 2000,
      help: 'What stands after the question mark, such as f.state=open&sort=-score',
    }),
    shared: flag({
      label: 'Shared with the workspace',
      default: false,
    }),
  },
})
