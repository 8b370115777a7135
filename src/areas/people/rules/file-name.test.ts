import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameFaults, fileNameOf } from './file-name.ts'

/** Law: what a name was made into stays as it is when it is made again, and is a name on any system. */
test.each([
  ['plan.pdf', 'plan.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ana\\plan v2.pdf', 'plan v2.pdf'],
  ['/', 'file'],
  ['..', 'file'],
  ['', 'file'],
  ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie: x=1.txt'],
  ['photo\u202Egnp.exe', 'photognp.exe'],
  ['nul\u0000.png', 'nul.png'],
  ['  Skizze   zwei.png ', 'Skizze zwei.png'],
  ['日本語 👩‍🚀.txt', '日本語 👩‍🚀.txt'],
])('%j is kept as %j', (given, kept) => {
  expect(fileNameOf(given)).toBe(kept)
})

test.each([
  ['photo.JPEG', ['jpg', 'jpeg'], 'photo.JPEG'],
  ['photo.png', ['jpg', 'jpeg'], 'photo.jpg'],
  ['photo', ['png'], 'photo.png'],
  ['.png', ['jpg'], '.png.jpg'],
  ['v1.2 of it', ['png'], 'v1.2 of it.png'],
])('%j with the endings %j is kept as %j', (given, endings, kept) => {
  expect(fileNameOf(given, endings)).toBe(kept)
})

test('whatever comes, the name is one, and no longer than 200 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const kept = fileNameOf(given)
      expect([...kept].length).toBeLessThanOrEqual(200)
      expect(kept).not.toMatch(/[\\/\p{Cc}]/u)
      expect(kept.trim()).not.toBe('')
      expect(fileNameFaults(kept)).toEqual([])
    }),
  )
  expect(fileNameOf(`${'x'.repeat(300)}.pdf`)).toMatch(/^x{196}\.pdf$/)
})

test('a name that nobody could keep is refused with what would do', () => {
  for (const name of ['a/b', '..', 'a\nb', '']) expect(fileNameFaults(name), name).toHaveLength(1)
})
