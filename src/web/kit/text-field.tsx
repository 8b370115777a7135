import type { ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { cls } from './cls.ts'
import {
  ariaOf,
  FieldLabel,
  type FieldProps,
  FieldSays,
  inputClass,
  proseInputClass,
} from './field.tsx'
import { given } from './given.ts'
import styles from './text-field.module.css'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  /** More than one makes it a text area, which grows with its text. */
  readonly lines?: number | undefined
  /** `prose` sets what is written in the serif it will be read in. */
  readonly set?: 'interface' | 'prose' | undefined
  readonly type?: 'text' | 'email' | 'url' | 'password' | 'tel' | undefined
  readonly placeholder?: string | undefined
  readonly autoComplete?: string | undefined
  readonly maxLength?: number | undefined
}

/** One line of text, or many. */
export function TextField(props: TextFieldProps): ReactNode {
  const {
    value,
    onChange,
    onBlur,
    lines = 1,
    set,
    type,
    placeholder,
    autoComplete,
    maxLength,
  } = props
  const input = set === 'prose' ? proseInputClass : inputClass
  return (
    <AriaTextField
      {...ariaOf(props)}
      value={value}
      onChange={onChange}
      {...given({ onBlur, type, autoComplete, maxLength })}
    >
      <FieldLabel {...props} />
      {lines === 1 ? (
        <Input className={input} {...given({ placeholder })} />
      ) : (
        <TextArea
          className={cls(input, styles.lines)}
          rows={lines}
          style={{ minBlockSize: `${lines * 1.55 + 1}em` }}
          {...given({ placeholder })}
        />
      )}
      <FieldSays {...props} />
    </AriaTextField>
  )
}
