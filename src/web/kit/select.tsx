import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { say } from '../words/say.ts'
import { cls } from './cls.ts'
import { ariaOf, FieldLabel, type FieldProps, FieldSays, inputClass } from './field.tsx'
import { given } from './given.ts'
import { type Option, OptionList } from './options.tsx'
import styles from './select.module.css'

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly placeholder?: string | undefined
  readonly startsOpen?: boolean | undefined
}

/** One of a few. For many, or for a search, there is ComboBox. */
export function Select(props: SelectProps): ReactNode {
  const { options, value, onChange, placeholder = say('Choose one'), startsOpen } = props
  return (
    <AriaSelect
      {...ariaOf(props)}
      {...given({ defaultOpen: startsOpen })}
      placeholder={placeholder}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
    >
      <FieldLabel {...props} />
      <Button className={cls(inputClass, styles.button)}>
        <SelectValue className={cls(styles.value)} />
        <span className={styles.arrow} aria-hidden="true" />
      </Button>
      <FieldSays {...props} />
      <OptionList options={options} empty={say('Nothing to choose from yet')} />
    </AriaSelect>
  )
}
