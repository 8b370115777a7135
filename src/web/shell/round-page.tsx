import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { RoundPage as Round } from '../../areas/decisions/screens/models/round.tsx'
import { Comments } from '../../areas/people/screens/comments.tsx'
import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { DetailPage } from '../derived/detail.tsx'
import { useSite } from '../derived/site.ts'
import { moreDetail } from './more.tsx'

/** A blind round: on ideas as a sheet to rate in; of another thing, or of none that one sees, as any record. */
export function RoundPage(): ReactNode {
  const { catalogue } = useSite()
  const { name = '' } = useParams({ strict: false })
  const { data } = useRead<Row>(`/rounds/${encodeURIComponent(name)}`)
  const kind = catalogue.record('round')
  return typeof data?.['modelId'] === 'string' ? (
    <Round key={data.id} row={data} talk={<Comments row={data} />} />
  ) : (
    <DetailPage key={name} kind={kind} name={name} more={moreDetail(kind)} />
  )
}
