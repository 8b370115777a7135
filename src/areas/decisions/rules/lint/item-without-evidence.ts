import type { Row } from '../../../../engine/record.ts'
import { sentence } from '../../../../engine/words.ts'
import { isAhead, isHeard, type Told } from './material.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs, type Remedy } from './shape.ts'

/** What we are going to build, with nothing that anybody said above it: it hangs in the air. */
export const itemWithoutEvidence = toldRule({
  name: 'item-without-evidence',
  severity: 'error',
  says: sentence('Roadmap items without evidence'),
  because: sentence('We say that we build it, and nobody can say who asked.'),
  find: (material) =>
    material.all('roadmap-item').flatMap((row) =>
      !isAhead(row) || isHeard(row)
        ? []
        : [
            {
              on: onRow('roadmap-item', row),
              says: sentence('Nothing that somebody said stands behind it.'),
              remedy: remedyOf(row, material),
              whoseIds: whoseIs(row),
            },
          ],
    ),
})

/** The next link that is missing on the way down from what was heard. */
function remedyOf(item: Row, { forth, row: rowOf }: Told): Remedy {
  const idea = forth(item.id, 'delivers').flatMap((id) => rowOf('idea', id) ?? [])[0]
  if (idea === undefined)
    return {
      says: sentence('Link the idea it delivers'),
      command: 'link',
      input: { from: item.ref, relation: 'delivers' },
      asks: [{ field: 'to', record: 'idea' }],
    }
  const need = forth(idea.id, 'addresses').flatMap((id) => rowOf('need', id) ?? [])[0]
  return need === undefined ? linkNeed(idea) : quoteFor(need)
}

export const linkNeed = (idea: Row): Remedy => ({
  says: sentence('Link a need'),
  command: 'link',
  input: { from: idea.ref, relation: 'addresses' },
  asks: [{ field: 'to', record: 'need' }],
})

export const quoteFor = (need: Row): Remedy => ({
  says: sentence('Link a quote'),
  command: 'link',
  input: { to: need.ref, relation: 'supports' },
  asks: [{ field: 'from', record: 'quote' }],
})
