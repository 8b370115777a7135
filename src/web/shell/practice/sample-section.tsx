import type { ReactNode } from 'react'
import { useRead } from '../../client/cache.ts'
import { useSite } from '../../derived/site.ts'
import { Button, Buttons } from '../../kit/button.tsx'
import { ProblemNote } from '../../kit/problem.tsx'
import { Section } from '../../kit/section.tsx'
import { begun, keepPractice, usePractice } from './keep.ts'
import styles from './sample-section.module.css'
import { useSample } from './use-sample.ts'
import { words } from './words.ts'

/** The sample company in one action, out in one, and the way back to practice on it. */
export function SampleSection(): ReactNode {
  const { slug, me, go, to } = useSite()
  const sample = useRead<{ readonly there: boolean; readonly rows: number }>('/sample')
  const practice = usePractice(slug)
  const { says, pending, add, remove } = useSample()
  const may = me.role === 'admin' || me.role === 'owner'
  if (!may || (sample.data === undefined && sample.error === undefined)) return null
  return (
    <Section title={words.sample.title}>
      <div className={styles.stack}>
        {sample.error !== undefined && <ProblemNote says={sample.error.message} />}
        {sample.data !== undefined && (
          <>
            <p>{sample.data.there ? words.sample.here(sample.data.rows) : words.sample.notHere}</p>
            <Buttons>
              {sample.data.there ? (
                <Button pending={pending} onPress={() => void remove()}>
                  {pending ? words.sample.removing : words.sample.remove}
                </Button>
              ) : (
                <Button pending={pending} onPress={() => void add()}>
                  {pending ? words.sample.adding : words.sample.add}
                </Button>
              )}
              {sample.data.there && practice?.state === 'over' && (
                <Button
                  onPress={() => {
                    keepPractice(slug, begun(practice.since))
                    go(to())
                  }}
                >
                  {words.sample.again}
                </Button>
              )}
            </Buttons>
          </>
        )}
        {says.length > 0 && (
          <ul role="status">
            {says.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}
