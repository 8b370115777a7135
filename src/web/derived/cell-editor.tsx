import { useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Field } from '../../engine/field.ts'
import { FieldInput } from './input.tsx'

/** What one does after a cell was written in: stay on it, or go on to the next or the last one. */
export type After = 'stay' | 'leave' | 1 | -1

/**
 * A cell that is being written in. Enter or leaving it settles it, Tab goes on, Esc leaves it as it was.
 * What is chosen from a list settles it at once.
 */
export function CellEditor({
  name,
  field,
  owner,
  value,
  error,
  onChange,
  onSettle,
  onLeave,
}: {
  readonly name: string
  readonly field: Field
  readonly owner: string
  readonly value: unknown
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
  readonly onSettle: (value: unknown, after: After) => void
  readonly onLeave: () => void
}): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(value)
  const settling = useRef(false)
  const isChosen = field.kind === 'choice' || field.kind === 'ref' || hasWords(field)
  /** Reads what a field settles only when it is left; undefined where that cannot be read. */
  const settled = (): boolean => {
    settling.current = true
    const input = document.activeElement as HTMLElement | null
    flushSync(() => input?.blur())
    settling.current = false
    const isWrong = place.current?.querySelector('[aria-invalid=true]') !== null
    if (!isWrong || error !== undefined) return true
    input?.focus()
    return false
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') {
      event.preventDefault()
      event.stopPropagation()
      if (settled()) onSettle(latest.current, event.shiftKey ? -1 : 1)
      return
    }
    const isOpen = document.querySelector('[role=listbox]') !== null
    if (event.key === 'Escape') {
      // the first closes what lies open, as everywhere
      if (isOpen && !isChosen) return
      event.preventDefault()
      event.stopPropagation()
      onLeave()
      return
    }
    const isLine = event.target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey
    if (event.key !== 'Enter' || isOpen || isLine) return
    // a tag that is typed is added first
    const typed = event.target instanceof HTMLInputElement ? event.target.value.trim() : ''
    if (field.kind === 'list' && field.of === 'text' && typed !== '') return
    event.preventDefault()
    event.stopPropagation()
    if (settled()) onSettle(latest.current, 'stay')
  }
  const onBlur = (event: FocusEvent): void => {
    const to = event.relatedTarget
    if (settling.current || (to instanceof Element && isPart(to))) return
    setTimeout(() => {
      const now = document.activeElement
      if (settling.current || place.current === null || now === null || isPart(now)) return
      if (!document.hasFocus()) return
      onSettle(latest.current, 'leave')
    })
  }
  const isPart = (element: Element): boolean =>
    place.current?.contains(element) === true || element.closest('[role=listbox]') !== null
  return (
    // the keys of the field are heard before the field hears them
    <div ref={place} role="presentation" onKeyDownCapture={onKeyDown} onBlur={onBlur}>
      <FieldInput
        name={name}
        field={bare(field)}
        owner={owner}
        value={value}
        error={error}
        labelled="hidden"
        startsOpen
        autoFocus
        onChange={(next) => {
          latest.current = next
          onChange(next)
          if (isChosen && !settling.current) onSettle(next, 'stay')
        }}
      />
    </div>
  )
}

/** A number that is one of a few words. */
const hasWords = (field: Field): boolean => field.kind === 'number' && field.allowed !== undefined

/** One line, and no unit beside it: a cell has no room for more. */
function bare(field: Field): Field {
  if (field.kind === 'text') {
    const { lines: _, ...rest } = field
    return rest
  }
  if (field.kind !== 'number') return field
  const { unit: _, ...rest } = field
  return rest
}
