import { proseOf } from '../../engine/prose.ts'
import { must } from '../../engine/problem.ts'
import { day, moment, type Desk, type End } from './desk.ts'
import { largerFirms } from './door-larger.ts'
import { stillOpen } from './door-payments.ts'
import { onThePhone } from './door-phone.ts'
import type { Door } from './doors.ts'

/** Two decisions through one-way doors, one of them as old as the company, and one that is open still. */
export function tellDecisions(desk: Desk): void {
  for (const door of [onThePhone, largerFirms]) {
    tellQuestion(desk, door)
    tellWeighing(desk, door)
    tellChoice(desk, door)
    tellAfter(desk, door)
  }
  tellQuestion(desk, stillOpen)
  tellWeighing(desk, stillOpen)
  tellRound(desk)
}

function tellQuestion({ tell, keys, now, product }: Desk, door: Door): void {
  tell(door.opened, door.driver, 'open-decision', ({ make, link }) => {
    const id = make('decision', door.key, {
      question: door.question,
      context: proseOf(door.context),
      door: 'one-way',
      kind: 'choice',
      state: 'open',
      dueOn: day(now, door.due),
      otherwise: door.otherwise,
      escalateToId: keys.of('member', door.higher),
      driverId: keys.of('member', door.driver),
      approverId: keys.of('member', door.approver),
      contributorIds: door.contributors.map((who) => keys.of('member', who)),
      informedIds: door.informed.map((who) => keys.of('member', who)),
      openedAt: moment(now, door.opened),
      productId: product(door.product),
    })
    if (door.settlesLater === undefined)
      link(['decision', id], 'settles', endOf(keys, door.settles))
    for (const [place, one] of door.options.entries())
      make('option', `${door.key} ${place}`, {
        decisionId: id,
        title: one.title,
        detail: one.detail,
        pros: one.pros.join('\n'),
        cons: one.cons.join('\n'),
        isNothing: one.isNothing ?? false,
        place,
      })
    for (const [place, title] of door.criteria.entries())
      make('criterion', `${door.key} ${place}`, {
        decisionId: id,
        title,
        least: 1,
        most: 5,
        weight: 1,
        place,
      })
  })
}

/** What speaks both ways, what people give the options, and where they stand. */
function tellWeighing({ tell, keys }: Desk, door: Door): void {
  for (const [at, [quote, side, option]] of door.evidence.entries())
    tell(door.opened - 0.3 - at / 20, door.driver, 'link', ({ link }) =>
      link(
        ['quote', keys.of('quote', quote)],
        side === '+' ? 'speaks-for' : 'speaks-against',
        ['option', keys.of('option', `${door.key} ${option}`)],
        side === '+' ? 'for' : 'against',
      ),
    )
  for (const [at, [who, ...grid]] of door.ratings.entries())
    tell(door.opened - 1 - at / 10, who, 'rate', ({ make }) => {
      for (const [option, values] of grid.entries())
        for (const [criterion, likely] of values.entries())
          make('rating', `${door.key} ${who} ${option} ${criterion}`, {
            decisionId: keys.of('decision', door.key),
            criterionId: keys.of('criterion', `${door.key} ${criterion}`),
            optionId: keys.of('option', `${door.key} ${option}`),
            likely,
            isShown: true,
            raterId: keys.of('member', who),
          })
    })
  for (const [at, [who, stance, option, reasons]] of door.positions.entries())
    tell(door.opened - 2 - at / 10, who, 'take-position', ({ make }) =>
      make('position', `${door.key} ${who}`, {
        decisionId: keys.of('decision', door.key),
        stance,
        optionId: keys.of('option', `${door.key} ${option}`),
        reasons,
        isShown: true,
        byId: keys.of('member', who),
      }),
    )
  for (const [at, one] of door.assumptions.entries())
    tell(door.opened - 2.6 - at / 20, door.driver, 'create-assumption', ({ make }) =>
      make('assumption', `${door.key} ${at}`, {
        decisionId: keys.of('decision', door.key),
        text: one.text,
        risk: one.risk,
        state: 'untested',
      }),
    )
}

