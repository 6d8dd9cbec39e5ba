import type { Operation } from '#shared/contracts/http/operation';
import { importConsents } from '#shared/contracts/hub/consent-imports';
import { putException, showException } from '#shared/contracts/hub/exceptions';
import { openKeyRotation, showKeyRotation } from '#shared/contracts/hub/key-rotations';
import { putOutage, showOutage } from '#shared/contracts/hub/outages';
import { LIMIT_CALLS } from '#shared/contracts/hub/postal-limits';
import {
  dropPostiCredentials,
  putPostiCredentials,
  showPostiCredentials,
} from '#shared/contracts/hub/posti-credentials';
import { putPostalGate, showPostalGate } from '#shared/contracts/hub/postal-gate';

/** What an authority rules for one business, and an operator for all. */
export const RULING_CALLS: readonly Operation[] = [
  putException,
  showException,
  putOutage,
  showOutage,
  putPostalGate,
  showPostalGate,
  ...LIMIT_CALLS,
  putPostiCredentials,
  showPostiCredentials,
  dropPostiCredentials,
  openKeyRotation,
  showKeyRotation,
  importConsents,
];
