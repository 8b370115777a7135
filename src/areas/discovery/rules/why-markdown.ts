import { marks } from './marks.ts'
import type { Aim, Became, Fact, LineStop, Station, Why } from './why.ts'

/** *Why* as Markdown: the line from the top down, for a file, a terminal or a message. */
export function whyMarkdown(why: Why): string {
  return page([
    `# Why ${why.of.ref}: ${escaped(why.of.title)}`,
    escaped(why.says),
    span(why),
    why.weakest === null
      ? ''
      : `Weakest link, ${why.weakest.strength.toFixed(2)}: ${escaped(why.weakest.says)}`,
    why.thin.length === 0
      ? ''
      : ['The line is thin:', '', ...why.thin.map((one) => `- ${one.says}`)].join('\n'),
    ...why.stations.map((one) => stationMarkdown(one, why.subject.id)),
    why.against.length === 0
      ? ''
      : ['## Against', ...why.against.map((row) => stop(row))].join('\n\n'),
    why.aims.length === 0 ? '' : ['## What it serves', ...why.aims.map(aim)].join('\n\n'),
    ending(why),
  ])
}

/** *What became of it* as Markdown. */
export function becameMarkdown(became: Became): string {
  return page([
    `# What became of ${became.of.ref}: ${escaped(became.of.title)}`,
    escaped(became.says),
    ...became.stations
      .filter(({ rows }) => rows.length > 0)
      .map((one) => stationMarkdown(one, became.subject.id)),
    became.aims.length === 0
      ? ''
      : ['## Aims', ...became.aims.map((row) => stop(row))].join('\n\n'),
    became.stops === null ? '' : became.stops.says,
    ending(became),
  ])
}

const page = (parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`

function stationMarkdown({ station, count, rows }: Station, subject: string): string {
  const head = `## ${marks[station] ?? ''} ${station}`
  return rows.length === 0
    ? `${head}\n\nNothing.`
    : [
        head,
        ...rows.map((row) => stop(row, subject)),
        ...(count > rows.length ? [`And ${count - rows.length} older ones.`] : []),
      ].join('\n\n')
}

function stop(row: LineStop, subject?: string): string {
  const here = row.id === subject ? ' (this one)' : ''
  const ties = row.ties.map(
    (tie) =>
      `${tie.says} ${tie.to.ref}${tie.strength === null ? '' : `, given ${tie.strength.toFixed(2)}`}${tie.note === null ? '' : `: ${escaped(tie.note)}`}`,
  )
  const told =
    row.words === null
      ? [`**${row.ref}** ${escaped(row.title)}${here}`]
      : [`**${row.ref}**${here}`, quoted(row.words)]
  const about = [said(row), facts(row), ties.join('; ')].filter((part) => part !== '')
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

const facts = (row: LineStop): string =>
  row.facts
    .filter((fact) => row.said === null || !inSaid.includes(fact.field))
    .map((fact) => `${fact.label} ${valueOf(fact)}`)
    .join(' · ')

function valueOf({ value, unit }: Fact): string {
  if (typeof value === 'string')
    return escaped(/^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 10) : value)
  const worded = value.toLocaleString('en', { maximumFractionDigits: 3 })
  return unit === undefined ? worded : `${worded} ${unit}`
}

function aim(one: Aim): string {
  const part = one.partOf === null ? '' : `Part of ${one.partOf.ref} ${escaped(one.partOf.title)}`
  const measures = one.measures.map(
    (row) => `- **${row.ref}** ${escaped(row.title)}${facts(row) === '' ? '' : ` (${facts(row)})`}`,
  )
  return [stop(one), part, measures.join('\n')].filter((text) => text !== '').join('\n\n')
}

function span({ newest, oldest }: Why): string {
  if (newest === null || oldest === null) return ''
  const [first, last] = [oldest.slice(0, 10), newest.slice(0, 10)]
  return first === last ? `All of it from ${first}.` : `Newest ${last}, oldest ${first}.`
}

const ending = ({ hidden, cut, asOf }: Pick<Why, 'hidden' | 'cut' | 'asOf'>): string =>
  [
    hidden,
    cut ? 'The line is longer than what is told here.' : null,
    `As of ${asOf.slice(0, 16).replace('T', ' ')} UTC.`,
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
