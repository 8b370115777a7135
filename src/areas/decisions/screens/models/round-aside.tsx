import { useState, type ReactNode } from 'react'
import type { Row as RecordRow } from '../../../../engine/record.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Aside, Box } from '../../../../web/kit/aside.tsx'
import { Button, LinkButton } from '../../../../web/kit/button.tsx'
import { ProblemNote } from '../../../../web/kit/problem.tsx'
import { say } from '../../../../web/words/say.ts'
import { problemSaid } from './add-model.tsx'
import { useNames } from './model-opened.tsx'
import { progressSaid } from './round-said.ts'
import styles from './models.module.css'

/** Who is asked and who has answered, without a word of what they said. */
export function RoundAside({ row }: { readonly row: RecordRow }): ReactNode {
  const site = useSite()
  const write = useWrite()
  const nameOf = useNames()
  const [problem, setProblem] = useState<string | null>(null)
  const answered = new Set(idsIn(row, 'answeredIds'))
  const { me } = site
  const mayClose =
    row['state'] === 'open' &&
    mayTry(site, 'close-round') &&
    (row.createdById === me.id || me.role === 'admin' || me.role === 'owner')
  const close = async (): Promise<void> => {
    setProblem(null)
    try {
      await write(
        say('Round closed: {title}', { title: String(row['title']) }),
        'POST',
        '/commands/close-round',
        { round: row.id },
      )
    } catch (error) {
      setProblem(problemSaid(error))
    }
  }
  return (
    <Aside label={say('Who is asked')}>
      <Box title={say('Who is asked')} foot={progressSaid(row)}>
        <ul className={styles.links}>
          {idsIn(row, 'raterIds').map((id) => (
            <li key={id}>
              {nameOf(id)}{' '}
              <span className={styles.note}>
                {answered.has(id) ? say('has answered') : say('has not answered yet')}
              </span>
            </li>
          ))}
        </ul>
        {mayClose && (
          <div className={styles.verbs}>
            <Button onPress={() => void close()}>{say('Close the round')}</Button>
          </div>
        )}
        {problem !== null && <ProblemNote says={problem} />}
        {typeof row['modelId'] === 'string' && row['state'] === 'shown' && (
          <LinkButton kind="quiet" href={`${site.to('ranking')}?model=${String(row['modelId'])}`}>
            {say('To the ranking')}
          </LinkButton>
        )}
      </Box>
    </Aside>
  )
}

export const idsIn = (row: RecordRow, name: string): readonly string[] =>
  Array.isArray(row[name]) ? (row[name] as readonly string[]) : []
