import { afterEach, expect, test } from 'vitest'
import { asField, type OwnField } from '../../engine/custom.ts'
import { choice } from '../../engine/field.ts'
import { english } from '../../engine/words.ts'
import { wordsIn } from '../../words/languages.ts'
import { speak } from '../words/say.ts'
import { fieldInside, fieldLabel, optionLabel } from './field-words.ts'

afterEach(() => speak(english))

const owner = choice({ label: 'Owner', options: { open: 'Open' } })
const ours = asField({ label: 'Owner', type: 'choice', options: ['Open'] } as unknown as OwnField)

test('a field is said in the language of the reader, inside a sentence as that language has it', async () => {
  expect([fieldLabel(owner), fieldInside(owner), optionLabel(owner, 'open')]).toEqual([
    'Owner',
    'owner',
    'Open',
  ])
  speak(await wordsIn('de'))
  expect([fieldLabel(owner), fieldInside(owner), optionLabel(owner, 'open')]).toEqual([
    'Eigentümer',
    'Eigentümer',
    'Offen',
  ])
})

test('what a workspace has named for itself stands in its words', async () => {
  if (ours.kind !== 'choice') throw new Error('an own choice is a choice')
  expect(fieldInside(ours)).toBe('owner')
  speak(await wordsIn('de'))
  expect([fieldLabel(ours), fieldInside(ours), optionLabel(ours, 'Open')]).toEqual([
    'Owner',
    'Owner',
    'Open',
  ])
})

test('a value that is none of the choices stands as it is', () => {
  expect(optionLabel(owner, 'gone')).toBe('gone')
})
