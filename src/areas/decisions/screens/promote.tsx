import { useState, type ReactNode } from 'react'
import { mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { useKeys } from '../../../web/derived/use-key.ts'
import { Button } from '../../../web/kit/button.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { inside, label, say } from '../../../web/words/say.ts'

/** Ideas onto the roadmap in one step each: a verb a column, with its digit. */
export function Promote({
  ideas,
  onDone,
}: {
  readonly ideas: readonly { readonly ref: string; readonly title: string }[]
  readonly onDone: () => void
}): ReactNode {
  const site = useSite()
  const write = useWrite()
  const [problem, setProblem] = useState<Error | null>(null)
  const commitment = site.catalogue.command('promote-idea')?.input['commitment']
  const columns = commitment?.kind === 'choice' ? Object.entries(commitment.options) : []
  const promote = async (column: string, word: string): Promise<void> => {
    setProblem(null)
    try {
      for (const idea of ideas)
        await write(
          say('On the roadmap, {column}: {title}', {
            column: inside(word, 'roadmap-item'),
            title: idea.title,
          }),
          'POST',
          '/commands/promote-idea',
          { idea: idea.ref, commitment: column },
        )
      onDone()
    } catch (error) {
      setProblem(error as Error)
    }
  }
  const may = mayTry(site, 'promote-idea')
  useKeys(
    may
      ? Object.fromEntries(
          columns.map(([column, word], at) => [String(at + 1), () => void promote(column, word)]),
        )
      : {},
  )
  if (!may) return null
  return (
    <>
      {problem !== null && <ProblemNote says={problem.message} />}
      {columns.map(([column, word], at) => (
        <Button
          key={column}
          kind="quiet"
          keys={String(at + 1)}
          onPress={() => void promote(column, word)}
        >
          {at === 0
            ? say('Put on the roadmap: {column}', { column: inside(word, 'roadmap-item') })
            : label(word, 'roadmap-item')}
        </Button>
      ))}
    </>
  )
}
