import type { ReactNode } from 'react'
import { useHeld } from '../../../web/client/use-held.ts'
import { fieldLabel } from '../../../web/derived/field-words.ts'
import { useAct } from '../../../web/derived/undo.ts'
import { CheckBox } from '../../../web/kit/check-box.tsx'
import { Fields } from '../../../web/kit/field.tsx'
import { say } from '../../../web/words/say.ts'
import { inbox } from '../records/inbox.ts'
import { reasons, settingOf } from '../rules/told.ts'

/** What may come into one's inbox; it is one's own alone, so that the only one in sight is mine. */
export function InboxChoices(): ReactNode {
  const act = useAct()
  const [mine] = useHeld('inbox') ?? []
  return (
    <Fields>
      {settings.map((name) => (
        <CheckBox
          key={name}
          label={fieldLabel(inbox.fields[name], inbox.name)}
          checked={mine?.[name] !== false}
          onChange={(checked) =>
            void act(say('What comes in was changed'), 'POST', '/commands/choose-inbox', {
              [name]: checked,
            })
          }
        />
      ))}
    </Fields>
  )
}

/** Several reasons may share one. */
const settings = [...new Set(reasons.map((reason) => settingOf[reason]))]
