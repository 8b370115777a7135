import type { Door } from './doors.ts'

/** The first decision that was hard to take back. */
export const onThePhone: Door = {
  key: 'phone 700',
  product: 'field',
  settles: ['need', 'offline'],
  question: 'Do crews get a page in the browser, or an app that lives on the phone?',
  context:
    'The first crews open our plan in the browser of whatever phone they have. Where there is no network there is no plan.\n\nWe are four people who build, and whatever we begin now we keep for years.',
  opened: 706.5,
  due: 699,
  otherwise: 'The page stays, and we mend it.',
  higher: 'leader',
  driver: 'fieldpo',
  approver: 'leader',
  contributors: ['eng1', 'design', 'support'],
  informed: ['sales'],
  options: [
    {
      title: 'Do nothing',
      detail: 'The page stays as it is.',
      pros: ['It costs nothing'],
      cons: ['Crews print the plan in the morning and call the office from a bakery'],
      isNothing: true,
    },
    {
      title: 'A better page',
      detail: 'A page that keeps the last plan it has seen.',
      pros: ['One thing for every phone', 'Out in six weeks'],
      cons: ['What a browser keeps, it throws away when it likes'],
    },
    {
      title: 'An app on the phone',
      detail: 'An app for both systems that holds the day and sends what was filled in later.',
      pros: ['It can hold a day', 'Camera, torch and barcode without asking each time'],
      cons: ['Two systems to keep', 'Five months before the first firm has it'],
    },
  ],
  criteria: ['Works without a signal', 'Soon with every crew', 'Cheap to keep'],
  evidence: [
    ['CS2@711', '-', 0],
    ['CS2@711', '+', 2],
  ],
  ratings: [
    ['eng1', [1, 5, 5], [3, 4, 4], [4, 2, 2]],
    ['fieldpo', [1, 3, 4], [2, 4, 3], [5, 3, 3]],
    ['design', [1, 3, 4], [2, 4, 4], [5, 2, 2]],
  ],
  positions: [
    ['fieldpo', 'for', 2, 'A crew without a plan is a crew that calls. Nothing else mends that.'],
    [
      'eng1',
      'against',
      2,
      'Two systems are two of everything, for ever. A page that remembers is out in six weeks, and we would know more.',
    ],
    ['design', 'for', 2, 'With gloves on, a browser bar is half of what one hits.'],
    ['support', 'for', 2, 'Every second call of mine is about a plan that is not there.'],
  ],
  assumptions: [
    {
      text: 'Crews have phones that hold an app and a day of photos',
      risk: 'feasibility',
      became: 'holds',
      known: 610,
    },
    { text: 'Two people can keep both systems', risk: 'viability', became: 'broken', known: 505 },
  ],
  premortem:
    'A year on nobody uses it: firms forbid apps on private phones, we mend one system while the other breaks, and the page that everybody still opens has not been touched since.',
  tripwire: { text: 'By spring fewer than half of the crews have opened it', by: 520 },
  predictions: [
    {
      question: 'Nine in ten crews have the app within half a year',
      rule: 'Crews with one opening or more in the week before the day, of all with a plan',
      about: 'adoption',
      due: 518,
      odds: [
        ['leader', 70],
        ['fieldpo', 80],
        ['eng1', 45],
        ['design', 65],
        ['support', 60],
      ],
      resolved: 516,
      came: 1,
    },
    {
      question: 'Calls for a plan that is not there fall to a third within a year',
      rule: 'Calls with that tag in the month before the day, against the month of the decision',
      about: 'metric',
      due: 336,
      odds: [
        ['leader', 65],
        ['fieldpo', 75],
        ['eng1', 50],
        ['design', 60],
        ['support', 70],
      ],
      resolved: 334,
      came: 0,
    },
  ],
  chosen: {
    days: 699.5,
    option: 2,
    sentence:
      'Crews get an app that lives on the phone, for both systems, and the page stays as it is.',
    reasons:
      'What is asked for is work without a network, and a browser does not promise to keep anything. We accept five months and two systems for that.',
    consequences:
      'Good: the day can be on the phone\nGood: photos and signatures without asking each time\nBad: two systems to keep\nBad: nothing new for the office until spring',
    review: 520,
  },
  reviews: [
    {
      days: 515,
      reasons:
        'Crews have it, and they open it. That it loses reports is a matter of the sync, not of the app.',
      expected: 'Nine in ten crews with it, and two people who keep both systems.',
      came: 'Ninety-four in a hundred have it. Two people do not keep both systems: it takes three.',
      again: 'The same, with the third person from the first day.',
    },
    {
      days: 332,
      reasons:
        'Calls fell to a half and not to a third: what is missing now is the rest of the day.',
      expected: 'A third of the calls.',
      came: 'Half of them. The open job is there, the next one is not.',
      again:
        'Say which calls: half of ours were about changes, which no app on a phone would have saved.',
    },
  ],
  amendments: [
    {
      days: 505,
      by: 'leader',
      text: 'A third person keeps the two systems from now on; the office waits a quarter longer.',
    },
  ],
}
