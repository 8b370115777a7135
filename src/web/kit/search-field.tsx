import type { ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { say } from '../words/say.ts'
import { cls } from './cls.ts'
import { given } from './given.ts'
import { Kbd } from './kbd.tsx'
import styles from './search-field.module.css'

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onSubmit?: ((text: string) => void) | undefined
  readonly placeholder?: string | undefined
  /** The key that leads here, shown while the field is empty. */
  readonly keys?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement> | undefined
}

/** Words to search for. Escape empties it. */
export function SearchField(props: SearchFieldProps): ReactNode {
  const { label, value, onChange, onSubmit, placeholder = label, keys, inputRef } = props
  return (
    <AriaSearchField
      className={cls(styles.search)}
      aria-label={label}
      value={value}
      onChange={onChange}
      {...given({ onSubmit })}
    >
      <Input
        className={cls(styles.input)}
        placeholder={placeholder}
        {...given({ ref: inputRef })}
      />
      {value === '' && keys !== undefined && <Kbd>{keys}</Kbd>}
      {value !== '' && <Button className={cls(styles.clear)}>{say('Clear')}</Button>}
    </AriaSearchField>
  )
}
