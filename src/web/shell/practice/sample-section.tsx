import type { ReactNode } from 'react'
import { useRead } from '../../client/cache.ts'
import { useSite } from '../../derived/site.ts'
import { Button, Buttons } from '../../kit/button.tsx'
import { ProblemNote } from '../../kit/problem.tsx'
import { Section } from '../../kit/section.tsx'
import { begun, keepPractice, usePractice } from './keep.ts'
import styles from './sample-section.module.css'
import { useSample } from './use-sample.ts'
import { say } from '../../words/say.ts'

/** The sample company in one action, out in one, and the way back to practice on it. */
export function SampleSection(): ReactNode {
  const { slug, me, go, to } = useSite()
  const sample = useRead<{ readonly there: boolean; readonly rows: number }>('/sample')
  const practice = usePractice(slug)
  const { says, pending, add, remove } = useSample()
  const may = me.role === 'admin' || me.role === 'owner'
  if (!may || (sample.data === undefined && sample.error === undefined)) return null
  return (
    <Section title={say('The sample company')}>
      <div className={styles.stack}>
        {sample.error !== undefined && <ProblemNote says={sample.error.message} />}
        {sample.data !== undefined && (
          <>
            <p>
              {sample.data.there
                ? say(
                    'Merrow is in this workspace, with {rows} records and two years of history. It is made up. Removing it takes out exactly that; what you made stays.',
                    { rows: sample.data.rows },
                  )
                : say(
                    'Merrow makes software for crews on the road. It is made up: feedback, needs, ideas, a roadmap and two years of history, to look at and to practise on. It stands under a product of its own.',
                  )}
            </p>
            <Buttons>
              {sample.data.there ? (
                <Button pending={pending} onPress={() => void remove()}>
                  {pending ? say('Removing the sample company') : say('Remove the sample company')}
                </Button>
              ) : (
                <Button pending={pending} onPress={() => void add()}>
                  {pending ? say('Adding the sample company') : say('Add the sample company')}
                </Button>
              )}
              {sample.data.there && practice?.state === 'over' && (
                <Button
                  onPress={() => {
                    keepPractice(slug, begun(practice.since))
                    go(to())
                  }}
                >
                  {say('Practise on it')}
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
