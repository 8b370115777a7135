import { type ReactNode, useState } from 'react'
import { say } from '../words/say.ts'
import { parseDay } from './day.ts'
import type { FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'

export interface DateFieldProps extends FieldProps {
  /** YYYY-MM-DD, or null. */
  readonly value: string | null
  /** Called with a day that exists, or null where the field was emptied; never with half a day. */
  readonly onChange: (day: string | null) => void
}

/** A day, typed as 2026-11-23. What cannot be read stays in the field, with what would be right. */
export function DateField({ value, onChange, error, ...props }: DateFieldProps): ReactNode {
  // what was typed and is not yet a day; null once the value says it all
  const [draft, setDraft] = useState<string | null>(null)
  const [left, setLeft] = useState(true)
  const text = draft ?? value ?? ''
  const unread = left && text.trim() !== '' && parseDay(text) === null
  return (
    <TextField
      {...props}
      placeholder="2026-11-23"
      error={unread ? say('“{text}” is no day. Write it as 2026-11-23.', { text }) : error}
      value={text}
      onChange={(next) => {
        setDraft(next)
        setLeft(false)
        const day = parseDay(next)
        if (day !== null || next.trim() === '') onChange(day)
      }}
      onBlur={() => {
        setLeft(true)
        if (text.trim() === '' || parseDay(text) !== null) setDraft(null)
      }}
    />
  )
}
