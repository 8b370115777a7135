import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import styles from './check-box.module.css'
import { cls } from './cls.ts'
import { ariaOf, type FieldProps, FieldSays } from './field.tsx'
import { given } from './given.ts'

export interface CheckBoxProps extends FieldProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Some of what it stands for, not all. */
  readonly partly?: boolean | undefined
}

/** A yes or no, with its words beside it. */
export function CheckBox(props: CheckBoxProps): ReactNode {
  const { label, labelled, checked, onChange, partly } = props
  return (
    <CheckboxField
      {...ariaOf(props)}
      isSelected={checked}
      onChange={onChange}
      {...given({ isIndeterminate: partly })}
    >
      <CheckboxButton className={cls(styles.check)}>
        <svg className={styles.box} viewBox="0 0 14 14" width={14} height={14} aria-hidden="true">
          <path className={styles.tick} d={partly === true ? 'M3 7H11' : 'M3 7.5L6 10.5L11.5 4'} />
        </svg>
        {labelled !== 'hidden' && <span>{label}</span>}
      </CheckboxButton>
      <FieldSays {...props} />
    </CheckboxField>
  )
}
