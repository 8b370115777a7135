import { useState, type ReactNode } from 'react'
import { mayTry } from '../../../web/derived/may.ts'
import { optionLabel } from '../../../web/derived/field-words.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { Button, Buttons } from '../../../web/kit/button.tsx'
import { Fields } from '../../../web/kit/field.tsx'
import { FormFrame } from '../../../web/kit/form-frame.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { say } from '../../../web/words/say.ts'
import { review } from '../records/review.ts'

type Verdict = 'persevere' | 'pivot' | 'stop'

/** Looks back at a decision, in place: whether we go on, and why. Only then is the line whole again. */
export function ReviewForm({ decision }: { readonly decision: string }): ReactNode {
  const site = useSite()
  const write = useWrite()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [pivot, setPivot] = useState<string | null>(null)
  const [reasons, setReasons] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  if (!mayTry(site, 'record-review')) return null
  const record = async (): Promise<void> => {
    setProblem(null)
    setPending(true)
    try {
      await write(say('Review recorded'), 'POST', '/commands/record-review', {
        decision,
        verdict,
        ...(verdict === 'pivot' ? { pivot } : {}),
        reasons,
      })
      setVerdict(null)
      setReasons('')
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setPending(false)
    }
  }
  const verdicts = Object.keys(review.fields.verdict.options) as readonly Verdict[]
  return (
    <div data-screen-only="">
      <Buttons>
        {verdicts.map((one) => (
          <Button key={one} expanded={verdict === one} onPress={() => setVerdict(one)}>
            {optionLabel(review.fields.verdict, one, 'review')}
          </Button>
        ))}
      </Buttons>
      {verdict !== null && (
        <FormFrame onSubmit={record}>
          <Fields>
            <p>{verdictSaid(verdict)}</p>
            {verdict === 'pivot' && (
              <Select
                label={say('Kind of pivot')}
                options={Object.keys(review.fields.pivot.options).map((id) => ({
                  id,
                  label: optionLabel(review.fields.pivot, id, 'review'),
                }))}
                value={pivot}
                onChange={setPivot}
              />
            )}
            <TextField
              label={say('Reasons')}
              lines={3}
              set="prose"
              value={reasons}
              onChange={setReasons}
            />
            {problem !== null && <ProblemNote says={problem} />}
            <Buttons>
              <Button
                kind="primary"
                type="submit"
                pending={pending}
                disabled={reasons.trim() === '' || (verdict === 'pivot' && pivot === null)}
              >
                {say('Record the review')}
              </Button>
            </Buttons>
          </Fields>
        </FormFrame>
      )}
    </div>
  )
}

function verdictSaid(verdict: Verdict): string {
  switch (verdict) {
    case 'persevere':
      return say('We go on as decided. Its tripwires are armed again once what they watch is back.')
    case 'pivot':
      return say('We go on, and change one thing.')
    case 'stop':
      return say('We do not go on. The decision is reversed.')
  }
}
