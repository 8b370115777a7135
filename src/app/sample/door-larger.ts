import type { Door } from './doors.ts'

/** Whom the product is for, with a review that waits. */
export const largerFirms: Door = {
  key: 'upmarket 298',
  product: '',
  settles: ['objective', 'upmarket'],
  settlesLater: 299.5,
  question: 'Do we build for firms with more than fifty engineers, or stay with the small ones?',
  context:
    'Four large firms have come by themselves. They pay three times as much a seat, and they ask for papers, skills and cost centres that no small firm has ever named.',
  opened: 322,
  due: 290,
  otherwise: 'We stay with small firms, and take a large one as it comes.',
  higher: 'leader',
  driver: 'sales',
  approver: 'leader',
  contributors: ['officepo', 'fieldpo', 'support', 'eng2'],
  informed: ['market', 'design'],
  options: [
    {
      title: 'Do nothing',
      detail: 'Small firms first; a large one as it comes.',
      pros: ['Nobody has to learn anything'],
      cons: ['The four we have ask for what we do not build, and will leave'],
      isNothing: true,
    },
    {
      title: 'Large firms first',
      detail: 'Papers, skills and cost centres come before anything for small firms.',
      pros: ['Revenue a seat', 'They stay for years'],
      cons: ['One that leaves takes a twelfth of our revenue along'],
    },
    {
      title: 'Both, a third each way',
      detail: 'A third of the capacity for large firms, a third for small, a third for both.',
      pros: ['Nobody is told to wait'],
      cons: ['None found that has done it with ten people'],
    },
  ],
  criteria: ['Revenue in two years', 'What our ten people can do', 'What small firms would say'],
  evidence: [
    ['DV2@721', '+', 1],
    ['RH1@681', '+', 1],
    ['GT1@718', '-', 1],
  ],
  ratings: [
    ['sales', [1, 5, 5], [5, 3, 2], [3, 3, 4]],
    ['officepo', [2, 5, 5], [4, 3, 3], [3, 1, 4]],
    ['support', [2, 4, 5], [4, 2, 1], [3, 2, 3]],
  ],
  positions: [
    [
      'sales',
      'for',
      1,
      'Twelve of them are more than all small ones together, and they sign for years.',
    ],
    [
      'support',
      'against',
      1,
      'Small firms have carried us, and they will hear that they are second. I would rather be told what we stop than what we start.',
    ],
    ['officepo', 'for', 1, 'Skills and papers are good for a firm of twenty as well.'],
    ['eng2', 'against', 2, 'A third of ten people is nobody.'],
  ],
  assumptions: [
    {
      text: 'What large firms ask for helps firms of twenty as well',
      risk: 'value',
      became: 'holds',
      known: 140,
    },
    { text: 'A large firm buys without a list of two hundred questions', risk: 'viability' },
  ],
  premortem:
    'We built two years of papers and permissions for twelve firms, four signed, one of them left, and the small firms went to whoever still mended the plan.',
  tripwire: { text: 'A year on, fewer than eight large firms have signed', by: -70 },
  predictions: [
    {
      question: 'Small firms leave no faster than in the year before',
      rule: 'Firms below fifty engineers that ended, in the half year before the day, against the same half year before',
      about: 'metric',
      due: 112,
      odds: [
        ['leader', 65],
        ['sales', 80],
        ['support', 35],
        ['officepo', 60],
        ['eng2', 50],
      ],
      resolved: 110,
      came: 1,
    },
    {
      question: 'Twelve large firms by the end of the next year',
      rule: 'Key result “Enterprise customers” on the day',
      about: 'metric',
      due: -390,
      odds: [
        ['leader', 45],
        ['sales', 70],
        ['support', 25],
        ['officepo', 50],
        ['eng2', 40],
      ],
    },
  ],
  chosen: {
    days: 298.4,
    option: 1,
    sentence:
      'Firms with more than fifty engineers come first for two years, and nothing that only they ask for is built before it helps two of them.',
    reasons:
      'Four came by themselves and pay three times as much a seat. Skills and papers help a firm of twenty too; permissions and cost centres we build for two at a time.',
    consequences:
      'Good: we know whom to ask first\nGood: papers and skills for everybody\nBad: small firms wait longer for what only they ask for',
    review: 4,
  },
  reviews: [],
  amendments: [
    {
      days: 215,
      by: 'sales',
      text: 'A firm counts as large by engineers who go out, not by people on its payroll.',
    },
  ],
}
