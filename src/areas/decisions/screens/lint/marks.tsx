import { useEffect, useRef, useState, type ReactNode } from 'react'
import { read } from '../../../../web/client/api.ts'
import { useSite, type Site } from '../../../../web/derived/site.ts'
import { setNotes, type Note } from '../../../../web/derived/row-notes.ts'
import { counted } from '../../../../web/words/say.ts'
import { grouped } from '../../rules/lint/material.ts'
import type { Finding } from '../../rules/lint/shape.ts'
import type { Lint } from '../../views/lint.ts'
import { findingSaid, toneOf } from './lint-said.ts'
import { useLaid } from './use-lint.ts'

/** So long what the server told stands: what it goes through is much, and marks are for the eye in passing. */
const standsMs = 120_000

/**
 * Marks what the lint finds where the records live. It draws nothing itself: it is loaded after the page, and
 * whatever shows a row shows what is noted on it.
 */
export function LintMarks({ pathname }: { readonly pathname: string }): ReactNode {
  const site = useSite()
  const [told, setTold] = useState<Lint>()
  const askedAt = useRef(-standsMs)
  useEffect(() => {
    if (performance.now() - askedAt.current < standsMs) return
    askedAt.current = performance.now()
    // without it there are no marks, and nothing else is missing
    read<Lint>('/views/lint').then(setTold, () => undefined)
  }, [pathname])
  const { data } = useLaid(told)
  useEffect(() => {
    // what it comes to in all is known once the server has told its part
    if (data !== undefined)
      setNotes(notesOf(data.findings, told === undefined ? 'part' : 'all', site))
  }, [data, told, site])
  return null
}

function notesOf(findings: readonly Finding<string>[], known: 'part' | 'all', { to }: Site) {
  const byRow = [...grouped(findings, ({ on }) => on.id)].flatMap(
    ([id, all]): readonly (readonly [string, Note])[] => {
      const [first] = all
      if (first === undefined) return []
      const note = {
        brief: counted(all.length, 'to mend', '# to mend'),
        says: all.map(({ says }) => says).join(' '),
        href: `${to('lint')}?on=${first.on.ref}`,
        tone: toneOf(first.severity),
      }
      return [[id, note]]
    },
  )
  const grave = findings.filter(({ severity }) => severity === 'error').length
  const inAll =
    known === 'part' || findings.length === 0
      ? null
      : {
          says:
            grave === 0
              ? counted(findings.length, '# thing to mend', '# things to mend')
              : findingSaid(findings),
          href: to('lint'),
        }
  return { of: new Map(byRow), inAll }
}
