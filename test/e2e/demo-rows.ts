import { chanceFrom } from '../../bench/chance.ts'

/** So many rows the tracker of the demo holds. */
export const rowCount = 5000

/** What the loudest wish is called, who wishes it, and how often. */
export const loud = { wish: 'A wall board for the hall', company: 'Brackwater Ferries', times: 41 }

/** Who says, at the end of the file, that the sheet is lost without a signal: three firms, three ways. */
export const unheard = [
  [
    'Holm Lifts',
    'Tomas Reiter',
    'Sheet lost in the shaft',
    'Below the third floor there is no signal and the job sheet closes. I fill it in again in the van.',
  ],
  [
    'Dorn & Sons Glaziers',
    'Ines Dorn',
    'Photos gone after the basement',
    'In the basement there was no signal. Six photos were gone when I came up, and the customer had left.',
  ],
  [
    'Vesper Alarm',
    'Jakob Lind',
    'Signature lost without signal',
    'Without a signal the signature is lost. I had to drive back and ask for it a second time.',
  ],
] as const

const firms = [
  'Holm Lifts',
  'Dorn & Sons Glaziers',
  'Vesper Alarm',
  'Ardent Boilers',
  'Quay Street Plumbing',
  'Northlight Electric',
  'Tansy Garden Works',
  'Mooring & Hale',
  'Steep Hill Roofing',
  'Oriel Windows',
  'Kestrel Pest Control',
  'Lumen Sign Makers',
] as const
const first = [
  'Anna',
  'Bela',
  'Carl',
  'Dina',
  'Emil',
  'Fenja',
  'Gero',
  'Hana',
  'Ivo',
  'Juna',
] as const
const last = [
  'Aydin',
  'Berg',
  'Costa',
  'Duarte',
  'Ekman',
  'Fox',
  'Gruber',
  'Holt',
  'Iversen',
] as const
const sources = ['support', 'app review', 'sales call', 'interview', 'survey'] as const

/** What is on people's minds: what kind it is, a title, what they say, and what of it differs. */
const themes = [
  ['bug', 'Photos come twice', 'Each photo I take stands in the report {n} times.'],
  [
    'bug',
    'Route is not the shortest',
    'It sent me past {place} and back again, {n} minutes for nothing.',
  ],
  [
    'request',
    'Copy yesterday’s day',
    'Most of my days are alike. Let me copy {day} and change {n} jobs.',
  ],
  ['request', 'Print in larger type', 'Our customers in {place} cannot read the printed sheet.'],
  [
    'request',
    'Tell the customer when we come',
    'They ring {n} times before we are there. A message would do.',
  ],
  ['praise', 'The new map', 'Since {day} I find every yard around {place} at the first try.'],
  [
    'question',
    'Who sees my hours?',
    'On {day} my foreman knew of {n} minutes that I had not sent.',
  ],
  [
    'question',
    'How do I move a job?',
    'The customer in {place} wants {day} instead. I could not find it.',
  ],
  [
    'bug',
    'Search does not find the name',
    'I type the name of the yard in {place} and get {n} others.',
  ],
  ['other', 'Training', 'We have {n} new people in {place}. Is there something they can read?'],
  ['request', 'A darker page at night', 'On call after {day} the white page blinds me in the van.'],
  ['bug', 'Hours are rounded up', 'I worked {n} minutes and it says an hour.'],
] as const
const places = ['the old harbour', 'Fenwick', 'Lower Mill', 'the hospital', 'Eastgate'] as const
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const

/**
 * Five thousand pieces of feedback as a tracker gives them out, the same in every run but for their
 * dates: they go back two years from `now`. One account says one thing again and again within a month,
 * fourteen months ago; the last three rows say what nobody has framed yet.
 */
export function demoCsv(seed: number, now: number): string {
  const chance = chanceFrom(seed)
  const at = (ago: number): string => new Date(now - ago * day).toISOString()
  const person = (): string => `${chance.pick(first)} ${chance.pick(last)}`
  const usual = rowCount - loud.times - unheard.length
  const rows: (readonly string[])[] = []
  for (let count = 0; count < usual; count++) {
    const [kind, title, says] = chance.pick(themes)
    const text = says
      .replace('{n}', String(2 + chance.whole(38)))
      .replace('{place}', chance.pick(places))
      .replace('{day}', chance.pick(days))
    // every now and then somebody sends the same once more
    const times = chance.share() < 0.03 && count + 1 < usual ? 2 : 1
    const said = [at(1 + chance.share() * 729), chance.pick(firms), person(), chance.pick(sources)]
    for (let time = 0; time < times; time++) rows.push([...said, kind, title, text])
    count += times - 1
  }
  for (let count = 0; count < loud.times; count++) {
    const text = `Item ${count + 1} of our list, again: we need a wall board for the hall with every crew on it.`
    const when = at(fourteenMonths + chance.share() * 25)
    rows.push([when, loud.company, 'Rune Falk', 'sales call', 'request', loud.wish, text])
  }
  const mixed = rows
    .map((row) => [chance.share(), row] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, row]) => row)
  for (const [index, [company, who, title, text]] of unheard.entries())
    mixed.push([at(6 - index), company, who, 'support', 'bug', title, text])
  const lines = mixed.map((row, index) => [`T-${index + 1}`, ...row])
  return [head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')
}

const head = ['id', 'created_at', 'account', 'reporter', 'channel', 'type', 'subject', 'body']
const day = 86_400_000
const fourteenMonths = 425

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
