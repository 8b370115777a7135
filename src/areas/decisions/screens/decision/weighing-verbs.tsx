import type { ReactNode } from 'react'
import type { Fields } from '../../../../engine/field.ts'
import type { RecordKind, Row } from '../../../../engine/record.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useAct, useWrite } from '../../../../web/derived/undo.ts'
import { differing } from '../../../../web/derived/form.tsx'
import { Button } from '../../../../web/kit/button.tsx'
import { say } from '../../../../web/words/say.ts'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { InPlace } from './in-place.tsx'

/** Some fields of a record, in this order; one that the record does not have is left out. */
export const fieldsOf = (kind: RecordKind, names: readonly string[]): Fields =>
  Object.fromEntries(
    names.flatMap((name) => {
      const field = kind.fields[name]
      return field === undefined ? [] : [[name, field]]
    }),
  )

const ofOption = ['title', 'detail', 'pros', 'cons', 'isNothing']
const ofCriterion = ['title', 'unit', 'better', 'raterIds']

export function AddOption({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const { decision, options } = dossier
  const { catalogue } = useSite()
  const write = useWrite()
  const kind = catalogue.record('option')
  const hasNothing = options.some(({ row }) => row['isNothing'] === true)
  return (
    <>
      <InPlace
        says={say('Add option')}
        draft={`option of ${decision.id}`}
        owner="option"
        fields={fieldsOf(kind, ofOption)}
        verb={say('Add option')}
        onSave={({ ...values }) =>
          write(
            say('Option added: {title}', { title: String(values['title']) }),
            'POST',
            '/options',
            {
              ...values,
              decisionId: decision.id,
            },
          )
        }
      />
      {!hasNothing && (
        <Button
          kind="quiet"
          onPress={() =>
            void write(
              say('Option added: {title}', { title: say('Do nothing|option') }),
              'POST',
              '/options',
              {
                title: say('Do nothing|option'),
                isNothing: true,
                decisionId: decision.id,
              },
            )
          }
        >
          {say('Add “do nothing”')}
        </Button>
      )}
    </>
  )
}

export function AddCriterion({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const { decision } = dossier
  const { catalogue } = useSite()
  const write = useWrite()
  return (
    <InPlace
      id="at-criteria"
      says={say('Add criterion')}
      draft={`criterion of ${decision.id}`}
      owner="criterion"
      fields={fieldsOf(catalogue.record('criterion'), ofCriterion)}
      start={{ better: 'higher' }}
      verb={say('Add criterion')}
      onSave={(values) =>
        write(
          say('Criterion added: {title}', { title: String(values['title']) }),
          'POST',
          '/criteria',
          { ...values, decisionId: decision.id },
        )
      }
    />
  )
}

export const OptionVerbs = ({
  option,
  letter,
}: {
  readonly option: Row
  readonly letter: string
}): ReactNode => (
  <RowVerbs kind="option" row={option} names={ofOption} name={say('option {letter}', { letter })} />
)

export const CriterionVerbs = ({ criterion }: { readonly criterion: Row }): ReactNode => (
  <RowVerbs
    kind="criterion"
    row={criterion}
    names={ofCriterion}
    name={say('criterion {title}', { title: String(criterion['title']) })}
  />
)

/** Edits a row where it stands, or takes it away; both can be undone. */
export function RowVerbs({
  kind: record,
  row,
  names,
  name,
}: {
  readonly kind: string
  readonly row: Row
  readonly names: readonly string[]
  readonly name: string
}): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const act = useAct()
  const kind = catalogue.record(record)
  const fields = fieldsOf(kind, names)
  const start = Object.fromEntries(Object.keys(fields).map((one) => [one, row[one]]))
  return (
    <div className={styles.rowVerbs} data-screen-only="">
      <InPlace
        says={say('Edit')}
        label={say('Edit {name}', { name })}
        draft={`edit ${row.id}`}
        owner={record}
        fields={fields}
        start={start}
        onSave={(values) =>
          write(
            say('Changed: {name}', { name }),
            'PATCH',
            `/${kind.plural}/${row.id}`,
            differing(start, values),
            row.version,
          )
        }
      />
      <Button
        kind="quiet"
        label={say('Take away {name}', { name })}
        onPress={() =>
          void act(say('Taken away: {name}', { name }), 'DELETE', `/${kind.plural}/${row.id}`)
        }
      >
        {say('Take away')}
      </Button>
    </div>
  )
}
