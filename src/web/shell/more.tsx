import { lazy, Suspense, type ReactNode } from 'react'
import type { RecordKind, Row } from '../../engine/record.ts'
import type { More } from '../derived/detail.tsx'

/** What some records add to their derived pages; each comes with the first page that shows it. */
interface Additions {
  readonly actions?: () => ReactNode
  readonly bulk?: (rows: readonly Row[], onDone: () => void) => ReactNode
  readonly detail?: More
}

const FeedbackActions = lazy(async () => ({
  default: (await import('../../areas/discovery/screens/feedback-more.tsx')).FeedbackActions,
}))
const FeedbackBulk = lazy(async () => ({
  default: (await import('../../areas/discovery/screens/feedback-more.tsx')).FeedbackBulk,
}))
const Quoting = lazy(async () => ({
  default: (await import('../../areas/discovery/screens/quoting.tsx')).Quoting,
}))
const IdeaActions = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/idea-list.tsx')).IdeaActions,
}))
const IdeaBulk = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/idea-list.tsx')).IdeaBulk,
}))
const IdeaMore = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/idea-more.tsx')).IdeaMore,
}))
const DecideOn = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/decide-on.tsx')).DecideOn,
}))
const PredictionActions = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/prediction-more.tsx')).PredictionActions,
}))
const PredictionsOn = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/predictions-on.tsx')).PredictionsOn,
}))
const PredictionMore = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/prediction-more.tsx')).PredictionMore,
}))

const MetricMore = lazy(async () => ({
  default: (await import('../../areas/strategy/screens/metric-more.tsx')).MetricMore,
}))
const UnderReviewNote = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/under-review-note.tsx')).UnderReviewNote,
}))
const Refused = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/refused.tsx')).Refused,
}))

const Comments = lazy(async () => ({
  default: (await import('../../areas/people/screens/comments.tsx')).Comments,
}))
const Sharing = lazy(async () => ({
  default: (await import('../../areas/people/screens/sharing.tsx')).Sharing,
}))
const Attachments = lazy(async () => ({
  default: (await import('../../areas/people/screens/attachments.tsx')).Attachments,
}))
const AttachmentItself = lazy(async () => ({
  default: (await import('../../areas/people/screens/attached.tsx')).AttachmentItself,
}))
const NeedActions = lazy(async () => ({
  default: (await import('../../areas/discovery/screens/needs/need-actions.tsx')).NeedActions,
}))

const ObjectiveActions = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/lint/objective-actions.tsx'))
    .ObjectiveActions,
}))

const decidable: Additions = { detail: { make: (row) => <DecideOn row={row} /> } }

const additions: Readonly<Record<string, Additions>> = {
  feedback: {
    actions: () => <FeedbackActions />,
    bulk: (rows, onDone) => <FeedbackBulk rows={rows} onDone={onDone} />,
    detail: { shows: 'text', lists: 'quote', make: (row) => <Quoting row={row} /> },
  },
  idea: {
    actions: () => <IdeaActions />,
    bulk: (rows, onDone) => <IdeaBulk rows={rows} onDone={onDone} />,
    detail: { make: (row) => <IdeaMore row={row} /> },
  },
  decision: {
    detail: { lists: 'prediction', make: (row) => <PredictionsOn decisionId={row.id} /> },
  },
  prediction: {
    actions: () => <PredictionActions />,
    detail: { make: (row) => <PredictionMore row={row} /> },
  },
  need: { ...decidable, actions: () => <NeedActions /> },
  objective: { ...decidable, actions: () => <ObjectiveActions /> },
  'roadmap-item': decidable,
  metric: { detail: { lists: 'reading', make: (row) => <MetricMore row={row} /> } },
  attachment: { detail: { make: (row) => <AttachmentItself row={row} /> } },
}

/** Verbs beside the title of the list. */
export const moreActions = (kind: RecordKind): ReactNode =>
  waited(additions[kind.name]?.actions?.())

/** Verbs for the rows that are selected. */
export const moreBulk = (
  kind: RecordKind,
): ((rows: readonly Row[], onDone: () => void) => ReactNode) | undefined => {
  const bulk = additions[kind.name]?.bulk
  return bulk === undefined ? undefined : (rows, onDone) => waited(bulk(rows, onDone))
}

/** Parts of the page of one row: its own, who sees it, and what is said about it. */
export const moreDetail = (kind: RecordKind): More => {
  const detail = additions[kind.name]?.detail
  const make = detail?.make
  return {
    ...detail,
    ...(make === undefined ? {} : { make: (row: Row) => waited(make(row)) }),
    ...(reviewed.has(kind.name)
      ? { first: (row: Row) => waited(<FirstOf kind={kind} row={row} />) }
      : {}),
    ...('visibility' in kind.fields
      ? { beside: (row: Row) => waited(<Sharing kind={kind} row={row} />) }
      : {}),
    ...(silent.has(kind.name) ? {} : { last: (row: Row) => waited(<LastOf row={row} />) }),
  }
}

/** What a decision can settle, and decisions themselves: their line may be broken. */
const reviewed: ReadonlySet<string> = new Set([
  'decision',
  'idea',
  'need',
  'objective',
  'roadmap-item',
])

/** What stands in doubt, or was refused, comes before everything else. */
const FirstOf = ({ kind, row }: { readonly kind: RecordKind; readonly row: Row }): ReactNode => (
  <>
    <UnderReviewNote row={row} />
    {kind.name === 'idea' && <Refused row={row} />}
  </>
)

/** The files on a record, and what is said about it. */
const LastOf = ({ row }: { readonly row: Row }): ReactNode => (
  <>
    <Attachments row={row} />
    <Comments row={row} />
  </>
)

/** Nobody talks about these: they are on a record themselves, or one's own. */
const silent: ReadonlySet<string> = new Set([
  'attachment',
  'comment',
  'follower',
  'inbox',
  'link',
  'key',
])

const waited = (node: ReactNode): ReactNode =>
  node === undefined ? null : <Suspense>{node}</Suspense>
