// The closed-class words of duty: what binds, bars, permits, softens, refuses, limits. English only.
// Written in the phrase language, so that clauses.ts finds them the same way as a pack's concepts.
// Sources: K. A. Adams, "A Manual of Style for Contract Drafting" (categories of contract language).
import type { Concept } from '../domain/requirement.ts'

const concept = (name: string, phrases: readonly string[], not: readonly string[] = []): Concept => ({ name, phrases, not })

/** Verb groups that open a clause, by the force they give it. Where several match, the longest wins. */
export const operators: readonly Concept[] = [
  concept(
    'must',
    [
      'shall', 'must', '=will', '=agrees to|that', '=agree to|that', '=undertakes', '=undertake to|that', '=covenants', '=covenant to|that', 'is|are|be|been required|obliged|obligated|bound to',
      'is|are|be responsible|accountable for|to|that', 'is|are|be charged|tasked|entrusted with', '=warrants', '=represents', '=guarantees', '=warrant that', 'represent and warrant', '=guarantee that',
      '=has|have to', '=commits to|itself', '=commit to', '=promises', '=promise to|that|you', '=pledges', '=needs to', '=engages to|itself', 'binds itself', 'shall|will be required|obliged|bound to',
      'must have to', '=owes', 'is|are to be', 'is|are to =ensure|notify|provide|keep|inform|tell|report|store|log|supply|deliver|make', 'has|have got to', 'has|have agreed to|that', 'has|have undertaken to',
      'shall|must|will|may not fail|neglect|omit|cease|hesitate to', 'shall|must|will not ~2 fail|neglect|omit to', 'it is|be ~3 duty|obligation|responsibility|task of', 'duty of ~4 to', 'shall|will be responsible for|to', 'shall|will ensure|procure', 'takes it upon itself',
    ],
    ['at will', 'good will', '=will of', 'free will', 'last =will', 'no|not ~2 obliged|required|bound', 'goodwill'],
  ),
  concept('must-not', [
    'shall|must|may|will|can|could|would|should not', 'shall|must|will|may never', 'cannot', 'shall|must|will|may|can ~2 at|in|under no time|event|circumstances|circumstance|case|account|way|manner|condition',
    'is|are|be ~1 prohibited|forbidden|barred|precluded|restrained|debarred|banned|disallowed from?', 'is|are|be not ~1 permitted|allowed|entitled|authorised|authorized|at', 'refrain|refrains|abstain|abstains from', 'shall|must|will|agrees|agree to? refrain|abstain from', '=may not', 'is|are not to be?', 'agree|agrees|undertakes|undertake|covenants not to',
    'shall|will|must not be ~1 permitted|allowed|entitled|authorised|authorized', 'shall ~6 not', 'have|has|having no right|authority|permission|licence|license', 'is|are not able to', 'has|have ~1 no =ability|means|way',
    'shall|will|must ensure that no|neither|none|nobody', 'do|does not permit|allow|authorise|authorize|let', 'shall|will|must not permit|allow|authorise|authorize|let|suffer', 'shall|will|must suffer|permit|allow no', 'never',
  ], ['shall|must|will|may not ~1 less|lower|fewer|fall|below|drop|later|under|exceed', 'shall ~6 not later|less|more|only|limited|exceed|exceeding|fewer|shorter|longer|withstanding', 'shall not be|been? required|obliged|obligated|bound', 'may not be ~2 for some', '=may or =may not', 'shall ~6 whether or not', 'never later|less|more']),
  concept('refuses', [
    'is|are|be|been not ~2 required|obliged|obligated|bound|expected|responsible|accountable|liable|answerable|committed', 'shall|will|does|do|must|would not be ~2 required|obliged|obligated|bound|responsible|accountable|liable|answerable|expected|compelled|called|held|under', 'shall not be under ~2 obligation|duty',
    'has|have|having|assume|assumes|accept|accepts|undertake|undertakes|owe|owes|bear|bears|incur|incurs|take|takes no ~2 obligation|duty|responsibility|liability|commitment|requirement|undertaking', 'under no ~2 obligation|duty|commitment|requirement', 'no ~2 obligation|duty|responsibility|requirement|commitment|undertaking to|for|in|on|that|of|is', 'not under ~2 obligation|duty',
    'need|needs not', 'do|does|did|will|shall not need|have to', 'do|does|did|shall|will|would not undertake|warrant|promise|guarantee|commit|represent|covenant|assume|accept|owe|agree|offer|purport|engage|pledge|oblige|require|imply', 'make|makes|made|give|gives|gave|offer|offers no ~2 promise|commitment|warranty|warranties|representation|representations|guarantee|undertaking|assurance|covenant|promises|guarantees|claim',
    '=disclaims', 'disclaim any|all|every?', '=waives', 'relieved|released|discharged|exempt|exempted|excused|absolved from|of', 'dispensed with', 'shall not be taken|construed|deemed|read|interpreted ~4 to|as', 'nothing ~8 obliges|requires|shall|obligates|compels', 'neither ~8 nor ~6 be|is|are bound|required|obliged|obligated|under', 'be ~1 compellable|compelled', 'shall|will|may ~3 in|under no ~1 be ~1 compellable|compelled|required|obliged|bound|obligated|liable', 'declines|declined to', 'has|have ~2 refused to', 'refuses to',
    'no ~4 shall|will|may be required|owed|expected|needed|necessary|given|provided|made', 'is|are|be ~1 not ~1 owed|required|needed|called|necessary|part|included|offered|promised|provided|foreseen|envisaged|mandatory', 'without ~2 obligation|duty|being ~1 obliged|required', 'shall|will not call|ask for', 'no|not|nor ~6 is|are|be ~1 required|owed|needed|necessary|called', 'cannot|not be ~1 expected|required|held|asked|called to?', 'not ~1 promised', 'neither party is bound',
    'falls|fall|lies|lie outside', 'outside ~3 scope', 'does|do not form part', 'at ~2 =own risk', 'does|do not extend to', 'renounces', 'forgoes|foregoes|forgo|forego', 'releases ~4 from',
  ], ['no ~2 obligation of confidentiality', 'shall not be liable for delay|loss|lost|indirect|consequential']),
  concept('may', [
    '=may', '=can', '=might', '=could', 'is|are|be ~1 permitted|allowed|entitled|authorised|authorized|licensed to?', 'is|are|be ~1 free to', 'is|are|be ~1 at liberty to', 'reserve|reserves ~2 right to?', 'has|have ~2 right|option|discretion|liberty|freedom to', 'shall|will have ~3 right|option|liberty to', 'shall|will be ~1 entitled|permitted|allowed|free|authorised|authorized to?', 'if it ~1 chooses|wishes|likes',
    'shall|will be at liberty to', '=allows', '=permits', 'allowed|permitted to', 'opportunity to', 'has|have ~1 access to', 'consents to', 'nothing ~8 prevents|restricts|prohibits|stops|limits|precludes|restrains|bars', 'remains|remain free to',
  ], ['=may of|and|10', 'can be found', 'may 1|2|3|4|5|6|7|8|9', '=may not', '=can not', 'cannot']),
  concept('soft', [
    '=should', '=ought', '=envisages', '=envisage to', '=contemplates', '=foresees to', 'is ~1 purpose|aim|goal|intention|aspiration|ambition of', '=wish to', '=wishes to', '=desire to', '=desires to', '=intends', '=intend to', '=aims', '=aim to', '=endeavours', '=endeavors', 'endeavour|endeavor to', '=seeks to', '=seek to', '=strives', '=strive to', '=plans to', '=plan to', '=hopes', '=hope to|that', '=expects to', '=expect to', '=anticipates', 'is|are|being designed|intended|meant|expected|supposed to|for|that', '=tries', '=try to', '=trying to', '=attempts to', '=attempt to', 'works towards', 'would like to', 'is|are encouraged|recommended|advised|invited|asked to?', 'hopes to', 'wishes to', 'looks to',
    'shall|will|must|to use|apply|make|exercise|employ|deploy ~3 effort|efforts|endeavours|endeavors', 'shall|will|must endeavour|endeavor|try|seek|strive|aim|attempt|consider', '=considers', 'consider ~2 =whether', 'is|are|be likely to', 'tends to', 'typically|normally|usually|generally|ordinarily', 'as a rule', 'roadmap', 'is|are prepared|willing|happy to', 'do|does ~3 best to', 'has|have a|the goal|aim|aspiration|ambition|policy of|to', 'is|are considering', 'target*', 'in principle',
  ], ['should ~8 an|any|a|fail|become|suffer|occur|arise|happen|prove|wish', 'target system|model|date|environment', 'targeted', '=tried']),
  concept('fact-not', ['is|are|was|were|do|does|did|has|have not', 'is|are|was|were|do|does|has|have ~1 never', 'is|are|was|were ~1 no longer'], ['not|never ~1 only', 'not ~1 later|less|more|fewer|=limited|exceed|exceeding', 'not just|merely|solely']),
  concept('be', ['takes|take|took place', 'is|are|was|were|been|being', 'has|have been', 'do|does|did', 'has|have'], ['has|have to']),
]

