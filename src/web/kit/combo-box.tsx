import { type ReactNode, useContext, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { cls } from './cls.ts'
import styles from './combo-box.module.css'
import { ariaOf, FieldLabel, type FieldProps, FieldSays, inputClass } from './field.tsx'
import { given } from './given.ts'
import { type Option, OptionList } from './options.tsx'
import { type Search, useSearch } from './use-search.ts'

export interface ComboBoxProps extends FieldProps {
  readonly value: Option | null
  readonly onChange: (option: Option | null) => void
  /**
   * Answers what was typed, best first; empty text asks for what to offer before anything is typed.
   * Keep it the same function between renders (useCallback), or every render asks again.
   */
  readonly onSearch: Search
  readonly placeholder?: string | undefined
}

/** One of many, found by typing. What was typed stays until something is chosen or it is left. */
export function ComboBox(props: ComboBoxProps): ReactNode {
  const { value, onChange, onSearch, placeholder } = props
  // what is being typed; null while the field says what is chosen
  const [draft, setDraft] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const chosen = value?.label ?? ''
  const text = draft ?? chosen
  const typed = text === chosen ? '' : text
  const found = useSearch(typed, open ? 'now' : 'not-yet', onSearch)
  const options = withChosen(found.options, value)
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
        if (option === undefined) return
        setDraft(null)
        onChange(option)
      }}
      onOpenChange={setOpen}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldLabel {...props} />
      <Group className={cls(styles.group)}>
        <Typed placeholder={placeholder} />
        <Button className={cls(styles.button)}>
          <span className={styles.arrow} aria-hidden="true" />
        </Button>
      </Group>
      <FieldSays {...props} />
      <OptionList options={options} empty={found.says} />
    </AriaComboBox>
  )
}

/** The field to type in. A press on it opens the list as the keyboard's coming to it does. */
function Typed({ placeholder }: Pick<ComboBoxProps, 'placeholder'>): ReactNode {
  const state = useContext(ComboBoxStateContext)
  return (
    <Input
      className={cls(inputClass, styles.input)}
      onClick={() => {
        if (state?.isOpen === false) state.open(null, 'manual')
      }}
      {...given({ placeholder })}
    />
  )
}

/** The chosen one must be in the list, or the field would forget its words on leaving it. */
const withChosen = (options: readonly Option[], chosen: Option | null): readonly Option[] =>
  chosen === null || options.some(({ id }) => id === chosen.id) ? options : [...options, chosen]
