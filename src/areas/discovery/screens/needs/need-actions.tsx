import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { LinkButton } from '../../../../web/kit/button.tsx'
import { words } from './words.ts'

/** Beside the list of needs: the way to their tree. */
export function NeedActions(): ReactNode {
  const { to } = useSite()
  return <LinkButton href={to('need-tree')}>{words.asTree}</LinkButton>
}
