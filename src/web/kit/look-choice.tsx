import { useId, type ReactNode } from 'react'
import { say } from '../words/say.ts'
import styles from './look-choice.module.css'
import { choose, densities, themes, useLook } from './look.ts'

/** Light, dark, or as the system says. */
export function ThemeChoice(): ReactNode {
  const { theme } = useLook()
  return (
    <WordChoice
      label={say('Theme|look')}
      words={{ system: say('As the system'), light: say('Light'), dark: say('Dark') }}
      ids={themes}
      value={theme}
      onChange={(next) => choose({ theme: next })}
    />
  )
}

/** How close the rows of every list stand. */
export function DensityChoice(): ReactNode {
  const { density } = useLook()
  return (
    <WordChoice
      label={say('Rows')}
      words={{ compact: say('Close|rows'), cosy: say('Even'), roomy: say('Roomy') }}
      ids={densities}
      value={density}
      onChange={(next) => choose({ density: next })}
    />
  )
}

/** One of a few words, all in sight. */
export function WordChoice<T extends string>({
  label,
  words,
  ids,
  value,
  onChange,
}: {
  readonly label: string
  readonly words: Readonly<Record<T, ReactNode>>
  readonly ids: readonly T[]
  readonly value: T
  readonly onChange: (id: T) => void
}): ReactNode {
  const name = useId()
  return (
    <fieldset className={styles.words} data-screen-only="">
      <legend>{label}</legend>
      {ids.map((id) => (
        <label key={id}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === value}
            onChange={() => onChange(id)}
          />
          <span>{words[id]}</span>
        </label>
      ))}
    </fieldset>
  )
}