/** Adverbials that soften a duty wherever they stand in its clause. */
export const hedges: readonly Concept[] = [
  concept('hedge', [
    'reasonable|best|diligent|good effort|efforts|endeavours|endeavors|faith', 'commercially reasonable|practicable|feasible', 'reasonably practicable|possible|practical|feasible|able|can', 'where|if|when|whenever|as|so|insofar ~3 practicable|practical|feasible|possible|appropriate|convenient|necessary', 'to ~2 extent ~3 practicable|practical|feasible|possible|reasonable|able', 'as appropriate', 'at ~3 =own? ~2 discretion|option|election', 'in ~3 discretion|opinion|judgment|judgement', 'from time to time at ~2 discretion', 'as it sees|deems|thinks|considers fit|appropriate|necessary|proper|right', 'if it ~1 chooses|wishes|likes|decides|so', 'if it|they|he|she ~2 thinks|think|sees|see|deems|deem|considers|consider fit|proper|appropriate|right|necessary', 'when it ~2 suits|convenient|can', 'where it ~2 makes sense', 'as far as ~3 can|possible|practicable|is', 'so far as ~3 can|possible|practicable|able|is|may', 'subject to availability', 'as resources permit|allow', 'insofar as ~3 possible|able|can|reasonable', 'to the best of ~2 ability', 'in good time', 'with a view to', 'sole discretion', 'at|in its ~2 discretion', 'optionally', 'voluntarily', 'on a voluntary basis', 'best efforts', 'best endeavours', 'wherever possible', 'try|tries|trying ~1 to', 'aim|aims to', 'should ~3 wish|want', 'efforts to', 'endeavours to', 'if deemed', 'where deemed', 'if and when', 'as|when time|capacity|workload|budget permits|allows', 'without ~2 commitment', 'non - binding', 'aspirational', 'as ~2 may ~3 think|deem|consider|decide|choose',
  ], ['in ~3 opinion of counsel', 'as soon as ~3 practicable|possible|practical', 'good faith', 'as soon as ~2 can', 'as far as ~3 concerned', 'without ~4 efforts', 'if necessary', 'where|as necessary|so', 'appropriate technical']),
  concept('on-request', ['on|upon|at ~4 =request|demand|application|asking', 'if|when|where|once ~4 requests|requested|asks|asked|demands|demanded|wishes|wants', 'following ~3 request', 'where ~3 so requests', 'by request', '=on-demand', 'as ~2 requested']),
]

