import { useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { mayTry } from '../../../web/derived/may.ts'
import { figure } from '../../../web/derived/figure.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { Button } from '../../../web/kit/button.tsx'
import { FormFrame } from '../../../web/kit/form-frame.tsx'
import { NumberField } from '../../../web/kit/number-field.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { inside, label, say } from '../../../web/words/say.ts'
import { factors, type FactorName } from '../rules/factors.ts'
import { gradeOf } from '../rules/likeness.ts'
import styles from './estimates.module.css'
import { LikesOfFactor } from './likes.tsx'

/** What each holds the factors of an idea to be, from low to high, and one's own to be given. */
export function Estimates({
  ideaId,
  ideaRef,
  title,
}: {
  readonly ideaId: string
  readonly ideaRef: string
  readonly title: string
}): ReactNode {
  const site = useSite()
  const all = useHeld('estimate')
  const said = all?.filter((row) => row['ideaId'] === ideaId) ?? []
  const idea = useHeld('idea')?.find(({ id }) => id === ideaId)
  const may = mayTry(site, 'estimate')
  if (!may && said.length === 0) return null
  return (
    <section className={styles.estimates} aria-label={say('Estimates')}>
      <h3 className={styles.head}>{say('How sure are the numbers?')}</h3>
      <p className={styles.help}>
        {say('One time in ten it is below low, one time in ten above high.')}
      </p>
      <div className={styles.table}>
        {may && (
          <div className={styles.own} aria-hidden="true">
            <span />
            <span>{say('Low|estimate')}</span>
            <span>{say('Likely|estimate')}</span>
            <span>{say('High|estimate')}</span>
          </div>
        )}
        {(Object.keys(factors) as readonly FactorName[]).map((factor) => {
          const of = said.filter((row) => row['factor'] === factor)
          const mine = of.find((row) => row['raterId'] === site.me.id)
          return (
            <div key={factor} className={styles.factor}>
              {may ? (
                <Own key={mine?.version ?? 0} factor={factor} on={{ ideaRef, title }} mine={mine} />
              ) : (
                <span>{label(factors[factor].label, 'idea')}</span>
              )}
              {may && idea !== undefined && (
                <LikesOfFactor factor={factor} grade={gradeOf(idea.stations)} />
              )}
              <Others rows={of.filter((row) => row !== mine)} />
            </div>
          )
        })}
      </div>
    </section>
  )
}

function Others({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const members = useHeld('member')
  return rows.map((row) => (
    <p key={row.id} className={styles.other}>
      {say('{name}: {range}', {
        name: String(
          members?.find(({ id }) => id === row['raterId'])?.['name'] ?? say('a program'),
        ),
        range: rangeSaid(row),
      })}
    </p>
  ))
}

const rangeSaid = (row: Row): string =>
  typeof row['low'] === 'number' && typeof row['high'] === 'number'
    ? say('{low} to {high}, likely {likely}', {
        low: figure(row['low']),
        high: figure(row['high']),
        likely: figure(Number(row['likely'])),
      })
    : figure(Number(row['likely']))

function Own({
  factor,
  on,
  mine,
}: {
  readonly factor: FactorName
  readonly on: { readonly ideaRef: string; readonly title: string }
  readonly mine: Row | undefined
}): ReactNode {
  const write = useWrite()
  const word = inside(factors[factor].label, 'idea')
  const numberIn = (name: string): number | null =>
    typeof mine?.[name] === 'number' ? mine[name] : null
  const [given, setGiven] = useState({
    low: numberIn('low'),
    likely: numberIn('likely'),
    high: numberIn('high'),
  })
  const [problem, setProblem] = useState<string | null>(null)
  const isSame = (['low', 'likely', 'high'] as const).every(
    (name) => given[name] === numberIn(name),
  )
  const act = async (says: string, command: string, body: object): Promise<void> => {
    setProblem(null)
    try {
      await write(says, 'POST', `/commands/${command}`, { on: on.ideaRef, factor, ...body })
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  const save = (): Promise<void> | undefined =>
    isSame || given.likely === null
      ? undefined
      : act(
          say('Estimated, {factor}: {title}', { factor: word, title: on.title }),
          'estimate',
          given,
        )
  return (
    <div role="group" aria-label={say('Your estimate of {factor}', { factor: word })}>
      <FormFrame className={styles.own} onSubmit={save}>
        <span className={styles.word}>{label(factors[factor].label, 'idea')}</span>
        {(
          [
            ['low', say('Low|estimate')],
            ['likely', say('Likely|estimate')],
            ['high', say('High|estimate')],
          ] as const
        ).map(([name, says]) => (
          <NumberField
            key={name}
            label={says}
            labelled="hidden"
            value={given[name]}
            onChange={(value) => setGiven({ ...given, [name]: value })}
          />
        ))}
        {!isSame && given.likely !== null && <Button type="submit">{say('Save')}</Button>}
        {mine !== undefined && isSame && (
          <Button
            kind="quiet"
            onPress={() =>
              void act(
                say('Estimate withdrawn, {factor}: {title}', { factor: word, title: on.title }),
                'withdraw-estimate',
                {},
              )
            }
          >
            {say('Withdraw')}
          </Button>
        )}
      </FormFrame>
      {problem !== null && <ProblemNote says={problem} />}
    </div>
  )
}
