import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { cls } from './cls.ts'
import styles from './sentence.module.css'

/** A filter said as a sentence; its underlined words are the controls, and it is also the address. */
export function Sentence({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className={styles.sentence}>{children}</p>
}

interface Face {
  readonly children: ReactNode
  /** `add` offers a word that is not in the sentence yet. */
  readonly kind?: 'word' | 'add' | undefined
}

/** A word that can be changed where it stands; as a trigger it opens a menu or a popover. */
export function Word(
  props: Face & {
    readonly onPress?: () => void
    /** What it is in the sentence, by which it is found again when the sentence has changed. */
    readonly part?: string
  },
): ReactNode {
  const { children, kind = 'word', onPress, part } = props
  return (
    <AriaButton
      className={cls(styles.word, styles[kind])}
      {...(part === undefined ? {} : { 'data-part': part })}
      {...(onPress === undefined ? {} : { onPress })}
    >
      {children}
    </AriaButton>
  )
}

/** A word that leads to the same list said otherwise. */
export function LinkWord(props: Face & { readonly href: string }): ReactNode {
  const { children, kind = 'word', href } = props
  return (
    <a className={cls(styles.word, styles[kind])} href={href}>
      {children}
    </a>
  )
}
