import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { Code } from '../../../../web/kit/code.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import type { NeedLine, ObjectiveColumn } from '../../rules/needs-objectives.ts'
import { comeSaid, markOf } from './come.ts'
import styles from './crossing.module.css'

/** The ideas of a need under the objective that each advances. */
export function IdeaLines({
  need,
  objectives,
}: {
  readonly need: NeedLine
  readonly objectives: readonly ObjectiveColumn[]
}): ReactNode {
  const { to } = useSite()
  return (
    <dl className={styles.lines}>
      {objectives.flatMap(({ id, title }) => {
        const ideas = need.cells.find(({ objectiveId }) => objectiveId === id)?.ideas ?? []
        return ideas.length === 0
          ? []
          : [
              <div key={id}>
                <dt>{title}</dt>
                {ideas.map((idea) => (
                  <dd key={idea.id}>
                    <Mark {...markOf(idea.come)} size={12} />
                    <Link kind="plain" href={to('ideas', idea.ref)}>
                      {idea.title}
                    </Link>
                    <Code>{idea.ref}</Code>
                    <span className={styles.come}>{comeSaid(idea.come)}</span>
                  </dd>
                ))}
              </div>,
            ]
      })}
    </dl>
  )
}