/** Words that hold a duty to a part of the customers or of the service: who pays more, or asks for it. */
export const tiers: readonly Concept[] = [
  concept('tier', [
    '=premium|=premier|=enterprise|=business|=pro|=gold|=platinum|=silver|=advanced|=plus|=benefactor|=dedicated|=preferred|=higher|=paid|=standard|=basic|=free tier|tiers|plan|plans|edition|package|subscription|option|support|customers|users|subscribers|instance|instances|tenant|environment|level',
    'if|where|once|provided|that ~4 purchased|purchases|buys|bought|subscribed|subscribes|pays|paid|ordered|orders|opted|taken out|booked', '<opted> ~6 option|plan|tier|package|module|add - on|addon', 'for|to customers|users|clients on|with|who ~3 plan|tier|package|option|contract', 'on our =business|=enterprise|=pro|=paid|=higher|=premium plan|plans|tier', 'optional module|extra|add-on', 'as a paid extra', 'at extra cost', 'for an additional fee', 'subject to ~3 additional fee|payment', 'production tenant|tenants|environment only', 'only ~2 production', 'eu|us|european|american region|customers only', 'pilot ~3 only', 'only for ~6 services|customers|users|models|clients',
  ], ['business day|days|hours', 'without ~3 additional fee|cost', 'any plan|tier', 'every|all plan|plans|tier|tiers', 'subscription term|fee|fees|period', 'standard ~1 support hours', 'whatever ~3 plan|tier']),
  concept('opted', ['ordered|purchased|bought|subscribed|taken|chosen|selected|elected|booked with|to|for|out|the|an?', 'ordered|purchased|bought|chosen|selected']),
]

