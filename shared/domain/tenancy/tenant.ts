import * as z from 'zod/mini';
import { serviceId, systemId, tenantId } from '#shared/domain/message/ids';

const name = z.string().check(z.minLength(1), z.maxLength(128));
const inAllLanguages = z.object({ fi: name, sv: name, en: name });

const consentFeed = z.object({ keyVersion: z.int().check(z.minimum(1)) });

/** An authority. */
export const authority = z.object({
  tenantId,
  name: inAllLanguages,
  /** Service that requests for one's own data go to as messages (REQ-152, REQ-158). */
  ownDataServiceId: z.optional(serviceId),
  /** It may read the feed of consents, by hashes under its key of this version (docs/adr/031). @default it may not */
  consentFeed: z.optional(consentFeed),
  /** It may not any more: its next key is not one of those before. */
  consentFeedBefore: z.optional(consentFeed),
});
export type Authority = z.infer<typeof authority>;

/** Full name of a host in lower case, `asiointi.example.fi`: no address of numbers and no name without a dot. */
export const hostName = z
  .string()
  .check(z.maxLength(253), z.regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/));

/** A service of an authority, in whose name messages are sent and to which people reply. */
export const authorityService = z.object({
  serviceId,
  tenantId,
  name: inAllLanguages,
  /** False: it can not be used digitally, so nobody is obliged to (REQ-169). @default true */
  digital: z.optional(z.boolean()),
  /** Hosts of its pages that people may be led back to from an offer of consent (REQ-142). @default none */
  returnHosts: z.optional(z.array(hostName)),
});
export type AuthorityService = z.infer<typeof authorityService>;

/** A system that sends for an authority, with the services it may send for. */
export const sendingSystem = z.object({ systemId, tenantId, services: z.array(serviceId) });
export type SendingSystem = z.infer<typeof sendingSystem>;

/** What somebody of the transition programme does there. */
export const programmeKeyRole = z.enum(['MINISTRY', 'COLLECTOR', 'COORDINATOR']);
export type ProgrammeKeyRole = z.infer<typeof programmeKeyRole>;

/** Whom an API key stands for. */
export const keyHolder = z.discriminatedUnion('type', [
  z.object({ type: z.literal('system'), systemId }),
  z.object({ type: z.literal('print-provider'), name: z.string() }),
  /** Who runs the hub: declares outages. */
  z.object({ type: z.literal('operator'), name: z.string() }),
  /** Who runs the transition programme, collects for it, or coordinates the support of a region. */
  z.object({
    type: z.literal('programme'),
    name: z.string(),
    role: programmeKeyRole,
  }),
]);
export type KeyHolder = z.infer<typeof keyHolder>;
