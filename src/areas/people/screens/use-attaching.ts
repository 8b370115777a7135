import { useCallback, useEffect, useRef, useState } from 'react'
import { upload } from '../../../web/client/upload.ts'
import { useDid } from '../../../web/derived/undo.ts'
import { say } from '../../../web/words/say.ts'

/** A file that is not on the record yet. */
export interface FileOnItsWay {
  readonly key: string
  readonly file: File
  /** Bytes that went so far. */
  readonly sent: number
  /** Why it was not taken. */
  readonly problem?: Error | undefined
}

/** Sends files, one after another; each says how far it is, and what went wrong stays until it is dealt with. */
export function useAttaching(onId: string): {
  readonly waiting: readonly FileOnItsWay[]
  readonly attach: (files: readonly File[]) => void
  readonly again: (one: FileOnItsWay) => void
  readonly leave: (one: FileOnItsWay) => void
} {
  const [waiting, setWaiting] = useState<readonly FileOnItsWay[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const did = useDid()
  const put = useCallback(
    (key: string, news: Partial<FileOnItsWay>) =>
      setWaiting((all) => all.map((one) => (one.key === key ? { ...one, ...news } : one))),
    [],
  )
  const drop = useCallback((key: string) => {
    stops.current.delete(key)
    setWaiting((all) => all.filter((one) => one.key !== key))
  }, [])
  const send = useCallback(
    async ({ key, file }: FileOnItsWay) => {
      const stop = stops.current.get(key)
      if (stop === undefined || stop.signal.aborted) return
      const onSent = (bytes: number): void => {
        put(key, { sent: Math.min(bytes, file.size) })
      }
      try {
        const path = `/attachments?on=${onId}`
        const { seq } = await upload(path, file, { onSent, signal: stop.signal, key })
        drop(key)
        did(say('Attached: {name}', { name: file.name }), seq)
      } catch (error) {
        if (error instanceof DOMException) drop(key)
        else put(key, { problem: error as Error })
      }
    },
    [onId, put, drop, did],
  )
  const queue = useCallback(
    (one: FileOnItsWay) => {
      stops.current.set(one.key, new AbortController())
      turn.current = turn.current.then(() => send(one))
    },
    [send],
  )
  useEffect(() => {
    const open = stops.current
    return () => open.forEach((stop) => stop.abort())
  }, [])
  return {
    waiting,
    attach: useCallback(
      (files) => {
        const more = files.map((file) => ({ key: crypto.randomUUID(), file, sent: 0 }))
        setWaiting((all) => [...all, ...more])
        more.forEach(queue)
      },
      [queue],
    ),
    again: useCallback(
      (one) => {
        put(one.key, { sent: 0, problem: undefined })
        queue(one)
      },
      [put, queue],
    ),
    leave: useCallback(
      ({ key }) => {
        stops.current.get(key)?.abort()
        drop(key)
      },
      [drop],
    ),
  }
}
