import type SharpMaker from 'sharp'
import { invalid, Problem } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'

/** An image as it was drawn anew. */
export interface Picture {
  readonly type: string
  /** The endings that a file of this type has, the usual one first. */
  readonly endings: readonly string[]
  readonly width: number
  readonly height: number
}

/**
 * Draws an image anew into a file: what comes out has pixels and nothing else, neither the place where it was
 * taken nor another file behind it. Undefined for what is no image that is shown. Throws `invalid` for one
 * that cannot be read or is too large to be drawn.
 */
export async function drawAnew(
  sharp: typeof SharpMaker,
  type: string,
  from: string,
  to: string,
): Promise<Picture | undefined> {
  const form = forms[type]
  if (form === undefined) return undefined
  return inTurn(async () => {
    try {
      const { pages = 1, ...seen } = await sharp(from, { limitInputPixels: false }).metadata()
      if ((seen.width ?? 0) * (seen.height ?? 0) * (form.moves ? pages : 1) > mostPixels)
        throw tooManyPixels()
      const isMoving = form.moves && pages > 1
      const read = sharp(from, { animated: isMoving, limitInputPixels: mostPixels })
      const upright = isMoving ? read : read.autoOrient()
      const bounded = upright
        .timeout({ seconds: patience })
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      const drawn = await bounded.toFormat(form.format, form.options).toFile(to)
      return {
        type: form.type,
        endings: form.endings,
        width: drawn.width,
        height: isMoving ? (drawn.pageHeight ?? drawn.height) : drawn.height,
      }
    } catch (error) {
      if (error instanceof Problem) throw error
      if (/pixel limit|exceeds/i.test(String(error))) throw tooManyPixels()
      throw unreadable()
    }
  })
}

/** sharp where its binary runs on this machine. Without it images are kept as any file is, and not shown. */
export async function sharpHere(): Promise<typeof SharpMaker | undefined> {
  try {
    const { default: sharp } = await import('sharp')
    // One image takes one thread: others have work to do too.
    sharp.concurrency(1)
    sharp.cache(false)
    return sharp
  } catch {
    return undefined
  }
}

/** Is it of a type that is shown once it was drawn anew? */
export const isPicture = (type: string): boolean => forms[type] !== undefined

/** More than any camera takes, and little enough for memory: four bytes each. */
const mostPixels = 60_000_000
/** The longest side that is kept, in pixels. */
const side = 4096
/** In seconds. */
const patience = 30

interface Form {
  readonly type: string
  readonly format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif'
  readonly options: Readonly<Record<string, unknown>>
  readonly endings: readonly string[]
  readonly moves: boolean
}

const png: Form = {
  type: 'image/png',
  format: 'png',
  options: {},
  endings: ['png'],
  moves: false,
}

const forms: Readonly<Record<string, Form>> = {
  'image/png': png,
  'image/apng': png,
  'image/jpeg': {
    type: 'image/jpeg',
    format: 'jpeg',
    options: { quality: 90 },
    endings: ['jpg', 'jpeg'],
    moves: false,
  },
  'image/webp': {
    type: 'image/webp',
    format: 'webp',
    options: { quality: 90 },
    endings: ['webp'],
    moves: true,
  },
  'image/gif': { type: 'image/gif', format: 'gif', options: {}, endings: ['gif'], moves: true },
  'image/avif': {
    type: 'image/avif',
    format: 'avif',
    options: { quality: 60, effort: 3 },
    endings: ['avif'],
    moves: false,
  },
}

/** Two at a time: an image is small on the way and large in memory. */
const most = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

const tooManyPixels = (): Problem =>
  invalid(
    sentence('This image has more than {most} million pixels. Make it smaller and attach that.', {
      most: String(mostPixels / 1e6),
    }),
  )

const unreadable = (): Problem =>
  invalid(
    sentence(
      'This file begins as an image and cannot be read as one. Save it anew as PNG or JPEG, or pack it into a ZIP to keep it as it is.',
    ),
  )
