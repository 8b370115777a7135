import { serverCatalogue } from '../src/areas/server.ts'
import { peopleNames } from '../src/app/people-names.ts'
import { realPorts } from '../src/app/ports.ts'
import { roles, type Actor, type Role } from '../src/engine/access.ts'
import type { Ports } from '../src/engine/ports.ts'
import { must } from '../src/engine/problem.ts'
import type { Row } from '../src/engine/record.ts'
import { systemActor } from '../src/store/identity.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'
import { testDatabase, type TestDatabase } from './database.ts'

/** A real store on a database of its own, with a workspace and somebody in it for every role. */
export interface World {
  readonly store: Store
  readonly database: TestDatabase
  readonly workspaceId: string
  readonly slug: string
  readonly as: Readonly<Record<Role, Actor>>
  readonly system: Actor
  /** Runs a command as the owner and gives the first row it changed. */
  readonly make: (command: string, input: unknown) => Promise<Row>
  readonly close: () => Promise<void>
}

export async function openWorld(ports: Ports = realPorts()): Promise<World> {
  const database = await testDatabase()
  const store = await openStore({
    catalogue: serverCatalogue,
    ports,
    database: { config: database.config },
    people: peopleNames,
  })
  const workspace = await openWorkspace(store, 'main')
  return {
    ...workspace,
    store,
    database,
    make: async (command, input) =>
      must(
        must((await store.apply(workspace.as.owner, command, input)).changed[0], command).row,
        command,
      ),
    close: async () => {
      await store.close()
      await database.close()
    },
  }
}

/** One more workspace in the same store, peopled the same way. */
export async function openWorkspace(
  store: Store,
  slug: string,
): Promise<Pick<World, 'workspaceId' | 'slug' | 'as' | 'system'>> {
  const { id: workspaceId, ownerId } = await store.identity.createWorkspace(
    slug,
    `Workspace ${slug}`,
    'Ingrid Solheim',
  )
  const owner = must(await store.identity.byMember(workspaceId, ownerId))
  const as: Partial<Record<Role, Actor>> = { owner }
  for (const role of roles) {
    if (role === 'owner') continue
    const made = await store.apply(owner, 'create-member', {
      name: `The ${role}`,
      email: `${role}@${slug}.example`,
      role,
    })
    as[role] = must(await store.identity.byMember(workspaceId, must(made.changed[0]).id))
  }
  return {
    workspaceId,
    slug,
    as: as as Readonly<Record<Role, Actor>>,
    system: systemActor(workspaceId),
  }
}
