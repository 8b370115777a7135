import { expect, test } from 'vitest'
import { edited, held, meanwhile, noDraft } from './draft.ts'

test('what somebody else changed under an edit is contested, what they changed beside it is not', () => {
  const draft = edited(noDraft, 'title', 'Mine', 'Old')
  expect(meanwhile(draft, { title: 'Old', detail: 'theirs' })).toEqual([])
  expect(meanwhile(draft, { title: 'Theirs' })).toEqual(['title'])
  expect(meanwhile(draft, { title: 'Mine' })).toEqual([])
  expect(meanwhile(held(draft, 'title', { title: 'Theirs' }), { title: 'Theirs' })).toEqual([])
})

test('typing on keeps how the field stood when it was begun', () => {
  const draft = edited(edited(noDraft, 'title', 'Mi', 'Old'), 'title', 'Mine', 'Theirs')
  expect(meanwhile(draft, { title: 'Theirs' })).toEqual(['title'])
})

test('what was saved is where the next edit begins, also when its draft outlived the page', () => {
  const saved = edited(noDraft, 'title', 'Saved', 'Old')
  expect(meanwhile(edited(saved, 'title', 'Next', 'Saved'), { title: 'Saved' })).toEqual([])
})

test('back to how it stands is no edit', () => {
  expect(edited(edited(noDraft, 'title', 'Mine', null), 'title', null, null)).toEqual(noDraft)
})
