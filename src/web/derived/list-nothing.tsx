import type { ReactNode } from 'react'
import type { RecordKind } from '../../engine/record.ts'
import { Button, LinkButton } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { label, say } from '../words/say.ts'
import { plainly, type Asked } from './asked.ts'
import { capital } from './capital.ts'
import { addSaid, isOneWord, thing, things } from './field-words.ts'
import { useSite } from './site.ts'

/** Nothing is there: why, and the one thing to do. */
export function Nothing({
  kind,
  asked,
  narrowed,
  creatable,
  onShow,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly narrowed: boolean
  readonly creatable: boolean
  readonly onShow: (asked: Asked) => void
}): ReactNode {
  const { to } = useSite()
  if (narrowed)
    return (
      <Empty
        title={
          isOneWord(kind)
            ? say('No {thing} fits this.', { thing: thing(kind) })
            : say('No {things} fit this.', { things: things(kind) })
        }
        action={
          <Button
            onPress={() =>
              onShow({ ...plainly(kind), sort: asked.sort, as: asked.as, by: asked.by })
            }
          >
            {capital(say('Show all {things}', { things: things(kind) }))}
          </Button>
        }
      />
    )
  return (
    <Empty
      title={
        isOneWord(kind)
          ? say('There is no {thing} yet.', { thing: thing(kind) })
          : say('There are no {things} yet.', { things: things(kind) })
      }
      action={
        creatable && (
          <LinkButton kind="primary" keys="C" href={to(kind.plural, 'new')}>
            {addSaid(kind)}
          </LinkButton>
        )
      }
    >
      {label(kind.says.what)}
    </Empty>
  )
}
