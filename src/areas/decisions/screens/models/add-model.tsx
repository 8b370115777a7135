import { useState, type ReactNode } from 'react'
import { RemoteProblem } from '../../../../web/client/api.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { Dialog } from '../../../../web/kit/dialog.tsx'
import { Disclosure } from '../../../../web/kit/disclosure.tsx'
import { ProblemNote } from '../../../../web/kit/problem.tsx'
import { TextField } from '../../../../web/kit/text-field.tsx'
import { label, say, words } from '../../../../web/words/say.ts'
import { newNamesIn, treesOf } from '../../rules/models/formula.ts'
import { templates } from '../../rules/models/templates.ts'
import type { Method } from '../../rules/models/model.ts'
import styles from './models.module.css'

/** A model from a template, those that are offered first before the rest; or one with a formula of one’s own. */
export function AddModel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const site = useSite()
  const write = useWrite()
  const [problem, setProblem] = useState<string | null>(null)
  const [formula, setFormula] = useState('')
  const [title, setTitle] = useState('')
  const names = site.catalogue.command('add-model')?.input['method']
  const word = (method: Method): string =>
    names?.kind === 'choice' ? label(names.options[method] ?? method) : method
  const add = async (method: Method, more: object = {}): Promise<void> => {
    setProblem(null)
    try {
      const { body } = await write<{ readonly result?: { readonly id?: string } }>(
        say('Scoring model added: {title}', { title: title === '' ? word(method) : title }),
        'POST',
        '/commands/add-model',
        { method, ...(title === '' ? {} : { title }), ...more },
      )
      onClose()
      const id = body.result?.id
      if (id !== undefined) site.go(`${site.to('ranking')}?model=${id}`)
    } catch (error) {
      setProblem(problemSaid(error))
    }
  }
  const all = Object.values(templates).filter(({ method }) => method !== 'rice')
  const verbs = (isOffered: boolean) =>
    all
      .filter((one) => one.isOffered === isOffered)
      .map(({ method, criteria }) => (
        <li key={method}>
          <Button onPress={() => void add(method)}>{word(method)}</Button>
          <span>{criteria.map((one) => words().told(one.title)).join(', ')}</span>
        </li>
      ))
  const fault = formula === '' ? undefined : faultIn(formula)
  return (
    <Dialog title={say('Add a scoring model')} open onClose={onClose}>
      {problem !== null && <ProblemNote says={problem} />}
      <TextField label={say('Title')} value={title} onChange={setTitle} maxLength={120} />
      <ul className={styles.templates}>{verbs(true)}</ul>
      <Disclosure title={say('More methods')}>
        <ul className={styles.templates}>{verbs(false)}</ul>
      </Disclosure>
      <Disclosure title={say('A formula of one’s own')}>
        <TextField
          label={label('Formula')}
          value={formula}
          onChange={setFormula}
          lines={3}
          description={say(
            'Such as (Value + Urgency) / Effort. Each name in it becomes a criterion.',
          )}
          {...(fault === undefined ? {} : { error: fault })}
        />
        <Button
          kind="primary"
          disabled={formula === '' || fault !== undefined}
          onPress={() => void add('formula', { formula })}
        >
          {say('Add it')}
        </Button>
      </Disclosure>
    </Dialog>
  )
}

/** What is wrong with a formula whose names are criteria to be; undefined where nothing is. */
function faultIn(formula: string): string | undefined {
  const criteria = newNamesIn(formula, []).map((name) => ({
    id: name,
    name,
    title: name,
    unit: '',
    weight: 1,
    better: 'higher' as const,
    least: null,
    most: null,
    source: 'ratings' as const,
    formula: null,
    raterIds: [],
  }))
  const [first] = treesOf({ id: '', method: 'formula', formula }, criteria).faults
  return first === undefined ? undefined : words().told(first.says)
}

/** A refusal with its places, as one text. */
export const problemSaid = (error: unknown): string => {
  if (!(error instanceof RemoteProblem))
    return error instanceof Error ? error.message : String(error)
  return [error.message, ...error.places.map(({ says }) => says)].join(' ')
}
