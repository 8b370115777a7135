import { useCallback, useId, useRef, useState, type ReactNode } from 'react'
import { say } from '../words/say.ts'
import { Button } from './button.tsx'
import { Code } from './code.tsx'
import { ComboBox } from './combo-box.tsx'
import type { FieldProps } from './field.tsx'
import { Mark } from './mark.tsx'
import type { Option } from './options.tsx'
import styles from './pick-list.module.css'
import type { Search } from './use-search.ts'

export interface PickListProps extends FieldProps {
  readonly value: readonly Option[]
  readonly onChange: (options: readonly Option[]) => void
  /** As for ComboBox. What is chosen already is not offered again. */
  readonly onSearch: Search
  readonly placeholder?: string | undefined
}

/** So many are shown until one asks for the rest. */
const atFirst = 20

/** Several of many: what was chosen, each with its way out, and a search field that adds. */
export function PickList(props: PickListProps): ReactNode {
  const { value, onChange, label, onSearch } = props
  const [all, setAll] = useState(value.length <= atFirst)
  const field = useRef<HTMLDivElement>(null)
  const name = useId()
  const list = useId()
  const taken = value.map(({ id }) => id).join(' ')
  const search = useCallback<Search>(
    async (text, signal) => {
      const ids = new Set(taken.split(' '))
      return (await onSearch(text, signal)).filter(({ id }) => !ids.has(id))
    },
    [onSearch, taken],
  )
  const shown = all ? value : value.slice(0, atFirst)
  const takeAway = (at: number): void => {
    onChange(value.filter((_, index) => index !== at))
    // the verb that had the focus goes with its row: on to the next one, or back to the field
    const verbs = [...(field.current?.querySelectorAll<HTMLElement>('li button') ?? [])]
    const next = verbs[at + 1] ?? verbs[at - 1] ?? field.current?.querySelector('input')
    next?.focus()
  }
  return (
    <div ref={field} className={styles.field} role="group" aria-labelledby={name}>
      <span id={name} className={styles.name} hidden={props.labelled === 'hidden'}>
        {label}
      </span>
      {value.length > 0 && (
        <ul className={styles.list} id={list} aria-label={say('{field}: chosen', { field: label })}>
          {shown.map((option, at) => (
            <li key={option.id} className={styles.row}>
              {option.station !== undefined && <Mark station={option.station} size={12} />}
              <span className={styles.label}>{option.label}</span>
              {option.detail !== undefined && <Code>{option.detail}</Code>}
              <Button
                kind="quiet"
                label={say('Take away: {name}', { name: option.label })}
                onPress={() => takeAway(at)}
              >
                {say('Take away')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!all && (
        <div>
          <Button kind="quiet" controls={list} onPress={() => setAll(true)}>
            {say('Show all {count}', { count: value.length })}
          </Button>
        </div>
      )}
      <ComboBox
        {...props}
        labelled="hidden"
        value={null}
        onSearch={search}
        onChange={(option) => {
          if (option !== null) onChange([...value, option])
        }}
      />
    </div>
  )
}
