import type { Catalogue } from '../../src/engine/catalogue.ts'
import type { Field } from '../../src/engine/field.ts'
import { everyField } from '../../src/engine/record.ts'

/** Every word of the declaration that a person reads: records, fields, choices, verbs, views, relations. */
export function wordsDeclared(catalogue: Catalogue): readonly string[] {
  const fields = [
    ...catalogue.records.flatMap((kind) => Object.values(everyField(kind))),
    ...catalogue.commands.flatMap((command) => Object.values(command.input)),
    ...catalogue.views.flatMap((view) => Object.values(view.input)),
  ] as readonly Field[]
  const all = [
    ...catalogue.stations,
    ...catalogue.areas.map(({ says }) => says),
    ...catalogue.records.flatMap(({ says }) => [says.one, says.many, says.what]),
    ...catalogue.commands.map(({ says }) => says),
    ...catalogue.records.flatMap(({ file }) =>
      file === undefined ? [] : (catalogue.command(file)?.says ?? []),
    ),
    ...catalogue.views.map(({ says }) => says),
    ...catalogue.relations.flatMap(({ says }) => [says.forth, says.back]),
    ...fields.flatMap(wordsOfField),
  ]
  return [...new Set(all)].toSorted()
}

function wordsOfField(field: Field): readonly string[] {
  const own = [field.label, ...(field.help === undefined ? [] : [field.help])]
  if (field.kind === 'choice') return [...own, ...Object.values(field.options)]
  if (field.kind === 'ref')
    return field.reads === undefined ? own : [...own, field.reads.forth, field.reads.back]
  if (field.kind === 'number')
    return [
      ...own,
      ...unitOf(field.unit),
      ...unitOf(field.unitOfOne),
      ...Object.keys(field.allowed ?? {}),
    ]
  if (field.kind === 'computed' || field.kind === 'rollup') return [...own, ...unitOf(field.unit)]
  return own
}

const unitOf = (unit: string | undefined): readonly string[] =>
  unit === undefined || !/\p{L}/u.test(unit) ? [] : [unit]
