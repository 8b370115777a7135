import { useNavigate } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { useMe } from './me.ts'
import { Outside } from './outside.tsx'

/** The bare address: on to the workspace one is signed in to, or how to get in. */
export function Enter(): ReactNode {
  const { data, error } = useMe()
  const navigate = useNavigate()
  useEffect(() => {
    if (data !== undefined)
      void navigate({
        to: '/w/$workspace',
        params: { workspace: data.workspace.slug },
        replace: true,
      })
  }, [data, navigate])
  return error === undefined ? null : <Outside error={error} />
}
