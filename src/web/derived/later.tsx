import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'

/**
 * A part of a page that is loaded when it is first shown, and nothing in its place meanwhile. What
 * lies around it stays on screen.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => ReactNode {
  const Part = lazy(async () => ({ default: await load() }))
  return function Later(props: P): ReactNode {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    )
  }
}