function tellChoice(desk: Desk, door: Door): void {
  const { tell, keys, now, product } = desk
  const { chosen } = door
  if (chosen === undefined) return
  const id = keys.of('decision', door.key)
  for (const [at, one] of door.predictions.entries()) {
    const key = `${door.key} ${at}`
    tell(chosen.days + 1 - at / 20, door.driver, 'create-prediction', ({ make }) =>
      make('prediction', key, {
        question: one.question,
        kind: 'binary',
        about: one.about,
        rule: one.rule,
        resolvesOn: day(now, one.due),
        state: 'open',
        decisionId: id,
        productId: product(door.product),
      }),
    )
    for (const [nth, [who, chance]] of one.odds.entries())
      tell(chosen.days + 0.8 - at / 20 - nth / 200, who, 'give-odds', ({ make }) =>
        make('odds', `${key} ${who}`, {
          predictionId: keys.of('prediction', key),
          chance,
          chances: [],
          isShown: true,
          byId: keys.of('member', who),
        }),
      )
  }
  tell(chosen.days + 0.5, door.driver, 'set-tripwire', ({ make }) =>
    make('tripwire', door.key, {
      decisionId: id,
      text: door.tripwire.text,
      watches: 'day',
      comparison: 'above',
      by: day(now, door.tripwire.by),
      whenSilent: 'wait',
      state: door.tripwire.by > 0 ? 'passed' : 'armed',
      crossings: 0,
    }),
  )
  const { settlesLater } = door
  if (settlesLater !== undefined)
    tell(settlesLater, door.driver, 'link', ({ link }) =>
      link(['decision', id], 'settles', endOf(keys, door.settles)),
    )
  tell(chosen.days + 0.2, door.driver, 'update-decision', ({ change }) =>
    change('decision', id, { premortem: door.premortem }),
  )
  tell(chosen.days, door.approver, 'choose', ({ change }) => {
    change('decision', id, {
      state: 'decided',
      sentence: chosen.sentence,
      reasons: chosen.reasons,
      consequences: chosen.consequences,
      chosenId: keys.of('option', `${door.key} ${chosen.option}`),
      reviewOn: day(now, chosen.review),
      decidedById: keys.of('member', door.approver),
      decidedAt: moment(now, chosen.days),
    })
    for (const [at] of door.predictions.entries())
      change('prediction', keys.of('prediction', `${door.key} ${at}`), {
        state: 'locked',
        lockedAt: moment(now, chosen.days),
      })
  })
}

/** What came of it. */
function tellAfter({ tell, keys, now }: Desk, door: Door): void {
  for (const [at, { came, resolved }] of door.predictions.entries())
    if (came !== undefined && resolved !== undefined)
      tell(resolved, door.driver, 'resolve-prediction', ({ change }) =>
        change('prediction', keys.of('prediction', `${door.key} ${at}`), {
          state: 'resolved',
          came,
          resolvedAt: moment(now, resolved),
          resolvedById: keys.of('member', door.driver),
        }),
      )
  for (const [at, { became, known }] of door.assumptions.entries())
    if (became !== undefined && known !== undefined)
      tell(known, door.driver, 'update-assumption', ({ change }) =>
        change('assumption', keys.of('assumption', `${door.key} ${at}`), { state: became }),
      )
  for (const { days, ...said } of door.reviews)
    tell(days, door.driver, 'record-review', ({ make }) =>
      make('review', `${door.key} ${days}`, {
        decisionId: keys.of('decision', door.key),
        verdict: 'persevere',
        ...said,
        reviewedAt: moment(now, days),
        byId: keys.of('member', door.driver),
      }),
    )
  for (const { days, by, text } of door.amendments)
    tell(days, by, 'amend', ({ make }) =>
      make('amendment', `${door.key} ${days}`, {
        decisionId: keys.of('decision', door.key),
        text,
        byId: keys.of('member', by),
      }),
    )
}

/** Those who are asked answer what is open without seeing each other's answers. */
function tellRound({ tell, keys, now, product }: Desk): void {
  const { key, driver, opened, due } = stillOpen
  const asked = ['eng3', 'sales', 'support']
  const [first = ''] = asked
  tell(opened - 4, driver, 'open-round', ({ make }) =>
    make('round', key, {
      title: 'Where do you stand on payments at the door?',
      decisionId: keys.of('decision', key),
      raterIds: asked.map((who) => keys.of('member', who)),
      answeredIds: [],
      ideaIds: [],
      dueOn: day(now, due + 2),
      state: 'open',
      productId: product(stillOpen.product),
    }),
  )
  tell(opened - 6, first, 'take-position', ({ make, change }) => {
    make('position', `${key} ${first}`, {
      decisionId: keys.of('decision', key),
      stance: 'against',
      optionId: keys.of('option', `${key} 2`),
      reasons: 'Their way in changes every year, and we would follow it for ever.',
      roundId: keys.of('round', key),
      isShown: false,
      byId: keys.of('member', first),
    })
    change('round', keys.of('round', key), { answeredIds: [keys.of('member', first)] })
  })
}

const endOf = (keys: Desk['keys'], [record, key]: readonly [string, string]): End => [
  must(record),
  keys.of(record, key),
]
