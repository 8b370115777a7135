import type { RecordKind } from '../../engine/record.ts'

/**
 * Is a field there for the machinery, and tells a person nothing? Which record another field points at is
 * one, for what it points at is shown by name; a list that a command works out of ids is the other.
 */
export function isKeptInside(kind: RecordKind, name: string): boolean {
  const field = kind.fields[name]
  if (field === undefined) return false
  if (field.kind === 'list') return field.of === 'text' && field.set === 'by-command'
  return Object.values(kind.fields).some((one) => one.kind === 'ref' && one.kindIn === name)
}
