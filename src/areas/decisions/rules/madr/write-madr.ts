import { withoutSide } from './arguments.ts'
import { choiceLine, chosenIn } from './chosen.ts'
import type { Madr, MadrOption, Sides } from './madr.ts'
import { markedText } from './plain-text.ts'
import { kindOf } from './read-madr.ts'
import { itemsIn, linesOf, type Line } from './sections.ts'

/** A decision as MADR 4: front matter, then its sections; what is empty is left away. */
export function writeMadr(madr: Madr): string {
  const { consequences } = madr
  const front = [
    ['status', madr.status],
    ['date', madr.date],
    ['decision-makers', listed(madr.deciders)],
    ['consulted', listed(madr.consulted)],
    ['informed', listed(madr.informed)],
    ...madr.head,
  ] as const
  const told = front.flatMap(([key, value]) =>
    value === null || value === '' ? [] : [`${key}: ${quoted(value)}`],
  )
  const hasArguments = madr.options.some(isArgued)
  const parts = [
    ...(told.length === 0 ? [] : [['---', ...told, '---'].join('\n')]),
    ...(madr.title === '' ? [] : [`# ${markedText(madr.title)}`]),
    ...section('Context and Problem Statement', madr.context),
    ...section('Decision Drivers', bullets(madr.drivers)),
    ...section('Considered Options', bullets(madr.options.map(({ title }) => markedText(title)))),
    ...(madr.outcome === '' &&
    madr.chosen === null &&
    isEmpty(consequences) &&
    madr.confirmation === ''
      ? []
      : ['## Decision Outcome']),
    ...choiceOf(madr),
    ...(madr.outcome === '' ? [] : [madr.outcome]),
    ...(isEmpty(consequences)
      ? []
      : [
          '### Consequences',
          [...argued(consequences), consequences.other].filter((part) => part !== '').join('\n'),
        ]),
    ...(madr.confirmation === '' ? [] : ['### Confirmation', madr.confirmation]),
    ...(hasArguments ? ['## Pros and Cons of the Options'] : []),
    ...madr.options
      .filter(isArgued)
      .flatMap((one) => [
        `### ${markedText(one.title)}`,
        ...(one.detail === '' ? [] : [one.detail]),
        ...(argued(one).length === 0 ? [] : [argued(one).join('\n')]),
      ]),
  ]
  return `${[...parts, ...moreOf(madr.more, parts)].join('\n\n')}\n`
}

/** A heading in the rest that names a part which is not there would be taken for that part. */
function moreOf(more: string, parts: readonly string[]): readonly string[] {
  if (more === '') return []
  const there = new Set(
    parts.flatMap((part) => (part.startsWith('## ') ? kindOf(part.slice(3)) : [])),
  )
  const text = linesOf(more)
    .map(({ line, heading }, at, all) => {
      const kind = heading === null || heading.level > 2 ? undefined : kindOf(heading.title)
      return kind === undefined ||
        kind === 'more' ||
        there.has(kind) ||
        isLeft(kind, all.slice(at + 1))
        ? line
        : `### ${heading?.title}`
    })
    .join('\n')
  return [/^#{1,2} /.test(text) ? text : `## More Information\n\n${text}`]
}

/** Words that stand where a list is looked for are what is left over, and come back to the same place. */
function isLeft(kind: string, after: readonly Line[]): boolean {
  if (kind !== 'options' && kind !== 'drivers') return false
  const end = after.findIndex(({ heading }) => heading !== null && heading.level <= 2)
  const inner = after.slice(0, end === -1 ? after.length : end).map(({ line }) => line)
  return itemsIn(inner).items.length === 0
}

/** The option by its name, where the outcome does not name it by itself. */
const choiceOf = ({ chosen, outcome, options }: Madr): readonly string[] =>
  chosen === null || chosenIn(outcome, options) === chosen ? [] : [choiceLine(chosen)]

const section = (title: string, body: string): readonly string[] =>
  body === '' ? [] : [`## ${title}`, body]

const bullets = (items: readonly string[]): string => items.map((one) => `* ${one}`).join('\n')

const argued = ({ good, neutral, bad }: Sides): readonly string[] => [
  ...good.map((one) => because('Good', one)),
  ...neutral.map((one) => because('Neutral', one)),
  ...bad.map((one) => because('Bad', one)),
]

/** "because of" would be taken for the words that lead in, and go. */
function because(side: string, one: string): string {
  const said = `${side}, because ${one}`
  return withoutSide(said) === one ? `* ${said}` : `* ${side}: ${one}`
}

const isArgued = (one: MadrOption): boolean => one.detail !== '' || argued(one).length > 0

const isEmpty = (sides: Madr['consequences']): boolean =>
  argued(sides).length === 0 && sides.other === ''

const listed = (names: readonly string[]): string => names.join(', ')

/** A value that YAML would read otherwise stands in quotes. */
const quoted = (value: string): string =>
  /^[\s"'[\]{}>|*&!%#`@,?:-]|: |\s#|:$/.test(value) ? `"${value.replaceAll('"', "'")}"` : value
