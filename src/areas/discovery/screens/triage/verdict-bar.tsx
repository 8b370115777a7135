import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Toolbar } from 'react-aria-components/Toolbar'
import { cls } from '../../../../web/kit/cls.ts'
import { Kbd } from '../../../../web/kit/kbd.tsx'
import styles from './verdict-bar.module.css'

/** One verb of the bar. */
export interface Verb {
  readonly key: string
  readonly says: string
  /** What it will do here, in small. */
  readonly detail: string
  readonly onPress: () => void
  /** `offered` is the one that fits best here; `open` is the one being told. */
  readonly stands?: 'offered' | 'open' | undefined
}

/** Verdicts, each with its key: a press is the verdict. Under a thumb they stand at the foot of the screen. */
export function VerdictBar({
  rows,
  isFolded,
}: {
  /** Something is being told: on a narrow screen that takes its place. */
  readonly isFolded: boolean
  readonly rows: readonly { readonly label: string; readonly verbs: readonly Verb[] }[]
}): ReactNode {
  return (
    <div className={cls(styles.bar, isFolded && styles.folded)} data-screen-only="">
      {rows.map(({ label, verbs }) => (
        <Toolbar key={label} aria-label={label} className={cls(styles.row)}>
          {verbs.map(({ key, says, detail, onPress, stands }) => (
            <Button
              key={key}
              className={cls(styles.verb, stands !== undefined && styles[stands])}
              aria-keyshortcuts={key}
              {...(stands === 'open' ? { 'aria-expanded': true } : {})}
              onPress={onPress}
            >
              <Kbd>{key}</Kbd>
              <span className={styles.words}>
                <b>{says}</b>
                <small>{detail}</small>
              </span>
            </Button>
          ))}
        </Toolbar>
      ))}
    </div>
  )
}
