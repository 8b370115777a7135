import type { ReactNode } from 'react'
import { csvRow } from '../../engine/csv-row.ts'
import { say } from '../words/say.ts'
import { Button } from './button.tsx'

/** Takes a table on the page out as CSV; its rows are made when it is asked for. */
export function TableFile({
  name,
  rows,
}: {
  /** Of the file, with its ending. */
  readonly name: string
  readonly rows: () => readonly (readonly string[])[]
}): ReactNode {
  return (
    <Button
      kind="quiet"
      label={say('Take it out as CSV')}
      onPress={() =>
        save(
          name,
          rows()
            .map((cells) => csvRow(cells))
            .join(''),
        )
      }
    >
      {say('CSV')}
    </Button>
  )
}

/** Hands a text to the browser as a file. Excel reads UTF-8 only after a byte order mark. */
function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
