import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { consentView, consentWish } from '#shared/contracts/me/consent';
import { DESK_HEADERS, DESK_PROBLEMS } from '#shared/contracts/point/visits';

const shared = {
  front: 'point',
  caller: 'official',
  path: '/point/v1/consent',
  params: nothing,
  query: nothing,
} as const;
const SHOWN = {
  description: 'The consent in force, with its version as ETag; of a protected person without the e-mail address.',
  schema: consentView,
};

export const showVisitorsConsent = operation({
  ...shared,
  operationId: 'showVisitorsConsent',
  method: 'GET',
  summary: 'The consent of the visitor',
  headers: DESK_HEADERS,
  body: nothing,
  responses: { 200: SHOWN, ...problemResponses(...DESK_PROBLEMS) },
});

export const setVisitorsConsent = operation({
  ...shared,
  operationId: 'setVisitorsConsent',
  method: 'PUT',
  summary: 'Give, change or withdraw consent for the visitor; in force at once, and the visitor is told',
  headers: [...DESK_HEADERS, { name: 'if-match', required: true, description: 'ETag of the consent as read.' }],
  body: consentWish,
  responses: {
    200: SHOWN,
    ...problemResponses('body-invalid', ...DESK_PROBLEMS, 'consent-stale', 'precondition-required'),
  },
});
