import { useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { CommandDialog } from '../../../web/derived/command-dialog.tsx'
import { mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Button, Buttons } from '../../../web/kit/button.tsx'
import { label } from '../../../web/words/say.ts'
import { decision } from '../records/decision.ts'

/** Of the ways in which the verb decides, the shortest. */
const { sentence, decidedById, decidedAt, reasons, reviewOn } = decision.fields
const asks = {
  sentence: { ...sentence, required: true },
  decidedById,
  decidedAt,
  reasons,
  reviewOn,
} as const

/** The way to record what was decided on a row, in one sentence. */
export function DecideOn({ row }: { readonly row: Row }): ReactNode {
  const site = useSite()
  const [open, setOpen] = useState(false)
  if (!mayTry(site, 'decide')) return null
  return (
    <>
      <Buttons>
        <Button onPress={() => setOpen(true)}>{label('Record a decision')}</Button>
      </Buttons>
      {open && (
        <CommandDialog
          name="decide"
          row={row}
          filled={{ given: { on: row.ref }, asks }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
