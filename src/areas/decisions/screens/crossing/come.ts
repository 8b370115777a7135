import type { MarkState } from '../../../../web/kit/mark-shapes.ts'
import type { StationName } from '../../../../web/kit/stations.ts'
import { say } from '../../../../web/words/say.ts'
import type { Come } from '../../rules/needs-objectives.ts'

export const comes: readonly Come[] = ['proposed', 'decided', 'planned', 'done']

/** How far an idea has come, in a word. */
export function comeSaid(come: Come): string {
  switch (come) {
    case 'proposed':
      return say('proposed')
    case 'decided':
      return say('decided')
    case 'planned':
      return say('on the roadmap')
    case 'done':
      return say('built')
  }
}

/** The same as a mark; the word stands beside it or in its name. */
export function markOf(come: Come): { readonly station: StationName; readonly state: MarkState } {
  switch (come) {
    case 'proposed':
      return { station: 'proposed', state: 'done' }
    case 'decided':
      return { station: 'decided', state: 'done' }
    case 'planned':
      return { station: 'built', state: 'open' }
    case 'done':
      return { station: 'built', state: 'done' }
  }
}
