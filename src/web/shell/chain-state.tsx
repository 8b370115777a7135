import { useState, type ReactNode } from 'react'
import { read } from '../client/api.ts'
import { Button } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Section } from '../kit/section.tsx'
import { Tone } from '../kit/tone.tsx'
import { number, say } from '../words/say.ts'
import styles from './audit.module.css'
import { useAttempt } from './use-attempt.ts'

/** As the API answers. */
interface Verified {
  readonly commits: number
  readonly changes: number
  readonly erased: number
  readonly broken?: string
  readonly head: string
}

/** Does the chain of history hold? It is walked from its beginning when somebody asks. */
export function ChainState(): ReactNode {
  const [found, setFound] = useState<Verified | null>(null)
  const [pending, setPending] = useState(false)
  const { problem, attempt } = useAttempt()
  const check = async (): Promise<void> => {
    setPending(true)
    await attempt(async () => setFound(await read<Verified>('/history/verify')))
    setPending(false)
  }
  return (
    <Section title={say('The chain of history')}>
      {problem !== null && <ProblemNote says={problem.message} />}
      <div role="status">
        {found !== null && (
          <>
            <p>
              {found.broken === undefined ? (
                <Tone of="good">{say('History is whole.')}</Tone>
              ) : (
                <Tone of="against">
                  {say('History is not whole. {why}', { why: found.broken })}
                </Tone>
              )}{' '}
              {say('{commits} commits, {changes} changes, of which {erased} were erased.', {
                commits: number(found.commits),
                changes: number(found.changes),
                erased: number(found.erased),
              })}
            </p>
            <p className={styles.head}>
              {say('Its head')} <Code>{found.head}</Code>
            </p>
          </>
        )}
      </div>
      <Button pending={pending} onPress={() => void check()}>
        {say('Check every link')}
      </Button>
    </Section>
  )
}
