import type { ReactNode } from 'react'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { Link } from '../kit/link.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { exportPath, type Asked } from './asked.ts'

/** What one sees, as a file: its filter, its order, its columns. */
export function ExportLinks({
  kind,
  asked,
  columns,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly columns: readonly string[]
}): ReactNode {
  const fields = everyField(kind)
  const names = columns.filter((name) => name !== 'stations' || fields[name] === undefined)
  return (
    <span data-screen-only="">
      {saying('Take what you see out as {csv} or {lines}', {
        csv: (
          <Link href={exportPath(kind, asked, 'csv', names)} download={`${kind.plural}.csv`}>
            {say('CSV')}
          </Link>
        ),
        lines: (
          <Link href={exportPath(kind, asked, 'jsonl', names)} download={`${kind.plural}.jsonl`}>
            {say('JSON Lines')}
          </Link>
        ),
      })}
    </span>
  )
}
