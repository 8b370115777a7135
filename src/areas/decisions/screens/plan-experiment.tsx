import type { ReactNode } from 'react'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { Form } from '../../../web/derived/form.tsx'
import { Dialog } from '../../../web/kit/dialog.tsx'
import { inside, label, say } from '../../../web/words/say.ts'
import { factors } from '../rules/factors.ts'
import type { Lesson } from '../rules/learning.ts'

/** An experiment on the factor that is worth knowing, with what is known of it filled in. */
export function PlanExperiment({
  lesson,
  onClose,
}: {
  readonly lesson: Lesson
  readonly onClose: () => void
}): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const command = catalogue.command('plan-experiment')
  if (command === undefined) return null
  const { ref, title, factor } = lesson
  const word = inside(factors[factor].label, 'idea')
  const start = {
    title: say('How large is the {factor} of “{title}”?', { factor: word, title }),
    factor,
  }
  return (
    <Dialog title={label(command.says)} open onClose={onClose}>
      <Form
        draft={`plan-experiment ${lesson.id} ${factor}`}
        fields={Object.fromEntries(
          Object.entries(command.input).filter(([name]) => shown.includes(name)),
        )}
        folded={{ title: say('Threshold and owner'), names: folded }}
        start={start}
        owner="experiment"
        verb={say('Plan experiment')}
        onCancel={onClose}
        onSave={async (values) => {
          await write(
            say('Experiment planned: {title}', { title: String(values['title']) }),
            'POST',
            '/commands/plan-experiment',
            { ...values, idea: ref },
          )
          onClose()
        }}
      />
    </Dialog>
  )
}

const folded = ['comparison', 'threshold', 'metricId', 'ownerId'] as const

/** In this order: what is tested, then what its worth is computed from. */
const shown: readonly string[] = [
  'title',
  'hypothesis',
  'factor',
  'spread',
  'plannedSample',
  'days',
  'cost',
  ...folded,
]
