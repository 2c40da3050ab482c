// Parties: introductions, key tables, role nouns, invented names, plain English, and the user's word.
import { expect, test } from 'vitest'
import { contract } from './reading.ts'

function sides(text: string, options: { provider?: string; customer?: string } = {}): string[] {
  return contract(text, options).parties.map(({ role, name, aliases }) => `${role} ${name ?? '-'}: ${aliases.join(', ')}`)
}

const preamble =
  'This Agreement is made between Orrery Models, Inc., a Delaware corporation ("Provider"), and Tarn Bank plc, a company registered in England (the "Client").'
const strangers =
  'made between Fernhill Press Limited, a company incorporated in England (the "Publisher"), and Lumen Labs GmbH, with its seat in Ulm (the "Studio").\n\nThe Studio shall host the Model. The Publisher shall pay the fees. The Studio shall train it.'

const cases: [string, string, string[]][] = [
  [
    'quoted aliases',
    preamble,
    [
      'provider Orrery Models, Inc.: Provider, Orrery Models, Inc., Orrery Models',
      'customer Tarn Bank plc: Client, Tarn Bank plc, Tarn Bank',
    ],
  ],
  [
    'two names, the second after a description of the first',
    'made between Quillford Systems Ltd ("Quillford"), the provider of the services, and Harrow plc ("Harrow"), the customer.',
    ['provider Quillford Systems Ltd: Quillford, Quillford Systems Ltd, Quillford Systems', 'customer Harrow plc: Harrow, Harrow plc'],
  ],
  [
    'two names, described behind them, whatever they do',
    'made between Quill Ltd ("Quill"), the customer, and Harrow plc ("Harrow"), the supplier. Quill shall provide data.',
    ['provider Harrow plc: Harrow, Harrow plc', 'customer Quill Ltd: Quill, Quill Ltd'],
  ],
  [
    'an agency that made the model and licenses it is the provider',
    'made between the Agency for Reefs (the "Agency") and Fondation Corail (the "Partner").\n\n"Model" means the model "Polyp" released by the Agency. The Agency pays the Grant to the Partner, and licenses it to run the Model at its own place.',
    ['provider Agency for Reefs: Agency, Agency for Reefs', 'customer Fondation Corail: Partner, Fondation Corail'],
  ],
  [
    'letters for sides, told by what they do',
    'Aoki KK (hereinafter referred to as "Party A") and Sora KK (hereinafter referred to as "Party B") conclude this agreement, under which Party B provides the Service.',
    ['provider Sora KK: Party B, Sora KK', 'customer Aoki KK: Party A, Aoki KK'],
  ],
  [
    'a company form with points of its own',
    'Aoki Insurance Co., Ltd. (hereinafter referred to as "Ko") and Sora Labs K.K. (hereinafter referred to as "Otsu") conclude this agreement, under which Otsu provides the Service.',
    [
      'provider Sora Labs K.K.: Otsu, Sora Labs K.K., Sora Labs',
      'customer Aoki Insurance Co., Ltd.: Ko, Aoki Insurance Co., Ltd., Aoki Insurance Co.',
    ],
  ],
  [
    'capitals, and a number in brackets',
    'between\n\nSORA LABS PTE. LTD. (UEN 2021) of 8 Reef Road ("Sora")\n\nand\n\nAOKI PAY PTE. LTD. (UEN 2019), a payment institution ("Aoki")\n\nSora shall host the Model. Aoki shall pay Sora.',
    [
      'provider SORA LABS PTE. LTD.: Sora, SORA LABS PTE. LTD., SORA LABS',
      'customer AOKI PAY PTE. LTD.: Aoki, AOKI PAY PTE. LTD., AOKI PAY',
    ],
  ],
  [
    'a third behind the two between whom it is made',
    'This Subcontract is made between BRACK DEFENCE CORPORATION ("Brack") and TALL COGNITION LLC ("Seller"). Brack has a contract with the Reef Laboratory (the "Government").',
    [
      'provider TALL COGNITION LLC: Seller, TALL COGNITION LLC, TALL COGNITION',
      'customer BRACK DEFENCE CORPORATION: Brack, BRACK DEFENCE CORPORATION, BRACK DEFENCE',
    ],
  ],
  [
    'the other side, whoever that is',
    'Bright Software GmbH ("Publisher") offers a model.\n\n1. "Subscriber" means the organisation in whose account the subscription is made.\n\n2. Subscriber pays Publisher.',
    ['provider Bright Software GmbH: Publisher, Bright Software GmbH, Bright Software', 'customer -: Subscriber'],
  ],
  [
    'letters for sides, told by what stands behind them',
    'made between Aoki KK ("Party A"), which buys the Service, and Sora KK ("Party B"), which supplies it.',
    ['provider Sora KK: Party B, Sora KK', 'customer Aoki KK: Party A, Aoki KK'],
  ],
  [
    'a counterparty, after a colon',
    'The undersigned:\n\n1. the Town of Oost, a legal person under public law (hereinafter: the Contracting Authority); and\n\n2. Kade B.V., with its seat in Oost (hereinafter: the Counterparty);',
    ['provider Kade B.V.: Counterparty, Kade B.V., Kade', 'customer Town of Oost: Contracting Authority, Town of Oost'],
  ],
  [
    'labels, and a side that only acts',
    'Ruritania: The Crown in right of Ruritania\n\nContractor: Orrery Inc., Strelsau\n\nRuritania may inspect. Ruritania must pay. Ruritania will tell the Contractor.',
    [
      'provider Orrery Inc.: Contractor, Orrery Inc., Orrery',
      'customer The Crown in right of Ruritania: Ruritania, The Crown in right of Ruritania',
    ],
  ],
  [
    'an agency beside its client',
    'Agency | Gorse Studio Ltd\nClient | Marlow Homewares plc\n\nThe Agency will log requests.',
    [
      'provider Gorse Studio Ltd: Agency, Gorse Studio Ltd, Gorse Studio',
      'customer Marlow Homewares plc: Client, Marlow Homewares plc, Marlow Homewares',
    ],
  ],
  ['capitals without an article', 'SELLER shall log requests. BUYER may audit the log.', ['provider -: Seller', 'customer -: Buyer']],
  [
    'a developer who is you',
    'made between Orrery Inc. ("Orrery", "we") and Meadow Ltd ("developer" or "you").',
    [
      'provider Orrery Inc.: Orrery, we, Orrery Inc., us, our, ours',
      'customer Meadow Ltd: developer, you, Meadow Ltd, Meadow, your, yours',
    ],
  ],
  [
    'invented names',
    strangers,
    [
      'provider Lumen Labs GmbH: Studio, Lumen Labs GmbH, Lumen Labs',
      'customer Fernhill Press Limited: Publisher, Fernhill Press Limited, Fernhill Press',
    ],
  ],
  [
    'hereinafter',
    'between\n\nQuast GmbH, Bamberg\n\n— hereinafter "Licensor" —\n\nand\n\nAurach eG, Aurach\n\n— hereinafter "Licensee" —',
    ['provider Quast GmbH: Licensor, Quast GmbH, Quast', 'customer Aurach eG: Licensee, Aurach eG, Aurach'],
  ],
  [
    'key table',
    'Supplier | Acme Robotics Ltd\nCustomer | Birch Council\n\nThe Supplier shall log.',
    ['provider Acme Robotics Ltd: Supplier, Acme Robotics Ltd, Acme Robotics', 'customer Birch Council: Customer, Birch Council'],
  ],
  [
    'short names',
    'made between Quillet Software, Inc., a corporation ("Vendor") and Elm Ltd, a company ("Buyer"). Quillet shall log; Quillet hosts.',
    ['provider Quillet Software, Inc.: Vendor, Quillet Software, Inc., Quillet Software, Quillet', 'customer Elm Ltd: Buyer, Elm Ltd, Elm'],
  ],
  [
    'of the one part',
    'The Town of Elmstead, represented by its clerk (the "Contracting Authority"), of the one part, and Quast Systems B.V., having its office at Kade 4 (the "Contractor"), of the other part, have agreed.',
    [
      'provider Quast Systems B.V.: Contractor, Quast Systems B.V., Quast Systems',
      'customer Town of Elmstead: Contracting Authority, Town of Elmstead',
    ],
  ],
  ['nouns alone', 'The Supplier shall encrypt. The Customer may audit.', ['provider -: Supplier', 'customer -: Customer']],
  ['nouns in lower case', 'The provider logs each call of a customer.', ['provider -: provider', 'customer -: customer']],
  ['a company that buys', 'The Vendor shall give the Company the logs.', ['provider -: Vendor', 'customer -: Company']],
  ['a company that sells', 'The Company shall give the Subscriber the logs.', ['provider -: Company', 'customer -: Subscriber']],
  ['a bank that buys', 'The Service Provider shall tell the Bank.', ['provider -: Service Provider', 'customer -: Bank']],
  ['we and you', "We log every call you make. You can't switch it off.", ['provider -: we, us, our, ours', 'customer -: you, your, yours']],
  ['a quotation is no plain English', 'Supplier prints: "we made this for you".', ['provider -: Supplier']],
  [
    'in a buyer\'s letter "we" buy and "you" supply',
    'This letter states the agreement between Heron Pharmacies, Inc. ("Heron", "we" or "us") and Quill Dialogue Systems, LLC ("Quill" or "you"). You will make the Service available to us. You will log each request. We will pay you monthly.',
    [
      'provider Quill Dialogue Systems, LLC: Quill, you, Quill Dialogue Systems, LLC, Quill Dialogue Systems, your, yours',
      'customer Heron Pharmacies, Inc.: Heron, we, us, Heron Pharmacies, Inc., Heron Pharmacies, our, ours',
    ],
  ],
  [
    '"you" are the contractor where the letter says so',
    'In this letter "we" and "us" mean Port of Ulm Berhad, and "you" and "the Contractor" refer to Quast Sdn Bhd. You shall host the model for us. You shall log each call. We shall pay you.',
    ['provider -: Contractor, you, your, yours', 'customer -: we, us, our, ours'],
  ],
  [
    'two names that are no roles, numbered after "between"',
    'Between\n\n(1) Tarn Air S.p.A., holder of a certificate (the "Carrier"); and\n\n(2) Quast Aerotech AB, an approved organisation (the "TSP").\n\nThe TSP shall host the Model. The Carrier shall pay the TSP.',
    ['provider Quast Aerotech AB: TSP, Quast Aerotech AB, Quast Aerotech', 'customer Tarn Air S.p.A.: Carrier, Tarn Air S.p.A.'],
  ],
  [
    'two names after "hereinafter", each with another',
    'Between: HOSPITAL DE ULM, E.P.E., with seat at Ulm, hereinafter referred to as the First Contracting Party or the Hospital; and QUAST, S.A., with seat at Linz, hereinafter referred to as the Second Contracting Party or the Adjudicatary. The Adjudicatary shall host the Solution. The Hospital pays the price.',
    [
      'provider QUAST, S.A.: Second Contracting Party, Adjudicatary, QUAST, S.A., QUAST',
      'customer HOSPITAL DE ULM: First Contracting Party, Hospital, HOSPITAL DE ULM',
    ],
  ],
  ['nobody', 'Logs are kept.', []],
]

test.each(cases)('%s', (_, text, expected) => {
  expect(sides(text)).toEqual(expected)
})

test('the user says who is the provider', () => {
  const [provider, customer] = contract(preamble, { provider: 'Client' }).parties
  expect([provider?.name, customer?.name]).toEqual(['Tarn Bank plc', 'Orrery Models, Inc.'])
  expect(sides('The Keeper shall log.', { provider: 'Keeper' })).toEqual(['provider -: Keeper'])
})

test('a party stands where it is introduced', () => {
  const read = contract(preamble)
  expect(read.parties.map(({ place }) => read.documents[0]?.text.slice(place?.start, place?.end))).toEqual(['Provider', 'Client'])
})
