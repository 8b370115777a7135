import { useState, type ReactNode } from 'react'
import { must } from '../../engine/problem.ts'
import { titleOf, type Row } from '../../engine/record.ts'
import { RemoteProblem } from '../client/api.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Select } from '../kit/select.tsx'
import { say } from '../words/say.ts'
import { thing } from './field-words.ts'
import { useSite } from './site.ts'
import { useWrite } from './undo.ts'

/** Which of several rows the others fold into. */
export function MergeDialog({
  command,
  rows,
  onClose,
  onDone,
}: {
  readonly command: string
  readonly rows: readonly Row[]
  readonly onClose: () => void
  readonly onDone: () => void
}): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const [stays, setStays] = useState(rows[0]?.id ?? '')
  const [problem, setProblem] = useState<Error | null>(null)
  const kind = catalogue.record(must(catalogue.command(command)?.on, `the record of ${command}`))
  const merge = async (): Promise<void> => {
    setProblem(null)
    const from = rows.filter(({ id }) => id !== stays).map(({ id }) => id)
    const kept = rows.find(({ id }) => id === stays)?.ref ?? ''
    try {
      await write(
        say('Merged {count} into {ref}', { count: from.length, ref: kept }),
        'POST',
        `/commands/${command}`,
        {
          into: stays,
          from,
        },
      )
      onClose()
      onDone()
    } catch (error) {
      setProblem(error as Error)
    }
  }
  return (
    <Dialog
      title={say('Which of these {count} stays?', { count: rows.length })}
      open
      onClose={onClose}
      onSubmit={merge}
      actions={
        <Buttons>
          <Button onPress={onClose}>{say('Leave them')}</Button>
          <Button kind="primary" type="submit">
            {say('Merge into this one')}
          </Button>
        </Buttons>
      }
    >
      {problem !== null && (
        <ProblemNote
          says={problem.message}
          places={problem instanceof RemoteProblem ? problem.places : []}
        />
      )}
      <Select
        label={say('The {thing} that stays', { thing: thing(kind) })}
        value={stays}
        onChange={setStays}
        options={rows.map((row) => ({
          id: row.id,
          label: titleOf(kind, row).slice(0, 100),
          detail: row.ref,
        }))}
      />
      <p>
        {say('The others fold into it. Every source and every link is kept, and it can be undone.')}
      </p>
    </Dialog>
  )
}
