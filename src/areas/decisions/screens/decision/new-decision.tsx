import { useState, type ReactNode } from 'react'
import type { Fields } from '../../../../engine/field.ts'
import type { Row as Plain } from '../../../../engine/record.ts'
import { keptDraft } from '../../../../web/derived/draft.ts'
import { Form } from '../../../../web/derived/form.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Mark } from '../../../../web/kit/mark.tsx'
import { MarginList } from '../../../../web/kit/margin-list.tsx'
import type { Option } from '../../../../web/kit/options.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { PickList } from '../../../../web/kit/pick-list.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { say } from '../../../../web/words/say.ts'
import { DecisionsNav } from '../decisions-nav.tsx'
import styles from './decision.module.css'
import { useRecordSearch } from '../../../../web/derived/record-search.ts'

/** A decision begins here: said in one sentence, or asked as a question that others weigh first. */
export function NewDecision({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const { to } = useSite()
  const isAsked = search['door'] === 'one-way' || search['as'] === 'question'
  const says = isAsked ? say('What is the question?') : say('What did we decide?')
  return (
    <Sheet
      margin={
        <>
          <DecisionsNav at="decisions" />
          <MarginList
            title={say('Which door?')}
            items={[
              {
                href: to('decisions', 'new'),
                label: say('Two-way: one sentence'),
                current: !isAsked,
              },
              {
                href: `${to('decisions', 'new')}?door=one-way`,
                label: say('One-way: weigh it first'),
                current: isAsked,
              },
            ]}
          />
        </>
      }
      head={
        <PageHead
          mark={<Mark station="decided" size={24} state="open" />}
          kick={<span>{isAsked ? say('one-way door') : say('two-way door')}</span>}
          title={
            <>
              <Title says={says} />
              {says}
            </>
          }
          stand={
            isAsked
              ? say(
                  'It is hard to take back. Name who decides and by when; options, evidence, predictions and tripwires come on its page.',
                )
              : say('It is easy to take back: one sentence, who and when, and it is done.')
          }
        />
      }
    >
      <Row>{isAsked ? <Asked search={search} /> : <Said search={search} />}</Row>
    </Sheet>
  )
}

function Said({ search }: { readonly search: Readonly<Record<string, unknown>> }): ReactNode {
  const { catalogue, me, to, go } = useSite()
  const write = useWrite()
  const fields = catalogue.record('decision').fields
  const { sentence, reasons, decidedById, decidedAt } = fields
  const settles = useSettles('new decision settles', search)
  if (
    sentence === undefined ||
    reasons === undefined ||
    decidedById === undefined ||
    decidedAt === undefined
  )
    return null
  return (
    <div className={styles.begin}>
      {settles.field}
      <Form
        draft="new decision"
        fields={{ sentence: { ...sentence, required: true }, decidedById, decidedAt }}
        start={{ decidedById: me.id, ...wordsIn(search, ['sentence']) }}
        owner="decision"
        verb={say('Record the decision')}
        onCancel={() => go(to('decisions'))}
        onSave={async (values) => {
          const [first, ...others] = settles.chosen
          const says = say('Decided: {sentence}', {
            sentence: String(values['sentence']).slice(0, 80),
          })
          const given = present(values)
          const made =
            first === undefined
              ? (
                  await write<Plain>(says, 'POST', '/decisions', {
                    decidedAt: new Date().toISOString(),
                    ...given,
                  })
                ).body.id
              : (
                  await write<Made>(says, 'POST', '/commands/decide', {
                    ...given,
                    on: first.detail ?? first.id,
                  })
                ).body.result?.id
          for (const other of others)
            if (made !== undefined)
              await write(say('Linked: {name}', { name: other.label }), 'POST', '/commands/link', {
                from: made,
                relation: 'settles',
                to: other.id,
              })
          settles.forget()
          go(made === undefined ? to('decisions') : to('decisions', made))
        }}
      />
    </div>
  )
}

function Asked({ search }: { readonly search: Readonly<Record<string, unknown>> }): ReactNode {
  const { catalogue, me, to, go } = useSite()
  const write = useWrite()
  const input = catalogue.command('open-decision')?.input ?? {}
  const settles = useSettles('new question settles', search)
  const fields: Fields = Object.fromEntries(
    asked.flatMap((name) => {
      const field = input[name]
      return field === undefined ? [] : [[name, field]]
    }),
  )
  return (
    <div className={styles.begin}>
      {settles.field}
      <Form
        draft="new question"
        fields={fields}
        start={{ door: 'one-way', driverId: me.id, ...wordsIn(search, ['question']) }}
        owner="decision"
        verb={say('Open the decision')}
        onCancel={() => go(to('decisions'))}
        onSave={async (values) => {
          const written = await write<Made>(
            say('Opened: {question}', { question: String(values['question']).slice(0, 80) }),
            'POST',
            '/commands/open-decision',
            { ...present(values), on: settles.chosen.map((one) => one.detail ?? one.id) },
          )
          settles.forget()
          const id = written.body.result?.id
          go(id === undefined ? to('decisions') : to('decisions', id))
        }}
      />
    </div>
  )
}

interface Made {
  readonly result?: { readonly id?: string }
}

const asked = [
  'question',
  'door',
  'approverId',
  'driverId',
  'contributorIds',
  'informedIds',
  'dueOn',
  'otherwise',
  'escalateToId',
] as const

/** What one can commit to. */
const ends = ['idea', 'roadmap-item', 'need', 'objective'] as const

/** What it settles, found as the palette finds it; kept for this tab as what is typed is. */
function useSettles(name: string, search: Readonly<Record<string, unknown>>) {
  const find = useRecordSearch(ends)
  const kept = keptDraft(name)
  const [chosen, setChosen] = useState<readonly Option[]>(() => {
    const known = kept.read().edits['chosen']
    const on = search['on']
    if (Array.isArray(known)) return known as readonly Option[]
    return typeof on === 'string' && on !== '' ? [{ id: on, label: on, detail: on }] : []
  })
  return {
    chosen,
    forget: () => {
      kept.forget()
      setChosen([])
    },
    field: (
      <PickList
        label={say('What it settles')}
        description={say('Ideas, roadmap items, needs or objectives; may be none')}
        value={chosen}
        onChange={(next) => {
          setChosen(next)
          kept.keep({ edits: next.length === 0 ? {} : { chosen: next }, before: {} })
        }}
        onSearch={find}
        placeholder={say('Search by words, or type its id')}
      />
    ),
  }
}

const wordsIn = (
  search: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    names.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  )

const present = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => (value ?? null) !== null))
