import type { ReactNode } from 'react'
import { RowNote } from '../../../web/derived/row-note.tsx'
import { Pointed } from '../../../web/derived/shown.tsx'
import { useSite, type Site } from '../../../web/derived/site.ts'
import { Code } from '../../../web/kit/code.tsx'
import { lift } from '../../../web/kit/drag.ts'
import { Link } from '../../../web/kit/link.tsx'
import { VerbMenu } from '../../../web/kit/menu.tsx'
import { MiniLine } from '../../../web/kit/mini-line.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { inside, number, say } from '../../../web/words/say.ts'
import { saying } from '../../../web/words/saying.tsx'
import { commitments, hangs, type Commitment, type RoadmapEntry } from '../rules/roadmap-of.ts'
import { placeOn, type Scale } from '../rules/span.ts'
import styles from './roadmap.module.css'
import { MoveReason } from './move-reason.tsx'
import type { Moves } from './use-move.ts'

/** One item as it is read: its line, its title, what it is for, whose it is and when. */
export function Item({
  entry,
  scale,
  moves,
}: {
  readonly entry: RoadmapEntry
  readonly scale: Scale | undefined
  readonly moves: Moves | undefined
}): ReactNode {
  const { to } = useSite()
  return (
    <li
      className={styles.item}
      data-item={entry.id}
      data-commitment={entry.commitment}
      data-broken={entry.broken.length > 0 || undefined}
      draggable={moves !== undefined && moves.moving?.entry.id !== entry.id}
      onDragStart={(event) => lift(event, 'roadmap-item', entry.id, `${entry.ref} ${entry.title}`)}
    >
      <div className={styles.line}>
        <MiniLine
          mask={entry.stations}
          open={entry.status === 'done' ? 0 : built}
          isBroken={entry.broken.length > 0}
        />
        <RowNote id={entry.id} />
        <Code>{entry.ref}</Code>
        {moves !== undefined && (
          <span className={styles.move} data-screen-only="">
            <VerbMenu
              says={say('Move')}
              label={say('Move “{title}”', { title: entry.title })}
              verbs={commitments.map((name, at) => ({
                id: name,
                says: moveSaid(name),
                keys: String(at + 1),
                disabled: entry.commitment === name,
              }))}
              onVerb={(name) => moves.move(entry, { commitment: name as Commitment })}
            />
          </span>
        )}
      </div>
      <h3 className={styles.title} dir="auto" data-step={entry.id}>
        <Link kind="plain" href={to('roadmap-items', entry.ref)}>
          {entry.title}
        </Link>
      </h3>
      <Breaks entry={entry} />
      {entry.says !== null && (
        <p className={styles.why} dir="auto">
          {entry.says}
        </p>
      )}
      <Deliveries entry={entry} />
      <p className={styles.meta}>
        <Standing entry={entry} />
        {entry.dates !== null && (
          <span>
            {say('{from} to {to}', {
              from: entry.dates.from ?? say('open|end'),
              to: entry.dates.to ?? say('open|end'),
            })}
          </span>
        )}
      </p>
      {scale !== undefined && <Bar entry={entry} scale={scale} />}
      {moves?.moving?.entry.id === entry.id && (
        <MoveReason moving={moves.moving} onEnd={moves.end} />
      )}
    </li>
  )
}

/** Which decisions behind it are under review, and why: until somebody says whether we go on, its line is broken. */
function Breaks({ entry }: { readonly entry: RoadmapEntry }): ReactNode {
  const { to } = useSite()
  return entry.broken.map(({ decisionId, ref, because: [what] }) => (
    <p key={decisionId} className={styles.broken}>
      <span className={styles.cut} aria-hidden="true" />
      {saying('The line is broken: {decision} is under review.', {
        decision: <Link href={to('decisions', ref)}>{ref}</Link>,
      })}
      {what !== undefined && (
        <>
          {' '}
          <span dir="auto">{what}</span>
        </>
      )}
    </p>
  ))
}

/** The ideas that it delivers and what they are for; nothing is said while that is not known. */
function Deliveries({ entry }: { readonly entry: RoadmapEntry }): ReactNode {
  const { to } = useSite()
  if (entry.ideas === null) return null
  if (entry.ideas.length === 0)
    return <p className={styles.why}>{say('It delivers no idea yet.')}</p>
  const aims = [...new Set(entry.ideas.flatMap(({ objectiveIds }) => objectiveIds))]
  const ideas = entry.ideas.map((idea, at) => (
    <span key={idea.id}>
      {at > 0 && ', '}
      <Link href={to('ideas', idea.ref)}>
        {idea.title === entry.title ? (
          say('from {idea}', { idea: idea.ref })
        ) : (
          <bdi>{idea.title}</bdi>
        )}
      </Link>
    </span>
  ))
  const objectives = aims.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Pointed to="objective" id={id} />
    </span>
  ))
  return (
    <p className={styles.from}>
      {aims.length === 0 ? ideas : saying('{ideas}, for {objectives}', { ideas, objectives })}
    </p>
  )
}

function Standing({ entry }: { readonly entry: RoadmapEntry }): ReactNode {
  const { catalogue } = useSite()
  const scores = (entry.ideas ?? []).map(({ score }) => score).filter((score) => score !== null)
  return (
    <span>
      {hangs(entry) ? (
        <Tone of="watch">{say('hangs in the air')}</Tone>
      ) : (
        statusSaid(entry, catalogue)
      )}
      {entry.teamId !== null && (
        <>
          {', '}
          <Pointed to="team" id={entry.teamId} />
        </>
      )}
      {scores.length > 0 && `, ${scoreSaid(Math.max(...scores))}`}
    </span>
  )
}

/** Its dates on the scale of the page; the words above say the same. */
function Bar({ entry, scale }: { readonly entry: RoadmapEntry; readonly scale: Scale }): ReactNode {
  const place = entry.dates === null ? undefined : placeOn(scale, entry.dates)
  return (
    <div className={styles.scale} aria-hidden="true">
      {place !== undefined && (
        <i
          className={styles.bar}
          style={{
            insetInlineStart: `${place.start * 100}%`,
            inlineSize: `${Math.max(0.6, (place.end - place.start) * 100)}%`,
          }}
          data-status={entry.status}
        />
      )}
    </div>
  )
}

function moveSaid(name: Commitment): string {
  switch (name) {
    case 'now':
      return say('To now')
    case 'next':
      return say('To next')
    case 'later':
      return say('To later')
  }
}

/** In one piece: a figure does not stand on another line than what it is. */
const scoreSaid = (score: number): string =>
  say('score {score}', { score: number(score, { maximumFractionDigits: 1 }) }).replace(
    ' ',
    '\u00a0',
  )

const built = 1 << 6

const statusSaid = (entry: RoadmapEntry, catalogue: Site['catalogue']): string => {
  const field = catalogue.record('roadmap-item').fields['status']
  const word = field?.kind === 'choice' ? field.options[entry.status] : undefined
  return inside(word ?? entry.status, 'roadmap-item')
}
