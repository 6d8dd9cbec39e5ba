import {
  ADDRESSEE_WORDS,
  ANCHOR_WORDS,
  CHANNEL_WORDS,
  EVENT_WORDS,
  KIND_WORDS,
  LABELS,
  ROLE_WORDS,
  STATUS_WORDS,
} from '#shared/domain/evidence/certificate-words';
import * as z from 'zod/mini';
import type { Origin } from '#shared/domain/evidence/fact-chain';
import { FACT_TYPES } from '#shared/domain/message/facts';
import type { Language } from '#shared/domain/message/hub-fields';
import type { Assessment } from '#shared/domain/service-of-document/assess';
import type { DeliveryEvidence, EvidenceBundle, ProvenFact } from '#shared/flow/evidence/evidence-bundle';
import { clockOn } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, helsinkiDay, instant } from '#shared/kernel/time';
import type { CertificateDraft, CertificateSection } from '#shared/ports/certificate-press';
import type { Tenants } from '#shared/ports/tenants';

type Row = CertificateSection['rows'][number];
type Label = keyof typeof LABELS;

/**
 * The certificate of service: what a bundle says, for the file and for people. It holds nothing that the bundle does not,
 * but the names of the authority and its service.
 */
export function makeWriteCertificate({ tenants }: { readonly tenants: Pick<Tenants, 'authority' | 'service'> }) {
  return async function writeCertificate(bundle: EvidenceBundle, language: Language): Promise<CertificateDraft> {
    const say = (label: Label) => LABELS[label][language];
    return {
      language,
      title: say('title'),
      reference: `${say('title')} ${bundle.messageId}`,
      sections: [
        { heading: say('message'), rows: [...(await senderRows(bundle, language)), ...messageRows(bundle, language)] },
        ...bundle.deliveries.flatMap((delivery) => deliverySections(delivery, language)),
        { heading: say('verifying'), rows: [], paragraphs: [say('verify'), say('limits')] },
      ],
    };
  };

  async function senderRows({ deliveries }: EvidenceBundle, language: Language): Promise<Row[]> {
    const [first] = deliveries;
    if (!first) return [];
    const { tenantId, serviceId } = first.origin;
    const [authority, service] = await Promise.all([tenants.authority(tenantId), tenants.service(serviceId)]);
    return [
      [LABELS.authority[language], authority?.name[language] ?? tenantId],
      [LABELS.service[language], service?.name[language] ?? serviceId],
    ];
  }
}

function messageRows({ messageId, deliveries }: EvidenceBundle, language: Language): Row[] {
  const origin = deliveries[0]?.origin;
  const documents = origin?.documents ?? [];
  return [
    [LABELS.messageId[language], String(messageId)],
    ...optional(LABELS.externalId[language], origin?.externalId),
    ...optional(LABELS.contentHash[language], origin?.contentSha256),
    ...documents.map((sha256): Row => [LABELS.documentHash[language], sha256]),
  ];
}

function deliverySections(delivery: DeliveryEvidence, language: Language): CertificateSection[] {
  const { origin, facts, calculation } = delivery;
  return [
    { heading: `${LABELS.delivery[language]} ${origin.deliveryId}`, rows: decisionRows(delivery, language) },
    ...calculation.map((each) => calculationSection(each, language)),
    { heading: LABELS.events[language], rows: facts.map((fact) => eventRow(fact, language)) },
    sealSection(delivery, language),
  ];
}

function decisionRows({ origin, decision }: DeliveryEvidence, language: Language): Row[] {
  const rows: Row[] = [
    [LABELS.addressee[language], addresseeOf(origin, language)],
    [LABELS.kind[language], KIND_WORDS[origin.kind][language]],
  ];
  if (!decision) return rows;
  return [
    ...rows,
    [LABELS.channel[language], CHANNEL_WORDS[decision.channel][language]],
    [LABELS.decidedAt[language], moment(decision.decidedAt)],
    [LABELS.why[language], `${decision.explanation[language]} (${decision.reason})`],
    [LABELS.legalBasis[language], decision.legalBasis.join('; ')],
    [LABELS.rules[language], `${decision.ruleSetId}: ${decision.path.join(', ')}`],
  ];
}

