import { useState, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Aside, Box } from '../../../../web/kit/aside.tsx'
import { Button, LinkButton } from '../../../../web/kit/button.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { say, words } from '../../../../web/words/say.ts'
import { weightFlipSaid } from '../../rules/flip-said.ts'
import { cellsSaid, disagreementSaid } from '../../rules/models/disagreement.ts'
import type { ModelOrder } from '../../rules/models/order.ts'
import { OpenRound } from './open-round.tsx'
import { progressSaid } from './round-said.ts'
import type { ModelHeld } from './use-model.ts'
import styles from './models.module.css'

const mostShown = 4

/** Beside an order under a model: what would turn it, where people disagree, and rounds in which they are asked. */
export function ModelAside({
  held,
  order,
  row,
}: {
  readonly held: ModelHeld
  readonly order: ModelOrder
  readonly row: Row
}): ReactNode {
  const site = useSite()
  const { to } = site
  const [isOpening, setOpening] = useState(false)
  const rounds = (useHeld('round') ?? []).filter((one) => one['modelId'] === row.id)
  const titleOf = (id: string): string =>
    String(held.ideas?.find((one) => one.id === id)?.['title'] ?? '')
  const rated = held.criteria.filter(({ source }) => source === 'ratings')
  const apart = cellsSaid(
    (held.ideas ?? []).map(({ id }) => id),
    rated,
    held.ratings,
  )
    .flatMap((cell) => {
      const criterion = rated.find(({ id }) => id === cell.criterionId)
      const says = criterion === undefined ? null : disagreementSaid(cell, criterion)
      return criterion === undefined || says === null ? [] : [{ cell, criterion, says }]
    })
    .slice(0, mostShown)
  const [turn] = order.flips
  const turned = held.criteria.find(({ id }) => id === turn?.criterionId)
  return (
    <Aside label={say('About this order')}>
      {turn !== undefined && turned !== undefined && (
        <Box title={say('What would flip it')}>
          <p className={styles.says}>{weightFlipSaid(turn, turned.title, titleOf, words())}</p>
        </Box>
      )}
      {rated.length > 0 && (
        <Box title={say('Where people disagree')}>
          {apart.length === 0 ? (
            <p className={styles.note}>{say('Nobody is far from the rest.')}</p>
          ) : (
            apart.map(({ cell, criterion, says }) => (
              <div key={`${cell.ideaId} ${cell.criterionId}`} className={styles.disagreement}>
                <span className={styles.head}>
                  {say('{criterion} of {idea}', {
                    criterion: criterion.title,
                    idea: titleOf(cell.ideaId),
                  })}
                </span>
                <span className={styles.note}>{words().told(says)}</span>
              </div>
            ))
          )}
        </Box>
      )}
      {rated.length > 0 && (
        <Box title={say('Blind rounds')}>
          {rounds.length === 0 && (
            <p className={styles.note}>
              {say('In a blind round nobody sees what the others say before all have answered.')}
            </p>
          )}
          <ul className={styles.links}>
            {rounds.slice(0, mostShown).map((one) => (
              <li key={one.id}>
                <Link href={to('rounds', one.ref)}>{String(one['title'])}</Link>{' '}
                <span className={styles.note}>{progressSaid(one)}</span>
              </li>
            ))}
          </ul>
          <div className={styles.verbs}>
            {mayTry(site, 'open-round') && (
              <Button onPress={() => setOpening(true)}>{say('Ask several people blind')}</Button>
            )}
            <LinkButton kind="quiet" href={to('scoring-models', row.ref)}>
              {say('Criteria and history')}
            </LinkButton>
          </div>
        </Box>
      )}
      {isOpening && (
        <OpenRound
          model={row}
          ideas={order.standings
            .map(({ id }) => id)
            .concat(order.lacking.map(({ id }) => id))
            .slice(0, Math.max(order.top * 2, 5))}
          onClose={() => setOpening(false)}
        />
      )}
    </Aside>
  )
}
