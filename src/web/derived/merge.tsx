import { useState, type ReactNode } from 'react'
import type { Row } from '../../engine/record.ts'
import { Button } from '../kit/button.tsx'
import { say } from '../words/say.ts'
import { later } from './later.tsx'
import { mayTry } from './may.ts'
import { useSite } from './site.ts'
import { useKeys } from './use-key.ts'

const MergeDialog = later(async () => (await import('./merge-dialog.tsx')).MergeDialog)

/** Folds several rows into one of them: which one stays is the only question. */
export function MergeVerb({
  command,
  rows,
  onDone,
}: {
  readonly command: string
  readonly rows: readonly Row[]
  readonly onDone: () => void
}): ReactNode {
  const site = useSite()
  const [asking, setAsking] = useState(false)
  const may = mayTry(site, command) && rows.length > 1
  useKeys(may ? { m: () => setAsking(true) } : {})
  if (!may) return null
  return (
    <>
      <Button kind="quiet" keys="M" onPress={() => setAsking(true)}>
        {say('Merge')}
      </Button>
      {asking && (
        <MergeDialog
          command={command}
          rows={rows}
          onClose={() => setAsking(false)}
          onDone={onDone}
        />
      )}
    </>
  )
}
