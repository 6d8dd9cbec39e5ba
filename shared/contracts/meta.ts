import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';

export const describeApi = operation({
  operationId: 'describeApi',
  front: 'meta',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This document',
  caller: 'anybody',
  params: nothing,
  query: nothing,
  body: nothing,
  responses: { 200: { description: 'OpenAPI 3.1.', schema: z.looseObject({ openapi: z.string() }) } },
});
