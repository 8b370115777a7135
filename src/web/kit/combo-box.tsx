import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { cls } from './cls.ts'
import styles from './combo-box.module.css'
import { ariaOf, FieldLabel, type FieldProps, FieldSays, inputClass } from './field.tsx'
import { given } from './given.ts'
import { type Option, OptionList } from './options.tsx'
import { type Found, type Search, useSearch } from './use-search.ts'

export interface ComboBoxProps extends FieldProps {
  readonly value: Option | null
  readonly onChange: (option: Option | null) => void
  /**
   * Answers what was typed, best first; empty text asks for what to offer before anything is typed.
   * Keep it the same function between renders (useCallback), or every render asks again.
   */
  readonly onSearch: Search
  readonly placeholder?: string | undefined
  /** Where the field is all there is: Escape leaves with the list what lies around it, once nothing is typed. */
  readonly onLeave?: (() => void) | undefined
}

/** One of many, found by typing. What was typed stays until something is chosen or it is left. */
export function ComboBox(props: ComboBoxProps): ReactNode {
  const { value, onChange, onSearch, placeholder, onLeave } = props
  // what is being typed; null while the field says what is chosen
  const [draft, setDraft] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const chosen = value?.label ?? ''
  const text = draft ?? chosen
  const typed = text === chosen ? '' : text
  const found = useSearch(typed, open ? 'now' : 'not-yet', onSearch)
  const options = withChosen(found.options, value)
  const take = (option: Option): void => {
    setDraft(null)
    onChange(option)
  }
  return (
    <AriaComboBox
      {...ariaOf(props)}
      items={options}
      inputValue={text}
      onInputChange={(next) => {
        setDraft(next)
        // emptying the field is how one takes a choice back
        if (next === '' && value !== null) onChange(null)
      }}
      onBlur={() => setDraft(null)}
      value={value?.id ?? null}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key)
        if (option !== undefined) take(option)
      }}
      onOpenChange={setOpen}
      menuTrigger="focus"
      shouldFocusWrap
      allowsEmptyCollection
    >
      <FieldLabel {...props} />
      <Group className={cls(styles.group)}>
        <Typed
          placeholder={placeholder}
          typed={typed}
          found={found}
          onTake={take}
          onClear={() => setDraft(null)}
          onLeave={onLeave}
        />
        <Button className={cls(styles.button)}>
          <span className={styles.arrow} aria-hidden="true" />
        </Button>
      </Group>
      <FieldSays {...props} />
      <OptionList options={options} empty={found.says} />
    </AriaComboBox>
  )
}

interface TypedProps extends Pick<ComboBoxProps, 'placeholder' | 'onLeave'> {
  readonly typed: string
  readonly found: Found
  readonly onTake: (option: Option) => void
  readonly onClear: () => void
}

/**
 * The field to type in. A press on it opens the list as the keyboard's coming to it does. Enter takes
 * the first that fits where none is marked, also when what fits is found only after it was pressed. Escape takes back
 * what was typed, and goes on to what lies around it only once there is nothing to take back.
 */
function Typed({ placeholder, typed, found, onTake, onClear, onLeave }: TypedProps): ReactNode {
  const state = useContext(ComboBoxStateContext)
  /** For these words Enter was pressed, and what fits them was not found yet. */
  const awaited = useRef<string | null>(null)
  const takeFirst = useCallback((): void => {
    awaited.current = null
    const [first] = found.options
    if (first === undefined) return
    onTake(first)
    state?.close()
  }, [found, onTake, state])
  useEffect(() => {
    if (awaited.current !== typed) awaited.current = null
    else if (found.text === typed) takeFirst()
  }, [typed, found, takeFirst])
  const onKey = (event: KeyboardEvent): void => {
    const escapes = typed === '' ? onLeave : onClear
    if (event.key === 'Escape' && escapes !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault()
      event.stopPropagation()
      escapes()
      return
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || state?.isOpen !== true) return
    if (typed === '' || state.selectionManager.focusedKey !== null) return
    event.preventDefault()
    event.stopPropagation()
    if (found.text === typed) takeFirst()
    else awaited.current = typed
  }
  return (
    <div role="presentation" onKeyDownCapture={onKey}>
      <Input
        className={cls(inputClass, styles.input)}
        onClick={() => {
          if (state?.isOpen === false) state.open(null, 'manual')
        }}
        {...given({ placeholder })}
      />
    </div>
  )
}

/** The chosen one must be in the list, or the field would forget its words on leaving it. */
const withChosen = (options: readonly Option[], chosen: Option | null): readonly Option[] =>
  chosen === null || options.some(({ id }) => id === chosen.id) ? options : [...options, chosen]
