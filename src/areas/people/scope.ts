import {
  all,
  any,
  equals,
  listsMe,
  listsMyTeam,
  me,
  role,
  within,
  type Access,
  type Role,
} from '../../engine/access.ts'
import { choice, flag, list, ref } from '../../engine/field.ts'

/**
 * What every record of the line says about where it belongs and who may see it. No product means the
 * whole workspace. A draft is its author's alone until it is one no longer.
 */
export const scope = {
  productId: ref({ label: 'Product', to: 'product', filter: true, rollsUp: true }),
  visibility: choice({
    label: 'Visible to',
    options: { workspace: 'The workspace', teams: 'Teams', people: 'Named people' },
    default: 'workspace',
  }),
  teamIds: list({ label: 'Teams who see it', of: 'team', most: 50 }),
  personIds: list({ label: 'People who see it', of: 'member', most: 50 }),
  draft: flag({ label: 'Draft', default: false }),
} as const

/**
 * May read, within the products one is held to: its author always; the others once it is no draft, as far
 * as its visibility goes.
 */
export const seen: Access = all(
  within('productId', 'see'),
  any(
    me('createdById'),
    all(
      equals('draft', false),
      any(
        equals('visibility', 'workspace'),
        all(equals('visibility', 'teams'), listsMyTeam('teamIds')),
        all(equals('visibility', 'people'), listsMe('personIds')),
      ),
    ),
  ),
)

/** May make: such a role, in the products that are one's own. */
export const made = (least: Role): Access => all(role(least), within('productId', 'act'))

/** May change: an editor, as far as that editor sees and the product is one's own. */
export const changed: Access = all(made('editor'), seen)

/** The scope that a new row takes over from the row it is made from, so that nothing becomes wider by a command. */
export const scopeOf = (
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.keys(scope).flatMap((name) =>
      row[name] === undefined ? [] : [[name, row[name]] as const],
    ),
  )
