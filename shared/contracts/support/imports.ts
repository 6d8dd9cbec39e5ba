import * as z from 'zod/mini';
import { operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { importQuery, importShape } from '#shared/contracts/programme/imports';
import { SUPPORT_KIND_NAMES } from '#shared/domain/digital-support/kinds';

export const importSupportRows = operation({
  ...importShape,
  operationId: 'importSupportRows',
  front: 'support',
  caller: 'programme',
  path: '/support/v1/imports',
  summary: 'Enter many rows of digital support at once, all or none',
  description: 'With dryRun=true nothing is entered. For coordinators and the ministry.',
  query: z.extend(importQuery, { kind: z.optional(z.enum(SUPPORT_KIND_NAMES)) }),
  responses: { ...importShape.responses, ...problemResponses('role-missing') },
});
