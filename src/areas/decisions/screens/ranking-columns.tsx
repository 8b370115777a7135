import type { ReactNode } from 'react'
import { figure } from '../../../web/derived/figure.ts'
import { Code } from '../../../web/kit/code.tsx'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { Hidden } from '../../../web/kit/hidden.tsx'
import type { Column } from '../../../web/kit/ledger-props.ts'
import { MiniLine } from '../../../web/kit/mini-line.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { inside, label, say } from '../../../web/words/say.ts'
import type { Place } from '../rules/ranking-of.ts'
import type { Explanation } from '../rules/rice.ts'
import { Estimates } from './estimates.tsx'
import { Explained } from './explained.tsx'
import styles from './explained.module.css'
import { Factors } from './factors.tsx'
import ranked from './ranking.module.css'

/** Which scores are opened. */
export interface Unfolded {
  readonly has: (id: string) => boolean
  readonly set: (id: string, is: boolean) => void
}

export interface Opening {
  readonly mayChange: boolean
  readonly unfolded: Unfolded
  /** What a score opens into; its factors and their estimates without it. */
  readonly opened?: (row: Place) => ReactNode
  /** The ranks as they were, by the id of the idea, while something is tried out. */
  readonly was?: ReadonlyMap<string, number> | undefined
}

/** Where nothing is estimated: each score with the numbers behind it. Beside a model that is told there is less room, and less is told. */
export const columnsFor = (opening: Opening): readonly Column<Place>[] =>
  opening.opened === undefined ? wholeColumns(opening) : narrowColumns(opening)

const narrowColumns = (opening: Opening): readonly Column<Place>[] =>
  wholeColumns(opening).flatMap((column): readonly Column<Place>[] => {
    switch (column.id) {
      case 'title':
        return [{ ...column, render: titleOver }]
      case 'score':
        return [{ ...column, width: '13rem' }]
      case 'ref':
      case 'line':
        return []
      default:
        return [column]
    }
  })

/** The title, its line and its name under it. */
export const titleOver = (row: Place): ReactNode => (
  <>
    <bdi>{row.title}</bdi>
    <span className={ranked.under}>
      <MiniLine mask={row.stations} /> <Code>{row.ref}</Code>
    </span>
  </>
)

const wholeColumns = (opening: Opening): readonly Column<Place>[] => [
  {
    id: 'rank',
    label: say('rank'),
    width: '5.5rem',
    wide: true,
    render: (row) =>
      row.rank === null ? (
        <Tone of="quiet">–</Tone>
      ) : (
        <>
          <span className={styles.rank}>{row.rank}</span>
          <Was row={row} was={opening.was} />
          {row.tied && <Tone of="watch"> {say('tied')}</Tone>}
        </>
      ),
  },
  { id: 'title', label: label('idea'), part: 'title', render: (row) => <bdi>{row.title}</bdi> },
  {
    id: 'ref',
    label: inside('Id'),
    width: '5.5rem',
    quiet: true,
    wide: true,
    render: (row) => <Code>{row.ref}</Code>,
  },
  {
    id: 'line',
    label: inside('Line'),
    part: 'line',
    width: '9rem',
    render: (row) => <MiniLine mask={row.stations} />,
  },
  {
    id: 'score',
    label: inside('Score'),
    width: '21rem',
    render: (row) => (
      <div className={styles.how}>
        <Disclosure
          level={2}
          open={opening.unfolded.has(row.id)}
          onOpenChange={(is) => opening.unfolded.set(row.id, is)}
          title={
            <span className={styles.score}>
              {row.score === null ? <Tone of="quiet">–</Tone> : figure(row.score)}
            </span>
          }
          detail={<bdi className={styles.worth}>{workedOf(row.explanation)}</bdi>}
        >
          {opening.unfolded.has(row.id) && openedOf(row, opening)}
        </Disclosure>
      </div>
    ),
  },
]

/** The rank as it was, struck through, where it is another now. */
export function Was({
  row,
  was,
}: {
  readonly row: Place
  readonly was: Opening['was']
}): ReactNode {
  const before = was?.get(row.id)
  if (before === undefined || before === row.rank) return null
  return (
    <s className={styles.was}>
      <Hidden>{say('was')}</Hidden> {before}
    </s>
  )
}

export const openedOf = (row: Place, { opened, mayChange }: Opening): ReactNode =>
  opened === undefined ? <ScoreOpened row={row} mayChange={mayChange} /> : opened(row)

/** How a score came about, and what people hold its factors to be: to be changed where it stands. */
function ScoreOpened({
  row,
  mayChange,
}: {
  readonly row: Place
  readonly mayChange: boolean
}): ReactNode {
  return (
    <>
      <Explained of={row.explanation} {...(mayChange ? { factors: <Factors of={row} /> } : {})} />
      <Estimates ideaId={row.id} ideaRef={row.ref} title={row.title} />
    </>
  )
}

/** The numbers behind the score, or what is lacking for one. */
function workedOf({ worked, missing }: Explanation): string {
  if (worked !== null) return worked.split(' = ')[0] ?? worked
  if (missing.length === 0) return ''
  return say('lacks {factors}', {
    factors: missing.map((word) => inside(word, 'idea')).join(', '),
  })
}
