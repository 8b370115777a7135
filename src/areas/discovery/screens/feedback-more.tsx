import { useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { MergeVerb } from '../../../web/derived/merge.tsx'
import { mayDo, mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { useKeys } from '../../../web/derived/use-key.ts'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { counted, inside, label, say } from '../../../web/words/say.ts'

/** What the list of feedback offers beyond adding one. */
export function FeedbackActions(): ReactNode {
  const site = useSite()
  const mayAdd = mayDo(site, 'create', site.catalogue.record('feedback'))
  return (
    <>
      <LinkButton keys="G T" href={site.to('triage')}>
        {say('Sort one by one')}
      </LinkButton>
      {mayAdd && (
        <LinkButton keys="G M" href={site.to('import')}>
          {say('Import a file')}
        </LinkButton>
      )}
    </>
  )
}

/** How many the verb takes at once. */
const most = 200

/** Verdicts over many: one key each. */
export function FeedbackBulk({
  rows,
  onDone,
}: {
  readonly rows: readonly Row[]
  readonly onDone: () => void
}): ReactNode {
  const site = useSite()
  const write = useWrite()
  const [problem, setProblem] = useState<Error | null>(null)
  const may = mayTry(site, 'triage')
  const verdicts = [...optionsOf('kind'), ...optionsOf('state').slice(1)]

  function optionsOf(name: 'kind' | 'state') {
    const field = site.catalogue.record('feedback').fields[name]
    return field?.kind === 'choice'
      ? Object.entries(field.options).map(([value, word]) => ({ name, value, word }))
      : []
  }
  const judge = async (name: string, value: string, word: string): Promise<void> => {
    setProblem(null)
    try {
      for (let at = 0; at < rows.length; at += most) {
        const ids = rows.slice(at, at + most).map(({ id }) => id)
        const says = counted(ids.length, '# sorted: {verdict}', '# sorted: {verdict}', {
          verdict: inside(word, 'feedback'),
        })
        await write(says, 'POST', '/commands/triage', { ids, [name]: value })
      }
    } catch (error) {
      setProblem(error as Error)
    }
  }
  useKeys(
    may
      ? Object.fromEntries(
          verdicts.map(({ name, value, word }, at) => [
            String(at + 1),
            () => void judge(name, value, word),
          ]),
        )
      : {},
  )
  return (
    <>
      {problem !== null && <ProblemNote says={problem.message} />}
      {may &&
        verdicts.map(({ name, value, word }, at) => (
          <Button
            key={value}
            kind="quiet"
            keys={String(at + 1)}
            onPress={() => void judge(name, value, word)}
          >
            {label(word, 'feedback')}
          </Button>
        ))}
      <MergeVerb command="merge-feedback" rows={rows} onDone={onDone} />
    </>
  )
}
