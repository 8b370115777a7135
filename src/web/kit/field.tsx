import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { say } from '../words/say.ts'
import { cls } from './cls.ts'
import styles from './field.module.css'
import { given } from './given.ts'

/** What every field takes. */
export interface FieldProps {
  readonly label: string
  /** `hidden` keeps the label for those who listen, where the place says it to those who look. */
  readonly labelled?: 'above' | 'hidden' | undefined
  readonly description?: ReactNode
  /** What is wrong and what would be right; its presence makes the field invalid. */
  readonly error?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly name?: string | undefined
  readonly autoFocus?: boolean | undefined
}

/** The properties a react-aria field shares, from ours. */
export const ariaOf = (props: FieldProps) => ({
  className: cls(styles.field),
  isInvalid: props.error !== undefined,
  validationBehavior: 'aria' as const,
  ...given({
    isRequired: props.required,
    isDisabled: props.disabled,
    name: props.name,
    autoFocus: props.autoFocus,
    'aria-label': props.labelled === 'hidden' ? props.label : undefined,
  }),
})

/** The label above a field. */
export function FieldLabel({ label, labelled, required }: FieldProps): ReactNode {
  if (labelled === 'hidden') return null
  return (
    <Label className={cls(styles.label)}>
      {label}
      {required === true && (
        <span className={styles.required} aria-hidden="true">
          {say('required')}
        </span>
      )}
    </Label>
  )
}

/** What is said under a field: the error first, since it is what to act on. */
export function FieldSays({ description, error }: FieldProps): ReactNode {
  return (
    <>
      <FieldError className={cls(styles.error)}>{error}</FieldError>
      {description !== undefined && (
        <Text slot="description" className={cls(styles.description)}>
          {description}
        </Text>
      )}
    </>
  )
}

/** Fields one under the other. */
export function Fields({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles.fields}>{children}</div>
}

export const inputClass = cls(styles.input)
export const proseInputClass = cls(styles.input, styles.prose)