/** Words that turn the sense of what follows them (or holds them). */
export const negators: readonly Concept[] = [
  concept('negator', ['no', 'not', 'never', 'neither', 'nor', 'none', 'nobody', 'nothing', 'nowhere', 'without', 'non', 'cannot', 'no one', 'prevent*', 'prohibit*', 'preclud*', 'forbid*', 'instead of', 'rather than', 'lack|lacks|lacking of?', 'absence of', 'free of|from', 'refus*', 'fail|fails|failing to', 'failure to', 'avoid*', 'block|blocks|blocked|blocking', 'guard|guards|guarded|protect|protects|protected|defend|safeguarded|secured against|from', 'disabl*', 'impossible', 'unable', 'in lieu of', 'exclud*', 'bar|bars|barred from?', 'hardly', 'seldom', 'rarely', 'resist*', 'refrain*', 'abstain*', 'defeat|frustrate|thwart|stop|hinder|deter|disallow', 'stops', 'incapable of', 'proof against', 'immune to|from', 'withheld from', 'ban on', 'bans'], [
    'no|not|never|nor ~1 later|less|fewer|more|longer|shorter|lower|greater|earlier|below|above|exceeding|exceed|fall|under|over|inferior|beyond|weaker|older', 'not =limited', 'without limitation|limit|limiting|exception|undue|unreasonable|prejudice|delay|charge|cost|regard|further|additional|interruption|restriction|reservation|derogation|warning|fee|any|fail|affecting|doubt|qualification', 'not only', 'no|whether matter|or not?', 'or not', 'no cost|charge|additional|fee|extra', 'at no ~1 cost|charge|expense', 'not merely|just|solely|simply', 'no . \\d', 'if not', 'not applicable', 'no doubt', 'except not', 'not withstanding', 'non exclusive|transferable|profit|disclosure|business|binding|conform*|compli*', 'without ~1 undue', 'not yet', 'fail over|back|safe',
  ]),
]

/** Words that open a part of a sentence which limits, excepts or conditions the rest. */
export const limits: readonly Concept[] = [
  concept('exception', ['=except', '=excepted', '=excepting', 'unless', 'other than', 'save', 'saving', '=excluding', 'exclusive of', 'but not', '=provided ~2 that', 'apart from', 'with the exception of', 'with exception of', 'outside of', 'but only', 'barring', 'until', 'only if|after|when|where|with|on|upon|once', 'other than ~2 for'], ['save money|time', 'save changes|settings|both|sides', 'unless otherwise ~2 agreed', 'saves']),
  concept('condition', ['if', 'where', 'when', 'whenever', 'wherever', 'should', 'in ~1 event ~2 that|of', 'in case ~1 of?', 'upon', 'on becoming|learning|discovering|receipt|detecting|being', 'once', 'after', 'before', 'prior to', 'as soon as', 'so long as', 'as long as', 'to the extent', '=provided ~2 that', 'following', 'while', 'whilst', 'during', 'because', 'since', 'although', 'though', 'notwithstanding', 'in order to', 'so that', 'so as to', 'with a view to', 'given that'], ['before|after|prior ~4 date', 'where applicable', 'once a|in|per|every|each|yearly|annually|daily', 'at once', 'the following', 'following :', 'more than once']),
]
