import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { cls } from './cls.ts'
import styles from './slider.module.css'

export interface SliderProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number | undefined
  readonly disabled?: boolean | undefined
  /** Called as it is dragged or stepped by the arrow keys. */
  readonly onChange: (value: number) => void
  /** At the end of the label: the value in words. */
  readonly says?: ReactNode
}

/** A number that is dragged, or moved by the arrow keys; beside it belongs a field to type it in. */
export function Slider(props: SliderProps): ReactNode {
  const { label, value, min, max, step = 1, disabled = false, onChange, says } = props
  return (
    <AriaSlider
      className={cls(styles.slider)}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={disabled}
      onChange={onChange}
    >
      <span className={styles.top}>
        <Label className={cls(styles.label)}>{label}</Label>
        {says !== undefined && <span className={styles.says}>{says}</span>}
      </span>
      <SliderTrack className={cls(styles.track)}>
        {({ state }) => (
          <>
            <i
              className={styles.filled}
              style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }}
              aria-hidden="true"
            />
            <SliderThumb className={cls(styles.thumb)} />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  )
}
