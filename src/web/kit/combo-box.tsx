import { type ReactNode, useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
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
  const [text, setText] = useState(value?.label ?? '')
  const [open, setOpen] = useState(false)
  const typed = text === value?.label ? '' : text
  const found = useSearch(typed, open ? 'now' : 'not-yet', onSearch)
  const options = withChosen(found.options, value)
  useEffect(() => setText(value?.label ?? ''), [value?.id, value?.label])
  return (
    <AriaComboBox
      {...ariaOf(props)}
      items={options}
      inputValue={text}
      onInputChange={setText}
      value={value?.id ?? null}
      onChange={(key) => {
        // an emptied input clears the choice; one that is being retyped does not
        if (key === null && text !== '' && value !== null) return
        onChange(options.find(({ id }) => id === key) ?? null)
      }}
      onOpenChange={setOpen}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldLabel {...props} />
      <Group className={cls(styles.group)}>
        <Input className={cls(inputClass, styles.input)} {...given({ placeholder })} />
        <Button className={cls(styles.button)}>
          <span className={styles.arrow} aria-hidden="true" />
        </Button>
      </Group>
      <FieldSays {...props} />
      <OptionList options={options} empty={found.says} />
    </AriaComboBox>
  )
}

/** The chosen one must be in the list, or the field would forget its words on leaving it. */
const withChosen = (options: readonly Option[], chosen: Option | null): readonly Option[] =>
  chosen === null || options.some(({ id }) => id === chosen.id) ? options : [...options, chosen]
