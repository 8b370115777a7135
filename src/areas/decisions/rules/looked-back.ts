import type { Row } from '../../../engine/record.ts'

/** One decision, with what was expected of it and what came. */
export interface LookedBack {
  readonly decision: Row
  /** The newest review first. */
  readonly reviews: readonly Row[]
  /** Those that hang on it and are resolved, by their day. */
  readonly predictions: readonly Row[]
}

/** Decisions of which something came out, or that somebody looked back at: the newest look first. */
export function lookedBack(
  decisions: readonly Row[],
  reviews: readonly Row[],
  predictions: readonly Row[],
): readonly LookedBack[] {
  const resolved = predictions.filter((one) => one['state'] === 'resolved')
  return decisions
    .flatMap((decision): readonly (LookedBack & { readonly at: string })[] => {
      const here = {
        decision,
        reviews: reviews
          .filter((one) => one['decisionId'] === decision.id)
          .toSorted((left, right) => (dayOf(left) > dayOf(right) ? -1 : 1)),
        predictions: resolved
          .filter((one) => one['decisionId'] === decision.id)
          .toSorted((left, right) =>
            String(left['resolvesOn']) < String(right['resolvesOn']) ? -1 : 1,
          ),
      }
      const at = [...here.reviews.map(dayOf), ...here.predictions.map(resolvedOn)].toSorted(
        (left, right) => (left < right ? 1 : -1),
      )[0]
      return at === undefined ? [] : [{ ...here, at }]
    })
    .toSorted((left, right) => (left.at < right.at ? 1 : -1))
}

const dayOf = (review: Row): string => String(review['reviewedAt'] ?? review.createdAt)
const resolvedOn = (prediction: Row): string => String(prediction['resolvedAt'] ?? '')
