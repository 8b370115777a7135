import type { Access } from '../../engine/access.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Expr } from '../../engine/computed.ts'
import type { Field } from '../../engine/field.ts'
import { Problem } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'
import { tableOf } from '../../store/table.ts'
import { plainVerb, type PlainVerb } from '../rest/plain-verbs.ts'
import { glyphOf } from './mini-line.ts'
import { pairs, table } from './table.ts'
import type { Hand } from './verb.ts'

/** All that is declared of a record, for a person or as JSON. Nothing is asked of an instance. */
export function explanation(catalogue: Catalogue, name: string, hand: Hand): string {
  const kind = catalogue.records.find((one) => one.name === name || one.plural === name)
  if (kind === undefined) {
    const says = `One of: ${catalogue.records.map((one) => one.name).join(', ')}.`
    throw new Problem('unknown', `There is no record called "${name}". ${says}`, [
      { at: 'record', says },
    ])
  }
  const { paint } = hand
  const said = sayingOf(catalogue, kind, hand)
  if (hand.json) return `${JSON.stringify(said, null, 2)}\n`
  const section = (title: string, text: string): string =>
    text === '' ? '' : `\n${paint('strong', title)}\n${text}`
  return [
    `${paint('oxide', glyphOf(catalogue, kind.station))} ${paint('strong', kind.says.one)}  ${paint('muted', `${kind.prefix}-1`)}\n${kind.says.what}\n`,
    section(
      'Fields',
      table(
        [{ head: 'Field' }, { head: 'Kind' }, { head: 'Says', most: 40 }, { head: 'Rules' }],
        said.fields.map((field) => [field.name, field.kind, field.label, field.rules.join('; ')]),
        paint,
      ),
    ),
    section('Rules', pairs(Object.entries(said.rules), paint)),
    section('Relations', said.relations.map((line) => `  ${line}\n`).join('')),
    section('Routes', said.routes.map((line) => `  ${line}\n`).join('')),
    section('Commands', pairs(Object.entries(said.commands), paint)),
    section('Command line', said.verbs.map((line) => `  throughline ${line}\n`).join('')),
    section(
      `Table ${said.table.name}`,
      pairs(
        said.table.columns.map(
          (column) =>
            [
              `  ${column.name}`,
              column.generated === undefined ? column.type : `${column.type} = ${column.generated}`,
            ] as const,
        ),
        paint,
      ),
    ),
  ].join('')
}

function sayingOf(catalogue: Catalogue, kind: RecordKind, hand: Hand) {
  const commands = catalogue.commands.filter(
    (command) => command.on === kind.name || command.name.endsWith(`-${kind.name}`),
  )
  const has = (verb: PlainVerb): boolean => plainVerb(verb, kind, catalogue) !== undefined
  const route = (method: string, path: string): string =>
    `${method.padEnd(6)} /api/v1/${kind.plural}${path}`
  return {
    name: kind.name,
    plural: kind.plural,
    says: kind.says,
    prefix: kind.prefix,
    station: kind.station ?? null,
    fields: Object.entries(kind.fields).map(([name, field]) => ({
      name,
      kind: kindOf(field),
      label: field.label,
      help: field.help ?? null,
      rules: rulesOf(field),
    })),
    rules: {
      Read: sayAccess(kind.read),
      Create: sayAccess(kind.create),
      Change: sayAccess(kind.write),
      Order: kind.order,
      ...(kind.unique === undefined
        ? {}
        : { Unique: kind.unique.map((names) => names.join(' with ')).join('; ') }),
      ...(kind.natural === undefined ? {} : { 'Found in a file by': kind.natural.join(', then ') }),
      ...(kind.foldedBy === undefined ? {} : { 'Folded by': kind.foldedBy }),
    },
    relations: catalogue.relations.flatMap((one) => [
      ...(one.from.includes(kind.name)
        ? [`${kind.name} ${one.relation} ${one.to.join(', ')}`]
        : []),
      ...(one.to.includes(kind.name)
        ? [`${one.from.join(', ')} ${one.relation} ${kind.name}`]
        : []),
    ]),
    routes: [
      route('GET', ''),
      route('GET', '/{ref}'),
      ...(has('create') ? [route('POST', '')] : []),
      ...(has('update') ? [route('PATCH', '/{ref}')] : []),
      ...(has('remove') ? [route('DELETE', '/{ref}')] : []),
      ...(has('restore') ? [route('POST', '/{ref}/restore')] : []),
    ],
    commands: Object.fromEntries(
      commands.map((command) => [command.name, `${command.says} (${command.may} at least)`]),
    ),
    verbs: hand.verbs
      .filter(
        (verb) =>
          verb.path[0] === kind.name ||
          commands.some((command) => command.name === verb.path.join(' ')),
      )
      .map((verb) => [...verb.path, ...verb.places.map((place) => `<${place.name}>`)].join(' ')),
    table: {
      name: tableOf(kind).name,
      columns: tableOf(kind).columns.map(({ name, type, generated }) => ({
        name,
        type,
        ...(generated === undefined ? {} : { generated }),
      })),
    },
  }
}

