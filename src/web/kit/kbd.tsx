import type { ReactNode } from 'react'
import { say } from '../words/say.ts'
import styles from './kbd.module.css'

/** A key, shown where its verb is. Hidden where there is no keyboard to press. */
export function Kbd({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <kbd className={styles.kbd}>{typeof children === 'string' ? keysSaid(children) : children}</kbd>
  )
}

/** Keys as they are written on the keyboards of the reader's language. */
const keysSaid = (keys: string): string =>
  keys.replace(/\b(?:Ctrl|Shift|Enter|Home|End)\b/g, (key) => {
    switch (key) {
      case 'Ctrl':
        return say('Ctrl')
      case 'Shift':
        return say('Shift|key')
      case 'Enter':
        return say('Enter|key')
      case 'Home':
        return say('Home|key')
      default:
        return say('End|key')
    }
  })
