import { useState, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { ProblemNote } from '../../../../web/kit/problem.tsx'
import { Select } from '../../../../web/kit/select.tsx'
import { TextField } from '../../../../web/kit/text-field.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { label, say } from '../../../../web/words/say.ts'
import { confidences } from '../../rules/rice.ts'
import type { ConfidenceTold } from '../../views/computed-confidence.ts'
import { problemSaid } from './add-model.tsx'
import styles from './models.module.css'

/** What the evidence makes of the confidence of an idea: to be taken, or overridden with a reason that stands beside it. */
export function ConfidenceOffer({ row }: { readonly row: Row }): ReactNode {
  const site = useSite()
  const write = useWrite()
  const { data } = useRead<ConfidenceTold>(`/views/computed-confidence?idea=${row.id}`)
  const [given, setGiven] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  if (data === undefined) return null
  const act = async (says: string, command: string, body: object): Promise<void> => {
    setProblem(null)
    try {
      await write(says, 'POST', `/commands/${command}`, body)
      setGiven(null)
      setReason('')
    } catch (error) {
      setProblem(problemSaid(error))
    }
  }
  const title = String(row['title'])
  return (
    <section className={styles.disagreement} aria-label={say('Confidence from evidence')}>
      <span>{data.says}</span>
      {data.override !== '' && <Tone of="watch">{data.override}</Tone>}
      {problem !== null && <ProblemNote says={problem} />}
      <div className={styles.verbs}>
        {mayTry(site, 'estimate') && data.kinds.length > 0 && (
          <Button
            onPress={() =>
              void act(say('Confidence taken from the evidence: {title}', { title }), 'estimate', {
                on: row.ref,
                factor: 'confidence',
                likely: data.percent,
                note: data.says,
              })
            }
          >
            {say('Take it as my estimate')}
          </Button>
        )}
        {mayTry(site, 'override-confidence') && given === null && (
          <Button kind="quiet" onPress={() => setGiven(String(row['confidence'] ?? 80))}>
            {say('Give another one')}
          </Button>
        )}
      </div>
      {given !== null && (
        <div className={styles.choices}>
          <Select
            label={label('Confidence', 'idea')}
            options={Object.values(confidences).map((value) => ({
              id: String(value),
              label: say('{share} %', { share: value }),
            }))}
            value={given}
            onChange={setGiven}
          />
          <TextField
            label={label('Why this confidence')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            required
          />
          <Button
            disabled={reason.trim() === ''}
            onPress={() =>
              void act(say('Confidence given: {title}', { title }), 'override-confidence', {
                idea: row.id,
                confidence: Number(given),
                reason: reason.trim(),
              })
            }
          >
            {say('Save')}
          </Button>
        </div>
      )}
    </section>
  )
}
