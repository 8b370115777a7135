import { useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { Button } from '../../../web/kit/button.tsx'
import { DateField } from '../../../web/kit/date-field.tsx'
import { FormFrame } from '../../../web/kit/form-frame.tsx'
import { IntervalBar } from '../../../web/kit/interval-bar.tsx'
import { NumberField } from '../../../web/kit/number-field.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { number, say, words } from '../../../web/words/say.ts'
import { answersIn, chancesIn, kindIn, oddsFaults } from '../rules/odds.ts'
import { oddsSaid } from '../rules/mirror-told.ts'
import { saidIn } from '../../../engine/problem.ts'
import { daysBetween } from '../rules/resolved.ts'
import styles from './predictions.module.css'

type Odds = Readonly<Record<string, unknown>>

const names = ['chance', 'chances', 'low', 'likely', 'high', 'lowOn', 'likelyOn', 'highOn', 'note']

/** One's own odds on an open prediction, by the keyboard alone where one likes. */
export function OddsForm({
  prediction,
  mine,
}: {
  readonly prediction: Row
  readonly mine: Row | undefined
}): ReactNode {
  const write = useWrite()
  const [given, setGiven] = useState<Odds>(() => startOf(prediction, mine))
  const [problem, setProblem] = useState<string | null>(null)
  const faults = oddsFaults(prediction, given)
  const isSame = mine !== undefined && names.every((name) => same(given[name], mine[name]))
  const change = (patch: Odds): void => setGiven((before) => ({ ...before, ...patch }))
  const save = async (): Promise<void> => {
    setProblem(null)
    try {
      await write(
        say('Odds given: {question}', { question: String(prediction['question']).slice(0, 80) }),
        'POST',
        '/commands/give-odds',
        { prediction: prediction.ref, ...filled(given) },
      )
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <FormFrame
      className={styles.form}
      aria-label={say('Your odds')}
      onSubmit={() => (faults.length === 0 ? save() : undefined)}
    >
      <Numbers prediction={prediction} given={given} change={change} />
      <TextField
        label={say('What it rests on')}
        value={typeof given['note'] === 'string' ? given['note'] : ''}
        onChange={(note) => change({ note })}
        maxLength={1000}
      />
      <div className={styles.verbs}>
        <Button type="submit" kind="primary" disabled={faults.length > 0 || isSame}>
          {mine === undefined ? say('Give these odds') : say('Give these instead')}
        </Button>
        <span className={styles.hint} role="status">
          {faults.length > 0
            ? saidIn(words(), faults[0]?.says ?? '')
            : isSame
              ? say('Given. They can be changed until it is locked.')
              : oddsSaid({ prediction, odds: given }, words())}
        </span>
      </div>
      {problem !== null && <ProblemNote says={problem} />}
    </FormFrame>
  )
}

function Numbers({
  prediction,
  given,
  change,
}: {
  readonly prediction: Row
  readonly given: Odds
  readonly change: (patch: Odds) => void
}): ReactNode {
  const kind = kindIn(prediction)
  switch (kind) {
    case 'binary':
      return (
        <Chance
          value={typeof given['chance'] === 'number' ? given['chance'] : null}
          onChange={(chance) => change({ chance })}
        />
      )
    case 'choice':
      return <Several prediction={prediction} given={given} change={change} />
    case 'quantity':
      return <Quantity prediction={prediction} given={given} change={change} />
    case 'date':
      return <Days given={given} change={change} />
  }
}

/** A slider and a number, each the other's twin: arrows by one, page keys by ten. */
function Chance({
  value,
  onChange,
}: {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}): ReactNode {
  return (
    <div className={styles.chance}>
      <label className={styles.slider}>
        <span>{say('Chance that it comes true')}</span>
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={value ?? 50}
          aria-valuetext={value === null ? say('not said yet') : `${number(value)} %`}
          data-unsaid={value === null ? '' : undefined}
          onChange={(event) => onChange(Number(event.target.value))}
        />
        <span className={styles.ends} aria-hidden="true">
          <span>{say('never')}</span>
          <span>{say('even')}</span>
          <span>{say('sure')}</span>
        </span>
      </label>
      <NumberField
        label={say('Chance|odds')}
        unit="%"
        min={0}
        max={100}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}

function Several({
  prediction,
  given,
  change,
}: {
  readonly prediction: Row
  readonly given: Odds
  readonly change: (patch: Odds) => void
}): ReactNode {
  const answers = answersIn(prediction)
  const chances = chancesIn(given)
  const sum = chances.reduce((all, one) => all + (Number.isNaN(one) ? 0 : one), 0)
  return (
    <fieldset className={styles.several}>
      <legend>{say('A chance for each; together 100 %')}</legend>
      {answers.map((answer, at) => (
        <NumberField
          key={answer}
          label={answer}
          unit="%"
          min={0}
          max={100}
          value={Number.isNaN(chances[at] ?? Number.NaN) ? null : (chances[at] ?? null)}
          onChange={(value) =>
            change({
              chances: answers.map((_, place) =>
                place === at ? (value === null ? '' : String(value)) : String(chances[place] ?? ''),
              ),
            })
          }
        />
      ))}
      <p className={styles.hint}>{say('Together {sum} %', { sum })}</p>
    </fieldset>
  )
}

const rangeNames = ['low', 'likely', 'high'] as const

function Quantity({
  prediction,
  given,
  change,
}: {
  readonly prediction: Row
  readonly given: Odds
  readonly change: (patch: Odds) => void
}): ReactNode {
  const unit = String(prediction['unit'] ?? '')
  const labels = {
    low: say('Low|estimate'),
    likely: say('Likely|estimate'),
    high: say('High|estimate'),
  }
  const numbers = rangeNames.map((name) => given[name])
  return (
    <div>
      <p className={styles.hint}>
        {say('One time in ten it is below low, one time in ten above high.')}
      </p>
      <div className={styles.range}>
        {rangeNames.map((name) => (
          <NumberField
            key={name}
            label={labels[name]}
            unit={unit === '' ? undefined : unit}
            value={typeof given[name] === 'number' ? given[name] : null}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
      </div>
      <Preview numbers={numbers} />
    </div>
  )
}

const dayNames = ['lowOn', 'likelyOn', 'highOn'] as const

function Days({
  given,
  change,
}: {
  readonly given: Odds
  readonly change: (patch: Odds) => void
}): ReactNode {
  const labels = { lowOn: say('Early|day'), likelyOn: say('Likely|day'), highOn: say('Late|day') }
  const days = dayNames.map((name) => given[name])
  const [first] = days
  return (
    <div>
      <p className={styles.hint}>
        {say('One time in ten it is before the early day, one time in ten after the late one.')}
      </p>
      <div className={styles.range}>
        {dayNames.map((name) => (
          <DateField
            key={name}
            label={labels[name]}
            value={typeof given[name] === 'string' ? given[name] : null}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
      </div>
      <Preview
        numbers={days.map((day) =>
          typeof day === 'string' && typeof first === 'string'
            ? daysBetween(first, day)
            : undefined,
        )}
      />
    </div>
  )
}

/** What one is about to say, drawn as a range. */
function Preview({ numbers }: { readonly numbers: readonly unknown[] }): ReactNode {
  const [low, middle, high] = numbers
  if (typeof low !== 'number' || typeof middle !== 'number' || typeof high !== 'number') return null
  if (!(low <= middle && middle <= high)) return null
  const room = Math.max(1e-9, (high - low) * 0.25)
  return (
    <div className={styles.preview}>
      <IntervalBar
        low={low}
        middle={middle}
        high={high}
        scale={{ from: low - room, to: high + room }}
        says={say('eight times in ten between the ends')}
      />
    </div>
  )
}

const startOf = (prediction: Row, mine: Row | undefined): Odds =>
  mine ?? (kindIn(prediction) === 'choice' ? { chances: [] } : {})

const filled = (given: Odds): Odds =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name]
      return value === undefined || value === null || value === '' ? [] : [[name, value] as const]
    }),
  )

const same = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left ?? null) === JSON.stringify(right ?? null) || (left === '' && right === null)
