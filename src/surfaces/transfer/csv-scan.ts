/**
 * Splits CSV text into records as it comes, keeping state between chunks so that nothing is read
 * twice. Law: the records do not depend on how the text is cut. Blank lines are no
 * records. It judges nothing; csv-read does.
 *
 * Written here because csv-parse 7.0.3, which the tests compare it with, counts a line break inside
 * quotes twice where it is CRLF, does not say where an unclosed quote was opened, and either stops
 * at the first stray quote or silently joins records at it.
 */
export interface Shape {
  readonly delimiter: string
  /** What ends a record. Where it is '\n', a '\r' before it belongs to it. */
  readonly newline: '\n' | '\r\n' | '\r'
}

export interface Scanned {
  /** The line on which the record begins; the first is 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** Whether any of its cells was in quotes. */
  readonly quoted: boolean
  /** A quoted cell with text after its closing quote, kept as it stands. */
  readonly stray?: { readonly cell: number; readonly line: number }
}

export interface Scan {
  readonly delimiter: number
  readonly eol: string
  carry: string
  line: number
  /** The record being read. */
  begins: number
  cells: string[]
  size: number
  quoted: boolean
  stray: { readonly cell: number; readonly line: number } | undefined
  /** The cell being read: its text, where its quote opened (0: none), and whether that is closed. */
  part: string
  opened: number
  inside: boolean
}

export function beginScan(shape: Shape): Scan {
  return {
    delimiter: shape.delimiter.charCodeAt(0),
    eol: shape.newline === '\r' ? '\r' : '\n',
    carry: '',
    line: 1,
    begins: 1,
    cells: [],
    size: 0,
    quoted: false,
    stray: undefined,
    part: '',
    opened: 0,
    inside: false,
  }
}

/** The records that this much more text completes. */
export function scanText(scan: Scan, chunk: string): readonly Scanned[] {
  const text = scan.carry + chunk
  // A quote or a return at the end means nothing until the next character is known.
  const held = text.endsWith('"') || text.endsWith('\r') ? text.length - 1 : text.length
  scan.carry = text.slice(held)
  return advance(scan, text, held)
}

/** The last records. If a quote was never closed, `scan.inside` stays true and its record is not given. */
export function endScan(scan: Scan): readonly Scanned[] {
  // A return that ends the file ends its last record, unless it is inside quotes.
  const rest = scan.carry === '\r' && !scan.inside && scan.eol === '\n' ? '' : scan.carry
  scan.carry = ''
  const rows = advance(scan, rest, rest.length)
  const begun = scan.cells.length > 0 || scan.part !== '' || scan.opened > 0
  if (!begun || scan.inside) return rows
  endCell(scan, '')
  return [...rows, endRecord(scan)]
}

function advance(scan: Scan, text: string, end: number): readonly Scanned[] {
  const { delimiter, eol } = scan
  const eolCode = eol.charCodeAt(0)
  const rows: Scanned[] = []
  let at = 0
  while (at < end) {
    if (scan.inside) {
      at = passQuoted(scan, text, at, end)
      continue
    }
    const blank = scan.cells.length === 0 && isFresh(scan) ? breakAt(text, at, eol) : 0
    if (blank > 0) {
      at += blank
      scan.line++
      scan.begins = scan.line
      continue
    }
    if (isFresh(scan) && text.charCodeAt(at) === 0x22) {
      scan.opened = scan.line
      scan.inside = true
      scan.quoted = true
      at++
      continue
    }
    let stop = at
    let code = 0
    for (; stop < end; stop++) {
      code = text.charCodeAt(stop)
      if (code === delimiter || code === eolCode) break
    }
    if (stop === end) {
      addOutside(scan, text.slice(at, end))
      return rows
    }
    if (code === delimiter) {
      endCell(scan, text.slice(at, stop))
      at = stop + 1
      continue
    }
    const crlf = eol === '\n' && stop > at && text.charCodeAt(stop - 1) === 0x0d
    endCell(scan, text.slice(at, crlf ? stop - 1 : stop))
    at = stop + (eol === '\r' && text.charCodeAt(stop + 1) === 0x0a ? 2 : 1)
    scan.line++
    rows.push(endRecord(scan))
  }
  return rows
}

/** Nothing of the cell has been read. */
const isFresh = (scan: Scan): boolean => scan.part === '' && scan.opened === 0

/** How long the line break is that stands here; 0 if none does. */
function breakAt(text: string, at: number, eol: string): number {
  const code = text.charCodeAt(at)
  const next = text.charCodeAt(at + 1)
  if (eol === '\r') return code !== 0x0d ? 0 : next === 0x0a ? 2 : 1
  return code === 0x0a ? 1 : code === 0x0d && next === 0x0a ? 2 : 0
}

/** Passes what is inside quotes, as far as the text goes, and gives where it stopped. */
function passQuoted(scan: Scan, text: string, at: number, end: number): number {
  const found = text.indexOf('"', at)
  const stop = found < 0 || found >= end ? end : found
  const piece = text.slice(at, stop)
  for (let eol = piece.indexOf(scan.eol); eol >= 0; eol = piece.indexOf(scan.eol, eol + 1)) {
    scan.line++
  }
  scan.part = scan.part === '' ? piece : scan.part + piece
  if (stop === end) return end
  if (text.charCodeAt(stop + 1) === 0x22) {
    scan.part += '"'
    if (stop + 1 === end) scan.carry = ''
    return stop + 2
  }
  scan.inside = false
  return stop + 1
}

function addOutside(scan: Scan, piece: string): void {
  if (scan.opened > 0 && piece !== '') {
    scan.stray ??= { cell: scan.cells.length + 1, line: scan.opened }
  }
  scan.part = scan.part === '' ? piece : scan.part + piece
}

function endCell(scan: Scan, piece: string): void {
  addOutside(scan, piece)
  scan.cells.push(scan.part)
  scan.size += scan.part.length + 1
  scan.part = ''
  scan.opened = 0
}

function endRecord(scan: Scan): Scanned {
  const { begins: line, cells, quoted, stray } = scan
  const row: Scanned =
    stray === undefined ? { line, cells, quoted } : { line, cells, quoted, stray }
  scan.begins = scan.line
  scan.cells = []
  scan.size = 0
  scan.quoted = false
  scan.stray = undefined
  return row
}
