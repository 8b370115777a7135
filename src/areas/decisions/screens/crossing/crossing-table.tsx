import { Fragment, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useSite } from '../../../../web/derived/site.ts'
import { Code } from '../../../../web/kit/code.tsx'
import { cls } from '../../../../web/kit/cls.ts'
import { Hidden } from '../../../../web/kit/hidden.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { Strength } from '../../../../web/kit/strength.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import type { CellIdea, NeedLine, ObjectiveColumn } from '../../rules/needs-objectives.ts'
import type { NeedsObjectives } from '../../views/needs-objectives.ts'
import { comeSaid, markOf } from './come.ts'
import styles from './crossing.module.css'
import { IdeaLines } from './idea-lines.tsx'

/** Needs at the side in the order of their tree, objectives at the head; a row opens where it stands. */
export function CrossingTable({
  data: { needs, objectives },
  open,
  onToggle,
}: {
  readonly data: NeedsObjectives
  readonly open: ReadonlySet<string>
  readonly onToggle: (needId: string) => void
}): ReactNode {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={say('Needs × objectives')}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {say('Need')}
            </th>
            {objectives.map((objective) => (
              <ObjectiveHead key={objective.id} objective={objective} />
            ))}
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <Fragment key={need.id}>
              <NeedCells
                need={need}
                objectives={objectives}
                isOpen={open.has(need.id)}
                onToggle={() => onToggle(need.id)}
              />
              {open.has(need.id) && (
                <tr className={styles.opened}>
                  <td colSpan={objectives.length + 1}>
                    <IdeaLines need={need} objectives={objectives} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ObjectiveHead({ objective }: { readonly objective: ObjectiveColumn }): ReactNode {
  const { to } = useSite()
  const { ref, title, period, hole } = objective
  return (
    <th scope="col" className={cls(styles.aim, hole !== null && styles.hollow)}>
      <Link kind="plain" href={to('objectives', ref)}>
        {title}
      </Link>
      <span className={styles.sub}>
        <Code>{ref}</Code> {period}
      </span>
      {hole !== null && (
        <span className={styles.hole}>
          <Tone of="watch">{hole}</Tone>
        </span>
      )}
    </th>
  )
}

function NeedCells({
  need,
  objectives,
  isOpen,
  onToggle,
}: {
  readonly need: NeedLine
  readonly objectives: readonly ObjectiveColumn[]
  readonly isOpen: boolean
  readonly onToggle: () => void
}): ReactNode {
  const { to } = useSite()
  const { ref, title, level, strength, sources, cells, hole, isMetInParts } = need
  return (
    <tr data-hole={hole === null ? undefined : ''}>
      <th
        scope="row"
        className={styles.need}
        style={{ paddingInlineStart: `calc(${level - 1} * 16px)` }}
      >
        <Link kind="plain" href={to('needs', ref)}>
          {title}
        </Link>
        <span className={styles.sub}>
          <Code>{ref}</Code>
          {strength === null ? (
            <Tone of="watch">{say('no evidence')}</Tone>
          ) : (
            <>
              <Strength value={strength} show="both" />
              <span>{counted(sources, '# source', '# sources')}</span>
            </>
          )}
        </span>
      </th>
      {isMetInParts ? (
        <td colSpan={Math.max(1, objectives.length)} className={styles.inParts}>
          {say('met in its parts')}
        </td>
      ) : hole === null ? (
        objectives.map((objective) => {
          const ideas = cells.find(({ objectiveId }) => objectiveId === objective.id)?.ideas ?? []
          return (
            <td key={objective.id} className={cls(objective.hole !== null && styles.hollow)}>
              {ideas.length === 0 ? (
                <span className={styles.none}>
                  <span aria-hidden="true">·</span>
                  <Hidden>{say('none')}</Hidden>
                </span>
              ) : (
                <AriaButton
                  className={cls(styles.cell)}
                  aria-expanded={isOpen}
                  aria-label={cellSaid(need, objective, ideas)}
                  onPress={onToggle}
                >
                  {ideas.slice(0, mostMarks).map((idea) => (
                    <Mark key={idea.id} {...markOf(idea.come)} size={16} />
                  ))}
                  {ideas.length > mostMarks && <span>+{ideas.length - mostMarks}</span>}
                </AriaButton>
              )}
            </td>
          )
        })
      ) : (
        <td colSpan={Math.max(1, objectives.length)} className={styles.empty}>
          <Tone of="watch">{hole}</Tone>
        </td>
      )}
    </tr>
  )
}

const mostMarks = 6

const cellSaid = (need: NeedLine, objective: ObjectiveColumn, ideas: readonly CellIdea[]): string =>
  counted(
    ideas.length,
    '# idea for {need} and {objective}: {ideas}',
    '# ideas for {need} and {objective}: {ideas}',
    {
      need: need.ref,
      objective: objective.ref,
      ideas: ideas.map(({ ref, come }) => `${ref} ${comeSaid(come)}`).join(', '),
    },
  )
