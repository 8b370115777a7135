import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { Aside, Box } from '../../../../web/kit/aside.tsx'
import { Code } from '../../../../web/kit/code.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import type { Similar, SimilarOne } from '../../views/similar.ts'
import styles from './similar-box.module.css'

/** Others who said something like it: the passage that fits, the words in common, what it was quoted for. */
export function SimilarBox({
  told,
  isAway,
  nameOfCompany,
}: {
  readonly told: Similar | undefined
  readonly isAway: boolean
  readonly nameOfCompany: (id: string) => string | undefined
}): ReactNode {
  return (
    <Aside label={say('Who said it too')}>
      <Box
        title={say('Who said it too')}
        foot={
          (told?.rows.length ?? 0) > 0 &&
          say('By the words they share; nothing is applied by itself.')
        }
      >
        {told === undefined && (
          <p className={styles.none}>
            {isAway
              ? say('This cannot be told until Throughline answers again.')
              : say('Looking for others who said it…')}
          </p>
        )}
        {told?.rows.length === 0 && (
          <p className={styles.none}>{say('Nobody has said this in such words yet.')}</p>
        )}
        <ul>
          {told?.rows.map((one) => (
            <One key={one.id} one={one} company={nameOfCompany(one.companyId ?? '')} />
          ))}
        </ul>
      </Box>
    </Aside>
  )
}

function One({
  one,
  company,
}: {
  readonly one: SimilarOne
  readonly company: string | undefined
}): ReactNode {
  const { to } = useSite()
  const percent = Math.round(one.likeness * 100)
  return (
    <li className={styles.one}>
      <p className={styles.head}>
        <Link kind="plain" href={to('feedback', one.ref)}>
          <Code>{one.ref}</Code>
        </Link>
        <span
          className={styles.bar}
          role="img"
          aria-label={say('{percent} % of their words in common', { percent })}
        >
          <i style={{ inlineSize: `${percent}%` }} />
        </span>
        <span aria-hidden="true">{percent} %</span>
        {one.isDuplicate && (
          <span className={styles.flag}>
            <Tone of="watch">{say('a duplicate?')}</Tone>
          </span>
        )}
      </p>
      <blockquote className={styles.said} dir="auto">
        {one.passage === null ? one.title : <Passage passage={one.passage} />}
      </blockquote>
      <p className={styles.who}>
        {company !== undefined && <span>{company}</span>}
        <When at={one.at} to="day" />
        {one.needs.length === 0 ? (
          <span>{say('quoted for no need yet')}</span>
        ) : (
          <span>
            {saying('quoted for {needs}', {
              needs: one.needs.map(({ id, ref, title }) => (
                <span key={id} className={styles.need}>
                  <Mark station="framed" size={12} />
                  <Link href={to('needs', ref)} label={`${ref}, ${title}`}>
                    {ref}
                  </Link>
                </span>
              )),
            })}
          </span>
        )}
      </p>
    </li>
  )
}

/** The passage, with the words in common underlined. */
function Passage({ passage }: { readonly passage: NonNullable<SimilarOne['passage']> }): ReactNode {
  const points = [...passage.text]
  const parts: ReactNode[] = []
  let at = 0
  for (const shared of passage.shared) {
    const [start, end] = [shared.start - passage.start, shared.end - passage.start]
    parts.push(points.slice(at, start).join(''))
    parts.push(<u key={start}>{points.slice(start, end).join('')}</u>)
    at = end
  }
  return [...parts, points.slice(at).join('')]
}
