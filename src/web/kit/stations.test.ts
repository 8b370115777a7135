import { describe, expect, it } from 'vitest'
import { has, maskOf, plainLine, sayLine, stations } from './stations.ts'

describe('the line', () => {
  it('has eight stations in the order things happen', () => {
    expect(stations.map(({ glyph }) => glyph).join('')).toBe('○◐●△◆⬡■✦')
    expect(stations[0]?.name).toBe('heard')
    expect(stations[7]?.name).toBe('learned')
  })

  it('keeps one bit a station', () => {
    expect(maskOf(['heard', 'framed'])).toBe(0b101)
    expect(has(0b101, 2)).toBe(true)
    expect(has(0b101, 1)).toBe(false)
    expect(maskOf(stations.map(({ name }) => name))).toBe(255)
  })

  it('says what is there and what is missing', () => {
    expect(sayLine(0b101)).toBe('heard, framed; missing: proposed, decided, tested, built, learned')
  })

  it('does not miss an insight, which is optional', () => {
    expect(sayLine(0b11111101)).toBe(
      'heard, framed, proposed, decided, tested, built, learned; the whole line',
    )
  })

  it('says so where nothing is there', () => {
    expect(sayLine(0)).toBe('missing: heard, framed, proposed, decided, tested, built, learned')
  })

  it('stands in plain text with a point for each gap', () => {
    expect(plainLine(0b00001101)).toBe('○·●△····')
  })
})
