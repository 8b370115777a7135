import { Fragment, type ReactNode } from 'react'
import type { Given } from '../../engine/words.ts'
import { words } from './say.ts'

/** A text whose holes are filled with what is drawn: a link, a ref, a mark. */
export function saying<const S extends string>(
  text: S,
  ...given: Given<S, ReactNode>
): readonly ReactNode[] {
  const values: Readonly<Record<string, ReactNode>> = given[0] ?? {}
  return words()
    .parts(text)
    .map((part, at) =>
      'text' in part ? part.text : <Fragment key={at}>{values[part.hole]}</Fragment>,
    )
}
