import { lazy, Suspense, type ReactNode } from 'react'
import { useRead } from '../client/cache.ts'
import { useSite } from '../derived/site.ts'
import { say } from '../words/say.ts'

const VerbMenu = lazy(async () => ({ default: (await import('../kit/menu.tsx')).VerbMenu }))

/** A workspace that one is in. */
export interface Workspace {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** The workspaces of whoever is signed in; none until they are read. */
export function useWorkspaces(): readonly Workspace[] {
  const { data } = useRead<{ readonly workspaces: readonly Workspace[] }>('/account')
  return data?.workspaces ?? none
}

const none: readonly Workspace[] = []

/** Another workspace is another page: nothing that is held here is of it. */
export const goToWorkspace = ({ slug }: Pick<Workspace, 'slug'>): void =>
  location.assign(`/w/${slug}`)

/** The name of the workspace, and for whoever is in several the way to the others. */
export function WorkspaceMenu({ name }: { readonly name: string }): ReactNode {
  const { slug } = useSite()
  const all = useWorkspaces()
  if (all.length < 2) return name
  return (
    <Suspense fallback={name}>
      <VerbMenu
        says={name}
        label={say('Workspace {name}: go to another', { name })}
        verbs={all.map((one) => ({ id: one.slug, says: one.name, disabled: one.slug === slug }))}
        onVerb={(chosen) => goToWorkspace({ slug: chosen })}
      />
    </Suspense>
  )
}
