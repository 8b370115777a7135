import { arrayLiteral } from './array-literal.ts'
import type { Column } from './table.ts'

/** A column as `unnest` brings it: lists and JSON travel as text and are cast back. */
export const carried = (column: Column): { readonly array: string; readonly cast: string } => {
  switch (column.type) {
    case 'jsonb':
    case 'text[]':
    case 'uuid[]':
      return { array: 'text[]', cast: `::${column.type}` }
    case 'uuid':
    case 'text':
    case 'float8':
    case 'bigint':
    case 'boolean':
    case 'timestamptz':
    case 'tsvector':
      return { array: `${column.type}[]`, cast: '' }
  }
}

/** The value of a column as `unnest` carries it. */
export function carry(column: Column, row: Readonly<Record<string, unknown>>): unknown {
  const value = column.take?.(row) ?? null
  if (value === null) return null
  if (column.type === 'jsonb') return JSON.stringify(value)
  if (column.type === 'text[]' || column.type === 'uuid[]')
    return arrayLiteral(value as readonly string[])
  return value
}
