import { useState, type ReactNode } from 'react'
import { useRead } from '../../../../web/client/cache.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { Code } from '../../../../web/kit/code.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { ProblemNote } from '../../../../web/kit/problem.tsx'
import type { StationName } from '../../../../web/kit/stations.ts'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { number, say } from '../../../../web/words/say.ts'
import type { AsOf as Told, Differs, Piece } from '../../rules/as-of.ts'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'

/** What was known when it was decided, and what came after: read from history when somebody asks. */
export function AsOf({
  dossier: { decision },
  opened,
}: {
  readonly dossier: Dossier
  readonly opened: boolean
}): ReactNode {
  const [open, setOpen] = useState(opened)
  if (decision['state'] === 'open') return null
  return (
    <section className={styles.part} data-screen-only={open ? undefined : ''}>
      <h2 className={styles.partTitle}>{say('What was known then, and what came after')}</h2>
      {open ? (
        <Read id={decision.id} />
      ) : (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {say('Look back to the day of the decision')}
        </Button>
      )}
    </section>
  )
}

function Read({ id }: { readonly id: string }): ReactNode {
  const { data, error } = useRead<Told>(`/views/decision-as-of?of=${id}`)
  if (data === undefined)
    return error === undefined ? (
      <p className={styles.rule} role="status">
        {say('Reading…')}
      </p>
    ) : (
      <ProblemNote says={error.message} />
    )
  return (
    <>
      <p className={styles.long}>{data.says}</p>
      <p className={styles.now}>
        <Tone
          of={data.hash.is === 'matches' ? 'good' : data.hash.is === 'differs' ? 'oxide' : 'quiet'}
        >
          {data.hash.says}
        </Tone>
      </p>
      <div className={styles.half}>
        <div>
          <Pieces title={say('Known then')} pieces={data.seen} />
        </div>
        <div>
          <Pieces title={say('Came after')} pieces={data.came} />
          <Changed changed={data.changed} />
          <Pieces title={say('No longer there')} pieces={data.went} />
          {data.since.length > 0 && (
            <>
              <p className={styles.label}>{say('What came of it')}</p>
              <ol className={styles.dates}>
                {data.since.map(({ at, ref, says }) => (
                  <li key={`${ref} ${at}`}>
                    <When at={at} to="day" />
                    <span dir="auto">{says}</span>
                  </li>
                ))}
              </ol>
            </>
          )}
        </div>
      </div>
      {data.cut && <Tone of="watch">{say('There is more in history than was read.')}</Tone>}
    </>
  )
}

function Pieces({
  title,
  pieces,
}: {
  readonly title: string
  readonly pieces: readonly Piece[]
}): ReactNode {
  if (pieces.length === 0) return null
  return (
    <>
      <p className={styles.label}>{`${title} (${number(pieces.length)})`}</p>
      <ul className={styles.pieces}>
        {pieces.slice(0, most).map((piece) => (
          <li key={piece.id}>
            <PieceSaid piece={piece} />
          </li>
        ))}
      </ul>
      {pieces.length > most && (
        <p className={styles.now}>{say('and {count} more', { count: pieces.length - most })}</p>
      )}
    </>
  )
}

const most = 40

function PieceSaid({
  piece: { record, ref, title, speaks },
}: {
  readonly piece: Piece
}): ReactNode {
  const { catalogue, to } = useSite()
  const kind = catalogue.record(record)
  return (
    <>
      {kind.station !== undefined && <Mark station={kind.station as StationName} size={12} />}
      <span dir="auto">
        <Link kind="plain" href={to(kind.plural, ref)}>
          <Code>{ref}</Code>
        </Link>{' '}
        {speaks === 'against' ? <Tone of="against">{title}</Tone> : title}
      </span>
    </>
  )
}

function Changed({ changed }: { readonly changed: readonly Differs[] }): ReactNode {
  if (changed.length === 0) return null
  return (
    <>
      <p className={styles.label}>{`${say('Changed since')} (${number(changed.length)})`}</p>
      <ul className={styles.pieces}>
        {changed.slice(0, most).map((one) => (
          <li key={one.id}>
            <div>
              <PieceSaid piece={one} />
              {one.fields.map(({ field, label, was, is }) => (
                <p key={field} className={styles.now}>
                  {say('{field}: {was}, now {is}', {
                    field: label,
                    was: was ?? '–',
                    is: is ?? '–',
                  })}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
