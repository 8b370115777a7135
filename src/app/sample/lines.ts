import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../../engine/problem.ts'
import { root } from '../root.ts'

/**
 * The lines of one text of the sample company, each as its cells. The first line says what the cells
 * are; a cell may be empty.
 */
export function linesOf(name: string, cells: number): readonly (readonly string[])[] {
  const known = read.get(name) ?? linesIn(name, cells)
  read.set(name, known)
  return known
}

const read = new Map<string, readonly (readonly string[])[]>()

function linesIn(name: string, cells: number): readonly (readonly string[])[] {
  const whole = readFileSync(join(root, 'src', 'app', 'sample', `${name}.txt`), 'utf8')
  return whole.split('\n').flatMap((line, at) => {
    if (line === '' || line.startsWith('#')) return []
    const parts = line.split('|').map((part) => part.trim())
    if (parts.length !== cells)
      throw new Error(`${name}.txt, line ${at + 1}: ${parts.length} cells where ${cells} belong`)
    return [parts]
  })
}

/** What a line calls something, by its key. */
export interface Keys {
  readonly add: (kind: string, key: string, id: string) => void
  readonly of: (kind: string, key: string) => string
}

export function newKeys(): Keys {
  const ids = new Map<string, string>()
  return {
    add: (kind, key, id) => void ids.set(`${kind} ${key}`, id),
    of: (kind, key) => must(ids.get(`${kind} ${key}`), `${kind} ${key} of the sample company`),
  }
}