function kindOf(field: Field): string {
  if (field.kind === 'ref') return `ref to ${field.to}`
  if (field.kind === 'list') return `list of ${field.of}`
  return field.kind
}

function rulesOf(field: Field): readonly string[] {
  const said = [
    field.required === true ? 'must be given' : undefined,
    'form' in field && field.form !== undefined ? `a ${field.form}` : undefined,
    field.kind === 'choice' ? `one of ${Object.keys(field.options).join(', ')}` : undefined,
    field.kind === 'number' && field.allowed !== undefined
      ? `one of ${Object.entries(field.allowed)
          .map(([word, value]) => `${value} (${word})`)
          .join(', ')}`
      : undefined,
    field.kind === 'number' && field.whole === true ? 'whole' : undefined,
    'min' in field && field.min !== undefined ? `at least ${field.min}` : undefined,
    (field.kind === 'number' || field.kind === 'text' || field.kind === 'prose') &&
    field.max !== undefined
      ? `at most ${field.max.toLocaleString('en')}${field.kind === 'number' ? '' : ' characters'}`
      : undefined,
    field.kind === 'list' ? `at most ${field.most}` : undefined,
    'unit' in field && field.unit !== undefined ? `in ${field.unit}` : undefined,
    'default' in field && field.default !== undefined
      ? `${String(field.default)} unless told`
      : undefined,
    field.kind === 'computed' ? `= ${sayExpr(field.expr)}` : undefined,
    field.kind === 'rollup'
      ? `${field.how} of ${field.from.map((source) => `${source.record}.${source.field}`).join(' and ')}`
      : undefined,
    field.kind === 'ref' && field.home === true ? 'goes with it' : undefined,
    field.set === 'by-command' ? 'set by a command of its own' : undefined,
    field.filter === true ? 'filter' : undefined,
    field.sort === true ? 'sort' : undefined,
  ]
  return said.filter((one) => one !== undefined)
}

function sayAccess(access: Access): string {
  switch (access.is) {
    case 'anyone':
      return 'anyone of the workspace'
    case 'no-one':
      return 'no one'
    case 'role':
      return `${access.atLeast} at least`
    case 'all':
      return access.of.map(sayPart).join(' and ')
    case 'any':
      return access.of.map(sayPart).join(' or ')
    case 'equals':
      return access.value === null
        ? `${access.field} is empty`
        : `${access.field} is ${String(access.value)}`
    case 'me':
      return `${access.field} is oneself`
    case 'lists-me':
      return `${access.field} lists oneself`
    case 'lists-my-team':
      return `${access.field} lists one of one's teams`
    case 'within':
      return `${access.field} is nothing, or what one is not held away from`
    case 'via':
      return `whoever may for its ${access.field}`
  }
}

const sayPart = (access: Access): string =>
  (access.is === 'all' || access.is === 'any') && access.of.length > 1
    ? `(${sayAccess(access)})`
    : sayAccess(access)

const signs = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const

function sayExpr(expr: Expr): string {
  if (typeof expr === 'number') return String(expr)
  if ('field' in expr) return expr.field
  if (expr.op === 'clip') return `${sayExpr(expr.of)} clipped to ${expr.low} to ${expr.high}`
  const side = (one: Expr): string =>
    typeof one === 'object' && 'op' in one ? `(${sayExpr(one)})` : sayExpr(one)
  return `${side(expr.left)} ${signs[expr.op]} ${side(expr.right)}`
}
