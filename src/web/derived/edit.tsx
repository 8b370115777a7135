import { useMemo, type ReactNode } from 'react'
import type { Catalogue } from '../../engine/catalogue.ts'
import { givenFields } from '../../engine/crud.ts'
import { customField } from '../../engine/custom.ts'
import { choice, type Field, type Fields } from '../../engine/field.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { label, say } from '../words/say.ts'
import { addSaid, fieldLabel, thing, thisSaid } from './field-words.ts'
import { mayDoTo } from './may.ts'
import { MayNot } from './may-not.tsx'
import { useWrite } from './undo.ts'
import { Code } from '../kit/code.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row as SheetRow, Sheet } from '../kit/sheet.tsx'
import { differing, Form } from './form.tsx'
import { gathered, useOwnFields, valueIn } from './own-fields.ts'
import { Present } from './present.tsx'
import { ReadingProblem } from './reading-problem.tsx'
import { capital } from './capital.ts'
import { useSite } from './site.ts'

/** Where a row belongs and who sees it: asked for last, and folded away. */
const scopeNames = ['productId', 'visibility', 'teamIds', 'personIds', 'draft']

const folded = () => ({ title: say('Where it belongs and who sees it'), names: scopeNames })

/** What a form of this record asks for: its own fields after those that every workspace has. */
function useFormFields(kind: RecordKind): Fields | undefined {
  const { catalogue } = useSite()
  const own = useOwnFields(kind)
  return useMemo(
    () => (own === undefined ? undefined : { ...fieldsOf(kind, catalogue), ...own }),
    [kind, catalogue, own],
  )
}

function fieldsOf(kind: RecordKind, catalogue: Catalogue): Fields {
  const { custom: _, ...fields } = givenFields(kind)
  return kind.name === customField.name ? { ...fields, of: whichRecord(catalogue) } : fields
}

/** An own field names its record by a word that nobody should have to know. */
const whichRecord = (catalogue: Catalogue): Field => ({
  ...choice({
    label: fieldLabel(customField.fields.of, customField.name),
    options: Object.fromEntries(
      catalogue.records
        .filter(({ name }) => catalogue.command(`create-${name}`) !== undefined)
        .map((kind) => [kind.name, capital(thing(kind))] as const),
    ),
    required: true,
  }),
  asWritten: true,
})

/** A new row, made from its declaration; `start` fills in what is known already. */
export function CreatePage({
  kind,
  start,
}: {
  readonly kind: RecordKind
  readonly start: Readonly<Record<string, unknown>>
}): ReactNode {
  const { to, go } = useSite()
  const write = useWrite()
  const fields = useFormFields(kind)
  const first = useMemo(() => ({ ...defaultsOf(fields ?? {}), ...start }), [fields, start])
  if (fields === undefined) return <Sheet>{null}</Sheet>
  return (
    <Sheet head={<PageHead title={addSaid(kind)} stand={label(kind.says.what)} />}>
      <SheetRow>
        <Form
          draft={`new ${kind.name}`}
          fields={fields}
          folded={folded()}
          start={first}
          owner={kind.name}
          verb={addSaid(kind)}
          onCancel={() => go(to(kind.plural))}
          onSave={async (values) => {
            const given = Object.fromEntries(
              Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
            )
            const { body } = await write<Row>(
              say('Added: {thing}', { thing: thing(kind) }),
              'POST',
              `/${kind.plural}`,
              gathered(given),
            )
            go(to(kind.plural, body.ref))
          }}
        />
      </SheetRow>
    </Sheet>
  )
}

/** A row's fields to change; only what was changed is sent, with the version one saw. */
export function EditPage({
  kind,
  name,
}: {
  readonly kind: RecordKind
  readonly name: string
}): ReactNode {
  const { data: row, error } = useRead<Row>(`/${kind.plural}/${encodeURIComponent(name)}`)
  const fields = useFormFields(kind)
  if (row === undefined || fields === undefined)
    return (
      <Sheet head={<PageHead title={name} />}>
        {error !== undefined && <ReadingProblem error={error} what={thisSaid(kind)} />}
      </Sheet>
    )
  return <Edit key={row.id} kind={kind} row={row} fields={fields} />
}

function Edit({
  kind,
  row,
  fields,
}: {
  readonly kind: RecordKind
  readonly row: Row
  readonly fields: Fields
}): ReactNode {
  const site = useSite()
  const { to, go } = site
  const write = useWrite()
  const start = useMemo(
    () =>
      Object.fromEntries(Object.keys(fields).map((field) => [field, valueIn(row, field)] as const)),
    [fields, row],
  )
  if (!mayDoTo(site, 'update', kind, row))
    return (
      <MayNot
        title={say('Edit: {title}', { title: titleOf(kind, row).slice(0, 160) })}
        says={say('You may see {ref} but not change it.', { ref: row.ref })}
        back={{ href: to(kind.plural, row.ref), says: say('Back to {ref}', { ref: row.ref }) }}
      />
    )
  return (
    <Sheet
      head={
        <PageHead
          kick={
            <>
              <Code>{row.ref}</Code>
              <Present record={kind.name} id={row.id} doing="editing" />
            </>
          }
          title={say('Edit: {title}', { title: titleOf(kind, row).slice(0, 160) })}
        />
      }
    >
      <SheetRow>
        <Form
          draft={`edit ${row.id}`}
          fields={fields}
          folded={folded()}
          start={start}
          owner={kind.name}
          verb={say('Save')}
          onCancel={() => go(to(kind.plural, row.ref))}
          onSave={async (values) => {
            const patch = differing(start, values)
            if (Object.keys(patch).length > 0)
              await write(
                say('Saved: {ref}', { ref: row.ref }),
                'PATCH',
                `/${kind.plural}/${row.id}`,
                gathered(patch),
                row.version,
              )
            go(to(kind.plural, row.ref))
          }}
        />
      </SheetRow>
    </Sheet>
  )
}

const defaultsOf = (fields: Fields): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      'default' in field && field.default !== undefined ? [[name, field.default] as const] : [],
    ),
  )
