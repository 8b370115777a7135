import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { counted } from '../words/say.ts'
import { cls } from './cls.ts'
import { ariaOf, FieldLabel, type FieldProps, FieldSays, inputClass } from './field.tsx'
import type { Option } from './options.tsx'
import styles from './suggest-field.module.css'
import { calledAt, completed } from './suggest.ts'
import areas from './text-field.module.css'

export interface SuggestFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What to offer for what was typed after an `@`, best first. */
  readonly suggest: (typed: string) => readonly Option[]
  readonly onChosen: (option: Option) => void
  readonly lines: number
  readonly maxLength: number
}

/** Lines of text in which an `@` offers names, to be chosen with the arrows and Enter. */
export function SuggestField(props: SuggestFieldProps): ReactNode {
  const { value, onChange, suggest, onChosen, lines, maxLength } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const [caret, setCaret] = useState(value.length)
  const [at, setAt] = useState(0)
  /** Where somebody said that they want no name. */
  const [left, setLeft] = useState(-1)
  const goes = useRef<number | null>(null)
  const called = calledAt(value, caret)
  const options = called === undefined || called.start === left ? [] : suggest(called.typed)
  const isOpen = options.length > 0
  const current = options[Math.min(at, options.length - 1)]

  useLayoutEffect(() => {
    if (goes.current === null) return
    area.current?.setSelectionRange(goes.current, goes.current)
    goes.current = null
  })
  const choose = (option: Option): void => {
    if (called === undefined) return
    const next = completed(value, called, caret, option.label)
    goes.current = next.caret
    setCaret(next.caret)
    setAt(0)
    onChosen(option)
    onChange(next.text)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen || current === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0)
      setAt((Math.min(at, options.length - 1) + step + options.length) % options.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(current)
    else if (event.key === 'Escape') setLeft(called?.start ?? -1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <AriaTextField {...ariaOf(props)} value={value} onChange={onChange} maxLength={maxLength}>
      <FieldLabel {...props} />
      <TextArea
        ref={area}
        className={cls(inputClass, areas.lines)}
        rows={lines}
        dir="auto"
        style={{ minBlockSize: `${lines * 1.55 + 1}em` }}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.count} role="status">
        {isOpen && counted(options.length, '# name to choose', '# names to choose')}
      </span>
      {isOpen && (
        <div className={styles.list} role="listbox" id={listId} aria-label={props.label}>
          {options.map((option) => (
            // the keys are the field's: the focus stays in the text
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={option.id}
              id={`${listId}-${option.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={option === current}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span>{option.label}</span>
              {option.detail !== undefined && (
                <span className={styles.detail}>{option.detail}</span>
              )}
            </div>
          ))}
        </div>
      )}
      <FieldSays {...props} />
    </AriaTextField>
  )
}
