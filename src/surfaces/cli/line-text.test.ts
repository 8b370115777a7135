import { describe, expect, it } from 'vitest'
import { lineAsText, type LineAnswer } from './line-text.ts'
import { lineInWords, miniLine } from './mini-line.ts'
import { plain } from './paint.ts'
import { widthOf } from './width.ts'

const stations = [
  'heard',
  'understood',
  'framed',
  'proposed',
  'decided',
  'tested',
  'built',
  'learned',
]
const sheet = { catalogue: { stations }, paint: plain, columns: 72, most: 3 }

describe('a mini-line', () => {
  it('has a mark for each station that there is and a point for each that is not', () => {
    expect(miniLine(stations, 0b0100_1101)).toBe('○·●△··■·')
    expect(miniLine(stations, 0xff)).toBe('○◐●△◆⬡■✦')
    expect(miniLine(stations, 0)).toBe('········')
  })

  it('has words too, which do not miss what a line can be whole without', () => {
    expect(lineInWords(stations, 0b0000_0101)).toBe(
      'heard, framed; missing: proposed, decided, tested, built, learned',
    )
    expect(lineInWords(stations, 0)).toMatch(/^missing: heard, framed/)
    expect(lineInWords(stations, 0xfd)).toMatch(/; the whole line$/)
  })
})

const stop = (
  ref: string,
  title: string,
  more: Partial<LineAnswer['subject']> = {},
): LineAnswer['subject'] => ({
  ref,
  title,
  station: null,
  facts: [],
  ties: [],
  words: null,
  said: null,
  ...more,
})
const heard = (ref: string, text: string): LineAnswer['subject'] =>
  stop(ref, text, {
    words: { text },
    said: {
      about: { ref: 'F-1' },
      who: 'Ward nurse',
      house: 'Moorgate',
      rating: 2,
      permalink: 'https://example.org',
      language: 'en',
      at: '2026-11-09T08:00:00.000Z',
    },
    ties: [{ to: { ref: 'N-1', title: '' }, says: 'supports', polarity: 'for', note: null }],
  })
const weakest = {
  says: "That I-1 moves K-1 is one person's word.",
  strength: 0.314,
  polarity: 'for',
}
const answer: LineAnswer = {
  asOf: '2026-11-23T08:10:00.000Z',
  subject: stop('I-1', 'Offline sheet'),
  says: '4 pieces support it.',
  stations: [
    {
      station: 'heard',
      rows: [1, 2, 3, 4].map((n) => heard(`Q-${n}`, `The sheet is just gone ${n}`)),
    },
    { station: 'understood', rows: [] },
    { station: 'framed', rows: [] },
    {
      station: 'proposed',
      rows: [
        stop('I-1', 'Offline sheet', {
          facts: [{ label: 'Score', value: 1234.5, unit: 'points' }],
        }),
      ],
    },
  ],
  against: [heard('Q-9', 'The network is fine')],
  aims: [
    {
      ...stop('O-1', 'Faster handovers'),
      partOf: { ref: 'O-0', title: 'Calm wards' },
      measures: [stop('K-1', 'Confirmed in ten minutes')],
    },
  ],
  newest: '2026-11-09T08:00:00.000Z',
  oldest: '2026-02-11T08:00:00.000Z',
  links: [weakest, { says: 'Three sources stand behind N-1.', strength: 0.6, polarity: 'for' }],
  weakest,
  thin: [{ says: 'No need is framed behind it.' }],
  hidden: 'There is one source you may not see.',
  cut: false,
}

describe('the line as a page', () => {
  const page = lineAsText(answer, 'Why is it here?', sheet)

  it('reads from the evidence down to what was asked of', () => {
    const order = [
      'Why is it here? I-1',
      'Offline sheet',
      '4 pieces support it.',
      'Newest 2026-11-09, oldest 2026-02-11.',
      '○  heard',
      '┆  against',
      '·  framed: nothing',
      '△  proposed',
      'Aims',
      'Weakest link',
      'How strong is each link?',
      'As of 2026-11-23 08:10Z',
    ]
    const at = order.map((part) => page.indexOf(part))
    expect(at).not.toContain(-1)
    expect(at).toEqual(at.toSorted((left, right) => left - right))
  })

  it('gives every quotation its source and its tie', () => {
    expect(page).toContain(
      '│  “The sheet is just gone 1”\n│     Q-1, Ward nurse, Moorgate, rating 2, 2026-11-09\n│     supports N-1\n',
    )
  })

  it('hangs what contradicts on a rule of its own', () => {
    expect(page).toContain('┆  “The network is fine”')
    expect(page).not.toContain('│  “The network is fine”')
  })

  it('counts what it leaves out, and shows all when asked', () => {
    expect(page).toContain('and 1 more; --all shows them')
    expect(page).not.toContain('gone 4')
    expect(lineAsText(answer, 'Why is it here?', { ...sheet, most: Infinity })).toContain('gone 4')
  })

  it('leaves out an optional station that is empty, and says each gap', () => {
    expect(page).not.toContain('understood')
    expect(page).toContain('·  framed: nothing')
  })

  it('says where it is weak: the weakest link, why it is thin, what is hidden', () => {
    expect(page).toContain("Weakest link 0.31\n   That I-1 moves K-1 is one person's word.")
    expect(page).toContain('Thin  No need is framed behind it.')
    expect(page).toContain('There is one source you may not see.')
  })

  it('keeps to its width', () => {
    for (const line of page.split('\n'))
      expect(widthOf(line)).toBeLessThanOrEqual(sheet.columns + 8)
  })

  it('cannot be broken out of by what somebody said', () => {
    const wild = {
      ...answer,
      stations: [{ station: 'heard', rows: [heard('Q-1', 'one\u001b[2J\ntwo\u202e')] }],
    }
    expect(lineAsText(wild, 'Why?', sheet)).toContain('“one[2J two”')
  })

  it('ends where nothing has come of it yet', () => {
    const {
      against: _,
      newest: __,
      oldest: ___,
      links: ____,
      weakest: _____,
      thin: ______,
      ...rest
    } = answer
    const became = lineAsText(
      { ...rest, stops: { says: 'Framed; nothing yet after that.' } },
      'What became of it?',
      sheet,
    )
    expect(became).toContain('Framed; nothing yet after that.')
    expect(became).not.toContain('Weakest')
  })
})
