import { type ReactNode, useState } from 'react'
import { say } from '../words/say.ts'
import type { FieldProps } from './field.tsx'
import { momentSaid, parseMoment } from './moment.ts'
import { TextField } from './text-field.tsx'

export interface MomentFieldProps extends FieldProps {
  /** ISO 8601 in UTC, or null. */
  readonly value: string | null
  /** Called with a moment that exists, or null where the field was emptied; never with half of one. */
  readonly onChange: (moment: string | null) => void
}

/** A moment, typed as 2026-11-23 09:30 in the viewer's own zone. What cannot be read stays, with what would be right. */
export function MomentField({ value, onChange, error, ...props }: MomentFieldProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null)
  const [left, setLeft] = useState(true)
  const text = draft ?? (value === null ? '' : momentSaid(value))
  const unread = left && text.trim() !== '' && parseMoment(text) === null
  return (
    <TextField
      {...props}
      description={props.description ?? say('In your time zone, {zone}', { zone })}
      placeholder="2026-11-23 09:30"
      error={unread ? say('“{text}” is no moment. Write it as 2026-11-23 09:30.', { text }) : error}
      value={text}
      onChange={(next) => {
        setDraft(next)
        setLeft(false)
        const moment = parseMoment(next)
        if (moment !== null || next.trim() === '') onChange(moment)
      }}
      onBlur={() => {
        setLeft(true)
        if (text.trim() === '' || parseMoment(text) !== null) setDraft(null)
      }}
    />
  )
}

const zone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone
