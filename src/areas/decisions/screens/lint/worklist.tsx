import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useAct } from '../../../../web/derived/undo.ts'
import { useKeys } from '../../../../web/derived/use-key.ts'
import { Section } from '../../../../web/kit/section.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { keyOf, type Sorted } from '../../rules/lint/lint.ts'
import type { Finding } from '../../rules/lint/shape.ts'
import { FindingLine, WaivedLine } from './finding-line.tsx'
import { groupsOf } from './groups.ts'
import { becauseSaid, ruleSaid, severitySaid } from './lint-said.ts'
import styles from './lint.module.css'
import { RemedyDialog, WaiveDialog } from './remedy-dialog.tsx'

interface Doing {
  readonly is: 'mend' | 'waive'
  readonly finding: Finding<string>
  /** Where one goes on once it is done. */
  readonly next: string | undefined
}

/** Finding by finding: J and K go from one to the next, R mends, W waives, and what is done leads on. */
export function Worklist({ all }: { readonly all: Sorted }): ReactNode {
  const [doing, setDoing] = useState<Doing | null>(null)
  const act = useAct()
  const list = useRef<HTMLDivElement>(null)
  const goal = useRef<string | undefined>(undefined)
  const links = (): readonly HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[data-finding] a') ?? []),
  ]
  const step = (by: 1 | -1): void => {
    const here = links().findIndex((link) => link === document.activeElement)
    links()[here === -1 ? (by === 1 ? 0 : links().length - 1) : here + by]?.focus()
  }
  const begin = (is: Doing['is'], finding: Finding<string>): void => {
    const at = all.findings.indexOf(finding)
    const next = all.findings[at + 1] ?? all.findings[at - 1]
    setDoing({ is, finding, next: next && keyOf(next.rule, next.on.id) })
  }
  const beginHere = (is: Doing['is']) => (): void => {
    const key = document.activeElement?.closest<HTMLElement>('[data-finding]')?.dataset['finding']
    const finding = all.findings.find((one) => keyOf(one.rule, one.on.id) === key)
    const [first] = all.findings
    if (finding ?? first) begin(is, (finding ?? first) as Finding<string>)
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    r: beginHere('mend'),
    w: beginHere('waive'),
  })
  // after what lay over the page has given the focus back to what may be gone
  useEffect(() => {
    if (doing !== null || goal.current === undefined) return
    const key = goal.current
    goal.current = undefined
    const later = setTimeout(() => {
      const place = list.current?.querySelector<HTMLElement>(
        `[data-finding="${CSS.escape(key)}"] a`,
      )
      place?.focus()
    }, 60)
    return () => clearTimeout(later)
  }, [doing])
  const close = (): void => setDoing(null)
  const done = (): void => {
    goal.current = doing?.next
    setDoing(null)
  }
  const Doing = doing?.is === 'mend' ? RemedyDialog : WaiveDialog
  return (
    <div ref={list}>
      {groupsOf(all.findings).map(({ severity, count, rules }) => (
        <section key={severity} className={styles.severity} aria-label={severitySaid(severity)}>
          <h2 className={styles.heading} data-severity={severity}>
            {severitySaid(severity)} <span className={styles.count}>{count}</span>
          </h2>
          {rules.map(({ rule, findings }) => (
            <section key={rule} className={styles.rule}>
              <h3 className={styles.ruleTitle}>{ruleSaid(rule)}</h3>
              <p className={styles.because}>{becauseSaid(rule)}</p>
              <ul className={styles.list}>
                {findings.map((finding) => (
                  <FindingLine
                    key={finding.on.id}
                    finding={finding}
                    onMend={() => begin('mend', finding)}
                    onWaive={() => begin('waive', finding)}
                  />
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
      {all.waived.length > 0 && (
        <Section title={say('Waived')} note={counted(all.waived.length, '# finding', '# findings')}>
          <ul className={styles.list}>
            {all.waived.map((one) => (
              <WaivedLine
                key={one.waiver.id}
                waived={one}
                onEnd={() =>
                  void act(
                    say('Waiver ended: {ref}', { ref: one.on.ref }),
                    'POST',
                    '/commands/unwaive',
                    {
                      on: one.on.ref,
                      rule: one.rule,
                    },
                  )
                }
              />
            ))}
          </ul>
        </Section>
      )}
      {doing !== null && <Doing finding={doing.finding} onClose={close} onDone={done} />}
    </div>
  )
}
