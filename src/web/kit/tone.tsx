import type { ReactNode } from 'react'
import { cls } from './cls.ts'
import styles from './tone.module.css'

export type ToneName = 'second' | 'quiet' | 'against' | 'oxide' | 'good' | 'watch'

/** Words in one of the few inks: `against` is contradiction, `watch` is age and thin evidence. */
export function Tone(props: { readonly of: ToneName; readonly children: ReactNode }): ReactNode {
  return <span className={cls(styles[props.of])}>{props.children}</span>
}
