import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { programmeCalendar } from '#shared/domain/programme/calendar';

const shared = {
  front: 'programme',
  caller: 'programme',
  path: '/programme/v1/calendar',
  params: nothing,
  query: nothing,
} as const;
const SHOWN = { description: 'The calendar in force, with its version as ETag.', schema: programmeCalendar };

export const showCalendar = operation({
  ...shared,
  operationId: 'showCalendar',
  method: 'GET',
  summary: 'Dates and limits of the programme',
  body: nothing,
  responses: { 200: SHOWN, ...problemResponses('unauthorized') },
});

export const putCalendar = operation({
  ...shared,
  operationId: 'putCalendar',
  method: 'PUT',
  summary: 'Set the dates and limits of the programme',
  headers: [
    { name: 'if-match', required: false, description: 'ETag of the calendar as read; required once one was entered.' },
  ],
  body: programmeCalendar,
  responses: {
    200: SHOWN,
    201: { description: 'The first calendar was entered.', schema: programmeCalendar },
    ...problemResponses('body-invalid', 'unauthorized', 'role-missing', 'row-stale', 'precondition-required'),
  },
});
