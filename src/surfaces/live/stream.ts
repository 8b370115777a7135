/** An answer that goes on for as long as somebody reads it. */
export interface Stream {
  readonly body: ReadableStream<Uint8Array>
  /** False when the reader is gone, or was cut because it did not read. */
  readonly send: (bytes: Uint8Array) => boolean
  readonly end: () => void
}

/** What may wait for a reader, in bytes: whoever leaves more unread is cut, and may come again. */
const mostUnread = 1_000_000

/** A stream of bytes; `ended` is called once, however it ends, and `cut` on a reader that does not read. */
export function streamOf(ended: () => void, cut: () => void): Stream {
  let to: ReadableStreamDefaultController<Uint8Array> | undefined
  const over = (how: (open: ReadableStreamDefaultController<Uint8Array>) => void): void => {
    if (to === undefined) return
    const open = to
    to = undefined
    how(open)
    ended()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => void (to = controller),
      cancel: () => over(() => undefined),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostUnread }),
  )
  return {
    body,
    send: (bytes) => {
      if (to !== undefined && (to.desiredSize ?? 0) <= 0) over(cut)
      to?.enqueue(bytes)
      return to !== undefined
    },
    end: () => over((open) => open.close()),
  }
}
