import type { Madr, MadrOption, Sides } from './madr.ts'

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
  return `${[
    ...(told.length === 0 ? [] : [['---', ...told, '---'].join('\n')]),
    ...(madr.title === '' ? [] : [`# ${madr.title}`]),
    ...section('Context and Problem Statement', madr.context),
    ...section('Decision Drivers', bullets(madr.drivers)),
    ...section('Considered Options', bullets(madr.options.map(({ title }) => title))),
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
        `### ${one.title}`,
        ...(one.detail === '' ? [] : [one.detail]),
        ...(argued(one).length === 0 ? [] : [argued(one).join('\n')]),
      ]),
    ...(madr.more === ''
      ? []
      : [/^#{1,2} /.test(madr.more) ? madr.more : `## More Information\n\n${madr.more}`]),
  ].join('\n\n')}\n`
}

/** The option by its name, where the outcome does not begin with it. */
const choiceOf = ({ chosen, outcome }: Madr): readonly string[] =>
  chosen === null || /^\W*chosen option/i.test(outcome) ? [] : [`Chosen option: "${chosen}".`]

const section = (title: string, body: string): readonly string[] =>
  body === '' ? [] : [`## ${title}`, body]

const bullets = (items: readonly string[]): string => items.map((one) => `* ${one}`).join('\n')

const argued = ({ good, neutral, bad }: Sides): readonly string[] => [
  ...good.map((one) => `* Good, because ${one}`),
  ...neutral.map((one) => `* Neutral, because ${one}`),
  ...bad.map((one) => `* Bad, because ${one}`),
]

const isArgued = (one: MadrOption): boolean => one.detail !== '' || argued(one).length > 0

const isEmpty = (sides: Madr['consequences']): boolean =>
  argued(sides).length === 0 && sides.other === ''

const listed = (names: readonly string[]): string => names.join(', ')

/** A value that YAML would read otherwise stands in quotes. */
const quoted = (value: string): string =>
  /^[\s"'[\]{}>|*&!%#`@,?:-]|: |\s#|:$/.test(value) ? `"${value.replaceAll('"', "'")}"` : value
