import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { BAD_GATEWAY, error } from '#shared/contracts/suomifi/errors';

const tokenRequest = z
  .object({ username: z.string(), password: z.string() })
  .register(z.globalRegistry, { id: 'TokenRequest' });

const tokenResponse = z
  .object({
    access_token: z.string(),
    expires_in: z.int().register(z.globalRegistry, { description: 'Seconds.' }),
    token_type: z.literal('Bearer'),
  })
  .register(z.globalRegistry, { id: 'TokenResponse' });

const changePasswordRequest = z
  .object({
    accessToken: z.string(),
    currentPassword: z.string(),
    newPassword: z.string().check(z.minLength(32)),
  })
  .register(z.globalRegistry, { id: 'ChangePasswordRequest' });

const changePasswordResponse = z
  .object({})
  .register(z.globalRegistry, { id: 'ChangePasswordResponse', description: 'Always an empty object.' });

const AUTH_FAILED = { description: 'Wrong user name, password or token. Note 400, not 401.', schema: error };

export const getToken = operation({
  operationId: 'getToken',
  front: 'suomifi',
  method: 'POST',
  path: '/v1/token',
  summary: 'Exchange user name and password for an access token',
  caller: 'anybody',
  params: nothing,
  query: nothing,
  body: tokenRequest,
  responses: { 200: { description: 'Token issued.', schema: tokenResponse }, 400: AUTH_FAILED, 502: BAD_GATEWAY },
});

export const changePassword = operation({
  operationId: 'changePassword',
  front: 'suomifi',
  method: 'POST',
  path: '/v1/change-password',
  summary: 'Replace the API password',
  description: 'The token stands in the body. Fetch a new token afterwards.',
  caller: 'anybody',
  params: nothing,
  query: nothing,
  body: changePasswordRequest,
  responses: { 200: { description: 'Changed.', schema: changePasswordResponse }, 400: AUTH_FAILED, 502: BAD_GATEWAY },
});