function addresseeOf({ addressee }: Origin, language: Language): string {
  const { role = 'SELF', mandateId, informs } = addressee ?? {};
  const said = [ADDRESSEE_WORDS[role][language], mandateId, informs === true ? LABELS.informs[language] : undefined];
  return said.filter((each) => each !== undefined).join(', ');
}

function calculationSection(each: Assessment, language: Language): CertificateSection {
  const { inputs } = each;
  const which = LABELS[each.primary ? 'primary' : 'beside'][language];
  const counted =
    inputs &&
    `${ANCHOR_WORDS[inputs.anchor][language]}: ${inputs.at ? moment(inputs.at) : day(inputs.on)} + ${inputs.days} ${LABELS.days[language]}`;
  return {
    heading: `${LABELS.calculation[language]}: ${each.ruleSetId} (${which}), ${LABELS.attempt[language]} ${each.attempt}`,
    rows: [
      [LABELS.channel[language], CHANNEL_WORDS[each.channel][language]],
      [LABELS.status[language], `${STATUS_WORDS[each.status][language]} (${each.status})`],
      [LABELS.statute[language], each.basis],
      ...optional(LABELS.countedFrom[language], counted),
      ...optional(LABELS.deemedDate[language], each.deemedDate && day(each.deemedDate)),
      ...optional(LABELS.deemedAt[language], each.deemedAt && moment(each.deemedAt)),
      [LABELS.rebuttable[language], LABELS[each.rebuttable ? 'yes' : 'no'][language]],
      ...optional(LABELS.appealLastDay[language], each.appealLastDay && day(each.appealLastDay)),
      ...optional(LABELS.appealEndsAt[language], each.appealEndsAt && moment(each.appealEndsAt)),
    ],
  };
}

/** Members of a fact that say something to a reader of the file. */
const DETAILS = [
  'letterId',
  'postedOn',
  'reportedAt',
  'trackingCode',
  'eventId',
  'proofId',
  'mediaType',
  'sha256',
  'evidence',
  'date',
  'servedOn',
  'task',
];

/** An event, or what is left of an erased one. */
const eventSchema = z.looseObject({ type: z.enum(FACT_TYPES), at: instant });

function eventRow({ seq, actor, hash, fact }: ProvenFact, language: Language): Row {
  const known = eventSchema.parse(fact);
  const details = Object.entries(known).flatMap(([name, value]) =>
    DETAILS.includes(name) && typeof value === 'string' ? [`${name} ${value}`] : [],
  );
  const who = [ROLE_WORDS[actor.role][language], actor.assurance, actor.mandateId].filter((each) => each !== undefined);
  const lines = [
    `${EVENT_WORDS[known.type][language]} (${known.type})`,
    `${LABELS.by[language]}: ${who.join(', ')}`,
    ...details,
    hash,
  ];
  return [`${seq}. ${moment(known.at)}`, lines.join('\n')];
}

function sealSection({ proof, chain }: DeliveryEvidence, language: Language): CertificateSection {
  const heading = LABELS.proof[language];
  const head: Row = [LABELS.chainHead[language], chain.head];
  if (!proof.sealed) return { heading, rows: [head], paragraphs: [LABELS.notSealed[language]] };
  const { root } = proof.root;
  return {
    heading,
    rows: [
      [LABELS.sealedOn[language], day(root.day)],
      [LABELS.sealedUpTo[language], String(proof.seq)],
      [LABELS.rootNumber[language], String(root.number)],
      [LABELS.rootHash[language], root.tree],
      [LABELS.key[language], root.key],
      head,
    ],
  };
}

function optional(label: string, value: string | undefined): Row[] {
  return value === undefined ? [] : [[label, value]];
}

/** As people write it in Finland, and as machines do. */
function day(on: CalendarDate): string {
  const [year, month, number] = on.split('-').map(Number);
  return `${number}.${month}.${year} (${on})`;
}

function moment(at: Instant): string {
  const [year, month, number] = helsinkiDay(at).split('-').map(Number);
  return `${number}.${month}.${year} ${clockOn(at)} (${at})`;
}
