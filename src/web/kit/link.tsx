import type { ReactNode } from 'react'
import { cls } from './cls.ts'
import { given } from './given.ts'
import styles from './link.module.css'

export interface LinkProps {
  readonly href: string
  readonly children: ReactNode
  /** `plain` is underlined only under the pointer: names in a list, titles. */
  readonly kind?: 'text' | 'plain' | 'oxide' | undefined
  readonly current?: 'page' | 'true' | undefined
  readonly label?: string | undefined
  readonly target?: string | undefined
  readonly download?: string | undefined
}

/** A link. Within the workplace it goes there without loading the page again: see `followLinks`. */
export function Link({
  href,
  children,
  kind = 'text',
  current,
  label,
  ...rest
}: LinkProps): ReactNode {
  return (
    <a
      href={href}
      className={cls(styles.link, styles[kind])}
      {...given({ ...rest, 'aria-current': current, 'aria-label': label })}
    >
      {children}
    </a>
  )
}
