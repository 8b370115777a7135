import { useEffect } from 'react'
import { useToast } from '../kit/toast.tsx'
import { say } from '../words/say.ts'

const place = 'throughline left'

/** Kept over the way to another workspace, which is another page. */
export const noteLeft = (name: string): void => sessionStorage.setItem(place, name)

/** Whoever has just left a workspace is told so, and where they are now. */
export function useLeftSaid(now: string): void {
  const toast = useToast()
  useEffect(() => {
    const left = sessionStorage.getItem(place)
    if (left === null) return
    sessionStorage.removeItem(place)
    toast({ says: say('You left {left}. You are in {now} now.', { left, now }) })
  }, [toast, now])
}
