import { readFileSync } from 'node:fs'
import { roles } from '../../src/engine/access.ts'
import { must } from '../../src/engine/problem.ts'
import type { Cell, Right } from '../../scripts/permission-laws.ts'

/** What docs/permissions.md says, read back from the page itself: what people read is what is executed. */
export function rightsOnThePage(): readonly Right[] {
  const page = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8')
  return page
    .split('\n')
    .filter((line) => /^\| `(GET|POST|PATCH|DELETE) /.test(line))
    .map((line) => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', ''))
      const [operation = '', scope = '', nobody, ...rest] = cells
      const [keys, unseen] = rest.slice(roles.length)
      return {
        operation,
        scope,
        nobody: nobody as 'yes' | 'no',
        cells: Object.fromEntries(
          roles.map((role, at) => [role, must(rest[at]) as Cell]),
        ) as Right['cells'],
        keys: keys as 'yes' | 'no',
        unseen: unseen as Right['unseen'],
      }
    })
}
