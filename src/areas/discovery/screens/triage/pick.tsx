import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'
import { cls } from '../../../../web/kit/cls.ts'
import { inputClass } from '../../../../web/kit/field.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import type { Option } from '../../../../web/kit/options.tsx'
import { useSearch, type Search } from '../../../../web/kit/use-search.ts'
import { say } from '../../../../web/words/say.ts'
import styles from './compose.module.css'

export interface PickProps {
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onText: (text: string) => void
  /** What is here to choose from, in the order of what is offered first. */
  readonly options: readonly Option[]
  /** What only the server knows, found as one types. */
  readonly further?: Search | undefined
  /** What can be made of the words typed. */
  readonly make?: ((text: string) => Option) | undefined
  readonly onPick: (option: Option) => void
}

/** As many as can be read at a glance. */
const most = 7

/** One of many by typing: the first that fits is taken by Enter, what fits stands below at once. */
export function Pick(props: PickProps): ReactNode {
  const { label, placeholder, text, onText, options, further, make, onPick } = props
  const here = useMemo(() => fitting(options, text), [options, text])
  const beyond = useFurther(text, further)
  const known = new Set(here.map(({ id }) => id))
  const found = [...here, ...beyond.filter(({ id }) => !known.has(id))].slice(0, most)
  const isTyped = text.trim() !== ''
  const made = make === undefined || !isTyped ? [] : [make(text.trim())]
  const offered = [...found, ...made]
  const list = useRef<HTMLDivElement>(null)
  // the list would take it when the key comes up, and by then what is offered may have given way
  const takeByEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    const marked = list.current?.querySelector('[data-focused]')?.getAttribute('data-key')
    const option = offered.find(({ id }) => id === marked) ?? (isTyped ? offered[0] : undefined)
    if (option === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onPick(option)
  }
  return (
    <Autocomplete inputValue={text} onInputChange={onText}>
      <div role="presentation" onKeyDownCapture={takeByEnter}>
        <SearchField aria-label={label} autoFocus className={cls(styles.field)}>
          <Input className={inputClass} placeholder={placeholder} />
        </SearchField>
      </div>
      <ListBox
        ref={list}
        className={cls(styles.list)}
        data-typed={isTyped || undefined}
        aria-label={label}
        items={offered}
        onAction={(key) => {
          const option = offered.find(({ id }) => id === key)
          if (option !== undefined) onPick(option)
        }}
        renderEmptyState={() => (
          <p className={styles.none}>
            {text === '' ? say('Nothing here yet.') : say('Nothing fits “{text}”.', { text })}
          </p>
        )}
      >
        {({ id, label: said, detail, station }: Option) => (
          <ListBoxItem id={id} textValue={said} className={cls(styles.option)}>
            {station !== undefined && <Mark station={station} size={16} />}
            <span className={styles.label} dir="auto">
              {said}
            </span>
            {detail !== undefined && <span className={styles.detail}>{detail}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}

const nowhere: Search = async () => []

/** What the server finds for these very words: what it found for others is not offered any more. */
function useFurther(text: string, further: Search = nowhere): readonly Option[] {
  const [search] = useState(() => further)
  const found = useSearch(text, text.trim() === '' ? 'not-yet' : 'now', search)
  return found.text === text ? found.options : []
}

/** Those that hold every word typed; first those that begin with it. */
export function fitting(options: readonly Option[], text: string): readonly Option[] {
  const asked = fold(text).split(/\s+/).filter(Boolean)
  if (asked.length === 0) return options
  const fits = options.filter(({ label, detail }) => {
    const said = fold(`${label} ${detail ?? ''}`)
    return asked.every((word) => said.includes(word))
  })
  const [first = ''] = asked
  return fits.toSorted(
    (one, other) =>
      Number(fold(other.label).startsWith(first)) - Number(fold(one.label).startsWith(first)),
  )
}

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
