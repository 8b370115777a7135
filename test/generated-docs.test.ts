import { describe, expect, test } from 'vitest'
import { generated, standing } from '../scripts/generate-docs.ts'

describe('a generated document', () => {
  test.each(generated)(
    '$path says what the declaration says (npx tsx scripts/generate-docs.ts)',
    (document) => {
      expect(standing(document)).toBe(document.make())
    },
  )
})
