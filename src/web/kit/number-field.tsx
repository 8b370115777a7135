import type { ReactNode } from 'react'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { cls } from './cls.ts'
import { ariaOf, FieldLabel, type FieldProps, FieldSays, inputClass } from './field.tsx'
import { given } from './given.ts'
import styles from './number-field.module.css'

export interface NumberFieldProps extends FieldProps {
  readonly value: number | null
  /** Called when the number is settled (leaving the field, Enter, arrows); null where it is empty. */
  readonly onChange: (value: number | null) => void
  /** Stands after the number: "€ a year", "days". */
  readonly unit?: string | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly step?: number | undefined
}

/** A number with its unit. The arrow keys step it; the wheel does not, for a page is scrolled. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { value, onChange, unit, min, max, step } = props
  return (
    <AriaNumberField
      {...ariaOf(props)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isWheelDisabled
      {...given({ minValue: min, maxValue: max, step })}
    >
      <FieldLabel {...props} />
      <Group className={cls(styles.group)}>
        <Input className={cls(inputClass, styles.number)} />
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </Group>
      <FieldSays {...props} />
    </AriaNumberField>
  )
}
