import { useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { CommandDialog } from '../../../web/derived/command-dialog.tsx'
import { mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { Box } from '../../../web/kit/aside.tsx'
import { Button, Buttons } from '../../../web/kit/button.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Dialog } from '../../../web/kit/dialog.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { RemoteProblem } from '../../../web/client/api.ts'
import { label, say } from '../../../web/words/say.ts'
import { ComparePlans } from './compare-plans.tsx'
import styles from './portfolio.module.css'
import { roundly } from './ranking-said.ts'

/** The set on screen, as it would be saved. */
export interface Saving {
  readonly period: string
  readonly ideaIds: readonly string[]
  readonly mustIds: readonly string[]
  readonly neverIds: readonly string[]
  readonly shares: readonly string[]
  readonly gap: number
}

/** What was saved for this period: versions to compare, and one to decide on. */
export function PlansBox({ saving }: { readonly saving: Saving }): ReactNode {
  const site = useSite()
  const all = useHeld('plan')
  const [over, setOver] = useState<'save' | Row | null>(null)
  const plans = (all ?? [])
    .filter((row) => row['period'] === saving.period)
    .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
  const close = (): void => setOver(null)
  return (
    <Box title={say('Plan versions')}>
      {plans.length === 0 && (
        <p className={styles.says}>
          {say('None is saved for {period} yet.', { period: saving.period })}
        </p>
      )}
      <ul className={styles.plans}>
        {plans.map((row) => (
          <li key={row.id}>
            <Link href={site.to('plans', row.ref)}>
              <Code>{row.ref}</Code> {String(row['title'])}
            </Link>
            <span>{typeof row['value'] === 'number' ? roundly(row['value']) : '–'}</span>
            <small>
              {row['kind'] === 'baseline' ? label('Baseline', 'plan') : label('Scenario', 'plan')}
              {row['kind'] !== 'baseline' && mayTry(site, 'adopt-plan') && (
                <>
                  {' · '}
                  <Button
                    kind="quiet"
                    label={say('Decide on it: {ref}', { ref: row.ref })}
                    onPress={() => setOver(row)}
                  >
                    {say('Decide on it')}
                  </Button>
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
      {mayTry(site, 'save-plan') && saving.ideaIds.length > 0 && (
        <Buttons>
          <Button onPress={() => setOver('save')}>{say('Save this set')}</Button>
        </Buttons>
      )}
      {plans.length > 1 && <ComparePlans plans={plans} />}
      {over === 'save' && <SaveDialog saving={saving} onClose={close} />}
      {over !== null && over !== 'save' && (
        <CommandDialog name="adopt-plan" row={over} onClose={close} />
      )}
    </Box>
  )
}

function SaveDialog({
  saving,
  onClose,
}: {
  readonly saving: Saving
  readonly onClose: () => void
}): ReactNode {
  const write = useWrite()
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState<Error | null>(null)
  const save = async (): Promise<void> => {
    setProblem(null)
    try {
      await write(say('Saved: {name}', { name: title }), 'POST', '/commands/save-plan', {
        title,
        ...saving,
      })
      onClose()
    } catch (error) {
      setProblem(error as Error)
    }
  }
  return (
    <Dialog
      title={say('Save this set as a plan version')}
      open
      onClose={onClose}
      onSubmit={save}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {say('Leave it')}
          </Button>
          <Button kind="primary" type="submit" disabled={title.trim() === ''}>
            {say('Save')}
          </Button>
        </>
      }
    >
      {problem !== null && (
        <ProblemNote
          says={problem.message}
          places={problem instanceof RemoteProblem ? problem.places : []}
        />
      )}
      <TextField
        label={say('What is it called?')}
        value={title}
        onChange={setTitle}
        maxLength={300}
        autoFocus
        required
      />
    </Dialog>
  )
}
