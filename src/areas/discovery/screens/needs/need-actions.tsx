import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { LinkButton } from '../../../../web/kit/button.tsx'
import { say } from '../../../../web/words/say.ts'

/** Beside the list of needs: the ways to their tree, and to where they meet objectives. */
export function NeedActions(): ReactNode {
  const { to } = useSite()
  return (
    <>
      <LinkButton href={to('need-tree')}>{say('As a tree')}</LinkButton>
      <LinkButton href={to('needs-objectives')}>{say('Needs × objectives')}</LinkButton>
    </>
  )
}
