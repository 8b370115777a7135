import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type PressEvent } from 'react-aria-components/Button'
import styles from './button.module.css'
import { cls } from './cls.ts'
import { given } from './given.ts'
import { Kbd } from './kbd.tsx'

interface Face {
  readonly children: ReactNode
  /** One primary button a screen; `quiet` has no edge. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | undefined
  /** The key that does the same, shown beside the verb. */
  readonly keys?: string | undefined
  readonly label?: string | undefined
}

export interface ButtonProps extends Face {
  readonly onPress?: ((event: Pick<PressEvent, 'pointerType'>) => void) | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly disabled?: boolean | undefined
  /** Work is under way: it keeps its place and focus, says so, and cannot be pressed twice. */
  readonly pending?: boolean | undefined
  readonly expanded?: boolean | undefined
  readonly controls?: string | undefined
  readonly slot?: string | null | undefined
  /** What it opens over the page. */
  readonly popup?: 'menu' | undefined
  readonly ref?: Ref<HTMLButtonElement> | undefined
}

/** A verb. */
export function Button(props: ButtonProps): ReactNode {
  const { children, kind, keys, label, disabled, pending, expanded, controls, popup, ...rest } =
    props
  return (
    <AriaButton
      className={faceOf(kind)}
      {...given({
        ...rest,
        isDisabled: disabled,
        isPending: pending,
        'aria-label': label,
        'aria-expanded': expanded,
        'aria-controls': controls,
        'aria-haspopup': popup,
      })}
    >
      {children}
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </AriaButton>
  )
}

export interface LinkButtonProps extends Face {
  readonly href: string
  readonly download?: string | undefined
}

/** A verb that goes somewhere: it has an address, so it can be opened elsewhere or copied. */
export function LinkButton({
  href,
  children,
  kind,
  keys,
  label,
  download,
}: LinkButtonProps): ReactNode {
  return (
    <a href={href} className={faceOf(kind)} {...given({ 'aria-label': label, download })}>
      {children}
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </a>
  )
}

/** Verbs in a row. */
export function Buttons({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.row} data-screen-only="">
      {children}
    </div>
  )
}

const faceOf = (kind: Face['kind'] = 'plain'): string => cls(styles.button, styles[kind])
