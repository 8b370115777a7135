import { day, moment, type Desk, type Values } from './desk.ts'
import { linesOf } from './lines.ts'

/** A metric of the sample company and the way it went, with a little that nobody can explain. */
interface Course {
  readonly key: string
  readonly title: string
  readonly unit: string
  readonly better: 'higher' | 'lower'
  readonly owner: string
  readonly product: string
  readonly everyDays: number
  /** Days before today of the first reading and of the last. */
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
  readonly digits: number
  readonly keyResult: string
}

const courses: readonly Course[] = [
  {
    key: 'firstvisit',
    title: 'Visits that end the job, of all visits, over four weeks',
    unit: '%',
    better: 'higher',
    owner: 'fieldpo',
    product: '',
    everyDays: 30,
    first: 515,
    last: 5,
    from: 78.9,
    to: 83.1,
    digits: 1,
    keyResult: 'Visits that end the job, of all visits',
  },
  {
    key: 'lost',
    title: 'Reports lost per ten thousand, over two weeks',
    unit: 'reports',
    better: 'lower',
    owner: 'fieldpo',
    product: 'field',
    everyDays: 15,
    first: 410,
    last: 5,
    from: 33,
    to: 9,
    digits: 0,
    keyResult: 'Reports lost per ten thousand',
  },
  {
    key: 'paid',
    title: 'Days from invoice to payment, median of the month',
    unit: 'days',
    better: 'lower',
    owner: 'officepo',
    product: 'office',
    everyDays: 30,
    first: 485,
    last: 5,
    from: 39,
    to: 29,
    digits: 1,
    keyResult: 'Days from invoice to payment, median',
  },
]

/** Since so many days ago the metrics tell where the key results stand. */
const tied = 150.2

/** What is watched over time, what would change a decision, and what was tested. */
export function tellWatched(desk: Desk): void {
  for (const course of courses) tellCourse(desk, course)
  tellTripwires(desk)
  tellRefusal(desk)
  tellExperiments(desk)
}

function tellCourse({ tell, keys, now, product }: Desk, course: Course): void {
  const { key, title, unit, better, owner, everyDays } = course
  tell(course.first + 2, owner, 'create-metric', ({ make }) => {
    make('metric', key, {
      title,
      unit,
      better,
      everyDays: everyDays * 3,
      ownerId: keys.of('member', owner),
      productId: product(course.product),
    })
  })
  tell(tied, owner, 'update-key-result', ({ change }) =>
    change('key-result', keys.of('key-result', course.keyResult), {
      metricId: keys.of('metric', key),
    }),
  )
  for (const { left, value } of readingsOf(course))
    tell(left, owner, 'create-reading', ({ make }) => {
      make('reading', `${key} ${left}`, {
        metricId: keys.of('metric', key),
        on: day(now, left),
        value,
      })
    })
}

interface Told {
  readonly left: number
  readonly value: number
}

/** Slow at first, and never quite straight. */
function readingsOf({ first, last, everyDays, from, to, digits }: Course): readonly Told[] {
  const readings: Told[] = []
  for (let left = first; left >= last; left -= everyDays) {
    const done = (first - left) / (first - last)
    const wave = Math.sin(left * 1.3) * (to - from) * 0.09 * (1 - done)
    const value = from + (to - from) * done ** 1.3 + wave
    readings.push({ left, value: Math.round(value * 10 ** digits) / 10 ** digits })
  }
  return readings
}

/** The last reading that was there so many days before today. */
function standing(key: string, left: number, now: Date): Values {
  const course = courses.find((one) => one.key === key)
  const reading = course && readingsOf(course).findLast((one) => one.left >= left)
  return reading === undefined ? {} : { value: reading.value, valueOn: day(now, reading.left) }
}

const asSet: Values = { comparison: 'below', whenSilent: 'wait', state: 'armed', crossings: 0 }

function tellTripwires({ tell, keys, now }: Desk): void {
  const set = (days: number, who: string, decision: string, key: string, row: Values): void =>
    tell(days, who, 'set-tripwire', ({ make }) => {
      make('tripwire', key, { ...asSet, decisionId: keys.of('decision', decision), ...row })
    })
  set(61.6, 'leader', 'today1 62', 'firstvisit', {
    text: 'Fewer than 82 of a hundred visits end the job',
    watches: 'metric',
    metricId: keys.of('metric', 'firstvisit'),
    threshold: 82,
    rearmAt: 83,
    ...standing('firstvisit', 0, now),
  })
  set(61.5, 'leader', 'today1 62', 'lost', {
    text: 'Crews still lose more than 12 reports in ten thousand',
    watches: 'metric',
    metricId: keys.of('metric', 'lost'),
    comparison: 'above',
    threshold: 12,
    by: day(now, -33),
    ...standing('lost', 0, now),
  })
  set(69.4, 'leader', 'einvoice 70', 'paid', {
    text: 'Invoices wait longer than 36 days while the money team does something else',
    watches: 'metric',
    metricId: keys.of('metric', 'paid'),
    comparison: 'above',
    threshold: 36,
    by: day(now, 12),
    state: 'passed',
    ...standing('paid', 12, now),
  })
  set(20.4, 'leader', 'route 21', 'routeday', {
    text: 'Half a year is over, and contracts are out',
    watches: 'day',
    comparison: 'above',
    by: day(now, -160),
  })
}

