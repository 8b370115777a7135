import type { Door } from './doors.ts'

/** Its deadline is near, and not all of it is there yet. */
export const stillOpen: Door = {
  key: 'payments',
  product: 'office',
  settles: ['idea', 'doorstep'],
  question: 'Who carries payments at the door: our bank, or a payment firm?',
  context:
    'Whoever carries the money sees every invoice, and a change later means new terminals in every van and a new contract with every customer.',
  opened: 16,
  due: -6,
  otherwise: 'Invoices go on being paid by transfer until the autumn.',
  higher: 'leader',
  driver: 'officepo',
  approver: 'officepo',
  contributors: ['eng3', 'sales', 'support'],
  informed: ['market', 'fieldpo'],
  options: [
    {
      title: 'Do nothing',
      detail: 'Transfers, as today.',
      pros: ['No terminal to lose on a roof'],
      cons: ['Thirty days is written on the invoice, and sixty is what comes'],
      isNothing: true,
    },
    {
      title: 'Our bank',
      detail: 'Terminals and accounts of one house.',
      pros: ['One contract, which our customers know'],
      cons: ['Three countries of eleven'],
    },
    {
      title: 'A payment firm',
      detail: 'A library in the app, the phone as the terminal.',
      pros: ['All eleven countries', 'No terminal at all'],
      cons: [],
    },
  ],
  criteria: ['Countries', 'Cost of a payment of 200 EUR', 'What a change later would take'],
  evidence: [['AQ2@715', '-', 0]],
  ratings: [],
  positions: [],
  assumptions: [{ text: 'Customers pay at the door when they can', risk: 'value' }],
  premortem: '',
  tripwire: { text: '', by: 0 },
  predictions: [],
  reviews: [],
  amendments: [],
}
