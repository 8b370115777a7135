import { describe, expect, it } from 'vitest'
import { plain } from './paint.ts'
import { pairs, table } from './table.ts'
import { widthOf } from './width.ts'

const head = [
  { head: 'Ref' },
  { head: 'Title', most: 30 },
  { head: 'Score', side: 'right' },
] as const

describe('a ledger', () => {
  it('sets words left, numbers right, and every column under its head', () => {
    expect(
      table(
        head,
        [
          ['A-1', 'Short', '9'],
          ['A-22', '日本語の題', '1,200'],
        ],
        plain,
      ),
    ).toBe(
      [
        'Ref   Title       Score',
        '───────────────────────',
        'A-1   Short           9',
        'A-22  日本語の題  1,200',
        '',
      ].join('\n'),
    )
  })

  it('fits a terminal by cutting the columns that give way, and only those', () => {
    const text = table(head, [['A-1', 'A title that is far too long for this', '1,200']], plain, 32)
    for (const line of text.trimEnd().split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(32)
    expect(text).toContain('1,200')
    expect(text).toContain('…')
  })

  it('measures before it paints', () => {
    const painted = table(
      [{ head: 'A', ink: (text) => `<${text}>` }, { head: 'B' }],
      [
        ['x', 'y'],
        ['xx', 'y'],
      ],
      plain,
    )
    expect(painted).toContain('<x >  y')
    expect(painted).toContain('<xx>  y')
  })
})

it('names stand beside their values, and long values hang under themselves', () => {
  expect(
    pairs(
      [
        ['A', 'one'],
        ['Long', 'two\nthree'],
      ],
      plain,
    ),
  ).toBe('A     one\nLong  two\n      three\n')
})
