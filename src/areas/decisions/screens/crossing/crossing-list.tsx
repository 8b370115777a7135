import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { Code } from '../../../../web/kit/code.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Section } from '../../../../web/kit/section.tsx'
import { Strength } from '../../../../web/kit/strength.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { say } from '../../../../web/words/say.ts'
import type { NeedsObjectives } from '../../views/needs-objectives.ts'
import styles from './crossing.module.css'
import { IdeaLines } from './idea-lines.tsx'

/** The same for a narrow page: need by need, and at the end the objectives that meet none. */
export function CrossingList({
  data: { needs, objectives },
}: {
  readonly data: NeedsObjectives
}): ReactNode {
  const { to } = useSite()
  const hollow = objectives.filter(({ hole }) => hole !== null)
  return (
    <>
      <ul className={styles.list}>
        {needs.map((need) => (
          <li key={need.id} data-hole={need.hole === null ? undefined : ''}>
            <Link kind="plain" href={to('needs', need.ref)}>
              {need.title}
            </Link>
            <span className={styles.sub}>
              <Code>{need.ref}</Code>
              {need.strength === null ? (
                <Tone of="watch">{say('no evidence')}</Tone>
              ) : (
                <Strength value={need.strength} show="both" />
              )}
            </span>
            {need.isMetInParts ? (
              <span>{say('met in its parts')}</span>
            ) : need.hole === null ? (
              <IdeaLines need={need} objectives={objectives} />
            ) : (
              <Tone of="watch">{need.hole}</Tone>
            )}
          </li>
        ))}
      </ul>
      {hollow.length > 0 && (
        <Section title={say('Objectives that meet no need')}>
          <ul className={styles.list}>
            {hollow.map(({ id, ref, title, hole }) => (
              <li key={id} data-hole="">
                <Link kind="plain" href={to('objectives', ref)}>
                  {title}
                </Link>
                <span className={styles.sub}>
                  <Code>{ref}</Code>
                </span>
                <Tone of="watch">{hole}</Tone>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
