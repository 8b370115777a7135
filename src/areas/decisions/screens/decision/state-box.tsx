import type { ReactNode } from 'react'
import { figure } from '../../../../web/derived/figure.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Code } from '../../../../web/kit/code.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { MiniLine } from '../../../../web/kit/mini-line.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { counted, number, say, words } from '../../../../web/words/say.ts'
import { daysBetween, latencyDays, looksOf } from '../../rules/decided-days.ts'
import { standingOf } from '../../rules/decision-standing.ts'
import type { Dossier } from '../../rules/dossier.ts'
import { wholeLine } from '../../rules/whole-line.ts'
import styles from './decision.module.css'
import { pooledChance } from './odds-said.ts'
import { today } from './today.ts'
import { useCites } from './use-links.ts'

/** Where a decision stands: its state and day, what was held likely, when it is looked at again, its line. */
export function StateBox({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const { decision } = dossier
  const isOpen = decision['state'] === 'open'
  const [next] = isOpen ? [] : looksOf({ ...dossier, now: today() }, words())
  const took = latencyDays(decision)
  const settled = useCites(dossier).settles.map(({ row }) => row)
  return (
    <dl className={styles.state}>
      <div>
        <dt>{say('State')}</dt>
        <dd>
          <StateSaid dossier={dossier} />
        </dd>
      </div>
      {isOpen && typeof decision['dueOn'] === 'string' && (
        <div>
          <dt>{say('Due')}</dt>
          <dd>
            <b>
              <When at={decision['dueOn']} />
            </b>
          </dd>
        </div>
      )}
      <Expected dossier={dossier} />
      {next !== undefined && (
        <div>
          <dt>{say('Next look')}</dt>
          <dd>
            <b>
              <When at={next.on} />
            </b>{' '}
            <small>{daysSaid(daysBetween(today(), next.on))}</small>
          </dd>
        </div>
      )}
      {took !== null && (
        <div>
          <dt>{say('Took')}</dt>
          <dd>
            <b>
              {Math.round(took) === 0
                ? say('less than a day')
                : counted(Math.round(took), '# day', '# days')}
            </b>{' '}
            <small>{say('from the question to the answer')}</small>
          </dd>
        </div>
      )}
      <div>
        <dt>{say('The whole line')}</dt>
        <dd>
          <MiniLine mask={wholeLine(decision, settled)} open={isOpen ? decided : 0} />
        </dd>
      </div>
    </dl>
  )
}

/** The place of `decided` on the line. */
const decided = 1 << 4

function StateSaid({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const { to } = useSite()
  const { decision, tripwires, supersededBy } = dossier
  const standing = standingOf(decision, today())
  switch (standing.is) {
    case 'open':
      if (standing.left === null) return <b>{say('open')}</b>
      return standing.left < 0 ? (
        <Tone of="watch">
          <b>{say('open')}</b>
          {', '}
          {counted(-standing.left, '# day late', '# days late')}
        </Tone>
      ) : (
        <>
          <b>{say('open')}</b>
          {', '}
          {standing.left === 0
            ? say('due today')
            : counted(standing.left, 'due in # day', 'due in # days')}
        </>
      )
    case 'decided':
      return (
        <Tone of="good">
          <b>{say('in force')}</b>
          {standing.day !== null && `, ${say('day {day}', { day: number(standing.day) })}`}
        </Tone>
      )
    case 'under-review': {
      const fired = tripwires.find(({ state }) => state === 'fired')
      return (
        <Tone of="oxide">
          <b>{say('under review')}</b>
          {typeof fired?.['firedAt'] === 'string' && (
            <>
              {', '}
              <When at={fired['firedAt']} to="day" />
            </>
          )}
        </Tone>
      )
    }
    case 'superseded':
      return (
        <>
          <b>{say('superseded')}</b>
          {supersededBy !== undefined && (
            <>
              {' '}
              <Link href={to('decisions', supersededBy.ref)}>
                <Code>{supersededBy.ref}</Code>
              </Link>
            </>
          )}
        </>
      )
    case 'reversed':
      return <b>{say('reversed')}</b>
  }
}

/** The first prediction whose chance the reader may see. */
function Expected({ dossier: { predictions, odds } }: { readonly dossier: Dossier }): ReactNode {
  const found = predictions
    .map((row) => ({
      row,
      chance: pooledChance(odds.filter((one) => one['predictionId'] === row.id)),
    }))
    .find(({ chance }) => chance !== null)
  if (found?.chance === undefined || found.chance === null) return null
  const isLocked = found.row['state'] !== 'open'
  return (
    <div>
      <dt>{isLocked ? say('Prediction, locked') : say('Prediction')}</dt>
      <dd>
        <b>{`${figure(found.chance)} %`}</b>{' '}
        <small>
          {found.row['state'] === 'resolved'
            ? found.row['came'] === 1
              ? say('it came true')
              : say('it did not come true')
            : ''}
        </small>
      </dd>
    </div>
  )
}

/** How far off a day is. */
function daysSaid(days: number): string {
  if (days === 0) return say('today')
  return days < 0
    ? counted(-days, '# day late', '# days late')
    : counted(days, 'in # day', 'in # days')
}