/** A no with what would bring it back. */
function tellRefusal({ tell, keys, now, product }: Desk): void {
  const idea = linesOf('ideas', 10).find(([key]) => key === 'wifi')
  if (idea === undefined) return
  tell(11, 'fieldpo', 'refuse-idea', ({ make, link, change }) => {
    const decisionId = make('decision', 'wifi', {
      sentence: 'Not now: the sheet does not go through a customer’s wifi.',
      reasons:
        'Two hospitals would let us in, and each wants another code. Once the phone keeps the day by itself, hardly anybody needs it.',
      kind: 'refusal',
      decidedById: keys.of('member', 'fieldpo'),
      driverId: keys.of('member', 'fieldpo'),
      decidedAt: moment(now, 11),
      productId: product(idea[1] ?? ''),
    })
    link(['decision', decisionId], 'settles', ['idea', keys.of('idea', 'wifi')])
    change('idea', keys.of('idea', 'wifi'), { state: 'withdrawn' })
    const wire = { ...asSet, decisionId, comparison: 'above', ideaId: keys.of('idea', 'wifi') }
    make('tripwire', 'wifi votes', {
      ...wire,
      text: 'More than eight people ask for it',
      watches: 'votes',
      threshold: 8,
    })
    make('tripwire', 'wifi revenue', {
      ...wire,
      text: 'Those who ask bring more than 400,000 EUR a year',
      watches: 'revenue',
      threshold: 400_000,
    })
  })
}

function tellExperiments({ tell, keys, now, product }: Desk): void {
  const begin = (key: string, started: number, who: string, idea: string, row: Values): void => {
    const where = linesOf('ideas', 10).find(([name]) => name === idea)?.[1] ?? ''
    tell(started + 6, who, 'create-experiment', ({ make, link }) => {
      const id = make('experiment', key, {
        ...row,
        ownerId: keys.of('member', who),
        productId: product(where),
      })
      link(['experiment', id], 'tests', ['idea', keys.of('idea', idea)])
    })
    tell(started, who, 'start-experiment', ({ change }) =>
      change('experiment', keys.of('experiment', key), {
        state: 'running',
        startedOn: day(now, started),
      }),
    )
  }
  const end = (key: string, left: number, who: string, row: Values): void =>
    tell(left, who, 'end-experiment', ({ change }) =>
      change('experiment', keys.of('experiment', key), {
        state: 'ended',
        endedOn: day(now, left),
        ...row,
      }),
    )
  begin('paylink', 48, 'officepo', 'paylink', {
    title: 'A payment link, sent by hand',
    hypothesis: 'Half of the invoices with a link are paid on the day on which they are sent.',
    threshold: 50,
    plannedSample: 10,
    factor: 'impact',
    days: 21,
  })
  end('paylink', 26, 'officepo', {
    result: 70,
    sample: 10,
    verdict: 'held',
    learned:
      'Seven of ten were paid the same evening, from the sofa. The other three need two signatures, and no link helps them.',
  })
  begin('vanstock', 96, 'fieldpo', 'vanstock', {
    title: 'A stock list on paper in nine vans',
    hypothesis: 'A crew that has a list keeps it: six of ten vans still do in the fourth week.',
    threshold: 60,
    plannedSample: 9,
    factor: 'confidence',
    days: 28,
  })
  end('vanstock', 67, 'fieldpo', {
    result: 33,
    sample: 9,
    verdict: 'failed',
    learned:
      'Three of nine. The list is right on Monday and wrong on Wednesday; nobody writes down a screw on a roof. If it counts itself, we try again.',
  })
  begin('onway', 17, 'officepo', 'onway', {
    title: 'A window of two hours by text message, in one town',
    hypothesis:
      'A customer who knows the window is at home: failed visits fall to eight in a hundred.',
    comparison: 'at-most',
    threshold: 8,
    plannedSample: 400,
    factor: 'impact',
    days: 42,
  })
}
