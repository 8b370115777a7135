import type { ReactNode } from 'react'
import { useSite } from '../../../web/derived/site.ts'
import { MarginList } from '../../../web/kit/margin-list.tsx'
import { say } from '../../../web/words/say.ts'

const pages = [
  'decisions',
  'decisions-due',
  'tripwires',
  'mirror',
  'predictions',
  'course',
] as const

/** In the margin of every page about decisions: the way to the others. */
export function DecisionsNav({ at }: { readonly at: (typeof pages)[number] }): ReactNode {
  const { to } = useSite()
  return (
    <MarginList
      title={say('Decisions')}
      items={pages.map((page) => ({ href: to(page), label: saidOf(page), current: page === at }))}
    />
  )
}

function saidOf(page: (typeof pages)[number]): string {
  switch (page) {
    case 'decisions':
      return say('Decision log')
    case 'decisions-due':
      return say('Due and late')
    case 'tripwires':
      return say('Tripwires')
    case 'predictions':
      return say('Predictions')
    case 'course':
      return say('Stay the course')
    case 'mirror':
      return say('The mirror')
  }
}
