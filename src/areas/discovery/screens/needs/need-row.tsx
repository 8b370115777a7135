import type { ReactNode } from 'react'
import { RowNote } from '../../../../web/derived/row-note.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { Code } from '../../../../web/kit/code.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { MiniLine } from '../../../../web/kit/mini-line.tsx'
import { Strength } from '../../../../web/kit/strength.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import styles from './needs.module.css'
import { thinSaid } from './thin-said.ts'
import type { Need } from './use-needs.ts'

/** A need with what stands behind it, in one or two lines. */
export function NeedRow({
  need,
  parts,
}: {
  readonly need: Need
  /** How many are folded away under it. */
  readonly parts?: number
}): ReactNode {
  const { to } = useSite()
  const { told } = need
  return (
    <>
      <div className={styles.name}>
        <span className={styles.title} dir="auto">
          <Link kind="plain" href={to('needs', need.ref)}>
            {need.title}
          </Link>
        </span>
        <span className={styles.sub}>
          <MiniLine mask={need.stations} />
          <Code>{need.ref}</Code>
          {parts !== undefined && <span>{counted(parts, '# part', '# parts')}</span>}
          {(told?.thin ?? []).map((code) => (
            <Tone key={code} of="watch">
              {thinSaid(code)}
            </Tone>
          ))}
          <RowNote id={need.id} />
        </span>
      </div>
      <div className={styles.told}>
        {told !== null && (
          <>
            <span className={styles.voices}>
              <Link kind="plain" href={to('needs', need.ref, 'why')}>
                {sourcesSaid(told.sources)}
              </Link>
              {told.companies > 1 && (
                <Tone of="quiet">, {counted(told.companies, '# company', '# companies')}</Tone>
              )}
            </span>
            <span className={styles.strength}>
              {told.strength !== null && <Strength value={told.strength} show="both" />}
            </span>
            <span className={styles.against}>
              {told.against > 0 && (
                <Tone of="against">{say('{count} against', { count: told.against })}</Tone>
              )}
            </span>
            <span className={styles.more}>
              {told.newest === null
                ? ideasSaid(told.ideas)
                : saying('{ideas}, newest {when}', {
                    ideas: ideasSaid(told.ideas),
                    when: <When at={told.newest} to="day" />,
                  })}
            </span>
          </>
        )}
      </div>
    </>
  )
}

const sourcesSaid = (count: number): string =>
  count === 0 ? say('nobody yet') : counted(count, '# source', '# sources')

const ideasSaid = (count: number): string =>
  count === 0 ? say('no idea yet') : counted(count, '# idea', '# ideas')
