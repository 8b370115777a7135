import { useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useFocusBack } from '../../../web/derived/use-focus-back.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { Button } from '../../../web/kit/button.tsx'
import { DateField } from '../../../web/kit/date-field.tsx'
import { FormFrame } from '../../../web/kit/form-frame.tsx'
import { NumberField } from '../../../web/kit/number-field.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { When } from '../../../web/kit/when.tsx'
import { say, words } from '../../../web/words/say.ts'
import { saying } from '../../../web/words/saying.tsx'
import { answersIn, kindIn } from '../rules/odds.ts'
import { cameSaid, isOutcome, outcomeOf } from '../rules/outcome.ts'
import type { OutcomeSuggested } from '../rules/suggested-outcome.ts'
import styles from './predictions.module.css'
import { today } from './this-day.ts'

type Given = { readonly came: number | null; readonly cameOn: string | null }

/** Locking, resolving and declaring void, in place; what the readings say is offered and never taken by itself. */
export function PredictionVerdict({ row }: { readonly row: Row }): ReactNode {
  const site = useSite()
  const write = useWrite()
  const [doing, setDoing] = useState<'resolve' | 'void' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const state = String(row['state'])
  const act = async (says: string, command: string, body: object = {}): Promise<boolean> => {
    setProblem(null)
    try {
      await write(says, 'POST', `/commands/${command}`, { prediction: row.ref, ...body })
      return true
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      return false
    }
  }
  /** A form stays where what it sent was refused. */
  const send = async (from: 'resolve' | 'void', ...said: Parameters<typeof act>): Promise<void> => {
    if (await act(...said)) setDoing((now) => (now === from ? null : now))
  }
  const place = useFocusBack(doing !== null)
  const may = mayTry(site, 'resolve-prediction')
  return (
    <div className={styles.verdict} ref={place}>
      <p className={styles.rule}>
        {saying('On {day}: {rule}', {
          day: <When at={String(row['resolvesOn'])} />,
          rule: String(row['rule']),
        })}
      </p>
      {state === 'resolved' && (
        <p className={styles.came}>
          <b>{cameSaid(row, words())}</b>{' '}
          <span className={styles.hint}>
            {saying('resolved {when}', { when: <When at={String(row['resolvedAt'])} to="day" /> })}
          </span>
        </p>
      )}
      {state === 'void' && (
        <p className={styles.came}>
          <b>{say('Void: it counts nowhere.')}</b>
        </p>
      )}
      {may && state !== 'void' && doing === null && (
        <div className={styles.verbs} data-screen-only="">
          {state === 'open' && (
            <Button
              onPress={() => void act(say('Locked: {ref}', { ref: row.ref }), 'lock-prediction')}
            >
              {say('Lock: no more odds')}
            </Button>
          )}
          {state !== 'open' && (
            <Button
              kind={state === 'locked' ? 'primary' : 'quiet'}
              onPress={() => setDoing('resolve')}
            >
              {state === 'locked' ? say('Say what came') : say('Correct what came')}
            </Button>
          )}
          <Button kind="quiet" onPress={() => setDoing('void')}>
            {say('Declare it void')}
          </Button>
        </div>
      )}
      {doing === 'resolve' && (
        <Resolve
          row={row}
          onCancel={() => setDoing(null)}
          onSave={(body) =>
            send('resolve', say('Resolved: {ref}', { ref: row.ref }), 'resolve-prediction', body)
          }
        />
      )}
      {doing === 'void' && (
        <Void
          onCancel={() => setDoing(null)}
          onSave={(note) =>
            send('void', say('Void: {ref}', { ref: row.ref }), 'void-prediction', { note })
          }
        />
      )}
      {problem !== null && <ProblemNote says={problem} />}
    </div>
  )
}

