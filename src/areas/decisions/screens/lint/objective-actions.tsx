import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { LinkButton } from '../../../../web/kit/button.tsx'
import { say } from '../../../../web/words/say.ts'

/** Beside the list of objectives: what they meet, and what is to mend. */
export function ObjectiveActions(): ReactNode {
  const { to } = useSite()
  return (
    <>
      <LinkButton keys="G O" href={to('needs-objectives')}>
        {say('Needs × objectives')}
      </LinkButton>
      <LinkButton keys="G L" href={to('lint')}>
        {say('Lint')}
      </LinkButton>
    </>
  )
}
