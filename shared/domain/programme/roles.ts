import type { TenantId } from '#shared/domain/message/ids';

/** On whose behalf somebody works with the registers of the programme (hub-api.md section 6). */
export type ProgrammeRole =
  | { readonly role: 'MINISTRY' }
  | { readonly role: 'COLLECTOR' }
  | { readonly role: 'COORDINATOR' }
  /** An authority, with its own rows only. */
  | { readonly role: 'AUTHORITY'; readonly tenantId: TenantId }
  /** Anybody, with what is public only. */
  | { readonly role: 'PUBLIC' };