function Resolve({
  row,
  onCancel,
  onSave,
}: {
  readonly row: Row
  readonly onCancel: () => void
  readonly onSave: (body: object) => Promise<void>
}): ReactNode {
  const [given, setGiven] = useState<Given>({
    came: typeof row['came'] === 'number' ? row['came'] : null,
    cameOn: typeof row['cameOn'] === 'string' ? row['cameOn'] : null,
  })
  const [note, setNote] = useState('')
  const isEarly = today() < String(row['resolvesOn'])
  const needsReason = isEarly || row['state'] === 'resolved'
  const outcome = outcomeOf(row, given)
  const isReady = isOutcome(outcome) && (!needsReason || note.trim() !== '')
  return (
    <FormFrame
      className={styles.form}
      aria-label={say('What came')}
      onSubmit={() =>
        isReady && isOutcome(outcome)
          ? onSave({
              ...(outcome.came === null ? {} : { came: outcome.came }),
              ...(outcome.cameOn === null ? {} : { cameOn: outcome.cameOn }),
              ...(note.trim() === '' ? {} : { note }),
            })
          : undefined
      }
    >
      {typeof row['metricId'] === 'string' && (
        <Suggestion row={row} onTake={(suggested) => setGiven(suggested)} />
      )}
      <OutcomeInput row={row} given={given} onChange={setGiven} />
      <TextField
        label={needsReason ? say('Reason') : say('Note|prediction')}
        required={needsReason}
        description={
          isEarly
            ? say('Its day has not come yet; say why it is known already.')
            : row['state'] === 'resolved'
              ? say('Say what was wrong before.')
              : undefined
        }
        value={note}
        onChange={setNote}
        maxLength={2000}
      />
      <div className={styles.verbs}>
        <Button type="submit" kind="primary" disabled={!isReady}>
          {say('Resolve')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {say('Cancel')}
        </Button>
      </div>
    </FormFrame>
  )
}

/** What the metric's readings say, with the reading it rests on; taking it is a person's step. */
function Suggestion({
  row,
  onTake,
}: {
  readonly row: Row
  readonly onTake: (given: Given) => void
}): ReactNode {
  const { data } = useRead<OutcomeSuggested>(`/views/suggest-outcome?prediction=${row.id}`)
  if (data === undefined) return null
  const isTold = data.came !== null || data.cameOn !== null
  return (
    <p className={styles.suggestion}>
      {data.says}{' '}
      {isTold && (
        <Button kind="quiet" onPress={() => onTake({ came: data.came, cameOn: data.cameOn })}>
          {say('Take this: {outcome}', {
            outcome: cameSaid({ ...row, came: data.came, cameOn: data.cameOn }, words()),
          })}
        </Button>
      )}
    </p>
  )
}

function OutcomeInput({
  row,
  given,
  onChange,
}: {
  readonly row: Row
  readonly given: Given
  readonly onChange: (given: Given) => void
}): ReactNode {
  const came = given.came === null ? null : String(given.came)
  const pick = (id: string): void => onChange({ came: Number(id), cameOn: null })
  switch (kindIn(row)) {
    case 'binary':
      return (
        <Select
          label={say('What came')}
          options={[
            { id: '1', label: say('It came true') },
            { id: '0', label: say('It did not') },
          ]}
          value={came}
          onChange={pick}
        />
      )
    case 'choice':
      return (
        <Select
          label={say('What came')}
          options={answersIn(row).map((answer, at) => ({ id: String(at), label: answer }))}
          value={came}
          onChange={pick}
        />
      )
    case 'quantity':
      return (
        <NumberField
          label={say('What came')}
          unit={typeof row['unit'] === 'string' && row['unit'] !== '' ? row['unit'] : undefined}
          value={given.came}
          onChange={(value) => onChange({ came: value, cameOn: null })}
        />
      )
    case 'date':
      return (
        <>
          <DateField
            label={say('The day on which it came')}
            value={given.cameOn}
            onChange={(day) => onChange({ came: day === null ? null : 1, cameOn: day })}
          />
          <Button kind="quiet" onPress={() => onChange({ came: 0, cameOn: null })}>
            {say('It had not come by then')}
          </Button>
          {given.came === 0 && <p className={styles.hint}>{say('not by the day')}</p>}
        </>
      )
  }
}

function Void({
  onCancel,
  onSave,
}: {
  readonly onCancel: () => void
  readonly onSave: (note: string) => Promise<void>
}): ReactNode {
  const [note, setNote] = useState('')
  return (
    <FormFrame
      className={styles.form}
      aria-label={say('Declare it void')}
      onSubmit={() => (note.trim() === '' ? undefined : onSave(note))}
    >
      <TextField
        label={say('Reason')}
        required
        description={say('It leaves every score, and the reason stays.')}
        value={note}
        onChange={setNote}
        maxLength={2000}
      />
      <div className={styles.verbs}>
        <Button type="submit" kind="primary" disabled={note.trim() === ''}>
          {say('Declare it void')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {say('Cancel')}
        </Button>
      </div>
    </FormFrame>
  )
}
