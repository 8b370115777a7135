import type { Words } from '../../../engine/words.ts'
import { marks } from './marks.ts'
import type { Aim, Became, Fact, LineStop, Station, Why } from './why.ts'

/** *Why* as Markdown: the line from the top down, for a file, a terminal or a message. */
export function whyMarkdown(why: Why, words: Words): string {
  const { ref, title } = why.of
  return page([
    `# ${words.say('Why {ref}: {title}', { ref, title: escaped(title) })}`,
    escaped(why.says),
    span(why, words),
    ...(why.broken ?? []).map(({ says }) => `**${escaped(says)}**`),
    why.weakest === null
      ? ''
      : words.say('Weakest link, {strength}: {says}', {
          strength: hundredths(why.weakest.strength, words),
          says: escaped(why.weakest.says),
        }),
    why.thin.length === 0
      ? ''
      : [words.say('The line is thin:'), '', ...why.thin.map((one) => `- ${one.says}`)].join('\n'),
    ...why.stations.map((one) => stationMarkdown(one, why.subject.id, words)),
    why.against.length === 0
      ? ''
      : [`## ${words.label('Against')}`, ...why.against.map((row) => stop(row, words))].join(
          '\n\n',
        ),
    why.aims.length === 0
      ? ''
      : [`## ${words.say('What it serves')}`, ...why.aims.map((one) => aim(one, words))].join(
          '\n\n',
        ),
    ending(why, words),
  ])
}

/** *What became of it* as Markdown. */
export function becameMarkdown(became: Became, words: Words): string {
  const { ref, title } = became.of
  return page([
    `# ${words.say('What became of {ref}: {title}', { ref, title: escaped(title) })}`,
    escaped(became.says),
    ...became.stations
      .filter(({ rows }) => rows.length > 0)
      .map((one) => stationMarkdown(one, became.subject.id, words)),
    became.aims.length === 0
      ? ''
      : [`## ${words.say('Aims')}`, ...became.aims.map((row) => stop(row, words))].join('\n\n'),
    became.stops === null ? '' : became.stops.says,
    ending(became, words),
  ])
}

const page = (parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`

function stationMarkdown({ station, count, rows }: Station, subject: string, words: Words): string {
  const head = `## ${marks[station] ?? ''} ${words.label(station)}`
  return rows.length === 0
    ? `${head}\n\n${words.say('Nothing.')}`
    : [
        head,
        ...rows.map((row) => stop(row, words, subject)),
        ...(count > rows.length
          ? [words.counted(count - rows.length, 'And # older one.', 'And # older ones.')]
          : []),
      ].join('\n\n')
}

function stop(row: LineStop, words: Words, subject?: string): string {
  const here = row.id === subject ? ` ${words.say('(this one)')}` : ''
  const ties = row.ties.map((tie) => {
    const given =
      tie.strength === null
        ? ''
        : `, ${words.say('given {strength}', { strength: hundredths(tie.strength, words) })}`
    return `${tie.says} ${tie.to.ref}${given}${tie.note === null ? '' : `: ${escaped(tie.note)}`}`
  })
  const told =
    row.words === null
      ? [`**${row.ref}** ${escaped(row.title)}${here}`]
      : [`**${row.ref}**${here}`, quoted(row.words)]
  const about = [said(row), facts(row, words), ties.join('; ')].filter((part) => part !== '')
  return [...told, ...about].join('\n\n')
}

function quoted({ text, before, after }: NonNullable<LineStop['words']>): string {
  const passage =
    before === '' && after === ''
      ? escaped(text)
      : `${escaped(before)}**${escaped(text.trim())}**${escaped(after)}`
  return passage
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`)
    .join('\n')
}

function said({ said: by }: LineStop): string {
  if (by === null) return ''
  const who = [by.contact, by.jobTitle, by.company].filter((part) => part !== null).map(escaped)
  const where =
    by.permalink === null
      ? by.feedback.ref
      : `[${by.feedback.ref}](<${by.permalink.replace(/[<>\s]/g, encodeURIComponent)}>)`
  return [
    ...who,
    ...(by.source === null ? [] : [escaped(by.source)]),
    by.at.slice(0, 10),
    where,
  ].join(', ')
}

/** What stands in `said` already is not said again. */
const inSaid = ['source', 'occurredAt', 'contactId', 'companyId', 'feedbackId', 'start', 'end']

const facts = (row: LineStop, words: Words): string =>
  row.facts
    .filter((fact) => row.said === null || !inSaid.includes(fact.field))
    .map((fact) => `${fact.label} ${valueOf(fact, words)}`)
    .join(' · ')

function valueOf({ value, unit }: Fact, words: Words): string {
  if (typeof value === 'string')
    return escaped(/^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 10) : value)
  const worded = words.number(value, { maximumFractionDigits: 3 })
  return unit === undefined ? worded : `${worded} ${unit}`
}

function aim(one: Aim, words: Words): string {
  const part =
    one.partOf === null
      ? ''
      : words.say('Part of {ref} {title}', {
          ref: one.partOf.ref,
          title: escaped(one.partOf.title),
        })
  const measures = one.measures.map((row) => {
    const told = facts(row, words)
    return `- **${row.ref}** ${escaped(row.title)}${told === '' ? '' : ` (${told})`}`
  })
  return [stop(one, words), part, measures.join('\n')].filter((text) => text !== '').join('\n\n')
}

function span({ newest, oldest }: Why, words: Words): string {
  if (newest === null || oldest === null) return ''
  const [first, last] = [oldest.slice(0, 10), newest.slice(0, 10)]
  return first === last
    ? words.say('All of it from {day}.', { day: first })
    : words.say('Newest {last}, oldest {first}.', { last, first })
}

/** Two digits after the point, as the language writes it. */
const hundredths = (value: number, words: Words): string =>
  words.number(Number(value.toFixed(2)), { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const ending = (
  { hidden, cut, asOf }: Pick<Why, 'hidden' | 'cut' | 'asOf'>,
  words: Words,
): string =>
  [
    hidden,
    cut ? words.say('The line is longer than what is told here.') : null,
    words.say('As of {moment} UTC.', { moment: asOf.slice(0, 16).replace('T', ' ') }),
  ]
    .filter((part) => part !== null)
    .join(' ')

/** People's words stay words: nothing in them becomes a heading, a list or markup. */
const escaped = (words: string): string =>
  words
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(
      /^([ \t]*)([#+-]|\d+[.)])/gm,
      (_, space: string, sign: string) => `${space}${sign.replace(/.$/, '\\$&')}`,
    )
