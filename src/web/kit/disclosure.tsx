import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { cls } from './cls.ts'
import styles from './disclosure.module.css'
import { given } from './given.ts'

export interface DisclosureProps {
  readonly title: ReactNode
  /** Stands at the end of the title: a count, a date. */
  readonly detail?: ReactNode
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  readonly startsOpen?: boolean | undefined
  readonly level?: 2 | 3 | 4 | undefined
  readonly children: ReactNode
}

/** Opens in place. */
export function Disclosure(props: DisclosureProps): ReactNode {
  const { title, detail, open, onOpenChange, startsOpen, level = 3, children } = props
  return (
    <AriaDisclosure
      className={cls(styles.disclosure)}
      {...given({ isExpanded: open, onExpandedChange: onOpenChange, defaultExpanded: startsOpen })}
    >
      <Heading level={level}>
        <Button slot="trigger" className={cls(styles.trigger)}>
          <span className={styles.arrow} aria-hidden="true" />
          <span className={styles.title}>{title}</span>
          {detail !== undefined && <span className={styles.detail}>{detail}</span>}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={styles.panel}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  )
}
